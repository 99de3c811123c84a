"""Telegrams of extreme form: 400 turns, a heavy apparatus, a title without end, Japanese. The pages hold."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from paper import overprinted, words

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
Visit = Callable[..., Page]
TITLE = "A Title That Does Not End: " + ", ".join(f"Item {number} of the Agenda" for number in range(1, 14))
WORDS = "The two sides exchanged views on this matter and agreed to come back to it in the spring. "
JAPANESE = (
    "両国の関係について意見を交換し、春に再び協議することで一致した。"
    "規制緩和と市場開放については、双方の立場に隔たりがある。"
)
FORMS = ("talk", "apparatus", "title", "japanese")
WIDTHS = (320, 800, 1440)
EXCESS = "() => document.documentElement.scrollWidth - innerWidth"
# Blank space between two paragraphs that follow each other in a speech, in pixels
GAPS = """() => [...document.querySelectorAll(".speech")].flatMap((speech) => {
  const boxes = [...speech.querySelectorAll(".para")].map((para) => [...para.children]
    .filter((part) => part.matches(".run, .notes.below")).map((part) => part.getBoundingClientRect()));
  return boxes.slice(1).map((parts, i) =>
    Math.min(...parts.map((box) => box.top)) - Math.max(...boxes[i].map((box) => box.bottom)));
})"""
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".note, .para > .run")].map((part) => part.getBoundingClientRect());
  return boxes.some((a, i) => boxes.some((b, j) => i < j && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1));
}"""


def talk() -> str:
    turns = (
        f'<sp who="person:{who}"><speaker>({who.title()})</speaker><p>{WORDS * (1 + number % 3)}</p></sp>'
        for number in range(400)
        for who in (("minister", "visitor")[number % 2],)
    )
    return "".join(turns)


def remark() -> str:
    return f'<sp who="person:minister"><speaker>(Minister)</speaker><p>{WORDS}</p></sp>'


def apparatus() -> str:
    """Write 30 paragraphs with 60 redactions and 40 notes; every fifth has a note longer than itself."""
    paragraphs = []
    for number in range(30):
        gaps = f'<gap reason="redacted" unit="word" quantity="{number + 1}" resp="#rv"/> and <gap reason="redacted" unit="line" quantity="2" resp="#rv"/>'  # noqa: E501
        notes = f'<note type="editorial" resp="#ed">{WORDS * (9 if number % 5 == 0 else 1)}</note>'
        again = '<note type="editorial" resp="#ed">Thus.</note>' if number % 3 == 0 else ""
        paragraphs.append(f"<p>{WORDS}{notes} {gaps} {WORDS * (number % 4)}{again}</p>")
    return f'<sp who="person:minister"><speaker>(Minister)</speaker>{"".join(paragraphs)}</sp>'


def japanese() -> str:
    turns = (
        f'<sp who="person:{who}"><speaker>（{label}）</speaker><p>{JAPANESE * 3}</p><p>{JAPANESE}</p></sp>'
        for who, label in (("minister", "大臣"), ("visitor", "来訪者"))
    )
    return "".join(turns)


