"""An edition → the pages of its people, organisations and places; of whom there is much, one for each year or month."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from cablepress.card import Card
from cablepress.edition import Edition
from cablepress.periods import periods
from cablepress.sheet import Sheet

_PASSAGES = re.compile(r"<ed:passage.*?</ed:passage>", re.DOTALL)
_OF = "_"  # between the name of a record and a period: no name has it


@dataclass(frozen=True, slots=True)
class _Known:
    """What telegrams know of a record: the parts of cards and leaves, by stem."""

    cards: list[Card] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)  # the same text for all records, for it takes long to cut out
    parts: dict[str, str] = field(default_factory=dict)
    leaves: dict[str, str] = field(default_factory=dict)

    def entries(self, cards: list[Card]) -> Iterator[str]:
        return (f"{self.heads[card.stem]}{self.parts[card.stem]}</ed:entry>" for card in cards)

    def tags(self) -> Iterator[str]:
        return (f"{card.tag.removesuffix('/>')}>{self.parts[card.stem]}</ed:entry>" for card in self.cards)

    def said(self, cards: list[Card]) -> Iterator[str]:
        return (self.leaves[card.stem] for card in cards if card.stem in self.leaves)


def records(edition: Edition, lists: Mapping[str, str], most: int) -> Iterator[Sheet]:
    """List the pages of records; `lists` tells the name of the list that has one, by its key."""
    for key, known in _gathered(edition).items():
        name, said = key.replace(":", "-", 1), {"subject": key, "list": lists.get(key, "")}
        keys = (key, *edition.belonging.get(key, ()))
        if len(known.cards) <= most:
            yield Sheet(f"{name}.html", "record", partial(_page, edition, known, known.cards, keys, said))
            continue
        split = periods(known.cards, lambda _: 1, most)
        said["periods"] = " ".join(split)
        yield Sheet(f"{name}.html", "record", partial(_front, edition, known, keys, said))
        for period, cards in split.items():
            document = partial(_page, edition, known, cards, (key,), {**said, "period": period})
            yield Sheet(f"{name}{_OF}{period}.html", "record", document)


def _gathered(edition: Edition) -> dict[str, _Known]:
    """Gather what telegrams know of all records: each leaf is unpacked once, whomever it speaks of."""
    found = {key: _Known() for key in edition.known}
    for card in edition.cards:
        agents = {key: agent for key, agent in card.agents().items() if key in found}
        head = card.kept("heading").removesuffix("</ed:entry>")
        for key, (part, _) in agents.items():
            found[key].cards.append(card)
            found[key].heads[card.stem] = head
            found[key].parts[card.stem] = part
        for key, leaf in card.leaf.about({key: named for key, (_, named) in agents.items()}):
            if leaf:
                found[key].leaves[card.stem] = leaf
    return found


def _page(edition: Edition, known: _Known, cards: list[Card], keys: tuple[str, ...], said: Mapping[str, str]) -> bytes:
    return edition.excerpt(known.entries(cards), known.said(cards), keys, **said)


def _front(edition: Edition, known: _Known, keys: tuple[str, ...], said: Mapping[str, str]) -> bytes:
    """Give what the first of several pages counts: telegrams and turns, without their words."""
    turns = (_PASSAGES.sub("", leaf) for leaf in known.said(known.cards))
    return edition.excerpt(known.tags(), turns, keys, **said)
