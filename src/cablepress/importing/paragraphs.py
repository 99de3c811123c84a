"""The lines of a text → its paragraphs, with what stands at the edges of pages set apart.

A page of the site has a paragraph on a line. A typed text has lines of like width, with a blank line or an indent
between paragraphs; its banners and section marks may fall in mid-sentence.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from cablepress.importing.page import Line

_NARROW, _WIDTH = 45, 100
_INDENT = 3
_MOST, _RAGGED = 0.55, 8  # of the lines; characters, for typists do not hyphenate alike
_SECTION = re.compile(r"(?:[A-Z](?: [A-Z])*\s+)*(?:FINAL )?SECTION\s+\d+\s+OF\s+\d+.*")
_PAGE = re.compile(
    r"[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}|page \d{1,3}(?: of \d{1,3})?|\[page \d{1,4}\]|PAGE \d+\s+[A-Z]+.*", re.IGNORECASE
)
_BANNER = re.compile(
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|S E C R E T|C O N F I D E N T I A L|T "
    r"O P S E C R E T|LIMITED OFFICIAL USE|UNCLASSIFIED)(?:[/ ](?:SENSITIVE|NODIS|"
    r"EXDIS|NOFORN|EYES ONLY))*"
)
_SIGNS = re.compile(r"BT|NNNN|ZZ+|[A-Z][A-Z-]{2,} *")  # what ends a telegram
_BEGINS = re.compile(
    r"\d{1,3}[.)]\s|\([a-z\d]{1,3}\)\s|[•*–—-]\s|[（(][A-Z][^()]{1,60}[)）][:：]?\s|(?:[A-Z][\w.’']*\s?){1,5}(?:\([^)]*\))?:\s|"
    r"\[|[QA][.:]\s|[■]{2}"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its kind, its text in pieces (what stands between two is printed over the page), its lines."""

    kind: str  # text, section, banner or page
    pieces: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words, without what the page's edge puts between them."""
        return " ".join(words for kind, words in self.pieces if kind == "text")

    @property
    def line(self) -> Line:
        """Where it begins."""
        return self.lines[0]


def paragraphs(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """Join the lines of a typed text; leave those of a site's page as they are."""
    edges = [_edge(line) for line in lines]
    made: list[Paragraph] = []
    is_typed = _is_typed([line for line, edge in zip(lines, edges, strict=True) if not edge])
    pending: list[Paragraph] = []
    for line, edge in zip(lines, edges, strict=True):
        one = Paragraph(edge or "text", ((edge or "text", line.text),), (line,))
        if edge:
            pending.append(one)
            continue
        before = made[-1] if made and made[-1].kind == "text" else None
        if is_typed and before and _runs_on(before, line, is_broken=bool(pending)):
            made[-1] = _joined(before, (*pending, one))
        else:
            made += [*pending, one]
        pending = []
    return (*made, *pending)


def _edge(line: Line) -> str:
    text = line.text
    if len(text) > _WIDTH:
        return ""
    if _SECTION.fullmatch(text):
        return "section"
    if _PAGE.fullmatch(text):
        return "page"
    return "banner" if _BANNER.fullmatch(text) else ""


def _is_typed(lines: list[Line]) -> bool:
    """Whether lines are broken at a width: most that follow without a blank line had no room on the line before."""
    runs = [(one, after) for one, after in pairwise(lines) if not after.blanks]
    width = max((line.width for line in lines), default=0)
    if len(runs) < 3 or width > _WIDTH:  # noqa: PLR2004 - a few prove nothing
        return False
    return sum(_is_broken(one, after, width) for one, after in runs) >= _MOST * len(runs)


def _is_broken(one: Line, after: Line, width: int) -> bool:
    """Whether a line goes on in the next: that begins in small letters, or its first word had no room."""
    word = after.text.split(maxsplit=1)[0]
    return word[0].islower() or (one.width >= _NARROW and one.width + len(word) >= width - _RAGGED)


def _runs_on(before: Paragraph, line: Line, *, is_broken: bool) -> bool:
    last = before.lines[-1]
    if _SIGNS.fullmatch(line.text) or _SIGNS.fullmatch(last.text):
        return False
    if is_broken:
        return not re.search(r"[.:;!?)”\"\]]$", last.text) and line.text[:1].islower()
    if line.blanks or (last.width < _NARROW and re.search(r"[.:!?)”\"]$", last.text)):
        return False
    if line.indent >= last.indent + _INDENT and re.search(r"[.:!?)”\"\]]$", last.text):
        return False
    return not _BEGINS.match(line.text) or not re.search(r"[.:;!?)”\"\]]$", last.text)


def _joined(one: Paragraph, others: tuple[Paragraph, ...]) -> Paragraph:
    pieces = list(one.pieces)
    for other in others:
        if other.kind == "text" and pieces[-1][0] == "text":
            pieces[-1] = ("text", f"{pieces[-1][1]} {other.text}")
        else:
            pieces += other.pieces
    return Paragraph("text", tuple(pieces), (*one.lines, *(line for other in others for line in other.lines)))
