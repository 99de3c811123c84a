"""All index cards, the authority file and the edition's own file → documents that pages consult.

A cable's page consults little: its neighbours in the series, the telegrams it names, the people it names. `around`
gives just that, and its hash tells whether the page must be made anew; `shared` serves all cables at once. A page
comes out the same with either.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from lxml import etree

from cablepress.document import TEI, XML_ID, Document
from cablepress.facts import FILE, KEY, Facts

NAMESPACE = "urn:cablepress:editorial"
_LEADING_NUMBER = re.compile(r"\d+")
_START_TAG = re.compile(r"<ed:entry[^>]*>")
# Of a card, what only pages of the whole edition ask for
_DETAIL = re.compile(r"<ed:(?:link|person|org|place)\b")
_COUNTS = re.compile(r' (?:words|redactions|paragraphs|changed)="[-\d]+"')
_RECORDS = ("person", "personGrp", "org", "place")
REACH = 12  # telegrams on either side that a page shows; xslt/modules/html/series.xsl says so too

# Names that pages of the edition itself have, or will have; no cable may take them.
RESERVED = frozenset(
    [
        "authority",
        "download",
        "edition",
        "guidelines",
        "index",
        "manifest",
        "organisations",
        "people",
        "places",
        "print",
        "redactions",
        "series",
    ]
)


@dataclass(frozen=True, slots=True)
class Card:
    """A cable's index card: its stem, where it comes in the series, the `ed:entry` as XML."""

    stem: str
    order: tuple[str, int, str]
    full: str

    @property
    def brief(self) -> str:
        """The card as far as the pages of other cables ask for it: without links and people, and what was counted."""
        detail, tag = _DETAIL.search(self.full), _START_TAG.match(self.full)
        head = _COUNTS.sub("", tag[0]) if tag else ""
        end = detail.start() if detail else len(self.full)
        return f"{head}{self.full[len(tag[0]) if tag else 0 : end]}{'</ed:entry>' if detail else ''}"


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

    def whole(self) -> bytes:
        """Give everything: for the pages of the edition itself."""
        return _document(self.about, self.authority, (card.full for card in self.cards))

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
        records = "".join(self.records[key] for key in self._closure(cable.keys))
        authority = f'<TEI xmlns="{TEI[1:-1]}">{self.header}<standOff>{records}</standOff></TEI>'
        return _document(self.about, authority, (self._briefs[each] for each in sorted(near)))

    def only(self, stem: str) -> "Edition":
        """Keep one cable, so that no page leads to one that is not published with it."""
        return Edition(self.about, self.authority, self.header, self.records, (self.card(stem),))

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


def edition(documents: Iterable[Document], cards: Iterable[str]) -> Edition:
    """Assemble an edition from the cards of its cables and, among some documents, its own two files."""
    # A second file of one kind is a finding; it does not speak for the edition
    own = {document.kind: document for document in documents if document.kind == document.stem}
    about, authority = own.get("edition"), own.get("authority")
    filed = sorted(map(_card, cards), key=lambda card: card.order)
    header = authority.root.find(f"{TEI}teiHeader") if authority else None
    return Edition(
        about=_xml(about.root if about else None),
        authority=_xml(authority.root if authority else None),
        header=_xml(header),
        records=_records(authority) if authority else {},
        cards=tuple(filed),
    )


def _document(about: str, authority: str, entries: Iterable[str]) -> bytes:
    head = f"<ed:about>{about}</ed:about><ed:authority>{authority}</ed:authority>"
    parts = (f'<ed:edition xmlns:ed="{NAMESPACE}">{head}<ed:entries>', *entries, "</ed:entries></ed:edition>")
    return "".join(parts).encode()


def _xml(element: etree._Element | None) -> str:
    return "" if element is None else etree.tostring(element, with_tail=False, encoding="unicode")


def _records(authority: Document) -> dict[str, str]:
    elements = authority.root.iter(*(f"{TEI}{name}" for name in _RECORDS))
    return {each.get(XML_ID, ""): _xml(each) for each in elements}


def _stems(cable: Facts) -> Iterable[str]:
    matches = map(FILE.fullmatch, cable.targets)
    return chain((match[1] for match in matches if match), (link.target for link in cable.links))


def _card(full: str) -> Card:
    """File a card by date, then by the telegram's number, then by file; what is unknown comes last."""
    tag = _START_TAG.match(full)
    entry = etree.fromstring(f"{tag[0].removesuffix('>').removesuffix('/')}/>") if tag else etree.fromstring(full)
    stem, number = entry.get("stem", ""), _LEADING_NUMBER.match(entry.get("number", ""))
    return Card(stem, (entry.get("date") or "~", int(number[0]) if number else 10**12, stem), full)
