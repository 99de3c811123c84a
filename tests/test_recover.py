"""A file that is no XML: every slip is told, once, at its place; what else is wrong with it is found all the same."""

import random
import sys
from pathlib import Path
from time import perf_counter

import pytest
from lxml import etree

from cablepress import press
from cablepress.document import Document
from cablepress.parse import parse
from cablepress.recover.recover import recover
from cablepress.recover.scan import MOST
from cablepress.source import Source

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS / "bench"))  # the score of messages is made there
from diagnostics import answer, marks_hit, score  # noqa: E402
from mistakes import Case, cases  # noqa: E402
from validators import ours  # noqa: E402

CABLE = (TESTS.parent / "tei" / "cable-1468.xml").read_text(encoding="utf-8")
CASES = cases()
LETTERS = "<>/&\"'= ax!?-[]\n;”\x01"


def source(text: str) -> Source:
    return Source("in.xml", "in", text.encode())


def is_xml(text: str) -> bool:
    try:
        etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, collect_ids=False))
    except etree.XMLSyntaxError:
        return False
    return True


def damaged(seed: int) -> str:
    """The real cable after a few slips of the keyboard."""
    chance, text = random.Random(seed), CABLE
    for _ in range(chance.randint(1, 3)):
        at = chance.choice([index for index, letter in enumerate(text) if letter in '<>/&"='])
        at, length = max(0, at + chance.randint(-2, 2)), chance.randint(0, 2)
        text = text[:at] + "".join(chance.choices(LETTERS, k=chance.randint(0, 2))) + text[at + length :]
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_mistake_is_told_once_at_its_place_with_what_is_expected(case: Case) -> None:
    said = ours(case)
    assert len(said) == len(case.marks), said
    assert all(all(marks_hit(mark, answer(mark, said))) for mark in case.marks), said


def test_the_score_counts_what_is_missed() -> None:
    case = next(case for case in CASES if case.name == "several-in-one-file")
    said = ours(case)
    assert score({case.name: said}, (case,)) == (1, 1, 1, 1, 1, 1)
    assert score({case.name: said[:-1]}, (case,)) == (0.75, 0.75, 0.75, 0.75, 0, 0)


@pytest.mark.parametrize("seed", range(150))
def test_whatever_libxml2_refuses_is_explained_within_the_file(seed: int) -> None:
    text = damaged(seed)
    lines = text.replace("\r\n", "\n").split("\n")
    found = parse(source(text))
    assert isinstance(found, Document) == is_xml(text)
    recovered = recover(source(text)).slips
    assert all(1 <= each.line <= len(lines) and 1 <= each.column <= len(lines[each.line - 1]) + 1 for each in recovered)
    assert bool(recovered) == (not is_xml(text)), recovered
    press.examine(source(text))


def test_what_is_well_formed_has_no_slips() -> None:
    paths = [*(TESTS.parent / "tei").glob("*.xml"), *(TESTS / "cases").glob("[!w]*/in.xml")]
    for path in paths:
        if "DOCTYPE" not in (text := path.read_text(encoding="utf-8")):
            assert recover(source(text)).slips == (), path


def test_a_large_file_is_explained_in_time_that_grows_with_its_size() -> None:
    paragraph = "<p>One & two <b and <rs type='person>three</rs>.</p>\n"
    plain = "<p>One and two <hi>and</hi> <rs type='person'>three</rs>.</p>\n"
    text = CABLE.replace("<sp ", (paragraph + plain * 80) * 100 + "<sp ", 1)
    begin = perf_counter()
    assert 300 <= len(recover(source(text)).slips) < MOST
    assert perf_counter() - begin < 8


def test_a_file_that_is_mangled_from_end_to_end_is_told_of_up_to_a_bound() -> None:
    text = CABLE.replace("<sp ", "<p>One & two</p>" * 4000 + "<sp ", 1)
    assert len(recover(source(text)).slips) == MOST
