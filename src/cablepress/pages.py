"""An edition → its pages about more than one cable: the name of each, the stylesheet and the document it is made with.

A document holds what its page prints and little else, for its hash tells whether the page must be made anew. It is put
together when it is asked for, and again when the page is due: all of them at once would be the edition many times over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from cablepress.card import Card
from cablepress.edition import Edition
from cablepress.periods import periods
from cablepress.records import records
from cablepress.registers import registers
from cablepress.sheet import Sheet

MOST = 500  # cables, or redactions, or notes, that one page lists; more are split by year, and a year by month
_HEAVY = 5  # times as much is printed of a person in a list, and of a telegram on a person's page

Part = Callable[[Card], str]


@dataclass(frozen=True, slots=True)
class _List:
    """A page that lists something of many cables, in one piece or split by time: what it shows of each."""

    name: str
    stylesheet: str
    entry: Part
    leaf: Part
    front: Part  # what the first page of a list that was split has of a leaf: what it counts
    weight: Callable[[Card], int]  # how much there is to list of a cable; one that has nothing is left out


_CABLES = _List(
    name="index",
    stylesheet="home",
    entry=lambda card: card.kept("title", "heading", "abstract", counted=True),
    leaf=lambda _: "",
    front=lambda _: "",
    weight=lambda _: 1,
)
_SERIES = _List(
    name="series",
    stylesheet="series",
    entry=lambda card: card.kept("heading", "link"),
    leaf=lambda card: card.leaf.kept("outside"),
    front=lambda card: card.leaf.counted("outside"),
    weight=lambda _: 1,
)
_REDACTIONS = _List(
    name="redactions",
    stylesheet="redactions",
    entry=lambda card: card.kept("heading"),
    leaf=lambda card: card.leaf.kept("redaction"),
    front=lambda card: card.leaf.counted("redaction"),
    weight=lambda card: card.redactions,
)
_NOTES = _List(
    name="notes",
    stylesheet="notes",
    entry=lambda card: card.kept("heading"),
    leaf=lambda card: card.leaf.kept("note"),
    front=lambda card: card.leaf.counted("note"),
    weight=lambda card: card.leaf.count("note"),
)


def sheets(edition: Edition, most: int = MOST) -> Iterator[Sheet]:
    """List the pages that an edition has beside those of its cables; a long list is split."""
    for each in (_CABLES, _SERIES, _REDACTIONS, _NOTES):
        yield from _listed(edition, each, most)
    redacted = partial(_document, edition, _REDACTIONS, tuple(card for card in edition.cards if card.redactions))
    # What it teaches is the tools' own, and so part of every key; of the edition it has the title.
    yield Sheet("guidelines.html", "guidelines", partial(edition.excerpt, (), ()))
    yield Sheet("redactions.csv", "redactions-csv", redacted)
    yield Sheet("redactions.json", "redactions-json", redacted)
    yield Sheet("search.html", "search", partial(_search, edition))
    lists: dict[str, str] = {}
    for sheet, keys in registers(edition, most // _HEAVY):
        lists |= dict.fromkeys(keys, sheet.name.removesuffix(".html"))
        yield sheet
    yield from records(edition, lists, most // _HEAVY)


def _listed(edition: Edition, what: _List, most: int) -> Iterator[Sheet]:
    cards = tuple(card for card in edition.cards if what.weight(card))
    if sum(map(what.weight, cards)) <= most:
        yield Sheet(f"{what.name}.html", what.stylesheet, partial(_document, edition, what, cards))
        return
    split = periods(cards, what.weight, most)
    names = " ".join(split)
    yield Sheet(f"{what.name}.html", what.stylesheet, partial(_front, edition, what, cards, names))
    for name, some in split.items():
        document = partial(_document, edition, what, tuple(some), periods=names, period=name)
        yield Sheet(f"{what.name}-{name}.html", what.stylesheet, document)


def _document(edition: Edition, what: _List, cards: tuple[Card, ...], **said: str) -> bytes:
    near = _near(edition, cards) if what is _SERIES else ()
    leaves = map(what.leaf, cards)
    return edition.excerpt(map(what.entry, cards), leaves, near=near, cables=str(len(edition.cards)), **said)


def _front(edition: Edition, what: _List, cards: tuple[Card, ...], names: str) -> bytes:
    tags = (card.tag for card in cards)
    return edition.excerpt(tags, map(what.front, cards), cables=str(len(edition.cards)), periods=names)


def _near(edition: Edition, cards: tuple[Card, ...]) -> Iterator[str]:
    """Give the cards that these name and that are not among them: of another period."""
    named = frozenset().union(*(card.linked for card in cards)) - {card.stem for card in cards}
    return (card.kept("heading") for card in edition.cards if card.stem in named)


def _search(edition: Edition) -> bytes:
    """Give what can be asked for: the days that telegrams are from."""
    days = sorted(card.order[0] for card in edition.cards if card.year)
    said = {"first": days[0], "last": days[-1]} if days else {}
    return edition.excerpt((), (), **said)
