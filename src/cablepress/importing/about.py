"""A page in its parts → what is known of it when its header is made, and what all parts of the header ask of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cablepress.importing.header import Heading
from cablepress.importing.holdings import Holdings
from cablepress.importing.layout import Laid
from cablepress.importing.nodes import Node

_NAME = r"(?:[^.;]|(?<=\b[A-Z])\.)+"
TRANSLATOR = re.compile(rf"Translated (?:by|for \w+ by) (?P<name>{_NAME})")
ARCHIVE = re.compile(
    rf"(?P<repository>[^.]+?), File No\. (?P<file>[^\s.,]+(?:[.,][^\s.,]+)*)\.(?: "
    rf"Translated by (?P<translator>{_NAME})\.)?"
)
_MINISTRY = "Ministry of Foreign Affairs of Japan"


@dataclass(frozen=True, slots=True)
class About:
    """Everything that a header is made of."""

    name: str
    stem: str
    title: str
    language: str
    laid: Laid
    heading: Heading
    holdings: Holdings
    opening: tuple[Node, ...]
    text: tuple[Node, ...]
    parts: tuple[Node, ...]  # all elements of opening and text
    speakers: tuple[str, ...]
    today: str


def segs(opening: Iterable[Node], kind: str) -> Iterator[Node]:
    """Give the segments of one type in openers."""
    return (seg for one in opening for seg in one.children if isinstance(seg, Node) and seg.get("type") == kind)


def site(about: About) -> str:
    """Name the site that published the page."""
    is_wilson = any(
        "History and Public Policy Program" in each or "Wilson Center" in each
        for each in (*about.laid.rights, *about.laid.furniture)
    )
    return "Wilson Center Digital Archive" if is_wilson else "The archive that published the page"


def is_reviewed(laid: Laid) -> bool:
    """Whether the page says whose review redacted the original."""
    return _MINISTRY in " ".join(laid.source)
