"""The bytes and the tree of a file → whether it is worth a closer look, in a fraction of the time that one takes.

Nothing is decided here. A file that is passed over breaks no limit; one that is not may break it, and is then read with
care.
"""

import re
from itertools import filterfalse

from lxml import etree

MAX_DEPTH = 90  # Saxon's own limit is 100, and it says so less clearly
MAX_NAME = 200  # characters; Saxon's own limit is 1000
MAX_ATTRIBUTES = 100  # Saxon's own limit is 200

_SHORTEST = len(' a=""')  # what each attribute takes in a tag, at least
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(rb"[\s=\"']+")
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")


def may_have_doctype(data: bytes) -> bool:
    """Whether a document type is declared, or mentioned."""
    return _DOCTYPE.search(data) is not None


def is_too_deep(root: etree._Element) -> bool:
    """Whether elements are nested more than MAX_DEPTH deep; libxml2 counts."""
    return bool(_TOO_DEEP(root))


def suspicious(data: bytes) -> tuple[bytes, ...]:
    """Take out the tags, each with the text after it, in which a name or the number of attributes may be too much.

    No tag goes beyond the next `<`. One that is short and in plain letters breaks no limit.
    """
    pieces = data.split(b"<")
    return (*filterfalse(bytes.isascii, pieces), *[piece for piece in pieces if len(piece) > MAX_NAME])


def may_be_too_wide(suspects: tuple[bytes, ...]) -> bool:
    """Whether one of these tags may have more than MAX_ATTRIBUTES attributes."""
    return any(len(tag) > MAX_ATTRIBUTES * _SHORTEST and tag.count(b"=") > MAX_ATTRIBUTES for tag in suspects)


def may_be_strange(suspects: tuple[bytes, ...]) -> bool:
    """Whether a name in one of these tags may have other letters than those of ASCII, or be longer than MAX_NAME."""
    return any(map(_may_be_strange, suspects))


def _may_be_strange(tag: bytes) -> bool:
    """Look at what may be names: an attribute's is followed by `=`, an element's by that or by the end of its tag."""
    names = tag[: max(tag.rfind(b"="), tag.find(b">"))]
    return not names.isascii() or (len(names) > MAX_NAME and max(map(len, _BETWEEN_NAMES.split(names))) > MAX_NAME)
