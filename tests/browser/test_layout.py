"""Nothing sticks out sideways: at any width, in a reader's own spacing, in letters twice as large."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]
PAGES = [
    *("index", "people", "search", "guidelines", "cable-1468", "cable-1456", "cable-1459"),
    *("download", "print", "person-hosokawa", "redactions", "notes", "series"),
]
WIDTHS = [320, 360, 800, 1440, 2560]
EXCESS = "() => document.documentElement.scrollWidth - innerWidth"
# WCAG 2.2, success criterion 1.4.12
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                     p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
CLIPPED = """() => [...document.querySelectorAll("main *")].filter((element) => {
  const style = getComputedStyle(element);
  const cuts = style.overflow === "hidden" && style.position !== "absolute";
  return cuts && element.scrollHeight > element.clientHeight + 1;
}).map((element) => element.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(name: str, visit: Visit) -> None:
    page = visit(f"{name}.html")
    excess = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        excess[width] = page.evaluate(EXCESS)
    assert {width: by for width, by in excess.items() if by > 0} == {}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 640, 1440])
def test_wider_spacing_fits(name: str, width: int, visit: Visit) -> None:
    page = visit(f"{name}.html", width)
    page.evaluate(SPACING)
    assert page.evaluate(EXCESS) <= 0
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [640, 1440])
def test_letters_twice_as_large_fit(name: str, width: int, visit: Visit) -> None:
    page = visit(f"{name}.html", width)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate(EXCESS) <= 0
