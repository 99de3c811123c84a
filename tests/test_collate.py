"""No word is lost: an encoding and its transcription agree, and every departure is found where it is."""

from collections import Counter
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cablepress import render, saxon
from cablepress.collation import collate, departures
from cablepress.collation.departure import Text
from cablepress.collation.difference import Comparison, Difference
from cablepress.collation.page import read_page
from cablepress.collation.transcription import Run, Transcription
from cablepress.document import Document
from cablepress.edition import edition as assembled
from cablepress.finding import Finding
from cablepress.parse import parse
from cablepress.source import Source

TEI = Path(__file__).resolve().parents[1] / "tei"
CABLE = (TEI / "cable-1468.xml").read_text(encoding="utf-8")
PAGE = (TEI / "transcriptions" / "cable-1468.txt").read_text(encoding="utf-8")
SHORT = "“After a cooling off period, I … what to do in the future.”"
LAST = " After a cooling off period, I would like to leave it to the negotiators on what to do in the future."


def document(name: str, text: str) -> Document:
    parsed = parse(Source(f"{name}.xml", name, text.encode()))
    assert isinstance(parsed, Document)
    return parsed


@cache
def edition() -> saxon.Tree:
    documents = tuple(document(path.stem, path.read_text(encoding="utf-8")) for path in sorted(TEI.glob("*.xml")))
    return saxon.tree(assembled(documents, (render.entry(one) for one in documents if one.is_cable)).shared())


def collated(cable: str, page: str, stem: str = "cable-1468") -> tuple[Finding, ...]:
    found = collate.check(document(stem, cable), Source("page.txt", stem, page.encode()), edition())
    return (*found.findings, *(each.finding(f"{stem}.xml", "page.txt") for each in undeclared(found)))


def undeclared(found: Comparison) -> tuple[Difference, ...]:
    return tuple(each for each in found.differences if not each.is_declared)


def word_at(text: str, finding: Finding) -> str:
    return text.splitlines()[finding.line - 1][finding.column - 1 :].split(None, 1)[0]


def test_the_encoding_equals_its_transcription_and_the_whole_page_is_accounted_for() -> None:
    assert collated(CABLE, PAGE) == ()


def test_a_cable_that_says_what_its_title_says_is_found_on_its_page() -> None:
    date, title, other = ("May", "1"), ("The", "talks"), ("Related",)
    page = Text((date, title, title, other))
    assert departures.compare(page, Text((title,)), frozenset({date, title, other})) == ()
    assert departures.compare(page, Text((("Silence",),)), frozenset({date, title, other})) != ()


@pytest.mark.parametrize(
    "page", [PAGE.replace(" ", "\u00a0"), PAGE.replace("\n", "\r\n"), "\ufeff" + PAGE, PAGE.strip()]
)
def test_white_space_is_not_compared(page: str) -> None:
    assert collated(CABLE, page) == ()


@pytest.mark.parametrize(
    ("old", "new", "message", "remedy"),
    [
        (
            "procurement, insurance, I",
            "procurement, insurance I",
            "The transcription (page.txt, line 46) has “insurance,” where the encoding has “insurance”.",
            "Write “insurance,” after “government and procurement,”.",
        ),
        (
            "Number: <gap",
            "<gap",
            "“Number:” is in the transcription (page.txt, line 7) and missing here.",
            "Put back “Number:” at the beginning.",
        ),
        (
            LAST,
            "",
            f"{SHORT} is in the transcription (page.txt, line 79) and missing here.",
            f"Put back {SHORT} after “their jobs. (laughter)”.",
        ),
        (
            "If we stop",
            "If we must stop",
            "“must” is not in the transcription (page.txt, line 79).",
            "Remove “must” after “(Christopher) If we”.",
        ),
        (
            ">Secret<",
            ">SECRET<",
            "The transcription (page.txt, line 25) has “Secret” where the encoding has “SECRET”.",
            "Write “Secret” after “2) No. 1468”.",
        ),
    ],
    ids=["comma", "first word", "last sentence", "added word", "case"],
)
def test_one_departure_is_one_finding(old: str, new: str, message: str, remedy: str) -> None:
    assert old in CABLE
    (finding,) = collated(CABLE.replace(old, new), PAGE)
    assert (finding.code, finding.message, finding.remedy) == ("X30", message, remedy)


def test_a_finding_stands_at_the_word() -> None:
    changed = CABLE.replace("procurement, insurance, I", "procurement, <!-- ? --> insurance I")
    (finding,) = collated(changed, PAGE)
    assert word_at(changed, finding) == "insurance"


