"""The grammar is a part of TEI, documented and used: whatever can be made from it, the grammar of all TEI accepts."""

from itertools import count
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from cablepress.document import Document
from cablepress.grammar import verdict
from cablepress.grammar.derivative import attributes
from cablepress.grammar.explain import explain
from cablepress.grammar.pattern import (
    EMPTY,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    OneOrMore,
    Pattern,
    Tokens,
    Value,
    alternatives,
)
from cablepress.parse import parse
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
RNG = "{http://relaxng.org/ns/structure/1.0}"
SAYS = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"

MODULES = sorted((ROOT / "schema").glob("*.rng"))
EDITION = sorted((ROOT / "tei").glob("*.xml"))
RIGHT = sorted(
    file
    for case in CASES.iterdir()
    if case.name in ("base", "plain", "features") or "-ok-" in case.name
    for file in case.glob("*.xml")
)
DEEP = 12  # from here on the shortest way is taken, since lists in items and names in names have no end
SAMPLES = {
    "anyURI": "cable-2.xml",
    "date": "1994-02-12",
    "decimal": "1.5",
    "gDay": "---12",
    "gMonth": "--02",
    "gMonthDay": "--02-12",
    "gYear": "1994",
    "gYearMonth": "1994-02",
    "language": "en",
    "positiveInteger": "2",
    "time": "03:58:00",
    "token": "word",
}
KEYS = ("person:x", "org:x", "place:x", "mark:x", "#x", "USD", "person-x", "org-x", "place-x", "mark-x", "x")


class Inventor:
    """Makes documents up: of every choice it takes one part, of every repetition some."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.numbers = count()

    def document(self) -> etree._Element:
        top = etree.Element("top")
        self.fill(top, self.random.choice(alternatives(verdict.grammar().start)), 0)
        return etree.fromstring(etree.tostring(top[0]))

    def fill(self, parent: etree._Element, pattern: Pattern, depth: int) -> None:
        match pattern:
            case Element(declaration):
                self.fill(etree.SubElement(parent, declaration.name), declaration.content, depth + 1)
            case Attribute(name, value):
                parent.set(name, self.text(value))
            case Choice():
                self.fill(parent, self.chosen(pattern, depth), depth)
            case Group(left, right):
                self.fill(parent, left, depth)
                self.fill(parent, right, depth)
            case OneOrMore(inner):
                for _ in range(1 if depth > DEEP else self.random.randint(1, 3)):
                    self.fill(parent, inner, depth)
            case _ if len(parent):
                parent[-1].tail = self.text(pattern)
            case _:
                parent.text = self.text(pattern)

    def chosen(self, pattern: Pattern, depth: int) -> Pattern:
        parts = alternatives(pattern)
        short = [part for part in parts if part in (EMPTY, TEXT)]
        return self.random.choice(short if short and (depth > DEEP or self.random.random() < 0.3) else parts)

    def text(self, pattern: Pattern) -> str:
        match pattern:
            case Value(text):
                return text
            case Tokens(inner) | OneOrMore(inner):
                return self.text(inner)
            case Choice():
                return self.text(self.random.choice(alternatives(pattern)))
            case Data(datatype) if datatype.name == "NCName":
                stem = next(key for key in KEYS[6:] if datatype.accepts(key))
                return f"{stem}{next(self.numbers)}"
            case Data(datatype):
                return SAMPLES.get(datatype.name) or next(key for key in KEYS if datatype.accepts(key))
        return "words " if pattern is TEXT else ""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_every_element_and_attribute_is_documented(module: Path) -> None:
    declared = etree.parse(module).iter(f"{RNG}element", f"{RNG}attribute")
    silent = [f"{node.get('name')}, line {node.sourceline}" for node in declared if not node.findtext(SAYS)]
    assert silent == []


def test_every_element_and_attribute_is_used_in_a_case_or_in_the_edition() -> None:
    used: set[tuple[str, str]] = set()
    for path in (*CASES.glob("*/*.xml"), *EDITION):
        parsed = parse(Source(path.name, path.stem, path.read_bytes()))
        if isinstance(parsed, Document):
            used.update((str(e.tag), str(name)) for e in parsed.elements for name in ("", *e.attrib))
    declared = {(each.name, "") for each in verdict.grammar().declarations}
    own = {
        (each.name, attribute.name)
        for each in verdict.grammar().declarations
        for attribute in attributes(each.content)
        if not attribute.name.startswith("{")  # xml:id and xml:lang are shared by many
    }
    assert sorted((declared | own) - used) == []


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_right_case_is_tei(path: Path, whole_tei: etree.RelaxNG) -> None:
    right = etree.fromstring(path.read_bytes(), etree.XMLParser(collect_ids=False))
    assert whole_tei.validate(right), whole_tei.error_log


@pytest.mark.parametrize("seed", range(40))
def test_what_the_grammar_allows_is_tei_and_needs_no_explanation(seed: int, whole_tei: etree.RelaxNG) -> None:
    invented = Inventor(seed).document()
    document = parse(Source("in.xml", "in", etree.tostring(invented)))
    assert isinstance(document, Document)
    assert verdict.accepts(document)
    assert explain(document, verdict.grammar()) == ()
    assert whole_tei.validate(invented), whole_tei.error_log
