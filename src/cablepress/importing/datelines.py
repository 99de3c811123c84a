"""The words of a line that dates a telegram → its place or office, its date, its time."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from cablepress.importing.dates import TIME, dates
from cablepress.importing.holdings import Holdings
from cablepress.importing.inline import inline, worded
from cablepress.importing.mentions import Setting
from cablepress.importing.nodes import Content, Node, node

BRACKET = r"\[[^\[\]]*\]|\([^()]*(?:redacted|blacked|declassified)[^()]*\)|■+(?:\{[^{}]*\})?"
_PRECEDENCE = re.compile(r"\s*(?:[OPRZ]\s+)+")  # before a date-time group
_NAME_OF_PLACE = re.compile(  # what stands between a place, a date and a time: “on”, “at”
    r"(\s*(?:(?:on|at|to|from|until|through)\b\s*)*+)((?![(（])[^\s,，:][^,，]*?)((?:\s+(?:on|at|from))*\s*[,，]?\s*)$"
)


def dated(value: str, holdings: Holdings, setting: Setting, *, is_place: bool) -> Content:
    """Encode a place or office, a date, a time, in any order, with what is blacked out in them."""
    made: list[Node | str] = []
    at = 0
    found = dates(value)
    for date in found:
        made += _placed(value[at : date.start], holdings, setting, is_place=is_place and not at)
        made.append(Node("date", date.attributes, worded(inline(value[date.start : date.end], setting))))
        at = date.end
    made += _placed(value[at:], holdings, setting, is_place=is_place and not at)
    return tuple(made)


def _placed(value: str, holdings: Holdings, setting: Setting, *, is_place: bool) -> Iterator[Node | str]:
    """Encode what stands round a date: a place before it, a time anywhere."""
    at = 0
    for found in re.finditer(rf"{TIME.pattern}|{BRACKET}", value, re.IGNORECASE):
        yield from _place(value[at : found.start()], holdings, setting, is_place=is_place)
        words = found[0]
        if words[0] in "[■(":
            inside = worded(inline(words, setting))
            yield from (node("time", *inside),) if _tells_time(inside) else inside
        else:
            yield node("time", words, when=_clock(words))
        at = found.end()
    yield from _place(value[at:], holdings, setting, is_place=is_place)


def _tells_time(inside: Content) -> bool:
    return any(isinstance(one, Node) and one.name == "gap" and one.get("unit") == "time" for one in inside)


def _clock(words: str) -> str:
    found = re.match(r"(\d{1,2})(?:[:：時](\d\d))?(?::(\d\d))?\s*([ap])?", normalize("NFKC", words), re.IGNORECASE)
    if found is None:
        return ""
    hour = int(found[1]) % 12 + (12 if found[4].lower() == "p" else 0) if found[4] else int(found[1])
    return f"{hour:02}:{found[2] or '00'}:{found[3] or '00'}"


def _place(words: str, holdings: Holdings, setting: Setting, *, is_place: bool) -> Iterator[Node | str]:
    found = _NAME_OF_PLACE.match(words)
    if _PRECEDENCE.fullmatch(words) or not found or not re.search(r"[^\W\d_]", found[2]):
        if words:
            yield from worded(inline(words, setting))
        return
    yield found[1]
    if place := holdings.key("place", found[2]):
        yield node("placeName", found[2], ref=place)
    elif org := holdings.key("org", found[2]):
        yield node("orgName", found[2], ref=org)
    else:
        yield (
            node("placeName", *worded(inline(found[2], setting)))
            if is_place
            else node("orgName", *worded(inline(found[2], setting)))
        )
    yield found[3]