def test_swapped_paragraphs_are_one_finding() -> None:
    second, third, fourth = (CABLE.index(f'<p xml:id="c1468-p0{n}"') for n in (2, 3, 4))
    swapped = CABLE[:second] + CABLE[third:fourth] + CABLE[second:third] + CABLE[fourth:]
    (finding,) = collated(swapped, PAGE)
    assert "stands elsewhere in the transcription" in finding.message
    assert word_at(swapped, finding) == "I"


def test_a_redaction_note_that_is_left_out_is_missed() -> None:
    start = CABLE.index('<note type="translator" subtype="redaction" target="#c1468-g1"')
    changed = CABLE[:start] + CABLE[CABLE.index("</note>", start) + len("</note>") :]
    (finding,) = collated(changed, PAGE)
    assert finding.message.startswith("“[TN: blacked out]” is in the transcription")


def test_editors_notes_and_corrections_are_not_on_the_page() -> None:
    slip = "<choice><sic>cooling</sic><corr>pausing</corr></choice>"
    assert collated(CABLE.replace("After a cooling", f"After a {slip}"), PAGE) == ()


@pytest.mark.parametrize("at", ["Skip to content", "Related Documents", "Record ID"])
def test_a_line_that_nothing_accounts_for_is_found_where_it_stands(at: str) -> None:
    page = PAGE.replace(at, f"{at}\nTweet this")
    (finding,) = collated(CABLE, page)
    assert finding.path == "page.txt"
    assert page.splitlines()[finding.line - 1] == "Tweet this"


def test_a_line_of_the_frame_inside_the_cable_is_not_passed_over() -> None:
    (finding,) = collated(CABLE, PAGE.replace("(Clinton) First", "Related Documents\n\n(Clinton) First"))
    assert finding.message.startswith("“Related Documents” is in the transcription")


def test_a_page_that_is_not_utf8_is_a_finding() -> None:
    page = Source("page.txt", "cable-1468", "Japan’s\nJapan".encode() + "’s".encode("cp1252"))
    (finding,) = collate.check(document("cable-1468", CABLE), page, edition()).findings
    assert (finding.path, finding.line, finding.column, finding.code) == ("page.txt", 2, 6, "X30")


def test_an_empty_page_misses_every_word() -> None:
    (finding,) = collated(CABLE, "")
    assert finding.message.startswith("“Number: [TN: blacked out]")


BASE = Path(__file__).parent / "cases" / "x30-ok-footnotes-wherever-they-stand"
NOTED, NOTED_PAGE = ((BASE / name).read_text(encoding="utf-8") for name in ("in.xml", "transcriptions/in.txt"))
FOOT = "1 See the earlier telegram, above all its end, and the annex.\n"


@pytest.mark.parametrize("mark", ["1", " 1", "(1)", " (1)", "[1]", " [1]", "*", " *"])
@pytest.mark.parametrize("foot", ["1 ", "1. ", "(1) ", "[1] ", "* ", "1"])
def test_a_footnote_may_have_any_mark(mark: str, foot: str) -> None:
    page = NOTED_PAGE.replace("missions1", f"missions{mark}").replace(FOOT[:5], f"{foot}See")
    assert collated(NOTED, page, "in") == collated(NOTED.replace(' n="1" place', " place"), page, "in") == ()


def test_only_at_the_foot_may_a_stop_follow_the_mark() -> None:
    (found,) = collated(NOTED, NOTED_PAGE.replace("missions1", "missions 1."), "in")
    assert found.code == "X30"


@pytest.mark.parametrize("before", ["At length", "Translated by", "(Visitor)"])
def test_a_footnote_may_stand_at_the_foot_of_any_page(before: str) -> None:
    page = NOTED_PAGE.replace(FOOT, "").replace(before, f"{FOOT}\n{before}")
    assert collated(NOTED, page, "in") == ()


@pytest.mark.parametrize("at", [n for n, letter in enumerate(NOTED_PAGE) if letter == ","])
def test_a_lost_comma_is_one_finding_also_in_a_footnote(at: int) -> None:
    (found,) = collated(NOTED, NOTED_PAGE[:at] + NOTED_PAGE[at + 1 :], "in")
    assert found.code == "X30"


def test_words_lost_in_a_footnote_are_found_in_it() -> None:
    changed = NOTED.replace(" above all its end,", "")
    (found,) = collated(changed, NOTED_PAGE, "in")
    assert "“above all its end,” is in the transcription (page.txt, line 15) and missing here." in found.message
    assert changed.splitlines()[found.line - 1][found.column - 1 :].startswith("telegram,")


