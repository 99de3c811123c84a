"""A valid cable, and the edition it stands in → its readings: a page, a plain text, an index card, a leaf."""

import re
from dataclasses import dataclass
from functools import cache

from cablepress import saxon, watch
from cablepress.document import Document
from cablepress.fill import filled
from cablepress.guidelines import guidelines
from cablepress.resources import folder
from cablepress.source import Source

# The start tags that begin a line of a page. An attribute may hold a bare "<" but neither a ">" nor a quotation mark,
# so what looks like a whole tag, or like one with a first attribute that is not empty, is a tag.
_BLOCK = re.compile(
    "<(?=(?:head|meta|title|link|script|body|header|nav|main|footer|article|section|div|p|h[123]|ol|ul|li|dl|dt"
    '|blockquote|table|tr|svg|rect|fieldset|label|details)(?:>| [A-Za-z-]+="[^ >]))'
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The two readings of one cable, as the bytes a reader opens."""

    html: bytes
    text: bytes


@cache
def _stylesheet(name: str) -> saxon.Stylesheet:
    return saxon.Stylesheet(folder("xslt") / f"{name}.xsl")


def entry(document: Document) -> str:
    """Make a cable's index card, an `ed:entry` element: what other pages need to know of it."""
    return _stylesheet("entry").transform(saxon.tree(document.source.data))


def leaf(document: Document) -> str:
    """Make a cable's leaf, an `ed:leaf` element: what pages of the whole edition print of it."""
    return _stylesheet("leaf").transform(saxon.tree(document.source.data))


def read(source: Source, card: str, edition: saxon.Tree) -> Reading:
    """Render a cable as a page and as plain text; `card` is its index card."""
    with watch.stage("saxon parse"):
        tree = saxon.tree(source.data)
    with watch.stage("html"):
        html = _lines(_render("html", tree, edition=edition, card=saxon.tree(card.encode())))
    with watch.stage("text"):
        text = filled(_render("text", tree, edition=edition)).encode()
    return Reading(html, text)


def page(name: str, edition: saxon.Tree) -> bytes:
    """Render a page of the whole edition, by the name of its stylesheet, such as `home`."""
    aids = {"guide": saxon.tree(guidelines())} if name == "guidelines" else {}
    return _lines(_render(name, edition, edition=edition, **aids))


def _render(name: str, tree: saxon.Tree, **parameters: saxon.Tree) -> str:
    stylesheet = _stylesheet(name)
    stylesheet.bind(**parameters)
    return stylesheet.transform(tree)


def _lines(page: str) -> bytes:
    """Give each block of a page a line of its own: here, for a second pass of XSLT would copy the whole page."""
    return _BLOCK.sub("\n<", page).encode()
