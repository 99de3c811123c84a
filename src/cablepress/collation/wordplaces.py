"""The text of a TEI file → the place of any word in it, named by the text node that holds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cablepress.finding import Place
from cablepress.places import Places, pieces

_WORD = re.compile(r"\S+")

Span = tuple[int, int]


@dataclass(frozen=True)
class WordPlaces:
    """The places of the words of a file, by text node in document order."""

    places: Places

    @cached_property
    def _nodes(self) -> tuple[tuple[Span, ...], ...]:
        return tuple(_nodes(self.places.text, self.places.tags[0].start))

    def of_word(self, node: int, word: int) -> Place:
        """Return where a word of the n-th text node begins, both counted from 0; the last word if there are fewer."""
        spans = self._nodes[node]
        starts = [found.start() for start, end in spans for found in _WORD.finditer(self.places.text, start, end)]
        return self.places.place(starts[min(word, len(starts) - 1)] if starts else spans[0][0])

    def of_element(self, ordinal: int) -> Place:
        """Return where the n-th element begins, for words that it stands for and does not spell."""
        return self.places.of_element(ordinal)


def _nodes(text: str, start: int) -> Iterator[tuple[Span, ...]]:
    """Find the text nodes: text and CDATA sections side by side are one, and any other markup ends it."""
    spans: list[Span] = []
    for piece in pieces(text, start):
        kind = piece.lastgroup or ""
        if kind in {"text", "cdata"}:
            spans.append(piece.span(kind))
        elif spans:
            yield tuple(spans)
            spans = []