def test_a_lost_footnote_is_one_finding_and_so_is_a_lost_mark() -> None:
    begin = NOTED.index('<note type="footnote" n="1"')
    changed = NOTED[:begin] + NOTED[NOTED.index("</note>", begin) + len("</note>") :]
    (found,) = collated(changed, NOTED_PAGE, "in")
    assert "1 See the earlier telegram," in found.message
    (found,) = collated(NOTED, NOTED_PAGE.replace(FOOT, "").replace("missions1", "missions"), "in")
    assert "See the earlier telegram," in found.message
    assert "is not in the transcription (page.txt)" in found.message
    (found,) = collated(NOTED, NOTED_PAGE.replace("missions1", "missions"), "in")
    assert found.message.endswith("has “missions” where the encoding has “missions[1]”.")


def test_many_departures_are_told_in_little_more_time_than_one() -> None:
    words = [f"w{n}" for n in range(4000)]
    text = NOTED.replace("</body>", f"<p>{'<pb/>'.join(words)}</p></body>")
    cable = Transcription(tuple((Run(word, n, None),) for n, word in enumerate(words)), frozenset())
    page = read_page("page.txt", "\n".join(f"{word}," for word in words))
    begin = perf_counter()
    assert collate.compare(document("in", text), cable, page).differences
    assert perf_counter() - begin < 2


FIRST, LAST_LINE = (PAGE.splitlines().index(line) for line in ("Number: [TN: blacked out]", PAGE.splitlines()[78]))
PLACES = [
    (number, word)
    for number, line in enumerate(PAGE.splitlines())
    if FIRST <= number <= LAST_LINE
    for word in range(len(line.split()))
]


@settings(max_examples=60, deadline=None)
@given(place=st.sampled_from(PLACES), change=st.sampled_from(["deleted", "inserted", "replaced"]))
def test_any_single_word_is_missed_at_its_place(place: tuple[int, int], change: str) -> None:
    lines = PAGE.splitlines()
    number, at = place
    words = lines[number].split()
    old = words[at]
    words[at : at + 1] = {"deleted": [], "inserted": ["xyzzy", old], "replaced": ["xyzzy"]}[change]
    lines[number] = " ".join(words)
    (finding,) = collated(CABLE, "\n".join(lines))
    expected = {"deleted": f"“{old}” is not in", "inserted": "“xyzzy” is in", "replaced": "has “xyzzy” where"}
    assert expected[change] in finding.message
    assert f"line {number + 1})" in finding.message or not words
    assert finding.line > CABLE[: CABLE.index("<text>")].count("\n")


edits = st.tuples(
    st.sampled_from(["delete", "insert", "repeat", "replace", "swap words", "delete line", "swap lines", "join"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)


def edited(lines: list[list[str]], number: int, edit: tuple[str, int, int]) -> None:
    kind, one, other = edit
    kept = [at for at in range(FIRST, LAST_LINE) if at < len(lines) and len(lines[at]) > 1]
    line, at = lines[kept[one % len(kept)]], other % (len(lines[kept[one % len(kept)]]) - 1)
    if kind == "swap lines":
        here, there = kept[one % len(kept)], kept[other % len(kept)]
        lines[here], lines[there] = lines[there], lines[here]
        return
    line[at : at + 2] = {
        "delete": line[at + 1 : at + 2],
        "insert": [f"xyzzy{number}", *line[at : at + 2]],
        "repeat": [*line[at : at + 2], *line[at : at + 2]],
        "replace": [f"xyzzy{number}", *line[at + 1 : at + 2]],
        "swap words": line[at : at + 2][::-1],
        "delete line": [],
        "join": ["".join(line[at : at + 2])],
    }[kind]
    if kind == "delete line":
        line.clear()


@settings(max_examples=60, deadline=None)
@example(chosen=[("join", 58, 0), ("insert", 320, 0)])
@given(chosen=st.lists(edits, min_size=1, max_size=4))
def test_no_edit_of_a_transcription_is_lost(chosen: list[tuple[str, int, int]]) -> None:
    lines = [line.split() for line in PAGE.splitlines()]
    for number, edit in enumerate(chosen):
        edited(lines, number, edit)
    page = "\n".join(map(" ".join, lines))
    source = Source("page.txt", "cable-1468", page.encode())
    found = collate.check(document("cable-1468", CABLE), source, edition()).differences
    assert bool(found) == (page.split() != PAGE.split())
    # Whatever was done, the cable with all departures undone has the words of the page, neither more nor fewer
    balance = Counter(PAGE.split())
    for each in found:
        balance.update(each.page.words.split())
        balance.subtract(each.cable.words.split())
    assert +balance == Counter(page.split())
    for number, line in enumerate(lines, 1):
        for word in (word for word in line if "xyzzy" in word):
            (spot,) = (each.page for each in found if word in each.page.words.split())
            there = " ".join(each for some in lines[spot.line - 1 : number] for each in some)
            assert spot.words.partition(word)[0] + word in there  # it may have begun with a line before
