"""The bytes of a file → what keeps them from being shown to a parser at all: codes W01-W03, W05, W06, X31.

All XML passes here, an edition's own schema as well as TEI. Parsers disagree on encodings, and some follow a document
type wherever it leads.
"""

import re
from collections.abc import Iterator

from cablepress import glance
from cablepress.finding import Finding
from cablepress.places import Places
from cablepress.source import MAX_BYTES, Source

_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
_PROLOGUE = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>|(?P<doctype><!DOCTYPE)", re.DOTALL | re.IGNORECASE)
_STYLED = re.compile(r"<\?xml-stylesheet\b")
_ASIDE_OR_NONE = re.compile(r"<!\[CDATA\[.*?\]\]>|(?P<aside><!--.*?-->|<\?.*?\?>)", re.DOTALL)
_VERSION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s+version\s*=\s*[\"']([^\"']*)")
_CAUTIOUS = 40  # characters of what somebody else wrote that a message repeats
# Controls, what turns the direction of writing about, and letters without width or shape: an editor does not see them
_UNSEEN = re.compile(
    "[\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def refused(source: Source) -> Finding | None:
    """Find what disqualifies the bytes of a file before any parser sees them."""
    return _refuse_bytes(source) or _refuse_doctype(source)


def text_of(source: Source) -> str:
    """Return the text of a file that is UTF-8, without the mark that it may begin with."""
    return source.data.decode("utf-8-sig")


def refused_asides(source: Source) -> Iterator[Finding]:
    """Find what in comments and processing instructions would do harm where the file itself is published.

    A browser obeys a stylesheet that a file names; and who reads a comment should see what it says.
    """
    if not glance.may_have_a_harmful_aside(source.data):
        return
    text = text_of(source)
    places = Places(text)
    for aside in _asides(text):
        place = places.place(aside.start())
        at = (source.name, place.line, place.column)
        if _STYLED.match(aside[0]):
            remedy = "Delete it; how a telegram reads is decided by the edition."
            yield Finding(*at, "X31", "A stylesheet of a file's own is not allowed.", remedy)
        elif unseen := _UNSEEN.search(aside[0]):
            message = f"There is an invisible character, U+{ord(unseen[0]):04X}, in a comment or an instruction."
            yield Finding(*at, "X25", message, "Delete it.")


def _asides(text: str) -> Iterator[re.Match[str]]:
    """Iterate over comments and instructions; what looks like one in a CDATA section is none."""
    return (piece for piece in _ASIDE_OR_NONE.finditer(text) if piece.lastgroup == "aside")


def _whole(source: Source, code: str, message: str, remedy: str) -> Finding:
    return Finding(source.name, 0, 0, code, message, remedy)


def _refuse_bytes(source: Source) -> Finding | None:
    if not source.data or source.data.isspace():
        return _whole(source, "W01", "The file is empty.", "Write a TEI document into it, or remove it.")
    if len(source.data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024 // 1024} MB"
        return _whole(source, "W05", f"The file is larger than {limit}.", "Split it.")
    return _refuse_encoding(source) or _refuse_amount(source)


def _refuse_amount(source: Source) -> Finding | None:
    """Refuse what would keep the rules busy for longer than anybody waits; each limit is far beyond any telegram."""
    most = glance.most_tags(source.stem)
    if glance.has_more_tags(source.data, most):
        return _whole(source, "W05", f"The file has more than {most:,} tags.", "Split it.")
    if len(source.data) <= glance.MAX_STRETCH:
        return None
    found = glance.long_stretch(source.data)
    if found is None:
        return None
    message = f"There are more than {glance.MAX_STRETCH:,} bytes here without a tag between them."
    return _at(source, found, "W05", message, "Divide the text into paragraphs; shorten the value or the comment.")


def not_text(source: Source) -> Finding | None:
    """Find what keeps bytes from being text at all: codes W02 and W06."""
    remedy = "Save it as UTF-8."
    if source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _whole(source, "W02", "The file is UTF-16, not UTF-8.", remedy)
    try:
        text_of(source)
    except UnicodeDecodeError as error:
        return _at(source, error.start, "W02", f"Byte 0x{source.data[error.start]:02X} is not UTF-8.", remedy)
    if b"\0" in source.data:
        return _at(source, source.data.index(0), "W06", "The file holds a NUL character.", "Remove it.")
    return None


def _refuse_encoding(source: Source) -> Finding | None:
    found = not_text(source)
    if found:
        return found
    declared = _DECLARED.match(source.data)
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        named = declared[1].decode("ascii", "replace")[:_CAUTIOUS]
        fact = f"The file declares the encoding {named or 'without a name'}, not UTF-8."
        return _at(source, declared.start(1), "W02", fact, "Save it as UTF-8.")
    return _refuse_version(source)


def _refuse_version(source: Source) -> Finding | None:
    written = _VERSION.match(source.data)
    if written is None or written[1] == b"1.0":
        return None
    return _at(source, written.start(1), "W03", "The file is not XML 1.0.", 'Write version="1.0" in its first line.')


def _at(source: Source, byte: int, code: str, message: str, remedy: str) -> Finding:
    before = source.data[:byte].decode("utf-8-sig", "replace")
    place = Places(before).place(len(before))
    return Finding(source.name, place.line, place.column, code, message, remedy)


def _refuse_doctype(source: Source) -> Finding | None:
    if not glance.may_have_doctype(source.data):
        return None
    text = text_of(source)
    found = _in_prologue(text)
    if found is None:
        return None
    place = Places(text).place(found)
    remedy = "Delete it; write characters themselves instead of entities."
    return Finding(source.name, place.line, place.column, "X31", "A document type declaration is not allowed.", remedy)


def _in_prologue(text: str) -> int | None:
    """Find where a document type begins, before the root; once past it, or lost, there is none."""
    passed = _PROLOGUE.match(text)
    while passed and passed.lastgroup is None:
        passed = _PROLOGUE.match(text, passed.end())
    return passed.start() if passed else None
