"""All index cards and leaves, the authority file and the edition's own file → documents that pages consult.

A cable's page consults little: its neighbours in the series, the telegrams it names, the people it names. `around`
gives just that, and its hash tells whether the page must be made anew; `shared` serves all cables at once. A page
comes out the same with either.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat
from xml.sax.saxutils import quoteattr

from lxml import etree

from cablepress.card import Card, filed
from cablepress.document import TEI, XML_ID, Document
from cablepress.facts import FILE, KEY, Facts
from cablepress.leaf import Leaf

NAMESPACE = "urn:cablepress:editorial"
_RECORDS = ("person", "personGrp", "org", "place")
REACH = 12  # telegrams on either side that a page shows; xslt/modules/html/series.xsl says so too
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?", re.IGNORECASE)

# Names that pages of the edition itself have, or will have; no cable may take them, nor one that begins as theirs do.
RESERVED = frozenset(
    [
        "authority",
        "download",
        "edition",
        "guidelines",
        "index",
        "manifest",
        "notes",
        "organisations",
        "people",
        "places",
        "print",
        "redactions",
        "search",
        "series",
    ]
)
_TAKEN = re.compile(
    r"(person|org|place)-.+|(people|organisations|places)-([a-z]|other)|(index|notes|redactions|series)-(\d{4}(-\d\d)?|undated)|print-(\d{4}|undated)(-\d+)?"
)
_RECORD = re.compile(r"(person|org|place)-(.+)")


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device, whatever its suffix: no file can have it there."""
    return _DEVICE.fullmatch(name) is not None


def is_reserved(stem: str) -> bool:
    """Whether a page of the edition itself has this name, or may have it."""
    return stem in RESERVED or _TAKEN.fullmatch(stem) is not None


@dataclass(frozen=True)
class Edition:
    """What the edition says of itself, its records, and its cards in the order of the series."""

    about: str
    authority: str
    header: str  # of the authority file, which holds the markings
    records: Mapping[str, str]  # by xml:id, such as person-gore
    cards: tuple[Card, ...]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {card.stem: place for place, card in enumerate(self.cards)}

    @cached_property
    def _briefs(self) -> tuple[str, ...]:
        return tuple(card.brief for card in self.cards)

    def card(self, stem: str) -> Card:
        """Return the card of a cable."""
        return self.cards[self._places[stem]]

    def leaves(self) -> Iterator[Leaf]:
        """Give the leaves of all cables, in the order of the series."""
        return (card.leaf for card in self.cards)

    @cached_property
    def known(self) -> Mapping[str, tuple[Card, ...]]:
        """The cards that point to a record, by its key: a record that some cable leads to has a page."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            for key in card.keys:
                found.setdefault(key, []).append(card)
        reached = (_RECORD.fullmatch(name) for name in self._closure(found))
        keys = sorted(f"{match[1]}:{match[2]}" for match in reached if match)
        return {key: tuple(found.get(key, ())) for key in keys}

    @cached_property
    def belonging(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of the records that name a record, by its key: a country's people."""
        found: dict[str, list[str]] = {}
        for key in self.known:
            for other in map(":".join, KEY.findall(self.records[key.replace(":", "-", 1)])):
                found.setdefault(other, []).append(key)
        return {key: tuple(others) for key, others in found.items()}

    def excerpt(
        self,
        entries: Iterable[str],
        leaves: Iterable[str],
        keys: Iterable[str] = (),
        near: Iterable[str] = (),
        **said: str,
    ) -> bytes:
        """Give parts of cards and leaves, and the records behind some keys; `said` are attributes of the document.

        `near` are cards that the others name, and that the page does not list.
        """
        wanted = (*map(":".join, KEY.findall(self.about)), *keys)
        known = {name.replace("-", ":", 1) for name in self._closure(wanted)} & self.known.keys()
        attributes = {**said, "known": " ".join(sorted(known))}
        return _document(self.about, self._excerpted(wanted), entries, (leaves, near), attributes)

    def frame(self) -> bytes:
        """Give what the frame of every page consults."""
        return _document(self.about, "", ())

    def shared(self) -> bytes:
        """Give what the pages of all cables consult."""
        return _document(self.about, self.authority, self._briefs)

    def around(self, cable: Facts) -> bytes:
        """Give what the page of one cable consults."""
        place = self._places[cable.stem]
        named = (self._places[stem] for stem in _stems(cable) if stem in self._places)
        near = {*range(max(0, place - REACH), min(len(self.cards), place + REACH + 1)), *named}
        return _document(self.about, self._excerpted(cable.keys), (self._briefs[each] for each in sorted(near)))

    def only(self, stem: str) -> "Edition":
        """Keep one cable, so that no page leads to one that is not published with it."""
        return Edition(self.about, self.authority, self.header, self.records, (self.card(stem),))

    def _excerpted(self, keys: Iterable[str]) -> str:
        """Give the authority file with only the records behind some keys."""
        records = "".join(self.records[key] for key in self._closure(keys))
        return f'<TEI xmlns="{TEI[1:-1]}">{self.header}<standOff>{records}</standOff></TEI>'

    def _closure(self, keys: Iterable[str]) -> list[str]:
        """Name the records behind some keys, and those that these records name: a person's country."""
        found: dict[str, None] = {}
        due = [key.replace(":", "-", 1) for key in keys]
        while due:
            name = due.pop()
            if name not in found and name in self.records:
                found[name] = None
                due += ["-".join(each) for each in KEY.findall(self.records[name])]
        return sorted(found)


def edition(documents: Iterable[Document], cards: Iterable[str], leaves: Iterable[bytes] = ()) -> Edition:
    """Assemble an edition from the cards and packed leaves of its cables and, among some documents, its own two files.

    Leaves come in the order of the cards. Where they end, a cable has none; its own page asks for none.
    """
    # A second file of one kind is a finding; it does not speak for the edition
    own = {document.kind: document for document in documents if document.kind == document.stem}
    about, authority = own.get("edition"), own.get("authority")
    in_order = sorted(map(filed, cards, chain(leaves, repeat(b""))), key=lambda card: card.order)
    header = authority.root.find(f"{TEI}teiHeader") if authority else None
    return Edition(
        about=_xml(about.root if about else None),
        authority=_xml(authority.root if authority else None),
        header=_xml(header),
        records=_records(authority) if authority else {},
        cards=tuple(in_order),
    )


def _document(
    about: str,
    authority: str,
    entries: Iterable[str],
    more: tuple[Iterable[str], Iterable[str]] = ((), ()),
    said: Mapping[str, str] | None = None,
) -> bytes:
    attributes = (f" {name}={quoteattr(value)}" for name, value in (said or {}).items())
    head = f"<ed:about>{about}</ed:about><ed:authority>{authority}</ed:authority>"
    leaves, near = more
    body = ("<ed:entries>", *entries, "</ed:entries><ed:leaves>", *leaves, "</ed:leaves><ed:near>", *near, "</ed:near>")
    return "".join((f'<ed:edition xmlns:ed="{NAMESPACE}"', *attributes, f">{head}", *body, "</ed:edition>")).encode()


def _xml(element: etree._Element | None) -> str:
    return "" if element is None else etree.tostring(element, with_tail=False, encoding="unicode")


def _records(authority: Document) -> dict[str, str]:
    elements = authority.root.iter(*(f"{TEI}{name}" for name in _RECORDS))
    return {each.get(XML_ID, ""): _xml(each) for each in elements}


def _stems(cable: Facts) -> Iterable[str]:
    matches = map(FILE.fullmatch, cable.targets)
    return chain((match[1] for match in matches if match), (link.target for link in cable.links))
