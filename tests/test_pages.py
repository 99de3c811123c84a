"""Pages of the edition: nothing lost, nothing counted twice, nothing that needs a server or a script."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from cablepress import render, resources
from cablepress.document import Document
from cablepress.edition import Edition
from cablepress.edition import edition as assembled
from cablepress.leaf import pack
from cablepress.pages import sheets
from cablepress.parse import parse
from cablepress.saxon import Stylesheet, Tree, tree
from cablepress.sheet import Sheet
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
FEATURES = ROOT / "tests" / "cases" / "features" / "in.xml"
CABLES = sorted((ROOT / "tei").glob("cable-*.xml"))
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
REDACTED = "//t:text//t:gap[@reason = 'redacted' or @reason = 'withheld']"
# What a page adds to the words of a paragraph: marks, notes, the words that stand for what is missing.
ADDED = ("redact", "redact block medium", "lacuna", "doubt", "break")
APPARATUS = ".//a[contains(@class, 'nr')] | .//a[@class = 'pn'] | .//*[@hidden] | .//div[@class = 'notes']" + "".join(
    f" | .//span[@class = '{name}']" for name in ADDED
)
# What stands elsewhere on the page: notes, and what an editor says of a gap or a slip.
SAID_ELSEWHERE = ".//t:note | .//t:desc | .//t:corr"
EXTERNAL = re.compile(r"^(https?:)?//")


def stylesheet(name: str) -> Stylesheet:
    return Stylesheet(resources.folder("xslt") / f"{name}.xsl")


@cache
def whole() -> Edition:
    sources = (Source(path.name, path.stem, path.read_bytes()) for path in sorted((ROOT / "tei").glob("*.xml")))
    parsed = map(parse, sources)
    documents = [document for document in parsed if isinstance(document, Document)]
    cables = [document for document in documents if document.is_cable]
    return assembled(documents, map(render.entry, cables), (pack(render.leaf(cable)) for cable in cables))


@cache
def edition() -> Tree:
    return tree(whole().shared())


@cache
def listed() -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in sheets(whole())}


@cache
def written(name: str) -> str:
    """Return a page of the edition by its file name."""
    stem = name.removesuffix(".html")
    if name in listed():
        document = tree(listed()[name].document())
        page = stylesheet(listed()[name].stylesheet)
        page.bind(edition=document)
        return page.transform(document)
    if stem == "download":
        page = stylesheet(stem)
        page.bind(edition=edition())
        return page.transform(edition())
    page = stylesheet("html")
    page.bind(edition=edition())
    given = tree(source(stem).read_bytes())
    page.bind(card=tree(stylesheet("entry").transform(given).encode()))
    return page.transform(given)


def source(stem: str) -> Path:
    return FEATURES if stem == "features" else ROOT / "tei" / f"{stem}.xml"


def page(name: str) -> html.HtmlElement:
    return html.document_fromstring(written(name))


def encoding(stem: str) -> etree._Element:
    return etree.parse(source(stem)).getroot()


def cut(root: etree._Element, xpath: str) -> None:
    """Take elements out of a tree and leave the text after them."""
    for element in root.xpath(xpath, namespaces=TEI):
        parent = element.getparent()
        before = element.getprevious()
        tail = element.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(element)


def words(root: etree._Element, *, without: str = "") -> list[str]:
    if without:
        cut(root, without)
    return "".join(root.itertext()).split()


STEMS = (*(path.stem for path in CABLES), *(["features"] if FEATURES.exists() else []))
TABLES = ("redactions.csv", "redactions.json")
NAMES = ("download.html", *(name for name in listed() if name not in TABLES), *(f"{stem}.html" for stem in STEMS))


@pytest.mark.parametrize("stem", STEMS)
def test_every_redaction_is_one_bar_with_words(stem: str) -> None:
    bars = page(f"{stem}.html").find_class("redact")
    assert len(bars) == encoding(stem).xpath(f"count({REDACTED})", namespaces=TEI)
    assert all(bar.text_content().strip(" []") for bar in bars)


@pytest.mark.parametrize("stem", STEMS)
def test_the_paragraphs_have_the_words_of_the_encoding_in_order(stem: str) -> None:
    paragraphs = encoding(stem).xpath("//t:sp//t:p[not(ancestor::t:note | ancestor::t:desc)]", namespaces=TEI)
    encoded = [words(paragraph, without=SAID_ELSEWHERE) for paragraph in paragraphs]
    runs = page(f"{stem}.html").xpath("//div[@class = 'speech']//p[@class = 'run']")
    shown = [words(run, without=APPARATUS) for run in runs]
    assert shown == encoded


@pytest.mark.parametrize("stem", STEMS)
def test_no_word_of_the_text_is_lost(stem: str) -> None:
    article = page(f"{stem}.html").xpath("//article")[0]
    text = encoding(stem).find("t:text", TEI)
    assert text is not None
    cut(article, ".//a[contains(@class, 'nr')]")
    shown = set(re.findall(r"\w+", " ".join(article.itertext())))
    assert set(re.findall(r"\w+", " ".join(text.itertext()))) <= shown


@pytest.mark.parametrize("stem", STEMS)
def test_paragraphs_and_turns_are_numbered_through(stem: str) -> None:
    ids = page(f"{stem}.html").xpath("//@id")
    assert len(ids) == len(set(ids))
    for letter, counted in {"p": "//t:div//t:p[not(ancestor::t:note | ancestor::t:desc)]", "t": "//t:sp"}.items():
        count = len(encoding(stem).xpath(counted, namespaces=TEI))
        numbered = [each for each in ids if re.fullmatch(rf"{letter}\d+", each)]
        assert numbered == [f"{letter}{number}" for number in range(1, count + 1)]


@pytest.mark.parametrize("stem", STEMS)
def test_each_note_stands_once_and_has_a_way_back(stem: str) -> None:
    document = page(f"{stem}.html")
    ids = set(document.xpath("//@id"))
    assert {link[1:] for link in document.xpath("//a[@role = 'doc-noteref' or @role = 'doc-backlink']/@href")} <= ids
    notes = document.xpath("//div[@role = 'doc-footnote']")
    assert all(note.xpath("concat('r', substring(@id, 2))") in ids or not note.xpath(".//a") for note in notes)


def test_notes_stand_in_the_order_of_their_marks() -> None:
    document = page("features.html")
    marks = [mark.text for mark in document.xpath("//a[@role = 'doc-noteref'][@id]")]
    assert marks == [note.get("id")[1:] for note in document.xpath("//div[@role = 'doc-footnote']")]


def test_what_the_opener_does_not_say_comes_from_the_header() -> None:
    rows = page("features.html").xpath("//dl[@class = 'run form']/div")
    form = {row.findtext("dt"): " ".join(row.find("dd").text_content().split()) for row in rows}
    assert (form["From"], form["To"], form["Forwarded"]) == ("The Legation", "The Minister", "all missions")


def test_what_only_the_sheet_repeats_stands_in_brackets_inside_a_sentence() -> None:
    assert "[SECTION 02 OF 02] [SECRET] over the page" in page("features.html").xpath("string(//*[@id = 'p2'])")


def test_a_note_tells_its_list_apart_when_it_runs_on() -> None:
    copies = page("features.html").xpath("//span[@class = 'as-transcribed']")
    assert "Distribution is as follows: Minister; Vice-Minister]" in copies[-1].text_content()


def test_the_copies_compared_are_named() -> None:
    compared = page("features.html").xpath("//dt[. = 'Copies compared']/following-sibling::dd/p")
    assert [copy.text for copy in compared] == ["Copy released in 2014", "Copy released in 2019"]


def test_the_source_speaks_for_itself_and_rights_point_to_it() -> None:
    document = page("features.html")
    assert "Nothing is said." in document.xpath("string(//*[@id = 'source-digital'])")
    assert document.xpath("//dt[. = 'Rights']/following-sibling::dd//a/@href") == ["#source-digital"]


def test_speakers_are_told_from_those_who_are_named() -> None:
    rows = page("cable-1468.html").xpath("//section[contains(@class, 'named')]//dl/div")
    names = {row.findtext("dt"): row.xpath(".//li/a/text()") for row in rows}
    assert names["Speakers"][:2] == ["Hosokawa Morihiro", "Bill Clinton"]
    assert "Kuriyama Takakazu" in names["Named"]
    assert "Hata Tsutomu" not in names["Named"]


def test_a_citation_closes_its_quotation_marks_in_order() -> None:
    chicago, mla = page("cable-1468.html").xpath("//*[@class = 'citation']")
    assert "(2 of 2),’” February 12, 1994" in chicago.text_content()
    assert "(2 of 2).’” 12 Feb. 1994. The Japan" in mla.text_content()


# The neighbours of the specimen are not in this edition.
@pytest.mark.parametrize("name", [name for name in NAMES if name != "features.html"])
def test_every_link_leads_somewhere(name: str) -> None:
    files = {path.stem + end for path in CABLES for end in (".xml", ".txt", ".bib", ".ris", ".json")} | {
        f"assets/{asset.name}" for asset in (resources.folder("xslt") / "assets").iterdir()
    }
    files |= {"print.html", "edition.zip", "edition.epub", "manifest.json"}  # tests/test_volumes.py looks into them
    for address in page(name).xpath("//@href | //@src"):
        target, _, fragment = address.partition("#")
        assert target in files or target == "" or target in (*NAMES, *TABLES), address
        if fragment:
            assert fragment in page(target or name).xpath("//@id"), address


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_an_outline(name: str) -> None:
    levels = [int(heading.tag[1]) for heading in page(name).xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(heading.text_content().strip() for heading in page(name).xpath("//h1 | //h2 | //h3"))


@pytest.mark.parametrize("name", NAMES)
def test_pages_carry_no_style_or_script_and_call_nobody(name: str) -> None:
    document = page(name)
    assert written(name).upper().startswith("<!DOCTYPE HTML>")
    assert not document.xpath(
        "//style | //script[text()][not(@type = 'application/ld+json')] | //@style | //@*[starts-with(name(), 'on')]"
    )
    assert not [link for link in document.xpath("//@href | //@src") if EXTERNAL.match(link)]
    assert len(document.xpath("//meta[@charset]")) == 1
    assert "default-src 'none'" in document.xpath("//meta[@http-equiv = 'Content-Security-Policy']/@content")[0]


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_stands_alone_without_the_edition(stem: str) -> None:
    alone = stylesheet("html")
    alone.bind(edition=tree(assembled((), ()).shared()))
    document = html.document_fromstring(alone.transform(tree(source(stem).read_bytes())))
    assert len(document.find_class("redact")) == len(page(f"{stem}.html").find_class("redact"))


def test_the_same_page_twice_is_the_same() -> None:
    once = written("cable-1468.html")
    written.cache_clear()
    assert written("cable-1468.html") == once


def test_the_home_page_has_every_telegram_and_says_what_is_missing() -> None:
    home = page("index.html")
    assert [item.get("id") for item in home.xpath("//ol[@class = 'ledger']/li[@id]")] == [path.stem for path in CABLES]
    assert home.xpath("string(//li[@class = 'missing'])") == "1463–1467 not in this edition"


def test_people_are_grouped_by_side_and_lead_to_paragraphs() -> None:
    people = page("people.html")
    assert [heading.text_content() for heading in people.xpath("//h2")][:2] == ["Japan", "United States"]
    assert people.xpath("//li[@id = 'person-hosokawa']//a/@aria-label")[0] == "No. 1468, paragraph 1"


def test_only_the_assets_of_the_pages_are_there() -> None:
    assert {asset.name for asset in (resources.folder("xslt") / "assets").iterdir()} == {
        "edition.css",
        "edition.js",
        "icon.svg",
        "lookup.js",
        "shelves.js",
        "search.js",
        "terms.js",
    }


@pytest.mark.parametrize(("who", "cues"), [("person:hata person:hosokawa", 1), ("person:hata person:gore", 0)])
def test_a_turn_spoken_together_has_a_side_only_if_it_is_one(who: str, cues: int) -> None:
    turn = b'<sp xml:id="c1468-t06" who="person:hata">'
    given = source("cable-1468").read_bytes().replace(turn, turn.replace(b"person:hata", who.encode()))
    renderer = stylesheet("html")
    renderer.bind(edition=edition())
    document = html.document_fromstring(renderer.transform(tree(given)))
    assert len(document.xpath("//div[@id = 't6']//span[contains(@class, 'cue')]")) == cues
