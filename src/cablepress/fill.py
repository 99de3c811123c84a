"""A plain text whose paragraphs are one line each, marked by the stylesheet → the same in lines of 72 columns.

A marked line is the mark, how the first line begins, the mark, how the others begin, the mark, the words. XSLT says
what is said and where it stands; to count columns word by word would take it longer than all the rest.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

COLUMNS = 72
MARK = "\ufdd0"  # a noncharacter, which XML may hold and no text does

# Characters that may take two columns or none, or part words without a space
_ODD = re.compile("[^\t-\u02ff\u2010-\u2027€]")
_SPACES = re.compile("[ \t\r\n]{2,}|[\t\r\n]")  # those of XML: a no-break space parts nothing
# Marks with which no line may begin, and those with which none may end
_CLOSING = frozenset("、。，．：；！？」』）］｝】〉》・ー々,.:;!?)]}’”")  # noqa: RUF001 - typography, not a slip
_OPENING = frozenset("「『（［｛【〈《([{‘“")  # noqa: RUF001 - typography, not a slip
_SEAM = "\u200b"  # a place inside a word where a line may end


def filled(text: str) -> str:
    """Fill the lines that are marked; leave the others as they are."""
    return "\n".join(line if line[:1] != MARK else _paragraph(line) for line in text.split("\n"))


def _paragraph(line: str) -> str:
    parts = line.split(MARK, 3)
    if len(parts) <= 3:  # noqa: PLR2004 - a line of the cable that only looks like one of ours
        return line
    _, first, rest, text = parts
    words = _SPACES.sub(" ", text).strip(" ")
    fill = by_words if _ODD.search(words) else by_lines
    return "\n".join(fill(words, first, rest))


def by_lines(words: str, first: str, rest: str) -> list[str]:
    """Fill lines where each character takes one column: each with as many words as have room, or with one."""
    lines, begin, start = [], first, 0
    while start < len(words):
        end = _line_end(words, start, max(1, COLUMNS - len(begin)))
        lines.append(begin + words[start:end])
        begin, start = rest, end + 1
    return lines


def by_words(words: str, first: str, rest: str) -> list[str]:
    """Fill lines with any characters; a word longer than a line stands alone, whole."""
    lines, line, used, is_fresh = [], first, width(first), True
    for piece in _pieces(words):
        word = piece.removeprefix(_SEAM)
        space = "" if is_fresh or word is not piece else " "
        needed = len(space) + width(word)
        if is_fresh or used + needed <= COLUMNS:
            line, used = line + space + word, used + needed
        else:
            lines.append(line)
            line, used = rest + word, width(rest) + width(word)
        is_fresh = False
    return [*lines, line.rstrip(" ")] if words else lines


def width(text: str) -> int:
    """Count the columns that a string takes: two for an ideograph, none for a combining accent."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _line_end(words: str, start: int, room: int) -> int:
    if len(words) - start <= room:
        return len(words)
    end = words.rfind(" ", start, start + room + 1)
    end = words.find(" ", start + room) if end < 0 else end
    return len(words) if end < 0 else end


@cache
def _columns(character: str) -> int:
    return 0 if unicodedata.combining(character) else 1 + _is_wide(character)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not unicodedata.combining(character)


def _pieces(words: str) -> Iterator[str]:
    """Give words, those with ideographs taken apart where a line may end; a piece after a seam begins with it."""
    for word in words.split(" "):
        bare = word.replace(_SEAM, "") if any(map(_is_wide, word)) else word
        start = 0
        for place in range(1, len(bare)) if bare is not word or any(map(_is_wide, bare)) else ():
            if _may_part(bare[place - 1], bare[place]):
                yield (_SEAM if start else "") + bare[start:place]
                start = place
        yield (_SEAM if start else "") + bare[start:]


def _may_part(before: str, after: str) -> bool:
    return (
        before not in _OPENING
        and after not in _CLOSING
        and not unicodedata.combining(after)
        and (_is_wide(before) or _is_wide(after))
    )
