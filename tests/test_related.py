"""Findings that speak of two places show both: each case with what stands at the other place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cablepress.places import Places
from cablepress.validate import Validated

CASES = Path(__file__).parent / "cases"

ELSEWHERE = [
    ("r12-note-stands-apart", "in.xml", '<gap xml:id="in-g2"'),
    ("r22-name-given-twice", "in.xml", 'xml:id="in-p01"'),
    ("x02-id-of-another-file", "authority.xml", "xml:id="),
    ("x03-person-misspelt", "authority.xml", 'xml:id="person-envoy"'),
    ("x03-wrong-prefix", "authority.xml", 'xml:id="person-envoy"'),
    ("x04-hand-is-no-respstmt", "in.xml", 'xml:id="in-p01"'),
    ("x04-hand-misspelt", "in.xml", 'xml:id="tr"'),
    ("x05-nothing-there-in-the-file", "cable-2.xml", 'xml:id="act-sent"'),
    ("x06-speaker-is-no-participant", "in.xml", "<particDesc"),
    ("x08-received-a-day-before", "in.xml", 'when="1994-02-12"'),
    ("x08-received-long-before", "in.xml", 'when="1994-02-12"'),
    ("x09-dated-otherwise-than-sent", "in.xml", 'when="1994-02-12"'),
    ("x10-received-otherwise-than-the-header-says", "in.xml", 'when="1994-02-1'),
    ("x12-header-has-another-number", "in.xml", '<idno type="telegram"'),
    ("x12-text-has-another-number", "in.xml", "<idno"),
    ("x12-title-has-another-number", "in.xml", "<idno"),
    ("x13-subtypes-differ", "in.xml", "subtype="),
    ("x14-links-in-a-circle", "in.xml", "target="),
    ("x19-number-left-out", "in.xml", "n="),
    ("x21-marking-only-in-the-header", "in.xml", "ana="),
    ("x24-oldest-change-first", "in.xml", "when="),
    ("x27-note-signed-by-an-editor", "in.xml", '<respStmt xml:id="ed"'),
    ("x28-two-records-of-one-name", "authority.xml", "xml:id="),
    ("x29-part-not-linked", "cable-2.xml", "<title"),
    ("x29-separate-telegram-twice", "in.xml", "n="),
    ("x32-label-of-another-person", "in.xml", "who="),
    ("x34-title-left-out", "edition.xml", "<title"),
    ("x35-office-ends-before-it-begins", "authority.xml", "from="),
]


@pytest.mark.parametrize(("case", "path", "begins"), ELSEWHERE, ids=[case for case, _, _ in ELSEWHERE])
def test_a_finding_shows_the_other_place(
    case: str, path: str, begins: str, validated_case: Callable[[Path], Validated]
) -> None:
    found = [other for finding in validated_case(CASES / case).findings for other in finding.related]
    assert found
    for other in found:
        text = Path(other.path).read_text(encoding="utf-8")
        starts = [offset for offset in range(len(text)) if text.startswith(begins, offset)]
        assert other.message
        assert Path(other.path).name == path
        assert (other.line, other.column) in {(at.line, at.column) for at in map(Places(text).place, starts)}
