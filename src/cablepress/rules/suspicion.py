"""A document → the patterns of schema/cable.sch that have nothing to find in it, by a glance.

Three patterns look at every word, and nearly always in vain. A glance at the file as one string is a hundred times
cheaper, and says so of most files. It may let too much pass, never too little.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml import etree

from cablepress.document import TEI, Document

# All characters but those that are seen, plain and in one piece in any language: Latin letters, dashes and quotes,
# kana and ideographs. One range too many in it costs nothing but time.
_ODD = re.compile("[\x7f-\xa0\xad\u0300-\u200f\u2028-\u3000\u302a-\u3040\u3097-\u30a0\u30ff-\u4dff\ua000-\U0010ffff]")
_TEXT = re.compile(rb"<text[\s/>]")
_MARKS = ("blac", "redacted", "withheld", "excised", "sanitized", "deleted", "declassified", "黒塗り")
_SIGLUM = re.compile(rb"tn(?:\s|[\x80-\xff])*[:<]")  # other white space than ASCII's has such bytes
# A word of each placeholder: white space or an element may stand between two of them
_PROVISIONAL = (
    *(b"sample", b"todo", b"fixme", b"tbd", b"xxx", b"placeholder", b"???", b"lorem", b"done", b"added", b"example"),
    *(b"edition's", "edition\u2019s".encode(), b"&apos;", b"&#", b"<![", b"your", b"doe"),
)
_HEADERS = (b"teiHeader", b"standOff", b"Desc>", b"Desc ", b"Desc\n")  # of files, and of revisions
_PLAIN = bytes(range(0x7F))
_REPORTS = etree.XPath(
    "t:text//t:note[@subtype = 'redaction'][not(ancestor::t:note)]", namespaces={"t": TEI[1:-1]}
)  # none within another: their words are counted once


def unlikely(document: Document) -> str:
    """Name the patterns that need not be asked, separated by spaces."""
    return " ".join(pattern for pattern, is_likely in LIKELY.items() if not is_likely(document))


def _has_odd_characters(document: Document) -> bool:
    data = document.source.data.removeprefix(BOM_UTF8)
    return b"&#" in data or _ODD.search(data.translate(None, _PLAIN).decode("utf-8", "replace")) is not None


def _has_typed_apparatus(document: Document) -> bool:
    data = document.source.data
    begun = _TEXT.search(data)
    body = (data[begun.start() :] if begun else data).lower()  # all of it, if its names have prefixes
    if b"[cdata[" in body or b"&#" in body or _SIGLUM.search(body):
        return True
    # Where one element ends, a word may thus go on in the next: that is too much, not too little
    texts = document.root.iterchildren(f"{TEI}text")
    words = "".join(etree.tostring(each, method="text", encoding="unicode") for each in texts).lower()
    return "[" in words or "]" in words or _has_more_marks(words, document)


def _has_more_marks(words: str, document: Document) -> bool:
    """Whether words of redactions stand also where no redaction is reported; there, none goes beyond its element."""
    marked = [mark for mark in _MARKS if mark in words]
    reports = _REPORTS(document.root) if marked else ()
    reported = ":".join(text for report in reports for text in report.itertext()).lower()
    return any(words.count(mark) > reported.count(mark) for mark in marked)


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
