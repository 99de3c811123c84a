"""A document → the patterns of schema/cable.sch that have nothing to find in it, by a glance.

Three patterns look at every word, and nearly always in vain. A glance at the file as one string is a hundred times
cheaper, and says so of most files. It may let too much pass, never too little.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from lxml import etree

from cablepress.document import TEI, Document

# All characters but those that are seen, plain and in one piece in any language: Latin letters, dashes and quotes,
# kana and ideographs. One range too many in it costs nothing but time.
_ODD = re.compile("[\x7f-\xa0\xad\u0300-\u200f\u2028-\u3000\u302a-\u3040\u3097-\u30a0\u30ff-\u4dff\ua000-\U0010ffff]")
_MARKS = ("blac", "redacted", "withheld", "excised", "sanitized", "deleted", "declassified", "黒塗り")
_SIGLUM = re.compile(r"tn(?<![^\W_]tn)\s*:")  # no letter before it; the underscore is none in XPath
# A word of each placeholder: white space or an element may stand between two of them
_PROVISIONAL = (
    *(b"sample", b"todo", b"fixme", b"tbd", b"xxx", b"placeholder", b"???", b"lorem", b"done", b"added", b"example"),
    *(b"edition's", "edition\u2019s".encode(), b"&apos;", b"&#", b"<![", b"your", b" doe", b">doe", b"\ndoe"),
)
_HEADERS = (b"teiHeader", b"standOff", b"fileDesc", b"revisionDesc")
_REPORTS = etree.XPath(
    "t:text//t:note[@subtype = 'redaction'][not(ancestor::t:note)]", namespaces={"t": TEI[1:-1]}
)  # none within another: their words are counted once


def unlikely(document: Document) -> str:
    """Name the patterns that need not be asked, separated by spaces."""
    return " ".join(pattern for pattern, is_likely in LIKELY.items() if not is_likely(document))


def _has_odd_characters(document: Document) -> bool:
    data = document.source.data
    foreign = b"".join(piece for piece in data.split(b"<") if not piece.isascii()).decode("utf-8-sig", "replace")
    return b"&#" in data or b"\x7f" in data or _ODD.search(foreign) is not None


def _has_typed_apparatus(document: Document) -> bool:
    words = _words(document.root.iterchildren(f"{TEI}text"))
    if "[" in words or "]" in words or _SIGLUM.search(words):
        return True
    marked = [mark for mark in _MARKS if mark in words]
    reported = _words(_REPORTS(document.root)) if marked else ""
    return any(words.count(mark) > reported.count(mark) for mark in marked)


def _words(elements: Iterable[etree._Element]) -> str:
    """Join all texts; the colons stand for whatever element follows."""
    return ":".join(text for element in elements for text in element.itertext()).lower()


def _has_placeholders(document: Document) -> bool:
    whole = document.source.data
    head, _, body = whole.partition(b"<text>")
    # What a header is, is sought everywhere: in a file that is not as it should be, also in its text
    header = whole if any(name in body for name in _HEADERS) else head
    lower = header.lower()
    return any(word in lower for word in _PROVISIONAL)


LIKELY: Mapping[str, Callable[[Document], bool]] = MappingProxyType(
    {
        "characters": _has_odd_characters,
        "typed-apparatus": _has_typed_apparatus,
        "placeholders": _has_placeholders,
    }
)
