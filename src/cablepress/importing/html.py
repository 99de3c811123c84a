"""A page saved as HTML → its text, a line for each block, as a browser would copy it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

_BLOCKS = frozenset(
    """
    address article aside blockquote body br button caption dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table
    tbody td th tr ul
    """.split()  # noqa: SIM905 - so many are read better in lines
)
_UNSEEN = frozenset(["head", "iframe", "noscript", "script", "select", "style", "svg", "template", "textarea"])
_LINE = "\u2028"
MAX_DEPTH = 500  # elements within elements; each end tag is looked for among all that are open


class TooDeep(ValueError):
    """Elements are nested more than MAX_DEPTH deep."""


@dataclass
class _Reader:
    """Takes what a parser finds, without a tree: a tree has limits, beyond which text would be lost in silence."""

    pieces: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    unseen: int = 0  # how many of the open elements show nothing
    kept: int = 0  # how many of them keep their line ends

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._pass(tag, 1)
        self.opened.append(tag)
        if len(self.opened) > MAX_DEPTH:
            raise TooDeep

    def end(self, tag: str) -> None:
        self.opened.pop()
        self._pass(tag, -1)

    def data(self, text: str) -> None:
        if not self.unseen:
            self.pieces.append(text.replace("\n", _LINE if self.kept else " "))

    def close(self) -> str:
        return "".join(self.pieces)

    def _pass(self, tag: str, step: int) -> None:
        if tag in _BLOCKS and not self.unseen:
            self.pieces.append("\n")
        self.unseen += step * (tag in _UNSEEN)
        self.kept += step * (tag == "pre")


def text(data: bytes) -> str:
    """Take the text out of HTML; blocks stand on lines of their own with a blank line between. Raises TooDeep."""
    reader: Any = _Reader()  # lxml asks for fewer methods than its types do
    parser = etree.HTMLParser(encoding="utf-8", target=reader, no_network=True, huge_tree=True)
    found: str = etree.fromstring(data, parser)
    lines = (" ".join(line.split()) for line in found.replace(_LINE, "\n").split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"
