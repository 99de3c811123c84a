"""Bytes, whatever they are → nothing, or an AssertionError: what must hold of each part, whatever it is given."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lxml import etree, html

from cablepress import check, press, render, saxon
from cablepress.document import Document
from cablepress.edition import edition as assembled
from cablepress.facts import facts
from cablepress.finding import Finding, errors
from cablepress.grammar import verdict
from cablepress.grammar.explain import explain
from cablepress.importing import desk, page
from cablepress.importing.draft import draft
from cablepress.importing.holdings import holdings
from cablepress.importing.tei import written
from cablepress.parse import parse
from cablepress.places import LINE_END, Places
from cablepress.recover.recover import recover
from cablepress.recover.scan import MOST
from cablepress.resources import folder
from cablepress.source import Source
from inert import page as living
from mutations import CHANGES, HARMFUL, Given, mutated

CASES = Path(__file__).resolve().parents[1] / "cases"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
REDACTED = "//t:text//t:gap[@reason = 'redacted' or @reason = 'withheld']"
BARS = "//main//*[contains(concat(' ', @class, ' '), ' redact ')]"


def document(data: bytes) -> None:
    """Any bytes are a document, or have findings, each at a place that there is."""
    found = parse(Source("in.xml", "in", data))
    assert isinstance(found, Document) or found
    if isinstance(found, Document):
        assert found.root.getroottree().docinfo.internalDTD is None
    else:
        assert all(finding.message and finding.line <= data.count(b"\n") + data.count(b"\r") + 1 for finding in found)


def tags(data: bytes) -> None:
    """The scanner of places sees the tags that the parser sees."""
    text = f"<TEI>{data.decode('utf-8', 'replace')}</TEI>"
    root = _parsed(text.encode())
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        return
    seen, elements = Places(text).tags, list(root.iter("{*}*"))
    assert len(seen) == len(elements)
    for tag, element in zip(seen, elements, strict=True):
        assert text[tag.start + 1 :].startswith(etree.QName(element).localname) or element.prefix
        assert sum(not name.startswith("xmlns") for name, _ in tag.attributes) == len(element.attrib)


def scanner(data: bytes) -> None:
    """The tolerant scanner ends, tells each slip once at a place that there is, and nothing of a file that is XML."""
    found = recover(Source("in.xml", "in", data))
    lines = LINE_END.split(data.decode("utf-8", "replace"))
    assert len(found.slips) <= MOST
    assert len(set(found.slips)) == len(found.slips)
    assert all(slip.message and 0 < slip.line <= len(lines) for slip in found.slips)
    if found.document is not None:
        assert _parsed(found.document.source.data) is not None


def matcher(data: bytes) -> None:
    """Our matcher and libxml2 read the same grammar: what one accepts, the other does."""
    chance = Given(data)
    found = parse(Source("in.xml", "in", mutated(chance, _root("features"), CHANGES, 1 + len(data) // 8)))
    if isinstance(found, Document):
        assert verdict.accepts(found) == (explain(found, verdict.grammar()) == ())


def importer(data: bytes) -> None:
    """Any page is refused, or becomes a draft that is XML and has all of its words."""
    read = page.read(Source("page.txt", "page", data))
    if isinstance(read, Finding):
        assert read.message
        return
    made = draft(read, desk.stem_of(read.stem), holdings(CASES / "base"), "2026-11-27")
    assert made.lost == ()
    assert _parsed(written(made.root)) is not None


def renderers(data: bytes) -> None:
    """Whatever a sound cable says, its page is not alive; each redaction is one on the page, and worded in the text."""
    source = Source("in.xml", "in", mutated(Given(data), _root("features"), HARMFUL, 1 + len(data) // 8))
    found, examined = parse(source), press.examine(source)
    if not isinstance(found, Document) or examined.card is None or _is_at_odds(found):
        return
    cards = (examined.card, *(render.entry(each) for each in _base() if each.is_cable))
    around = assembled((*_base(), found), cards, (examined.leaf,)).shared()
    reading = press.read(source, examined.card, around)
    assert list(living(reading.html)) == []
    gaps = saxon.select(saxon.tree(source.data), REDACTED.replace("t:", "tei:"))
    assert len(html.document_fromstring(reading.html.decode()).xpath(BARS)) == len(gaps)
    words = Counter(_letters(_editorial().call("{urn:cablepress:editorial}wording", gap)) for gap in gaps)
    text = _letters(reading.text.decode())
    assert [word for word, count in words.items() if text.count(word) < count] == []


def _letters(text: str) -> str:
    """Leave out white space: lines end within words where a script has no spaces."""
    return "".join(text.split())


def _is_at_odds(cable: Document) -> bool:
    """Whether a cable is at odds with the edition around it, or with itself: then it is not published."""
    documents = {each.stem: each for each in (*_base(), cable)}
    return bool(errors(check.across(map(facts, documents.values()), documents.__getitem__)))


def _parsed(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, collect_ids=False))
    except etree.XMLSyntaxError:
        return None


@cache
def _root(case: str) -> etree._Element:
    return etree.fromstring((CASES / case / "in.xml").read_bytes())


@cache
def _base() -> tuple[Document, ...]:
    """Parse what stands around the cable: the edition of all cases, with what the case has of its own."""
    paths = {path.name: path for case in ("base", "features") for path in sorted((CASES / case).glob("*.xml"))}
    sources = (Source(name, path.stem, path.read_bytes()) for name, path in paths.items() if name != "in.xml")
    return tuple(each for each in map(parse, sources) if isinstance(each, Document))


@cache
def _editorial() -> saxon.Stylesheet:
    return saxon.Stylesheet(folder("xslt") / "text.xsl")


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (document, tags, scanner, matcher, importer, renderers)
}
