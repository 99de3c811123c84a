"""An edition → its pages about more than one cable: the name of each, the stylesheet and the document it is made with.

A document holds what its page prints and little else, for its hash tells whether the page must be made anew. It is put
together when it is asked for, and again when the page is due: all of them at once would be the edition many times over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cablepress.edition import Edition


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that is made of the whole edition, or of a part of it."""

    name: str
    stylesheet: str  # by its name in xslt/
    document: Callable[[], bytes]


def sheets(edition: Edition) -> Iterator[Sheet]:
    """List the pages that an edition has beside those of its cables."""
    yield Sheet("index.html", "home", edition.whole)
    yield Sheet("people.html", "people", edition.whole)
    yield Sheet("search.html", "search", edition.whole)
