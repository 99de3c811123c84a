"""The pages on paper: dark letters on white, no word over another, no redaction lost."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from paper import Word, overprinted, words


@pytest.fixture(params=["cable-1468", "index", "people", "print", "download", "person-hosokawa", "redactions"])
def printed(request: pytest.FixtureRequest, visit: Callable[..., Page], tmp_path: Path) -> Path:
    """Print a page from a browser in dark mode."""
    path = tmp_path / f"{request.param}.pdf"
    visit(f"{request.param}.html", color_scheme="dark").pdf(path=path, prefer_css_page_size=True, tagged=True)
    return path


def output(*command: str | Path) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_no_word_is_printed_over_another(printed: Path, find_program: Callable[[str], str]) -> None:
    sheets = words(printed, find_program("pdftotext"))
    assert sum(map(len, sheets)) > 80
    assert overprinted(sheets) == []


def test_words_that_stand_over_one_another_are_told() -> None:
    sheet = [
        Word(10, 10, 60, 22, "first"),
        Word(61, 10, 90, 22, "second"),
        Word(30, 14, 70, 26, "third"),
        Word(10, 23, 60, 35, "fourth"),
    ]
    assert overprinted([[], sheet]) == ["sheet 2: first third", "sheet 2: second third"]


def test_every_sheet_names_the_edition(printed: Path, find_program: Callable[[str], str]) -> None:
    sheets = output(find_program("pdftotext"), printed, "-").decode().split("\f")[:-1]
    assert all("The Japan–United States Summit of February 1994" in sheet for sheet in sheets)


def test_paper_stays_white_in_dark_mode(printed: Path, find_program: Callable[[str], str]) -> None:
    pixels = output(find_program("pdftoppm"), "-gray", "-r", "20", printed).split(b"\n255\n", 1)[1]
    assert sum(pixels) / len(pixels) > 200


def test_the_whole_telegram_is_printed(
    visit: Callable[..., Page], tmp_path: Path, find_program: Callable[[str], str]
) -> None:
    path = tmp_path / "cable.pdf"
    visit("cable-1468.html").pdf(path=path, prefer_css_page_size=True)
    text = " ".join(output(find_program("pdftotext"), path, "-").decode().split())
    assert text.count("[TN: time blacked out]") == 2
    assert text.count("[TN: blacked out]") == 1
    assert "what to do in the future." in text
    assert "The Japanese original has not been compared" in text


def test_the_citation_is_the_last_that_is_printed_of_a_telegram(
    visit: Callable[..., Page], tmp_path: Path, find_program: Callable[[str], str]
) -> None:
    path = tmp_path / "cable.pdf"
    visit("cable-1468.html#p3").pdf(path=path, prefer_css_page_size=True)
    text = " ".join(output(find_program("pdftotext"), path, "-").decode().split())
    assert re.search(
        r"How to cite Chicago .*text [0-9a-f]{12}\. MLA .*Wilson Center Digital Archive\.( \d+ / \d+)?$", text
    )
    assert "¶ 3, text" not in text


def test_each_telegram_begins_a_sheet_where_all_are_printed(
    visit: Callable[..., Page], tmp_path: Path, find_program: Callable[[str], str]
) -> None:
    path = tmp_path / "all.pdf"
    visit("print.html").pdf(path=path, prefer_css_page_size=True)
    sheets = output(find_program("pdftotext"), path, "-").decode().split("\f")[:-1]
    begun = [
        [int(number) for number in re.findall(r"(?<!Outgoing )Telegram No\.\s*(\d{4})", sheet)] for sheet in sheets
    ]
    assert [number for numbers in begun for number in numbers] == [*range(1456, 1463), 1468]
    assert all(len(numbers) <= 1 for numbers in begun)
