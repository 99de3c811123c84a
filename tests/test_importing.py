"""A page becomes a draft in which no word is lost, what is known is encoded, and what is doubtful says so."""

import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cablepress.corpus import read_corpus
from cablepress.document import Document
from cablepress.grammar import verdict
from cablepress.importing import account, draft, inline, page, run, tei
from cablepress.importing.holdings import holdings
from cablepress.importing.nodes import texts
from cablepress.memory import Memory
from cablepress.parse import parse
from cablepress.source import Source
from cablepress.validate import validate
from drafts import PAGE, ROOT, TODAY, drafted, named

sys.path.append(str(ROOT / "tests" / "bench"))

import importing as bench

CASES = bench.cases()


# ─── Cases ───


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_becomes_the_draft_expected_of_it(case: Path, *, updates_golden: bool) -> None:
    made = bench.drafted(case)
    found = {"expected.xml": tei.written(made.root).decode(), "expected-report.txt": account.report(made, "draft.xml")}
    for name, text in found.items():
        if updates_golden:
            (case / name).write_text(text, encoding="utf-8")
        assert text == (case / name).read_text(encoding="utf-8")


def test_what_is_true_of_the_pages_is_found() -> None:
    """The truth was written with the pages, before there was anything to find it."""
    scored = bench.score(CASES)
    assert len(CASES) >= 60
    assert (scored.false_turns, scored.lost) == (0, 0)
    for kind, tally in scored.tallies.items():
        least = 0.97 if kind in ("speaker", "redaction") else 0.95
        assert min(tally.precision, tally.recall) >= least, kind


def test_all_drafts_together_are_an_edition_without_an_error(tmp_path: Path, inline: object) -> None:
    """Grammar, rules, pointers, and every word of every page compared with its draft."""
    sources = tuple(Source(case.name, f"{case.name}.txt", (case / "page.txt").read_bytes()) for case in CASES)
    made = run.import_pages(sources, tmp_path, TODAY, None, is_dry=False, is_forced=False)
    assert made.findings == ()
    found = validate(read_corpus(tmp_path), inline, Memory("", "")).findings  # type: ignore[arg-type]
    assert [one for one in found if one.is_error] == []
    assert {one.code for one in found} <= {"I01", "R10", "R16", "X08", "X16", "X19", "X29"}


# ─── The page that was encoded by hand ───


def test_the_draft_of_the_page_that_was_encoded_by_hand_comes_close_to_it() -> None:
    read = page.read(Source("cable-1468.txt", "cable-1468", PAGE.read_bytes()))
    assert isinstance(read, page.Page)
    made = draft.draft(read, "cable-1468", holdings(ROOT / "tei"), TODAY)
    hand = parse(Source("cable-1468.xml", "cable-1468", (ROOT / "tei" / "cable-1468.xml").read_bytes()))
    assert isinstance(hand, Document)
    turns = [each.get("who") for each in named(made.root, "sp")]
    div = named(made.root, "div")[0]
    assert turns == [each.get("who") for each in hand.root.iter("{*}sp")]
    assert [len(named(div, name)) for name in ("p", "gap", "note", "stage")] == [16, 3, 3, 1]
    links = [(each.get("type"), each.get("target")) for each in named(made.root, "ref") if each.get("n")]
    assert links == [(each.get("type"), each.get("target")) for each in hand.root.iter("{*}ref") if each.get("n")]
    assert made.records == ()


@pytest.mark.parametrize(
    "blank", ["", "\n", "\n \n", "\n\u00a0\n \n"], ids=["none", "one", "lone-space", "no-break-space"]
)
def test_the_same_page_is_recognised_with_blank_lines_and_without(blank: str) -> None:
    lines = [line for line in PAGE.read_text(encoding="utf-8").split("\n") if line.strip()]
    made = drafted(f"\n{blank}".join(lines))
    assert (made.laid.kind, len(made.laid.abstract), len(made.laid.related), len(made.laid.rights)) == ("site", 1, 7, 2)
    assert [one.label for one in made.spoken][:3] == ["(Prime Minister)", "(Clinton)", "(Prime Minister)"]
    assert (len(made.spoken), made.laid.unclaimed, made.lost) == (7, (), ())


