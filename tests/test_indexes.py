"""Pages of the whole edition: what they list is all there is, each leads to its place, and long lists are split."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from cablepress import render, saxon
from cablepress.document import Document
from cablepress.edition import Edition, edition, is_reserved
from cablepress.leaf import pack
from cablepress.pages import sheets
from cablepress.parse import parse
from cablepress.source import Source
from cablepress.validate import Validated

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "tests" / "bench" / "corpus.py"
FEATURES = ROOT / "tests" / "cases" / "features"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
REDACTED = "//t:text//t:gap[@reason = 'redacted' or @reason = 'withheld']"
ELSEWHERE = ("download.html", "print.html")  # pages that are made of all telegrams
FEW = 24  # cables, of several years


def formed(folder: Path) -> Edition:
    parsed = (parse(Source(path.name, path.stem, path.read_bytes())) for path in sorted(folder.glob("*.xml")))
    documents = [document for document in parsed if isinstance(document, Document)]
    cables = [document for document in documents if document.is_cable]
    return edition(documents, map(render.entry, cables), (pack(render.leaf(cable)) for cable in cables))


def made(of: Edition, *, most: int = 500) -> dict[str, str]:
    """Make all pages of an edition but those of its cables."""
    pages = ((sheet.name, render.page(sheet.stylesheet, saxon.tree(sheet.document()))) for sheet in sheets(of, most))
    return {name: page.decode() for name, page in pages}


@cache
def pages() -> dict[str, str]:
    return made(formed(ROOT / "tei"))


@pytest.fixture
def features(validated_case: Callable[[Path], Validated]) -> dict[str, str]:
    return made(validated_case(FEATURES).edition)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A larger edition, of several years."""
    folder = tmp_path_factory.mktemp("invented")
    subprocess.run([sys.executable, BENCH, folder, str(FEW)], check=True)
    for number, path in enumerate(sorted(folder.glob("cable-*.xml"))):
        year = str(1990 + number % 4)
        path.write_text(re.sub(r"\b1994-", f"{year}-", path.read_text(encoding="utf-8")), encoding="utf-8")
    return formed(folder)


def page(name: str) -> html.HtmlElement:
    return html.document_fromstring(pages()[name])


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def counted(xpath: str) -> int:
    files = (ROOT / "tei").glob("cable-*.xml")
    return sum(int(etree.parse(path).xpath(f"count({xpath})", namespaces=TEI)) for path in files)


def test_a_person_says_in_order_what_the_telegram_reports() -> None:
    paragraphs = page("person-clinton.html").xpath("//section[contains(@class, 'said')]//div[@class = 'para']")
    assert [paragraph.xpath("string(a/@href)") for paragraph in paragraphs] == [
        f"cable-1468.html#p{n}" for n in (5, 6, 7)
    ]
    encoded = etree.parse(ROOT / "tei" / "cable-1468.xml").xpath(
        "//t:sp[@who = 'person:clinton']/t:p[1]/text()[1]", namespaces=TEI
    )
    assert words(paragraphs[0].find("p")).startswith(" ".join(str(encoded[0]).split())[:60])
    assert [words(label) for label in page("person-clinton.html").find_class("who")] == ["Clinton"]


def test_shares_of_words_add_up_to_the_talk() -> None:
    people = [name for name in pages() if name.startswith("person-")]
    shares = [re.search(r"([\d,]+) of 1,424 words", words(page(name))) for name in people]
    assert sum(int(share[1].replace(",", "")) for share in shares if share) == 1424


def test_an_office_has_its_time_and_a_side_its_place() -> None:
    facts = page("person-gore.html").xpath("//section[contains(@class, 'authority')]//dd")
    assert words(facts[0]) == "Vice President of the United States, January 20, 1993 to January 20, 2001"
    assert facts[1].xpath("string(.//a/@href)") == "place-united-states.html"
    people = page("place-united-states.html").xpath("//section[contains(@class, 'belonging')]//a/@href")
    assert {"person-gore.html", "person-clinton.html"} <= set(people)


def test_whoever_is_named_is_shown_with_the_words_round_the_name() -> None:
    (mention,) = page("person-reagan.html").xpath("//ul[@class = 'mentions']/li")
    assert words(mention).startswith("¶ 1 Prime Minister … ")
    assert "The earlier Reagan tax cut" in words(mention)
    assert page("person-reagan.html").xpath("//section[contains(@class, 'said')]") == []


def test_every_record_that_a_telegram_leads_to_has_a_page_and_a_place_in_its_list() -> None:
    for kind, name in {"person": "people", "org": "organisations", "place": "places"}.items():
        listed = page(f"{name}.html").xpath("//ul[@class = 'people']/li/@id")
        assert {f"{each}.html" for each in listed} <= set(pages())
        pointers = {
            pointer
            for path in (ROOT / "tei").glob("cable-*.xml")
            for pointer in re.findall(rf'(?:ref|who|sameAs)="{kind}:([a-z0-9-]+)"', path.read_text(encoding="utf-8"))
        }
        assert set(listed) == {f"{kind}-{pointer}" for pointer in pointers}


