"""A cable and the page it was transcribed from → every departure of the encoding from its source (rule X30)."""

from functools import cache
from itertools import chain

from lxml import etree

from cablepress import saxon
from cablepress.collation import footnotes
from cablepress.collation.difference import CODE, Comparison
from cablepress.collation.page import Page, read_page
from cablepress.collation.telling import Telling
from cablepress.collation.transcription import Lines, Run, Transcription, text_of
from cablepress.collation.wordplaces import WordPlaces
from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.resources import folder
from cablepress.source import Source

_ED = "{urn:cablepress:editorial}"


def check(document: Document, page: Source, edition: saxon.Tree) -> Comparison:
    """Compare a cable with its transcription, word for word; the edition accounts for what the page says of others."""
    try:
        words = page.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Comparison(0, (), (_not_text(page, error),))
    return compare(document, _transcription(document, edition), read_page(page.name, words))


def compare(document: Document, transcription: Transcription, page: Page) -> Comparison:
    """Find every departure of the encoding from the page.

    A footnote may stand anywhere on the page, and is compared alone with the lines that print it.
    """
    claimed = tuple(footnotes.claim(page.text.lines, tuple(text_of(note).lines for note in transcription.notes)))
    taken = frozenset(chain.from_iterable(lines for lines in claimed if lines))
    notes = tuple(zip(transcription.notes, claimed, strict=True))
    lost = frozenset(note[0][0].element for note, lines in notes if lines is None)
    words = WordPlaces(document.places)
    rest = page.only(line for line in range(len(page.numbers)) if line not in taken)
    body = Telling(document, words, transcription, rest, text_of(transcription.lines), lost)
    apart = (
        Telling(document, words, Transcription(note, frozenset()), page.only(lines or ()), text_of(note), is_foot=True)
        for note, lines in notes
    )
    parts = (body, *apart)
    told = tuple(difference for part in parts for difference in part.differences())
    return Comparison(sum(len(part.cable.words) for part in parts), told)


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
    if run.tag == f"{_ED}correction":
        return Run("", None, ordinal, correction=(run.get("page", ""), run.get("edition", "")))
    return Run(run.text or "", int(node) if node else None, ordinal, is_mark=run.get("mark") is not None)


def _not_text(page: Source, error: UnicodeDecodeError) -> Finding:
    before = page.data[: error.start].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"The transcription is not UTF-8: byte {error.start + 1} does not fit."
    return Finding(page.name, line, column, CODE, message, "Save the page as UTF-8.")
