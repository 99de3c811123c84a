"""Text as it is typed → the slips in it: an & that begins nothing, an entity nobody declared, a character XML bans."""

import re
from collections.abc import Iterator
from html.entities import html5

from cablepress.recover.edits import Edit, Slip

Found = tuple[Slip, Edit]

_SUSPECT = re.compile("[&\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\\]\\]>")
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9A-Fa-f]+));")
_ENTITY = re.compile(r"&([A-Za-z][\w.-]*);")
_NUMBERED = re.compile(r"&#[^\s;<&]*;")
_CUT_SHORT = re.compile(r"&(amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+)(?![\w;])")
_AMPERSAND = "Write &amp; for the character &."
_ALLOWED = ((9, 10), (13, 13), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF))  # Char of XML 1.0


def slips(text: str, start: int, end: int, *, is_text: bool = True) -> Iterator[Found]:
    """Find the slips in a stretch of text, or of an attribute's value."""
    for match in _SUSPECT.finditer(text, start, end):
        if match[0] == "&":
            yield from _reference(text, match.start())
        elif match[0] != "]]>":
            yield _banned(match.start(), match.end(), ord(match[0]))
        elif is_text:
            what = Slip(match.start(), "]]> stands in the text", "Write ]]&gt; for it.")
            yield what, Edit(match.start(), match.end(), "]]&gt;")


def _reference(text: str, offset: int) -> Iterator[Found]:
    if match := _REFERENCE.match(text, offset):
        number = int(match[2] or match[3] or "32", 16 if match[3] else 10)
        if not _is_allowed(number):
            yield _banned(offset, match.end(), number)
    elif match := _NUMBERED.match(text, offset):
        slip = Slip(offset, f"{match[0]} names no character", "Type the character itself.")
        yield slip, Edit(offset, match.end(), "?")
    elif match := _ENTITY.match(text, offset):
        yield _entity(offset, match.end(), match[1])
    elif match := _CUT_SHORT.match(text, offset):
        slip = Slip(offset, f"the ; after {match[0]} is missing", f"Write {match[0]};.")
        yield slip, Edit(match.end(), match.end(), ";")
    else:
        yield Slip(offset, "a bare & stands in the text", _AMPERSAND), Edit(offset, offset + 1, "&amp;")


def _entity(offset: int, end: int, name: str) -> Found:
    character = html5.get(f"{name};", "")
    remedy = "Type the character itself; XML knows only &amp;, &lt;, &gt;, &quot; and &apos;."
    if not character.isprintable():
        character = " "
    elif character:
        remedy = f"Type the character itself, {character}; XML knows only &amp;, &lt;, &gt;, &quot; and &apos;."
    return Slip(offset, f"there is no entity &{name};", remedy), Edit(offset, end, character or f"({name})")


def _banned(start: int, end: int, number: int) -> Found:
    fact = f"character number {number} may not stand in XML"
    remedy = "Remove it; it is invisible, and came from another program."
    return Slip(start, fact, remedy), Edit(start, end, "")


def _is_allowed(number: int) -> bool:
    return any(first <= number <= last for first, last in _ALLOWED)