def test_every_redaction_is_listed_once_with_its_authority() -> None:
    redactions = page("redactions.html")
    assert len(redactions.find_class("redact")) == counted(REDACTED)
    assert len({bar.get("href") for bar in redactions.find_class("redact")}) == counted(REDACTED)
    assert all("by Ministry of Foreign Affairs of Japan" in words(meta) for meta in redactions.find_class("meta"))
    assert words(redactions.find_class("lede")[0]).endswith("in 2 of 8 telegrams; one of them is withheld in full.")
    counts = redactions.xpath("//table/tbody/tr/td[1]")
    assert sum(int(words(count)) for count in counts) == counted(REDACTED)


def test_the_tables_say_what_the_page_says(features: dict[str, str]) -> None:
    for found in (pages(), features):
        rows = list(csv.DictReader(io.StringIO(found["redactions.csv"], newline="")))
        objects = json.loads(found["redactions.json"])
        bars = html.document_fromstring(found["redactions.html"]).find_class("redact")
        assert [row["link"] for row in rows] == [bar.get("href") for bar in bars] == [each["link"] for each in objects]
        assert [{name: cell for name, cell in row.items() if cell} for row in rows] == [
            {name: str(value) for name, value in each.items()} for each in objects
        ]
        assert all(line.endswith("\r") for line in found["redactions.csv"].split("\n")[:-1])


def test_kinds_and_extents_are_counted(features: dict[str, str]) -> None:
    rows = html.document_fromstring(features["redactions.html"]).xpath("//table/tbody/tr")
    table = {words(row[0]): (words(row[1]), words(row[3])) for row in rows}
    cable = etree.parse(FEATURES / "in.xml")
    names = int(cable.xpath(f"count({REDACTED}[@unit = 'name'])", namespaces=TEI))
    assert table["Name"] == (str(names), "one each")
    assert table["Character"] == ("1", "2 characters")
    assert table["Line"] == ("1", "unknown")
    assert table["Word"] == ("1", "at least 2 words")
    paragraphs = int(cable.xpath(f"count({REDACTED}/ancestor::t:p[1])", namespaces=TEI))
    assert f"Paragraphs with a redaction: {paragraphs}" in features["redactions.html"]


@pytest.mark.parametrize("begin", ["=SUM(A1)", "+1", "-1", "@x", "\tx"])
def test_no_cell_begins_as_a_formula(begin: str) -> None:
    leaf = (
        f'<ed:leaf stem="x"><ed:redaction number="1" reason="redacted" unit="time" part="text" authority="{begin}">'
        f'<ed:before>{begin}</ed:before><ed:wording>{begin}, "so"</ed:wording><ed:after/></ed:redaction></ed:leaf>'
    )
    document = f'<ed:edition xmlns:ed="urn:cablepress:editorial"><ed:leaves>{leaf}</ed:leaves></ed:edition>'
    (row,) = csv.DictReader(io.StringIO(render.page("redactions-csv", saxon.tree(document.encode())).decode()))
    assert row["wording"] == f'\'{begin}, "so"'
    assert row["before"] == f"'{begin}"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())


def test_every_note_is_listed_by_its_kind(features: dict[str, str]) -> None:
    notes = html.document_fromstring(features["notes.html"])
    kinds = [item.get("data-kind") for item in notes.xpath("//ol[@class = 'records']/li")]
    assert sorted(kinds) == ["editorial", "editorial", "footnote", "marginal", "translator", "translator"]
    buttons = notes.xpath("//fieldset//input/@id")
    assert buttons == ["kind-all", "kind-translator", "kind-editorial", "kind-footnote", "kind-marginal"]
    assert len(page("notes.html").xpath("//ol[@class = 'records']/li")) == counted(
        "//t:text//t:note[@type = 'editorial']"
    )


def test_the_series_ties_telegrams_both_ways() -> None:
    bonds = {words(div.find("dt")): words(div.find("dd/ul")) for div in page("series.html").xpath("//dl/div")}
    assert bonds["No. 1456"] == "Next part of this divided telegram: No. 1468"
    assert bonds["No. 1468"] == "Previous part of this divided telegram: No. 1456"
    assert bonds["No. 1457"].endswith("No. 1458, No. 1459, No. 1460, No. 1461, No. 1462")
    assert words(page("series.html").find_class("missing")[0]) == "1463–1467 not in this edition"
    assert "1 withheld in full. 5 numbers between them are not in this edition." in words(page("series.html"))


def test_telegrams_outside_the_edition_are_listed(features: dict[str, str]) -> None:
    (outside,) = html.document_fromstring(features["series.html"]).xpath("//section[contains(@class, 'outside')]//li")
    assert words(outside).startswith("Wire 1350 is named in ")


@pytest.fixture(scope="module")
def split(invented: Edition) -> dict[str, str]:
    return made(invented, most=5)


