"""A text and the place of the cursor in it, however unfinished → what is being written there, and where."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from cablepress.recover.scan import EndTag, scan
from cablepress.recover.tags import StartTag

_ATTRIBUTES = r"(?:\s+[\w:.\-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*"
_ELEMENT = re.compile(r"<(?P<part>[\w:.\-]*)$")
_END = re.compile(r"</(?P<part>[\w:.\-]*)$")
_ATTRIBUTE = re.compile(rf"<(?P<name>[\w:.\-]+){_ATTRIBUTES}\s+(?P<part>[\w:.\-]*)$")
_VALUE = re.compile(
    rf"<(?P<name>[\w:.\-]+){_ATTRIBUTES}\s+(?P<attribute>[\w:.\-]+)\s*=\s*[\"'](?:[^\"'<>]*\s)?(?P<part>[^\s\"'<>]*)$"
)

_LONGEST = 10_000  # characters of a tag: the patterns go over it again for each attribute


class Writing(Enum):
    """What is being written."""

    TEXT = "text"
    ELEMENT = "element"
    END = "end"
    ATTRIBUTE = "attribute"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Cursor:
    """What is being written at the cursor: in which elements, in which tag and attribute, and what is there already."""

    writing: Writing
    start: int  # of what is there already
    around: tuple[str, ...] = ()  # the elements that are open here, the innermost last
    before: tuple[str, ...] = ()  # the names of what stands before in the innermost
    name: str = ""
    attribute: str = ""
    given: tuple[str, ...] = ()  # the attributes that the tag has already


def cursor(text: str, offset: int) -> Cursor:
    """Say what is being written at an offset."""
    begin = text.rfind("<", 0, offset)
    part = text[begin:offset] if 0 <= begin > offset - _LONGEST else ""
    kinds = ((_END, Writing.END), (_ELEMENT, Writing.ELEMENT), (_ATTRIBUTE, Writing.ATTRIBUTE), (_VALUE, Writing.VALUE))
    found = next(((match, kind) for pattern, kind in kinds if (match := pattern.match(part))), None)
    if found is None:
        return Cursor(Writing.TEXT, offset, *_open(text, offset))
    match, kind = found
    groups = match.groupdict()
    around, before = _open(text, begin)
    given = tuple(re.findall(r"\s([\w:.\-]+)\s*=", re.split(r"[<>]", text[begin + 1 : begin + 2000], maxsplit=1)[0]))
    start = begin + match.start("part")
    return Cursor(kind, start, around, before, groups.get("name") or "", groups.get("attribute") or "", given)


def _open(text: str, offset: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the elements that are open at an offset, and the children before it of the innermost."""
    stack: list[tuple[str, list[str]]] = [("", [])]
    for tag in scan(text[:offset], bool).tags:
        if isinstance(tag, EndTag):
            _close(stack, tag.name)
        else:
            stack[-1][1].append(tag.name)
            if not tag.is_empty:
                stack.append((tag.name, []))
    return tuple(name for name, _ in stack[1:]), tuple(stack[-1][1])


def _close(stack: list[tuple[str, list[str]]], name: str) -> None:
    """Close an element, and what was left open in it."""
    if any(each == name for each, _ in stack[1:]):
        while stack.pop()[0] != name:
            pass


@dataclass(frozen=True, slots=True)
class Word:
    """A name in a tag: of the element, or of one of its attributes; where it begins and ends, and what is around."""

    start: int
    end: int
    element: str
    attribute: str
    parent: str


def word(text: str, offset: int) -> Word | None:
    """Find the name that an offset is in; None between tags, and in values."""
    begin, end = text.rfind("<", 0, offset + 1), text.find("<", offset + 1)
    if begin < 0:
        return None
    tag = next(iter(scan(text[begin : None if end < 0 else end], bool).tags), None)
    if tag is None or offset - begin >= tag.end:
        return None
    found = _word(tag, offset - begin, _open(text, begin)[0])
    return found and replace(found, start=found.start + begin, end=found.end + begin)


def _word(tag: StartTag | EndTag, offset: int, around: tuple[str, ...]) -> Word | None:
    own = isinstance(tag, EndTag)
    parent = (around[-2] if len(around) > 1 else "") if own else (around[-1] if around else "")
    if tag.named <= offset <= tag.named + len(tag.name):
        return Word(tag.named, tag.named + len(tag.name), tag.name, "", parent)
    if isinstance(tag, StartTag):
        for name, (start, end) in tag.attributes.items():
            if start <= offset < end:
                return Word(start, start + len(name), tag.name, name, parent)
    return None
