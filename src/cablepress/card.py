"""A cable's index card, as text → where the cable comes in the series, and the parts of the card that a page asks for.

A card is written by one stylesheet, xslt/entry.xsl, without a stray "<": its parts can be told apart without a parser.
"""

import re
from dataclasses import dataclass

from lxml import etree

from cablepress.leaf import Leaf

_LEADING_NUMBER = re.compile(r"\d+")
_START_TAG = re.compile(r"<ed:entry[^>]*>")
# Of a card, what only pages of the whole edition ask for
_DETAIL = re.compile(r"<ed:(?:link|person|org|place)\b")
_COUNTS = re.compile(r' (?:words|redactions|paragraphs|changed)="[-\d]+"')
_YEAR = re.compile(r"\d{4}")
_REDACTIONS = re.compile(r' redactions="(\d+)"')
_LINK = re.compile(r'<ed:link target="([^"]*)"')
_NAMED = re.compile(r'<ed:named paragraph="(\d+)"')
_CHILD = re.compile(
    r'<ed:(title|heading|abstract|link|person|org|place)\b(?: key="([^"]*)")?[^>]*?(?:/>|>.*?</ed:\1>)', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Card:
    """A cable's index card: its stem, where it comes in the series, the `ed:entry` as XML; and its leaf."""

    stem: str
    order: tuple[str, int, str]
    full: str
    leaf: Leaf

    @property
    def brief(self) -> str:
        """The card as far as the pages of other cables ask for it: without links and people, and what was counted."""
        detail, tag = _DETAIL.search(self.full), _START_TAG.match(self.full)
        head = _COUNTS.sub("", tag[0]) if tag else ""
        end = detail.start() if detail else len(self.full)
        return f"{head}{self.full[len(tag[0]) if tag else 0 : end]}{'</ed:entry>' if detail else ''}"

    @property
    def tag(self) -> str:
        """The start tag, closed: what the cable is, and the counts."""
        found = _START_TAG.match(self.full)
        return f"{found[0].removesuffix('>').removesuffix('/')}/>" if found else self.full

    @property
    def keys(self) -> frozenset[str]:
        """Whom and what the cable points to, such as person:gore."""
        return frozenset(f"{child[1]}:{child[2]}" for child in _CHILD.finditer(self.full) if child[2])

    @property
    def year(self) -> str:
        """The year of the cable; empty if it is not known."""
        return self.order[0][:4] if _YEAR.match(self.order[0]) else ""

    @property
    def linked(self) -> frozenset[str]:
        """The stems of the cables that its header names."""
        return frozenset(_LINK.findall(self.full))

    def agents(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Give what the card says of each record, by its key, and the numbers of the paragraphs that name it."""
        parts = {f"{child[1]}:{child[2]}": child[0] for child in _CHILD.finditer(self.full) if child[2]}
        return {key: (part, frozenset(_NAMED.findall(part))) for key, part in parts.items()}

    @property
    def redactions(self) -> int:
        """How many redactions the cable has."""
        found = _REDACTIONS.search(self.tag)
        return int(found[1]) if found else 0

    def kept(self, *kinds: str, counted: bool = False) -> str:
        """Give the card with only some kinds of its parts, such as `heading`; and what was counted, if asked."""
        parts = (child[0] for child in _CHILD.finditer(self.full) if child[1] in kinds)
        head = self.tag if counted else _COUNTS.sub("", self.tag)
        return f"{head.removesuffix('/>')}>{''.join(parts)}</ed:entry>"


def filed(full: str, leaf: bytes) -> Card:
    """File a card by date, then by the telegram's number, then by file; what is unknown comes last."""
    tag = _START_TAG.match(full)
    entry = etree.fromstring(f"{tag[0].removesuffix('>').removesuffix('/')}/>") if tag else etree.fromstring(full)
    stem, number = entry.get("stem", ""), _LEADING_NUMBER.match(entry.get("number", ""))
    return Card(stem, (entry.get("date") or "~", int(number[0]) if number else 10**12, stem), full, Leaf(stem, leaf))
