"""Leaves: every word of the text, every redaction, every note, as the indexes and the search of an edition get them."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from cablepress import render, saxon
from cablepress.document import Document
from cablepress.edition import edition
from cablepress.leaf import Leaf, pack
from cablepress.parse import parse
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
CABLES = (*sorted((ROOT / "tei").glob("cable-*.xml")), ROOT / "tests" / "cases" / "features" / "in.xml")
TEI = {"t": "http://www.tei-c.org/ns/1.0", "ed": "urn:cablepress:editorial"}
# Marks of notes, and where a sheet ends, with what it repeats there
APPARATUS = ".//a[contains(@class, 'nr')] | .//span[@class = 'break' or @class = 'fw']"
REDACTED = "//t:text//t:gap[@reason = 'redacted' or @reason = 'withheld']"


@cache
def document(path: Path) -> Document:
    parsed = parse(Source(path.name, path.stem, path.read_bytes()))
    assert isinstance(parsed, Document)
    return parsed


@cache
def leaf(path: Path) -> Leaf:
    return Leaf(path.stem, pack(render.leaf(document(path))))


def parts(path: Path, xpath: str) -> list[Any]:
    found = etree.fromstring(leaf(path).xml).xpath(xpath, namespaces=TEI)
    assert isinstance(found, list)
    return found


@cache
def page(path: Path) -> html.HtmlElement:
    source = document(path).source
    whole = edition((), [render.entry(document(path))]).shared()
    return html.document_fromstring(render.read(source, render.entry(document(path)), saxon.tree(whole)).html)


@pytest.mark.parametrize("path", CABLES, ids=lambda path: path.stem)
def test_every_redaction_has_a_record_and_its_words_are_those_of_the_page(path: Path) -> None:
    records = parts(path, "ed:redaction")
    assert len(records) == document(path).root.xpath(f"count({REDACTED})", namespaces=TEI)
    bars = [" ".join(bar.text_content().split()) for bar in page(path).find_class("redact")]
    assert sorted(record.findtext("ed:wording", "", TEI) for record in records) == sorted(bars)
    assert all(record.get("authority") for record in records)


@pytest.mark.parametrize("path", CABLES, ids=lambda path: path.stem)
def test_a_paragraph_of_a_leaf_says_what_the_page_says(path: Path) -> None:
    for passage in leaf(path).passages():
        if passage.number:
            (run,) = page(path).xpath(f"//*[@id = 'p{passage.number}']/*[contains(@class, 'run')]")
            for other in run.xpath(APPARATUS):
                other.drop_tree()
            assert "".join(passage.text.split()) == "".join(run.text_content().split())


@pytest.mark.parametrize("path", CABLES, ids=lambda path: path.stem)
def test_every_note_has_a_record_with_its_mark(path: Path) -> None:
    marks = {note.get("mark") for note in parts(path, "ed:note")}
    assert {f"n{mark}" for mark in marks} == set(page(path).xpath("//*[@role = 'doc-footnote']/@id"))


def test_a_leaf_knows_who_speaks_and_where() -> None:
    passages = list(leaf(CABLES[-2]).passages())
    assert [passage.number for passage in passages] == [*range(1, 17), None]
    assert passages[-1].text.startswith("The fields for original upload date")  # a note on the source
    assert (passages[4].turn, passages[4].who, passages[4].speaker) == (2, ("person:clinton",), "Clinton")
    assert (passages[4].identifier, passages[4].language) == ("c1468-p05", "en")
    assert (parts(CABLES[-2], "ed:turn/@words")[0], parts(CABLES[-2], "@spoken")) == ("504", ["1424"])


def test_a_leaf_can_be_cut_down_to_one_speaker() -> None:
    kept = dict(leaf(CABLES[-2]).about({"person:gore": frozenset({"13"}), "person:reagan": frozenset()}))
    assert kept.pop("person:reagan") == ""
    assert etree.fromstring(kept["person:gore"]).xpath("//ed:passage/@number", namespaces=TEI) == [
        "9",
        "10",
        "11",
        "13",
    ]
    assert etree.fromstring(leaf(CABLES[-1]).kept("outside")).xpath("string(ed:outside)", namespaces=TEI) == "Wire 1350"
    assert etree.fromstring(leaf(CABLES[-2]).kept("turn")).xpath("string()") == ""
    assert Leaf("none", b"").kept("turn") == ""


def test_leaves_come_in_the_order_of_the_series() -> None:
    cards = [render.entry(document(path)) for path in CABLES[-2::-1]]
    leaves = [pack(render.leaf(document(path))) for path in CABLES[-2::-1]]
    assert [each.stem for each in edition((), cards, leaves).leaves()] == [path.stem for path in CABLES[:-1]]
    assert all(f'stem="{each.stem}"' in each.xml for each in edition((), cards, leaves).leaves())
