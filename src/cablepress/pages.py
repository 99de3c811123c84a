"""An edition → its pages about more than one cable: the name of each, the stylesheet and the document it is made with.

A document holds what its page prints and little else, for its hash tells whether the page must be made anew. It is put
together when it is asked for, and again when the page is due: all of them at once would be the edition many times over.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from cablepress.card import Card
from cablepress.edition import Edition

MOST = 500  # cables, or redactions, or notes, that one page lists; more are split by year, and a year by month
_REGISTERS = {"people": "person", "organisations": "org", "places": "place"}

Part = Callable[[Card], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that is made of the whole edition, or of a part of it."""

    name: str
    stylesheet: str  # by its name in xslt/
    document: Callable[[], bytes]


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
    for name, kind in _REGISTERS.items():
        yield Sheet(f"{name}.html", "register", partial(_register, edition, kind))
    yield from _records(edition)


def _listed(edition: Edition, what: _List, most: int) -> Iterator[Sheet]:
    cards = tuple(card for card in edition.cards if what.weight(card))
    if sum(map(what.weight, cards)) <= most:
        yield Sheet(f"{what.name}.html", what.stylesheet, partial(_document, edition, what, cards))
        return
    periods = _periods(cards, what.weight, most)
    names = " ".join(periods)
    yield Sheet(f"{what.name}.html", what.stylesheet, partial(_front, edition, what, cards, names))
    for name, some in periods.items():
        document = partial(_document, edition, what, tuple(some), periods=names, period=name)
        yield Sheet(f"{what.name}-{name}.html", what.stylesheet, document)


def _periods(cards: Iterable[Card], weight: Callable[[Card], int], most: int) -> dict[str, list[Card]]:
    """Sort cards by year, and those of a year with too many by month; what has no year comes last."""
    years, undated = _grouped(cards, lambda card: card.year), []
    if "" in years:
        undated = years.pop("")
    split: dict[str, list[Card]] = {}
    for year, some in years.items():
        is_long = sum(map(weight, some)) > most
        split |= _grouped(some, lambda card: card.order[0][:7]) if is_long else {year: some}
    return {**split, "undated": undated} if undated else split


def _grouped(cards: Iterable[Card], by: Callable[[Card], str]) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        found.setdefault(by(card), []).append(card)
    return found


def _document(edition: Edition, what: _List, cards: tuple[Card, ...], **said: str) -> bytes:
    near = _near(edition, cards) if what is _SERIES else ()
    leaves = map(what.leaf, cards)
    return edition.excerpt(map(what.entry, cards), leaves, near=near, cables=str(len(edition.cards)), **said)


def _front(edition: Edition, what: _List, cards: tuple[Card, ...], periods: str) -> bytes:
    tags = (card.tag for card in cards)
    return edition.excerpt(tags, map(what.front, cards), cables=str(len(edition.cards)), periods=periods)


def _near(edition: Edition, cards: tuple[Card, ...]) -> Iterator[str]:
    """Give the cards that these name and that are not among them: of another period."""
    named = frozenset().union(*(card.linked for card in cards)) - {card.stem for card in cards}
    return (card.kept("heading") for card in edition.cards if card.stem in named)


def _register(edition: Edition, kind: str) -> bytes:
    """Give what a list of people, organisations or places shows: all records of the kind, and where they are known."""
    return edition.excerpt(
        (card.kept("heading", kind) for card in edition.cards),
        (card.leaf.kept("turn") for card in edition.cards if kind != "place"),
        (key for key in edition.known if key.startswith(f"{kind}:")),
        kind=kind,
    )


def _search(edition: Edition) -> bytes:
    """Give what can be asked for: the days that telegrams are from."""
    days = sorted(card.order[0] for card in edition.cards if card.year)
    said = {"first": days[0], "last": days[-1]} if days else {}
    return edition.excerpt((), (), **said)


def _records(edition: Edition) -> Iterator[Sheet]:
    """List the pages of people, organisations and places. Each leaf is unpacked once, whomever it speaks of."""
    entries: dict[str, list[str]] = {key: [] for key in edition.known}
    leaves: dict[str, list[str]] = {key: [] for key in edition.known}
    for card in edition.cards:
        agents, entry = card.agents(), card.kept("heading").removesuffix("</ed:entry>")
        for key, (part, _) in agents.items():
            if key in entries:
                entries[key].append(f"{entry}{part}</ed:entry>")
        for key, leaf in card.leaf.about({key: named for key, (_, named) in agents.items()}):
            if key in leaves:
                leaves[key].append(leaf)
    for key in edition.known:
        keys = (key, *edition.belonging.get(key, ()))
        document = partial(edition.excerpt, entries[key], leaves[key], keys, subject=key)
        yield Sheet(f"{key.replace(':', '-', 1)}.html", "record", document)
