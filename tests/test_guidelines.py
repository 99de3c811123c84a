"""The page of encoding guidelines says of every element what the grammar says, and what `cablepress explain` says."""

import re

import pytest
from lxml import html

from cablepress import examples, press
from cablepress.codes import codes
from cablepress.edition import edition
from cablepress.examples import right_elements
from cablepress.grammar.guide import ElementEntry, guide
from cablepress.grammar.verdict import grammar
from cablepress.pages import sheets

NAME = re.compile(r"[A-Za-z][\w.-]*")


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    sheet = next(each for each in sheets(edition((), ())) if each.name == "guidelines.html")
    found: html.HtmlElement = html.document_fromstring(press.page(sheet.stylesheet, sheet.document()).decode())
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def told(page: html.HtmlElement, name: str) -> list[tuple[str, dict[str, html.HtmlElement]]]:
    """List the meanings of an element, each with the rows below it."""
    section = page.get_element_by_id(f"el-{name}")
    rows = [{words(row[0]): row[1] for row in facts} for facts in section.iterchildren("dl")]
    return list(zip(map(words, section.iterchildren("p")), rows, strict=True))


def held_in(page: html.HtmlElement, content: html.HtmlElement) -> set[str]:
    """Name the elements that a content leads to, by themselves or in groups."""
    found = set[str]()
    for link in content.iterchildren("a"):
        kind, _, name = link.get("href", "").partition("-")
        found |= {name} if kind == "#el" else held_in(page, page.get_element_by_id(f"group-{name}").xpath("dd")[0])
    return found


def as_explained(entry: ElementEntry) -> tuple[str, frozenset[str], frozenset[tuple[str, bool]]]:
    attributes = frozenset((each.name, each.is_required) for each in entry.attributes)
    return entry.meaning, frozenset(entry.parents), attributes


@pytest.mark.parametrize("name", guide(grammar()))
def test_the_page_and_the_command_say_the_same(name: str, page: html.HtmlElement) -> None:
    """They come from one grammar by two ways, XSLT and the matcher's patterns."""
    by_meaning: dict[str, set[str]] = {}
    for meaning, rows in told(page, name):
        by_meaning.setdefault(meaning, set()).update(NAME.findall(words(rows["Stands in"])))
    for entry in guide(grammar())[name]:
        meaning, parents, attributes = as_explained(entry)
        assert not parents or by_meaning[meaning] >= parents
        alike = [rows for said, rows in told(page, name) if said == meaning]
        assert attributes in [
            {(row[1:], words(value).startswith("Required.")) for row, value in rows.items() if row.startswith("@")}
            for rows in alike
        ]
        held = [held_in(page, rows["Holds"]) for rows in alike]
        assert set(NAME.findall(entry.content)) & guide(grammar()).keys() - {"text"} in [
            each - {"text"} for each in held
        ]


@pytest.mark.parametrize("name", guide(grammar()))
def test_every_element_has_its_example(name: str, page: html.HtmlElement) -> None:
    shown = page.get_element_by_id(f"el-{name}").find("pre")
    assert shown is not None
    assert shown.text_content() == right_elements()[name].excerpt.text
    assert f"<{name}" in shown.text_content()


def test_every_link_leads_somewhere_on_the_page(page: html.HtmlElement) -> None:
    ids = {element.get("id") for element in page.iter("*") if element.get("id")}
    assert {link[2][1:] for link in page.iterlinks() if link[2].startswith("#")} <= ids


def test_it_shows_a_mistake_of_every_code(page: html.HtmlElement) -> None:
    for name in codes():
        wrong, shown = examples.wrong(name), page.get_element_by_id(f"code-{name}")
        assert bool(wrong) is bool(shown.find_class("wrong"))
        if wrong and wrong.finding.line:
            line = wrong.data.decode().splitlines()[wrong.finding.line - 1]
            assert line.startswith(shown.xpath("string(.//mark)"), wrong.finding.column - 1)


def test_it_says_what_is_checked(page: html.HtmlElement) -> None:
    assert [words(term) for term in page.xpath("//section[@aria-labelledby = 'codes']//dt")] == list(codes())


def test_pages_of_the_whole_edition_lead_to_it() -> None:
    whole = {each.name: each for each in sheets(edition((), ()))}
    for name in ("index.html", "people.html", "redactions.html"):
        made = press.page(whole[name].stylesheet, whole[name].document()).decode()
        assert '<a href="guidelines.html">' in made