# ─── No word is lost ───

_WORDS = st.sampled_from(
    """the talks [TN: name blacked out] (laughter) [sic] F[oreign] [Japanese] (redacted) wire 1350 [1] said: Mr.
    ■■{2字黒塗り} ■■■ [ ] ( ) [TN:x] [... ] (Prime Minister) Clinton: End. & < > " 総理： （総理）
    12. (1) A. — – No. 3 Secret
    September28 [part of statement blacked out]""".split()  # noqa: SIM905 - words as a page has them
)
_SPECIAL = st.sampled_from(
    [
        "Skip to content",
        "February 12, 1994",
        "Cable No. 1, A to B, 'The Talks'",
        "Related Documents",
        "Document Information",
        "Record ID",
        "Number: [TN: blacked out]",
        "To: The Minister From: Ambassador Togo",
        "Sent: China 03:58 Year Month 24",
        "No. 1 Secret",
        "(Limited Distribution)",
        "(Prime Minister) Yes.",
        "Premier Zhao:",
        "Mr. Noble: No.",
        "THE CHAIRMAN: So be it.",
        "PARTICIPANTS",
        "SUBJECT",
        "SECRET",
        "SECTION 02 OF 02",
        "(End)",
        "[name and statement blacked out]",
        "Passed to all missions.",
        "BT",
        "Search in",
        "Citation",
        "English HTML",
        "Summary",
        "",
        "",
        "   ",
        "\u3000",
        "\f",
        "[1] A note.",
        "1. Source: a file.",
        "Memorandum of Conversation1",
        "It was said.1",
        "USSR: We see.",
        "M.S. Gorbachev. I see.",
        "PM Zhao (hereafter Zhao): [Page 3]",
        "Participants from the GDR:",
        "外務大臣殿 栗山大使",
        "1990年09月29日 20時15分 国連発",
        "(Everyone laughs.)",
        "ALL CAPS",
    ]
)
_LINES = st.one_of(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), _SPECIAL)
_PAGES = st.lists(_LINES, min_size=1, max_size=25).map("\n".join).filter(lambda text: bool(text.strip()))


@example("[1]\nMemorandum of Conversation1\n1. Source: a file.", None)
@example("Memorandum of Conversation1\n1. Source: a file.", None)
@given(_PAGES, st.sampled_from([None, "site", "old-site", "telegram", "memorandum", "japanese", "plain"]))
@settings(max_examples=60, deadline=None)
def test_no_word_of_any_page_is_lost_and_every_draft_is_valid(text: str, layout: str | None) -> None:
    made = drafted(text, layout=layout)
    assert made.lost == ()
    document = parse(Source("cable-1.xml", "cable-1", tei.written(made.root)))
    assert isinstance(document, Document)
    assert verdict.check(document) == ()


@given(_PAGES)
@settings(max_examples=10, deadline=None)
def test_import_and_then_collate_has_no_departure(text: str) -> None:
    from cablepress import render, saxon  # noqa: PLC0415
    from cablepress.collation import collate  # noqa: PLC0415
    from cablepress.edition import edition  # noqa: PLC0415

    document = parse(Source("cable-1.xml", "cable-1", tei.written(drafted(text).root)))
    assert isinstance(document, Document)
    whole = saxon.tree(edition((document,), (render.entry(document),)).shared())
    assert collate.check(document, Source("page.txt", "cable-1", text.encode()), whole).differences == ()


@given(st.text(alphabet="[]()TN: abé■{}…", max_size=40))
def test_whatever_stands_in_brackets_its_words_stay(text: str) -> None:
    assert texts(inline.inline(text)) == text
