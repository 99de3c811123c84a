"""A cable and the page it was transcribed from → every departure of the encoding from its source (rule X30)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from lxml import etree

from cablepress import saxon
from cablepress.collation import footnotes
from cablepress.collation.departures import Departure, Line, Text, compare
from cablepress.collation.wordplaces import WordPlaces
from cablepress.document import Document
from cablepress.finding import Finding, Place
from cablepress.places import LINE_END
from cablepress.resources import folder
from cablepress.source import Source

CODE = "X30"

_ED = "{urn:cablepress:editorial}"
_WORD = re.compile(r"\S+")
_CONTEXT = 3
_QUOTED_WORDS = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the cable in one piece: the n-th text node of the file, or what its n-th element stands for."""

    words: str
    node: int | None
    element: int | None
    is_mark: bool = False  # of a footnote


Lines = tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Transcription:
    """What the source page of a cable should have: the cable's lines, the lines round it, and its footnotes."""

    lines: Lines
    frame: frozenset[Line]
    notes: tuple[Lines, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A source page: its name, its lines that are not blank, and the numbers of these lines in the file."""

    name: str
    text: Text
    numbers: tuple[int, ...]

    def only(self, wanted: Iterable[int]) -> "Page":
        """Return some lines of the page, as a page."""
        lines = tuple(wanted)
        text = Text(tuple(self.text.lines[line] for line in lines))
        return Page(self.name, text, tuple(self.numbers[line] for line in lines))


def check(document: Document, page: Source, edition: saxon.Tree) -> tuple[Finding, ...]:
    """Compare a cable with its transcription, word for word; the edition accounts for what the page says of others."""
    try:
        words = page.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return (_not_text(page, error),)
    return findings(document, _transcription(document, edition), read_page(page.name, words))


def findings(document: Document, transcription: Transcription, page: Page) -> tuple[Finding, ...]:
    """Report every departure of the encoding from the page, at its place in the encoding.

    A footnote may stand anywhere on the page, and is compared alone with the lines that print it.
    """
    claimed = tuple(footnotes.claim(page.text.lines, tuple(_text(note).lines for note in transcription.notes)))
    taken = frozenset(chain.from_iterable(lines for lines in claimed if lines))
    notes = tuple(zip(transcription.notes, claimed, strict=True))
    lost = frozenset(note[0][0].element for note, lines in notes if lines is None)
    words = WordPlaces(document.places)
    rest = page.only(line for line in range(len(page.numbers)) if line not in taken)
    body = _Report(document, words, transcription, rest, _text(transcription.lines), lost)
    apart = (
        _Report(document, words, Transcription(note, frozenset()), page.only(lines or ()), _text(note))
        for note, lines in notes
    )
    return tuple(finding for report in (body, *apart) for finding in report.findings())


def _text(lines: Lines) -> Text:
    return Text(tuple(tuple("".join(run.words for run in line).split()) for line in lines))


def read_page(name: str, text: str) -> Page:
    """Split a page into lines of words; white space of any kind separates words and is not compared."""
    lines = tuple((number, tuple(line.split())) for number, line in enumerate(LINE_END.split(text), 1) if line.strip())
    return Page(name, Text(tuple(words for _, words in lines)), tuple(number for number, _ in lines))


@cache
def _stylesheet() -> saxon.Stylesheet:
    return saxon.Stylesheet(folder("xslt") / "transcription.xsl")


def _transcription(document: Document, edition: saxon.Tree) -> Transcription:
    stylesheet = _stylesheet()
    stylesheet.bind(edition=edition)
    made = etree.fromstring(stylesheet.transform(saxon.tree(document.source.data)), etree.XMLParser(huge_tree=True))
    framed = (tuple((item.text or "").split()) for item in made.iterchildren(f"{_ED}frame"))
    return Transcription(_lines(made), frozenset(framed), tuple(map(_lines, made.iterchildren(f"{_ED}note"))))


def _lines(made: etree._Element) -> Lines:
    lines = (tuple(map(_run, line)) for line in made.iterchildren(f"{_ED}line"))
    return tuple(line for line in lines if any(run.words.strip() for run in line))


def _run(run: etree._Element) -> Run:
    node, element = run.get("text"), run.get("element")
    ordinal = int(element) if element else None
    return Run(run.text or "", int(node) if node else None, ordinal, is_mark=run.get("mark") is not None)


def _not_text(page: Source, error: UnicodeDecodeError) -> Finding:
    before = page.data[: error.start].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"The transcription is not UTF-8: byte {error.start + 1} does not fit."
    return Finding(page.name, line, column, CODE, message, "Save the page as UTF-8.")


@dataclass(frozen=True, slots=True)
class _Report:
    """Everything that is needed to tell an editor where a departure is and how to mend it."""

    document: Document
    places: WordPlaces
    transcription: Transcription
    page: Page
    cable: Text
    lost: frozenset[int | None] = frozenset()  # the footnotes that the page has not

    def findings(self) -> tuple[Finding, ...]:
        marked = self._marked()
        found = tuple(
            each
            for each in compare(self.page.text, self.cable, self.transcription.frame)
            if not footnotes.is_same(each.page, marked[each.cable_at : each.cable_at + len(each.cable)])
        )
        return tuple(map(self.finding, footnotes.without_marks(found)))

    def _marked(self) -> Line:
        """Enclose the marks of footnotes, so that they can be told from words."""
        lines = ("".join(map(self._enclosed, line)).split() for line in self.transcription.lines)
        return tuple(chain.from_iterable(lines))

    def _enclosed(self, run: Run) -> str:
        sign = footnotes.LOST if run.element in self.lost else footnotes.KEPT
        return f"{sign}{run.words}{sign}" if run.is_mark else run.words

    def finding(self, departure: Departure) -> Finding:
        if departure.is_outside:
            return self._outside(departure)
        message, remedy = self._sentences(departure)
        place = self._place(departure)
        return Finding(self.document.name, place.line, place.column, CODE, message, remedy)

    def _outside(self, departure: Departure) -> Finding:
        message = f"Neither the cable nor its header accounts for this line: {quoted(departure.page)}."
        remedy = f"Encode it in {self.document.name}, or list it as furniture in edition.xml."
        return Finding(self.page.name, self._line(departure), 1, CODE, message, remedy)

    def _sentences(self, departure: Departure) -> tuple[str, str]:
        if not self.page.numbers:
            remedy = "Remove it here, or put it back there."
            return f"{quoted(departure.cable)} is not in the transcription ({self.page.name}).", remedy
        where = f"{self.page.name}, line {self._line(departure)}"
        page, cable, after = quoted(departure.page), quoted(departure.cable), self._after(departure)
        if departure.moved_from is not None:
            return f"{page} stands elsewhere in the transcription ({where}).", f"Move it {after}."
        if not departure.cable:
            return f"{page} is in the transcription ({where}) and missing here.", f"Put back {page} {after}."
        if not departure.page:
            return f"{cable} is not in the transcription ({where}).", f"Remove {cable} {after}."
        return f"The transcription ({where}) has {page} where the encoding has {cable}.", f"Write {page} {after}."

    def _after(self, departure: Departure) -> str:
        at = departure.cable_at
        context = self.cable.words[max(0, at - _CONTEXT) : at]
        return f"after {quoted(context)}" if context else "at the beginning"

    def _line(self, departure: Departure) -> int:
        """Name the page's line; for words that it has not, the line with the words round them."""
        begins_line = departure.cable_at in self.cable.starts
        word = departure.page_at if departure.page or begins_line else departure.page_at - 1
        return self.page.numbers[self.page.text.line_of(max(word, 0))]

    def _place(self, departure: Departure) -> Place:
        """Point at the words to mend; for words that are missing, at the word that they should follow."""
        if departure.moved_from is not None:
            return self._place_of(departure.moved_from)
        return self._place_of(departure.cable_at if departure.cable else max(departure.cable_at - 1, 0))

    def _place_of(self, word: int) -> Place:
        if not self.cable.words:
            return self.document.place(self.document.root)
        line = self.cable.line_of(word)
        run, number = _within(self.transcription.lines[line], word - self.cable.starts[line])
        if run.element is not None:
            return self.places.of_element(run.element)
        return self.places.of_word(run.node or 0, number)


def _within(runs: tuple[Run, ...], word: int) -> tuple[Run, int]:
    """Find the run in which a word of a line begins, and which word of that run it is."""
    starts = [found.start() for found in _WORD.finditer("".join(run.words for run in runs))]
    begin = 0
    for run in runs:
        end = begin + len(run.words)
        if starts[word] < end:
            return run, len(run.words[: starts[word] - begin].split())
        begin = end
    raise IndexError(f"the line has no word {word}")


def quoted(words: Line) -> str:
    """Quote words; of many, the first and the last."""
    if len(words) > _QUOTED_WORDS:
        half = _QUOTED_WORDS // 2
        words = (*words[:half], "…", *words[-half:])
    return f"“{' '.join(words)}”"
