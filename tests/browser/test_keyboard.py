"""The edition without a mouse: every stop of the Tab key can be seen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]
ENOUGH = 300
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  const box = stop.getBoundingClientRect(), style = getComputedStyle(stop);
  return {
    name: (stop.getAttribute("aria-label") || stop.textContent || stop.id).trim().slice(0, 40),
    visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def stops(page: Page) -> Iterator[dict[str, Any]]:
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop
    pytest.fail(f"the Tab key does not leave the page after {ENOUGH} stops")


@pytest.mark.parametrize(
    "name", ["index", "people", "search", "cable-1468", "cable-1459", "person-hosokawa", "redactions", "series"]
)
@pytest.mark.parametrize("width", [360, 1440])
def test_every_stop_is_in_view_and_has_a_ring(name: str, width: int, visit: Visit) -> None:
    walked = list(stops(visit(f"{name}.html", width)))
    assert walked
    assert [stop for stop in walked if not (stop["visible"] and stop["ring"])] == []


def test_the_first_stop_skips_to_the_text(visit: Visit) -> None:
    page = visit("cable-1468.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_note_leads_back_to_its_place(visit: Visit) -> None:
    page = visit("cable-1468.html", 360)
    page.locator("[role=doc-noteref]").first.press("Enter")
    assert page.locator("[role=doc-footnote]").first.is_visible()
    page.locator("[role=doc-backlink]").first.press("Enter")
    reference = page.url.partition("#")[2]
    assert page.locator(f"#{reference}").get_attribute("role") == "doc-noteref"
