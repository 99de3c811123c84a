"""The cards of an edition, in order → its pages to print: one, or for a long edition one for each stretch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import quoteattr

from cablepress.card import Card
from cablepress.edition import NAMESPACE

FIRST = "print.html"
_MOST = 100  # telegrams on a page; a browser lays out some hundred sheets of paper without delay


@dataclass(frozen=True, slots=True)
class Part:
    """A page to print: its file, what it holds in words, its telegrams; the first page of a long edition has none."""

    name: str
    label: str
    stems: tuple[str, ...]
    others: tuple["Part", ...] = ()


def parts(cards: tuple[Card, ...]) -> tuple[Part, ...]:
    """Divide an edition: by years, so that a new telegram moves few others; a full year once more."""
    if len(cards) <= _MOST:
        return (Part(FIRST, "", tuple(card.stem for card in cards)),)
    found = tuple(_stretches(cards))
    return (Part(FIRST, "", (), found), *found)


def page(part: Part, chapters: Iterable[bytes]) -> bytes:
    """Give what the page is made from: an `ed:sheets` with the chapters, or with what the other pages are."""
    others = (
        f"<ed:part name={quoteattr(other.name)} label={quoteattr(other.label)} count='{len(other.stems)}'/>"
        for other in part.others
    )
    sheets = (
        f'<ed:sheet stem="{stem}">{chapter.decode()}</ed:sheet>'
        for stem, chapter in zip(part.stems, chapters, strict=True)
    )
    head = f"<ed:sheets xmlns:ed={quoteattr(NAMESPACE)} label={quoteattr(part.label)}>"
    return "".join((head, *others, *sheets, "</ed:sheets>")).encode()


def _stretches(cards: tuple[Card, ...]) -> Iterator[Part]:
    """Name parts: `edition.is_reserved` keeps their names from telegrams."""
    for year, group in groupby(cards, key=lambda card: card.order[0][:4]):
        stems = tuple(card.stem for card in group)
        full = tuple(stems[begin : begin + _MOST] for begin in range(0, len(stems), _MOST))
        for number, some in enumerate(full, 1):
            known = year if year.isdigit() else "undated"
            of = f", part {number} of {len(full)}" if len(full) > 1 else ""
            label = f"{known if year.isdigit() else 'Without a date'}{of}"
            yield Part(f"print-{known}{f'-{number}' if number > 1 else ''}.html", label, some)
