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
MAX_TAGS = 60_000  # start tags, end tags and comments: as in three megabytes of telegrams, of which each is a page
MAX_TAGS_OF_RECORDS = 200_000  # in the authority file: some thousands of people, each on a page of their own
MAX_STRETCH = 250_000  # bytes without a tag: forty thousand words; the parser's own limit is 10 MB

_SHORTEST = len(' a=""')  # what each attribute takes in a tag, at least
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_ASIDE = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_STYLED, _DELETE = b"<?xml-stylesheet", b"\x7f"
_BETWEEN_NAMES = re.compile(rb"[\s=\"']+")
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")


def may_have_doctype(data: bytes) -> bool:
    """Whether a document type is declared, or mentioned."""
    return _DOCTYPE.search(data) is not None


def may_have_a_harmful_aside(data: bytes) -> bool:
    """Whether a comment or an instruction may name a stylesheet, or hold what nobody sees."""
    return any(aside.startswith(_STYLED) or not aside.isascii() or _DELETE in aside for aside in _ASIDE.findall(data))


def most_tags(stem: str) -> int:
    """Say how many tags, comments and instructions there may be in a file of this name."""
    return MAX_TAGS_OF_RECORDS if stem == "authority" else MAX_TAGS


def has_more_tags(data: bytes, most: int) -> bool:
    """Whether there are more tags, comments and instructions than so many."""
    return data.count(b"<") > most


def long_stretch(data: bytes) -> int | None:
    """Find where a tag, with the text after it, begins that is longer than MAX_STRETCH bytes."""
    begin = 0
    for piece in data.split(b"<"):
        if len(piece) > MAX_STRETCH:
            return max(begin - 1, 0)
        begin += len(piece) + 1
    return None


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