def telegram(form: str, number: int, speech: str, title: str, language: str = "en") -> str:
    """Put the turns of a telegram in the place of those of the plain case."""
    plain = (CASES / "plain" / "in.xml").read_text(encoding="utf-8")
    head, tail = plain[: plain.index("<sp ")], plain[plain.rindex("</sp>") + len("</sp>") :]
    head = re.sub(r"<correspContext>.*?</correspContext>", "", head)
    head = head.replace('xml:id="in"', f'xml:id="{form}"').replace(">in<", f">{form}<").replace("in-g1", f"{form}-g1")
    head = head.replace("Cable No. 1, A Plain Cable", f"Cable No. {number}, {title}").replace("A Plain Cable", title)
    head = re.sub(r'(<idno type="telegram">)1<', rf"\g<1>{number}<", head).replace("No. <idno", "No. <idno")
    if "visitor" not in speech:
        head = re.sub(r'<person sameAs="person:visitor" role="speaker"/>', "", head)
    return head.replace('xml:lang="en"', f'xml:lang="{language}"', 1) + speech + tail


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    (folder / "tei").mkdir()
    for name in ("authority.xml", "edition.xml"):
        (folder / "tei" / name).write_bytes((CASES / "base" / name).read_bytes())
    telegrams = {
        "talk": telegram("talk", 1, talk(), "A Long Talk"),
        "apparatus": telegram("apparatus", 2, apparatus(), "A Heavy Apparatus"),
        "title": telegram(
            "title", 3, f'<sp who="person:minister"><speaker>(Minister)</speaker><p>{WORDS}</p></sp>', TITLE
        ),
        "japanese": telegram("japanese", 4, japanese(), "日米首脳会談（少人数会合）", "ja"),
    }
    for form, text in telegrams.items():
        (folder / "tei" / f"{form}.xml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "cablepress", "build"]
    built = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder / "dist"


@pytest.mark.parametrize("form", FORMS)
def test_nothing_scrolls_sideways_or_overlaps(form: str, visit: Visit) -> None:
    page = visit(f"{form}.html")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(EXCESS) <= 0, width
        assert not page.evaluate(OVERLAPS), width


@pytest.mark.parametrize("form", FORMS)
def test_no_word_is_printed_over_another(
    form: str, visit: Visit, tmp_path: Path, find_program: Callable[[str], str]
) -> None:
    path = tmp_path / f"{form}.pdf"
    visit(f"{form}.html").pdf(path=path, prefer_css_page_size=True)
    sheets = words(path, find_program("pdftotext"))
    assert sum(map(len, sheets)) > 150
    assert overprinted(sheets) == []
    if form == "talk":  # a speaker's name keeps its distance from the paragraph's number, however long
        label = [word for word in sheets[-2] if word.text in {"Minister", "Visitor"} and word.right < 150]
        number = [word for word in sheets[-2] if re.fullmatch(r"[34]\d\d", word.text)]
        assert label
        assert number
        assert min(word.left for word in number) - max(word.right for word in label) > 3


def test_no_turn_is_narrower_than_its_outline(visit: Visit) -> None:
    """Else all turns of a long talk are the same ink, whoever speaks."""
    narrower = """() => [...document.querySelectorAll(".shape rect")].filter((turn) => {
      const style = getComputedStyle(turn);
      return style.stroke !== "none" && turn.getBoundingClientRect().width <= 2 * parseFloat(style.strokeWidth);
    }).length"""
    page = visit("talk.html", 320)
    assert page.locator(".shape rect").count() == 400
    assert page.evaluate(narrower) == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_a_note_that_is_longer_than_its_paragraph_does_not_tear_the_text(width: int, visit: Visit) -> None:
    page = visit("apparatus.html", width)
    assert page.locator(".speech .note").count() == 40
    assert page.locator(".speech .redact").count() == 60
    gaps = page.evaluate(GAPS)
    assert len(gaps) == 29
    if width >= 1200:  # below that, all notes stand between the paragraphs
        assert max(gaps) < 100, gaps


def test_a_telegram_of_400_turns_is_listed_and_can_be_cited_throughout(visit: Visit) -> None:
    page = visit("talk.html", 360, java_script_enabled=False)
    assert page.locator(".shape details li").count() == 400
    assert page.locator(".turn").count() == page.locator(".passage").count() == 400
    page.locator("#p400 .pn").click()
    assert "“Cable No. 1,” ¶ 400, text " in page.locator("#p400 .passage").inner_text()
    assert page.locator("#p399 .passage").is_hidden()


def test_the_words_of_a_japanese_telegram_are_told_from_the_editions_own(visit: Visit) -> None:
    page = visit("japanese.html")
    assert page.evaluate("() => document.documentElement.lang") == "en"
    for part in ("h1", "#p1 .run", "#t1 .who-label"):
        assert page.locator(f"{part}:lang(ja)").count() == 1, part
    assert page.locator("#cite:lang(ja)").count() == 0


def test_a_title_without_end_is_set_smaller(visit: Visit) -> None:
    size = "(heading) => parseFloat(getComputedStyle(heading).fontSize)"
    assert len(TITLE) >= 300
    assert visit("title.html").locator("h1").evaluate(size) < visit("talk.html").locator("h1").evaluate(size)


def test_japanese_is_measured_in_characters(visit: Visit) -> None:
    assert "characters" in visit("japanese.html").locator(".legend").inner_text()
    assert "words" in visit("talk.html").locator(".legend").inner_text()
