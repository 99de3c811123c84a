"""Two texts and all in which they differ: nothing is lost, what has moved is told so, and nothing takes for ever."""

import random
import re
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cablepress.collation.departure import Departure, Line, Text
from cablepress.collation.departures import compare
from cablepress.collation.likeness import explained

NOWHERE: frozenset[Line] = frozenset()
lines_of_words = st.lists(st.lists(st.sampled_from("abcde"), min_size=1, max_size=4).map(tuple), max_size=12).map(tuple)
passages = st.lists(st.integers(0, 30), max_size=8).map(
    lambda numbers: tuple(tuple(f"{number}{letter}" for letter in "abcdefg") for number in numbers)
)


def mended(found: tuple[Departure, ...], cable: Text) -> Line:
    """Put every departure right: take out of the cable what is too much, and put in what is missing."""
    gone = {
        each
        for one in found
        for at, words in ((one.cable_at, one.cable), (one.moved_from, one.page))
        if at is not None
        for each in range(at, at + len(words))
    }
    due = sorted(found, key=lambda each: (each.cable_at, each.page_at))
    words: list[str] = []
    for at in range(len(cable.words) + 1):
        words += [word for each in due if each.cable_at == at for word in each.page]
        words += [cable.words[at]] if at < len(cable.words) and at not in gone else []
    return tuple(words)


@pytest.mark.parametrize("texts", [lines_of_words, passages], ids=["few words", "passages"])
def test_departures_turn_the_cable_into_its_page(texts: st.SearchStrategy[tuple[Line, ...]]) -> None:
    @given(page=texts, cable=texts)
    def turned(page: tuple[Line, ...], cable: tuple[Line, ...]) -> None:
        ours, theirs = Text(page), Text(cable)
        found = compare(ours, theirs, NOWHERE)
        assert mended(found, theirs) == ours.words
        assert all(ours.words[each.page_at : each.page_at + len(each.page)] == each.page for each in found)

    turned()


@example(((*"aa",), ("a",), (*"ba",)), ((*"aaaa",),), frozenset({("a",)}))
@example(((*"abb",), ("a",), ("b",), (*"aaa",)), ((*"baabaaaabbb",),), frozenset({("a",)}))
@given(page=lines_of_words, cable=lines_of_words, frame=st.frozensets(st.sampled_from([("a",), ("b", "c"), ("d",)])))
def test_whatever_is_no_line_of_the_frame_is_accounted_for(
    page: tuple[Line, ...], cable: tuple[Line, ...], frame: frozenset[Line]
) -> None:
    theirs = Text(cable)
    lines = ("".join(line) for line in page)
    allowed = "".join(f"({line})?" if tuple(line) in frame else line for line in lines)
    assert re.fullmatch(allowed, "".join(mended(compare(Text(page), theirs, frame), theirs)))


def test_a_line_of_the_frame_within_a_changed_end_is_not_passed_over() -> None:
    cable = Text((("One", "two", "three"), ("Four", "five", "six")))
    page = Text((("Menu",), ("One", "two", "3"), ("Menu",), ("Four", "five", "6"), ("Menu",)))
    found = compare(page, cable, frozenset({("Menu",)}))
    assert [(each.page_at, each.page) for each in found] == [(3, ("3",)), (4, ("Menu",)), (7, ("6",))]


def test_what_has_moved_is_told_as_moved_also_among_other_changes() -> None:
    words = [tuple(f"{number}{letter}" for letter in "abcdefghij") for number in range(6)]
    cable = Text((words[0], words[3], words[1], words[2], (*words[4], "added"), words[5]))
    page = Text((words[0], words[1], words[2], ("lost", *words[3]), words[4], words[5]))
    found = compare(page, cable, NOWHERE)
    assert [(each.page, each.cable, each.moved_from) for each in found] == [
        (("lost",), (), None),
        (words[3], (), 10),
        ((), ("added",), None),
    ]


PICKED = random.Random(1)
COMMON = [f"w{number}" for number in range(1000)]
PROSE = tuple(
    tuple(PICKED.choices(COMMON, [1 / number for number in range(1, 1001)], k=100)) for _ in range(3500)
)  # two megabytes
TWO = tuple(tuple(PICKED.choices("ab", k=1000)) if number % 2 else (f"u{number}",) for number in range(120))
SAME = (("the", "same"),)
CHAIN = tuple(word for number in range(20_000) for word in (f"s{number + 1}", f"s{number}"))
WIDER = tuple(word for number in range(20_000) for word in (f"s{number + 1}", "n", f"s{number}"))


@pytest.mark.parametrize(
    ("page", "cable"),
    [
        (PROSE, tuple(line[:50] + line[51:] if number % 5 else line for number, line in enumerate(PROSE))),
        (PROSE, (*PROSE[:100], *PROSE[200:3000], *PROSE[100:200], *PROSE[3000:])),
        (PROSE[:1000], tuple(line[::-1] for line in PROSE[:1000])),
        (SAME * 40_000, (*SAME * 9_000, ("other",), *SAME * 30_000)),
        (TWO, tuple(line[::-1] for line in TWO)),
        ((CHAIN,), (WIDER,)),
    ],
    ids=[
        "many changes",
        "moved pages",
        "nothing in common",
        "the same word",
        "two words",
        "fixed points in each other",
    ],
)
def test_no_text_takes_for_ever(page: tuple[Line, ...], cable: tuple[Line, ...]) -> None:
    ours, theirs = Text(page), Text(cable)
    begin = process_time()
    found = compare(ours, theirs, NOWHERE)
    assert process_time() - begin < 10
    assert found


def test_two_megabytes_with_two_mistakes_have_two_departures() -> None:
    cable = Text((*PROSE[:1000], (*PROSE[1000], "more"), *PROSE[1001:2000], PROSE[2000][1:], *PROSE[2001:]))
    assert [(each.page, each.cable) for each in compare(Text(PROSE), cable, NOWHERE)] == [
        ((), ("more",)),
        (PROSE[2000][:1], ()),
    ]


@pytest.mark.parametrize(
    ("page", "cable", "said"),
    [
        ("caf\u00e9", "cafe\u0301", "“\u00e9” is one character in the transcription and two in the encoding."),
        ("cafe\u0301s", "caf\u00e9s", "“\u00e9” is two in the transcription and one character in the encoding."),
        ("Japan’s", "Japan's", "U+2019 RIGHT SINGLE QUOTATION MARK, the encoding U+0027 APOSTROPHE."),
        ("1993–94", "1993-94", "has U+2013 EN DASH, the encoding U+002D HYPHEN-MINUS."),
        ("\u0421linton", "Clinton", "U+0421 CYRILLIC CAPITAL LETTER ES, the encoding U+0043 LATIN CAPITAL LETTER C."),
        ("of\ufb01ce", "office", "U+FB01 LATIN SMALL LIGATURE FI, the encoding U+0066"),
        ("co\u00adop", "coop", "has U+00AD SOFT HYPHEN, the encoding nothing there."),
        ("PrimeMinister", "Prime Minister", "white space alone"),
        ("insurance,", "insurance", None),
        ("yen", "dollars", None),
    ],
)
def test_readings_that_look_alike_are_told_apart(page: str, cable: str, said: str | None) -> None:
    assert (
        explained(page, cable).endswith(said) if said and said.endswith(".") else (said or "") in explained(page, cable)
    )
    assert bool(explained(page, cable)) == (said is not None)
