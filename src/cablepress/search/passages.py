"""A cable's index card and leaf → the passages of it that a search can find, each with what it can be filtered by."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cablepress.document import XML_LANG

_ED = "{urn:cablepress:editorial}"
BAR = "\ufffd"  # stands before and after the words on a redaction's bar; no sound cable has it
_OF_THE_PAGE = "en"  # the language of the search page itself; others are told
_ELSEWHERE = ("sends", "receives", "named")  # what tells that a person belongs to the telegram as a whole


@dataclass(frozen=True, slots=True)
class Passage:
    """What a hit leads to: a paragraph, another block of the text, a note, or the telegram as a whole."""

    text: str  # as a reader sees it, bars marked
    anchor: str = ""  # p3, or t2 for a block without a number; n1 for a note, about for one on the source
    speaker: str = ""  # the label of the turn
    who: tuple[str, ...] = ()  # the keys of those who speak, such as gore
    named: tuple[str, ...] = ()  # likewise, of those who are named
    language: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A cable as the search knows it; its first passage is the telegram as a whole: heading and abstract."""

    stem: str
    number: str
    heading: str
    date: str
    dated: str
    state: str
    passages: tuple[Passage, ...]


def filed(card: str, leaf: str) -> Filed:
    """Put together what a card (an `ed:entry`) and a leaf (an `ed:leaf`, or nothing) say of one cable."""
    entry = etree.fromstring(card)
    named = _named(entry)
    about = (_words(entry.find(f"{_ED}heading")), _words(entry.find(f"{_ED}abstract")))
    whole = Passage(" · ".join(filter(None, about)), named=named.pop("", ()))
    return Filed(
        stem=entry.get("stem", ""),
        number=entry.get("number", ""),
        heading=about[0],
        date=entry.get("date", ""),
        dated=entry.get("dated", ""),
        state=entry.get("state", ""),
        passages=(whole, *(_all(etree.fromstring(leaf), named) if leaf else ())),
    )


def _named(entry: etree._Element) -> dict[str, tuple[str, ...]]:
    """List who is named, by the number of the paragraph; under no number, whoever belongs to the whole."""
    found: dict[str, dict[str, None]] = {"": {}}
    for person in entry.iterchildren(f"{_ED}person"):
        for place in person.iterchildren(*(f"{_ED}{name}" for name in _ELSEWHERE)):
            found.setdefault(place.get("paragraph", ""), {})[person.get("key", "")] = None
    return {number: tuple(keys) for number, keys in found.items()}


def _all(leaf: etree._Element, named: dict[str, tuple[str, ...]]) -> Iterator[Passage]:
    yield from _passages(leaf, named)
    yield from _notes(leaf)


def _notes(leaf: etree._Element) -> Iterator[Passage]:
    """Give the notes whose words stand in no block of the text: the editors', and those on the heading or the form."""
    for note in leaf.iterchildren(f"{_ED}note"):
        if note.get("kind") == "editorial" or note.get("part") != "text":
            yield Passage(
                text=_words(note.find(f"{_ED}words")),
                anchor=f"n{note.get('mark')}",
                language=_told(note.get(XML_LANG, "")),
            )


def _passages(leaf: etree._Element, named: dict[str, tuple[str, ...]]) -> Iterator[Passage]:
    language = leaf.get(XML_LANG, "")
    for passage in leaf.iter(f"{_ED}passage"):
        number, turn = passage.get("number", ""), _turn(passage)
        yield Passage(
            text=_barred(passage),
            anchor=f"p{number}" if number else f"t{turn['number']}" if turn else passage.get("at", ""),
            speaker=turn.get("speaker", ""),
            who=tuple(key.removeprefix("person:") for key in turn.get("who", "").split()),
            named=named.get(number, ()) if number else (),
            language=_told(passage.get(XML_LANG, language)),
        )


def _turn(passage: etree._Element) -> dict[str, str]:
    """Give what a leaf says of the turn that a passage is part of; nothing, if of none."""
    around = passage.getparent()
    if around is None or around.tag != f"{_ED}turn":
        return {}
    return {str(name): str(value) for name, value in around.items()}


def _told(language: str) -> str:
    return "" if language == _OF_THE_PAGE else language


def _barred(passage: etree._Element) -> str:
    bars = (f"{BAR}{_words(bar)}{BAR}{bar.tail or ''}" for bar in passage)
    return " ".join("".join((passage.text or "", *bars)).split())


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
