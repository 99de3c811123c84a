"""A telegram's page as a reader meets it: notes by the text, both views, what the clipboard gets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]
BESIDE = {320: False, 360: False, 800: False, 1440: True, 2560: True}
REDACTION = "[TN: time blacked out]"
SELECT = "(element) => { getSelection().selectAllChildren(element); return getSelection().toString(); }"
# For each note: is it right of the text it belongs to, or under it?
PLACES = """() => [...document.querySelectorAll("[role=doc-footnote]")].map((note) => {
  const text = document.getElementById(note.id.replace("n", "r")).parentElement.getBoundingClientRect();
  const box = note.getBoundingClientRect();
  return {beside: box.left >= text.right, below: box.top >= text.bottom - 1};
})"""
LINES = """(paragraph) => {
  const range = document.createRange(), lines = {};
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getClientRects()[0];
      if (box) { const y = Math.round(box.bottom / 8); lines[y] = (lines[y] ?? 0) + 1; }
    }
  }
  return Math.max(...Object.values(lines));
}"""


@pytest.mark.parametrize("width", BESIDE)
def test_notes_stand_beside_the_text_where_there_is_room_and_below_it_elsewhere(width: int, visit: Visit) -> None:
    places = visit("cable-1468.html", width).evaluate(PLACES)
    assert len(places) == 3
    assert all(place["beside" if BESIDE[width] else "below"] for place in places), places


@pytest.mark.parametrize("width", BESIDE)
def test_lines_are_not_too_long_to_read(width: int, visit: Visit) -> None:
    assert visit("cable-1468.html", width).locator("#p2 p.run").evaluate(LINES) <= 80


def test_a_redaction_is_copied_as_it_is_read(visit: Visit) -> None:
    page = visit("cable-1468.html")
    assert page.locator("main").evaluate(SELECT).count(REDACTION) == 2


def test_a_redaction_is_read_aloud_as_it_is_seen(visit: Visit) -> None:
    assert visit("cable-1468.html").locator("main").aria_snapshot().count(REDACTION) == 2


def test_a_turn_is_copied_with_its_label_as_the_telegram_has_it_and_without_our_numbers(visit: Visit) -> None:
    copied = visit("cable-1468.html").locator("#t2").evaluate(SELECT)
    assert "(Clinton)" in copied
    assert not [line for line in copied.splitlines() if line.strip() in {"5", "6", "7"}]


def test_figures_of_notes_are_not_copied_into_the_sentence(visit: Visit) -> None:
    assert "six thousand dollars." in visit("cable-1468.html").locator("#p1 .run").evaluate(SELECT)


def test_the_text_can_be_seen_as_transcribed_without_javascript(visit: Visit) -> None:
    page = visit("cable-1468.html", java_script_enabled=False)
    line = page.get_by_text("No. 1468 Secret Top Urgent", exact=True)
    assert not line.is_visible()
    page.get_by_label("As transcribed").check()
    assert line.is_visible()
    page.get_by_label("Reading text").check()
    assert not line.is_visible()


def test_every_note_is_there_without_javascript(visit: Visit) -> None:
    notes = visit("cable-1468.html", java_script_enabled=False).locator("[role=doc-footnote]")
    assert [note.is_visible() for note in notes.all()] == [True] * 3


def test_a_redaction_keeps_its_box_where_the_system_picks_the_colours(visit: Visit) -> None:
    page = visit("cable-1468.html", forced_colors="active")
    borders = page.get_by_text(REDACTION).evaluate_all("(all) => all.map((one) => getComputedStyle(one).borderStyle)")
    assert borders
    assert "none" not in borders
