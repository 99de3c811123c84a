"""A valid cable, and the edition it stands in → its readings: a page, a text, citations, an index card, a leaf."""

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml import etree, html

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
    """The readings of one cable, as the bytes a reader opens; and how to cite it, as the bytes that programs read."""

    html: bytes
    text: bytes
    bib: bytes
    ris: bytes
    csl: bytes
    chapter: bytes  # of a book, and of the pages to print


@cache
def _stylesheet(name: str) -> saxon.Stylesheet:
    return saxon.Stylesheet(folder("xslt") / f"{name}.xsl")


def prepare(*names: str) -> None:
    """Compile stylesheets before they are wanted."""
    for name in names:
        _stylesheet(name)


def entry(document: Document) -> str:
    """Make a cable's index card, an `ed:entry` element: what other pages need to know of it."""
    return _stylesheet("entry").transform(saxon.tree(document.source.data))


def leaf(document: Document) -> str:
    """Make a cable's leaf, an `ed:leaf` element: what pages of the whole edition print of it."""
    return _stylesheet("leaf").transform(saxon.tree(document.source.data))


def read(source: Source, card: str, edition: saxon.Tree) -> Reading:
    """Render a cable as a page, as plain text and for reference managers; `card` is its index card."""
    digest = source.digest
    with watch.stage("saxon parse"):
        tree = saxon.tree(source.data)
    with watch.stage("html"):
        page = _lines(_render("html", tree, edition=edition, card=saxon.tree(card.encode()), digest=digest))
    with watch.stage("text"):
        text = filled(_render("text", tree, edition=edition)).encode()
    with watch.stage("citations"):
        bib, ris, csl = _parts(_render("citations", tree, edition=edition, digest=digest))
    with watch.stage("chapter"):
        chapter = _render("chapter", _main(page), edition=edition).encode()
    return Reading(page, text, bib, ris, csl, chapter)


def page(name: str, edition: saxon.Tree, **parameters: str) -> bytes:
    """Render a page of the whole edition, by the name of its stylesheet, such as `home`."""
    aids = {"guide": saxon.tree(guidelines())} if name == "guidelines" else {}
    return _lines(_render(name, edition, edition=edition, **aids, **parameters))


def printed(chapters: bytes, edition: saxon.Tree) -> bytes:
    """Render a page to print."""
    return _lines(_render("print", saxon.tree(chapters), edition=edition))


def book(edition: saxon.Tree, identifier: str, fingerprint: str) -> tuple[tuple[str, bytes], ...]:
    """Render the package document of a book, its table of contents and its title page."""
    made = _render("book", edition, edition=edition, identifier=identifier, fingerprint=fingerprint)
    return tuple((file.get("name", ""), _document(file[0])) for file in etree.fromstring(made.encode()))


def _document(root: etree._Element) -> bytes:
    root = deepcopy(root)  # of the namespaces around it, it then keeps those that it uses
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, with_tail=False)


def _main(page: bytes) -> saxon.Tree:
    """Take out of a page what stands between its header and its footer."""
    parsed = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    return saxon.tree(etree.tostring(parsed.get_element_by_id("main"), encoding="utf-8", with_tail=False))


def _parts(made: str) -> tuple[bytes, ...]:
    """Take apart what one stylesheet writes for several files."""
    return tuple((part.text or "").encode() for part in etree.fromstring(made.encode()))


def _render(name: str, tree: saxon.Tree, **parameters: saxon.Tree | str) -> str:
    stylesheet = _stylesheet(name)
    stylesheet.bind(**parameters)
    return stylesheet.transform(tree)


def _lines(page: str) -> bytes:
    """Give each block of a page a line of its own: here, for a second pass of XSLT would copy the whole page."""
    return _BLOCK.sub("\n<", page).encode()
