"""Every kind of page, light and dark, from a small phone to a wall: nothing that axe-core can find."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from cablepress import render, saxon
from cablepress.document import Document
from cablepress.edition import edition as assembled
from cablepress.parse import parse
from cablepress.registers import registers
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *("index", "people", "search", "guidelines", "cable-1468", "cable-1456", "cable-1459"),
    *("download", "print", "person-hosokawa", "place-united-states", "redactions", "notes", "series"),
]
WIDTHS = [320, 360, 800, 1440, 2560]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]
# preload would fetch the style sheet anew, which a page opened as a file may not do. All rules are run; of those that
# pass, one element each is told: to tell of all takes twice as long as to find them.
RUN = """standards => axe.run({
  preload: false, runOnly: standards, resultTypes: ["violations", "incomplete"], selectors: false })"""


def found(results: dict[str, Any]) -> list[str]:
    """List violations, and contrast that axe could not decide: that is how ink on ink passes."""
    undecided = [rule for rule in results["incomplete"] if rule["id"] == "color-contrast"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
        for rule in [*results["violations"], *undecided]
        for node in rule["nodes"]
    ]


@pytest.fixture(scope="session")
def axe(node_file: Callable[[str], Path]) -> str:
    return node_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, axe: str) -> dict[tuple[int, str], list[str]]:
    """Ask axe in both schemes at every width, without loading the page anew."""
    page.evaluate(axe)
    results = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            results[width, scheme] = page.evaluate(RUN, STANDARDS)
    assert all(len(result["passes"]) > 20 for result in results.values())
    return {place: each for place, result in results.items() if (each := found(result))}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, axe: str, visit: Callable[..., Page]) -> None:
    assert faults(visit(f"{name}.html", bypass_csp=True), axe) == {}


def test_axe_finds_nothing_among_hits(axe: str, visit: Callable[..., Page]) -> None:
    page = visit("search.html?q=targets&person=clinton", bypass_csp=True)
    page.locator("#hits mark").first.wait_for()
    assert faults(page, axe) == {}


def test_axe_finds_nothing_on_a_page_of_a_list_that_is_split(
    edition: Path, axe: str, visit: Callable[..., Page]
) -> None:
    """The initials are narrow, and stand as far apart as a finger is wide."""
    sources = (Source(path.name, path.stem, path.read_bytes()) for path in sorted((ROOT / "tei").glob("*.xml")))
    documents = [document for document in map(parse, sources) if isinstance(document, Document)]
    cards = [render.entry(document) for document in documents if document.is_cable]
    sheet, _ = next(each for each in registers(assembled(documents, cards), 1) if "-" in each[0].name)
    document = re.sub(b' parts="[^"]*"', b' parts="g h i j l other"', sheet.document())
    path = edition / sheet.name
    path.write_bytes(render.page(sheet.stylesheet, saxon.tree(document)))
    found = faults(visit(path.name, bypass_csp=True), axe)
    path.unlink()
    assert found == {}


def test_axe_finds_what_is_wrong_in_one_scheme_at_one_width(axe: str, visit: Callable[..., Page]) -> None:
    page = visit("download.html", bypass_csp=True)
    page.add_style_tag(content="@media (width: 800px) and (prefers-color-scheme: dark) { h1 { color: #222 } }")
    assert set(faults(page, axe)) == {(800, "dark")}