def test_a_long_list_is_split_by_year_and_a_long_year_by_month(invented: Edition, split: dict[str, str]) -> None:
    names = [name for name in split if name.startswith("index-")]
    assert {name[6:10] for name in names} == {"1990", "1991", "1992", "1993"}
    items = [html.document_fromstring(split[name]).xpath("//ol[@class = 'ledger']/li/@id") for name in names]
    assert sorted(stem for some in items for stem in some) == sorted(card.stem for card in invented.cards)
    front = html.document_fromstring(split["index.html"])
    assert front.xpath("//ol[@class = 'front']/li/a/@href") == names
    assert sum(int(words(count).split()[0]) for count in front.xpath("//ol[@class = 'front']//span")) == FEW
    for name in (each for each in split if each.endswith(".html")):
        targets = {link.partition("#")[0] for link in html.document_fromstring(split[name]).xpath("//a/@href")}
        assert {target for target in targets if not target.startswith("cable-")} <= {*split, *ELSEWHERE, ""}, name


def test_what_a_split_list_counts_is_what_its_pages_list(invented: Edition, split: dict[str, str]) -> None:
    whole = made(invented)
    for name, item in {
        "redactions": "//a[@class = 'redact']/@href",
        "notes": "//ol[@class = 'records']/li//a/@href",
    }.items():
        listed = [
            link
            for each in split
            if re.fullmatch(rf"{name}-.*\.html", each)
            for link in html.document_fromstring(split[each]).xpath(item)
        ]
        assert listed == html.document_fromstring(whole[f"{name}.html"]).xpath(item)
        summary = html.document_fromstring(split[f"{name}.html"]).xpath("string(//header/p)")
        assert summary == html.document_fromstring(whole[f"{name}.html"]).xpath("string(//header/p)")
        assert [each for each in split if is_reserved(each.removesuffix(".html"))]
    assert all(is_reserved(each.rpartition(".")[0]) for each in split)
    assert not [each for each in whole if re.search(r"-(\d{4}|undated)", each)]


def items(split: dict[str, str], names: str, xpath: str) -> list[str]:
    found = (html.document_fromstring(split[name]).xpath(xpath) for name in split if re.fullmatch(names, name))
    return [str(item) for some in found for item in some]


def test_a_long_list_of_names_is_split_by_initial(invented: Edition, split: dict[str, str]) -> None:
    whole = made(invented)
    for name in ("people", "organisations", "places"):
        people = "//ul[@class = 'people']/li/@id"
        listed = items(split, rf"{name}-.*\.html", people)
        assert sorted(listed) == sorted(items(whole, rf"{name}\.html", people))
        front = html.document_fromstring(split[f"{name}.html"])
        assert sum(int(words(count).split()[0]) for count in front.xpath("//ol[@class = 'front']//span")) == len(listed)
        for part in (each for each in split if re.fullmatch(rf"{name}-.\.html", each)):
            ups = (html.document_fromstring(split[f"{key}.html"]) for key in items(split, re.escape(part), people))
            assert {up.xpath("string(//p[@class = 'up']/a/@href)").partition("#")[0] for up in ups} == {part}
    surnames = [
        record.xpath(
            "string(t:persName[@type = 'display' or not(../*[@type = 'display'])][1]/t:surname)", namespaces=TEI
        )
        for record in map(etree.fromstring, (invented.records[key] for key in items(split, "people-h.html", people)))
    ]
    assert surnames
    assert all(surname.startswith("H") for surname in surnames)


def test_a_long_page_of_a_person_is_split_by_time_and_loses_nothing(invented: Edition, split: dict[str, str]) -> None:
    whole = made(invented)
    key = max(invented.known, key=lambda each: len(invented.known[each]) * each.startswith("person:")).replace(":", "-")
    for xpath in ("//section[contains(@class, 'said')]//a[@class = 'pn']/@href", "//ul[@class = 'mentions']//a/@href"):
        listed = items(split, rf"{key}_.*\.html", xpath)
        assert listed
        assert sorted(listed) == sorted(items(whole, rf"{key}\.html", xpath))
        assert items(split, rf"{key}\.html", xpath) == []
    summary = "string(//header/p[last()])"
    pages = [html.document_fromstring(each[f"{key}.html"]) for each in (whole, split)]
    assert pages[0].xpath(summary) == pages[1].xpath(summary)
    counts = pages[1].xpath("//ol[@class = 'front']//span")
    assert sum(int(words(count).split()[0]) for count in counts) == len(invented.known[key.replace("-", ":", 1)])


def test_only_the_pages_that_show_a_paragraph_are_made_of_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    before = {sheet.name: sheet.document() for sheet in sheets(formed(tmp_path / "tei"))}
    cable = tmp_path / "tei" / "cable-1468.xml"
    text = cable.read_text(encoding="utf-8")
    cable.write_text(text.replace("A cooling off period will", "A cooling down period will", 1), encoding="utf-8")
    after = {sheet.name: sheet.document() for sheet in sheets(formed(tmp_path / "tei"))}
    assert {name for name in after if after[name] != before[name]} == {"person-gore.html"}
