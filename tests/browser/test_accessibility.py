"""Every kind of page, light and dark, from a small phone to a wall: nothing that axe-core can find."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PAGES = [
    *("index", "people", "search", "guidelines", "cable-1468", "cable-1456", "cable-1459"),
    *("download", "print", "person-hosokawa", "place-united-states", "redactions", "notes", "series"),
]
WIDTHS = [320, 360, 800, 1440, 2560]
LONG = "guidelines"  # its looks are those of the others, and axe is slow on a page of thousands of elements
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# preload would fetch the style sheet anew, which a page opened as a file may not do
RUN = "standards => axe.run({preload: false, runOnly: standards})"


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


def faults(page: Page, axe: str, awaited: str = "main") -> dict[int, list[str]]:
    """Ask axe at every width, once something is there."""
    results = {}
    widths = [360] if LONG in page.url else WIDTHS
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.reload()
        page.locator(awaited).first.wait_for()
        page.evaluate(axe)
        results[width] = page.evaluate(RUN, STANDARDS)
    assert all(len(result["passes"]) > 20 for result in results.values())
    return {width: each for width, result in results.items() if (each := found(result))}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, scheme: str, axe: str, visit: Callable[..., Page]) -> None:
    assert faults(visit(f"{name}.html", color_scheme=scheme, bypass_csp=True), axe) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_hits(scheme: str, axe: str, visit: Callable[..., Page]) -> None:
    page = visit("search.html?q=targets&person=clinton", color_scheme=scheme, bypass_csp=True)
    assert faults(page, axe, awaited="#hits mark") == {}
