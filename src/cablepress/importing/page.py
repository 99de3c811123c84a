"""The bytes of a saved page → its lines, or the finding that says why they cannot be read."""

import re
from dataclasses import dataclass

from cablepress.collation.page import read_page
from cablepress.finding import Finding
from cablepress.importing import html
from cablepress.source import MAX_BYTES, MAX_PAGE, Source

MAX_LINES = 50_000  # a telegram has some hundred

_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
# Beside NUL: what XML 1.0 cannot hold. Form feeds and the like are white space of the page.
_NOT_XML = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the file, its words with one space between, blank lines before it."""

    number: int
    text: str
    blanks: int = 0
    width: int = 0  # as typed, with its indent
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page to import: its name as shown to the user, its stem, its text, its lines."""

    name: str
    stem: str
    text: str
    lines: tuple[Line, ...]


def read(source: Source) -> Page | Finding:
    """Read a page; a finding (W01, W02, W05, W06) if it holds nothing, or what no text may hold."""
    if not source.data.strip():
        return Finding(source.name, 0, 0, "W01", "The page is empty.", "Save its text into it, or leave it out.")
    if len(source.data) > MAX_BYTES:
        return _too_large(source, f"The page is larger than {MAX_BYTES // 1024 // 1024} MB.")
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_text(source, error.start)
    return _read(source, text)


def _read(source: Source, text: str) -> Page | Finding:
    is_markup = _MARKUP.match(source.data) is not None
    if is_markup:
        try:
            text = html.text(source.data)
        except html.TooDeep:
            return _too_large(source, f"Elements are nested more than {html.MAX_DEPTH} deep in the page.")
    if wrong := _NOT_XML.search(text):
        return _not_a_character(source, text, None if is_markup else wrong.start(), text[wrong.start()])
    if len(text.encode()) > MAX_PAGE:
        return _too_large(source, f"The page's text is larger than {MAX_PAGE // 1024} KB.")
    page = Page(source.name, source.stem, text, _lines(text))
    if len(page.lines) > MAX_LINES:
        return _too_large(source, f"The page has more than {MAX_LINES:,} lines.")
    if not page.lines:
        return Finding(source.name, 0, 0, "W01", "The page holds no text.", "Save its text into it, or leave it out.")
    return page


def _lines(text: str) -> tuple[Line, ...]:
    """Split a page as the collation does; its words are ours."""
    split = read_page("", text)
    ends = (0, *split.numbers)
    typed = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return tuple(
        Line(number, " ".join(words), number - before - 1, *_measured(typed[number - 1]))
        for words, number, before in zip(split.text.lines, split.numbers, ends, strict=False)
    )


def _measured(line: str) -> tuple[int, int]:
    return len(line), len(line) - len(line.lstrip())


def _not_text(source: Source, byte: int) -> Finding:
    before = source.data[:byte].decode("utf-8", "replace")
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    wide = source.data.startswith((b"\xff\xfe", b"\xfe\xff"))
    message = "The page is UTF-16, not UTF-8." if wide else f"Byte 0x{source.data[byte]:02X} is not UTF-8."
    return Finding(source.name, *place, "W02", message, "Save the page as UTF-8.")


def _too_large(source: Source, message: str) -> Finding:
    return Finding(source.name, 0, 0, "W05", message, "Keep one telegram's page in it.")


def _not_a_character(source: Source, text: str, at: int | None, character: str) -> Finding:
    """Name a character that XML has not; in HTML, which may write it in several ways, nobody knows where it stands."""
    place = (0, 0) if at is None else (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    what = "a NUL character" if character == "\0" else f"the control character U+{ord(character):04X}"
    return Finding(source.name, *place, "W06", f"The page holds {what}.", "Remove it.")
