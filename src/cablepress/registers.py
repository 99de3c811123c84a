"""An edition → its lists of people, organisations and places, each in one piece or split by the initials of names."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial

from lxml import etree

from cablepress.document import TEI
from cablepress.edition import Edition
from cablepress.facts import words
from cablepress.sheet import Sheet

_KINDS = {"people": "person", "organisations": "org", "places": "place"}
_NAMES = tuple(f"{TEI}{name}" for name in ("persName", "name", "orgName", "placeName"))
_OTHER = "other"  # whose name begins with no Latin letter


def registers(edition: Edition, most: int) -> Iterator[tuple[Sheet, tuple[str, ...]]]:
    """List the lists, each with the keys of those that are on it."""
    for name, kind in _KINDS.items():
        every = tuple(key for key in edition.known if key.startswith(f"{kind}:"))
        listed = tuple(key for key in every if edition.known[key])
        if len(listed) <= most:
            yield Sheet(f"{name}.html", "register", partial(_whole, edition, kind, every)), listed
        else:
            yield from _split(edition, name, kind, _by_initial(edition, listed))


def _split(
    edition: Edition, name: str, kind: str, parts: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Sheet, tuple[str, ...]]]:
    said = {"kind": kind, "parts": " ".join(parts)}
    counts = " ".join(str(len(keys)) for keys in parts.values())
    yield Sheet(f"{name}.html", "register", partial(edition.excerpt, (), (), counts=counts, **said)), ()
    for part, keys in parts.items():
        document = partial(_part, edition, keys, part=part, **said)
        yield Sheet(f"{name}-{part}.html", "register", document), keys


def _by_initial(edition: Edition, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(initial(edition.records[key.replace(":", "-", 1)]), []).append(key)
    in_order = sorted(found, key=lambda letter: (letter == _OTHER, letter))
    return {letter: tuple(found[letter]) for letter in in_order}


def initial(record: str) -> str:
    """Give the letter under which a record is looked for: of the surname, if there is one.

    Which of its names counts is decided as in `ed:sort-name`, xslt/modules/editorial/names.xsl.
    """
    names = list(etree.fromstring(record).iterchildren(*_NAMES))
    chosen = next((name for name in names if name.get("type") == "display"), names[0] if names else None)
    surname = None if chosen is None else chosen.find(f"{TEI}surname")
    name = words(chosen if surname is None else surname)
    first = next((sign for sign in unicodedata.normalize("NFKD", name).lower() if sign.isalnum()), "")
    return first if "a" <= first <= "z" else _OTHER


def _whole(edition: Edition, kind: str, keys: tuple[str, ...]) -> bytes:
    """Give what a list in one piece shows: all records of the kind, and where they are known."""
    return edition.excerpt(
        (card.kept("heading", kind) for card in edition.cards),
        (card.leaf.kept("turn") for card in edition.cards if kind != "place"),
        keys,
        kind=kind,
    )


def _part(edition: Edition, keys: tuple[str, ...], **said: str) -> bytes:
    """Give the same of some records: only the cards that know them, and of these only what they say of them."""
    wanted = frozenset(keys)
    knowing = {card.stem for key in keys for card in edition.known[key]}
    cards = [card for card in edition.cards if card.stem in knowing]
    entries = (
        f"{card.kept('heading').removesuffix('</ed:entry>')}"
        f"{''.join(part for key, (part, _) in card.agents().items() if key in wanted)}</ed:entry>"
        for card in cards
    )
    return edition.excerpt(entries, (card.leaf.kept("turn") for card in cards), keys, **said)
