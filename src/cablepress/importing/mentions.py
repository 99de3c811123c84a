"""A text → the telegrams that it names: links to those that the edition holds, a bibl for any other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cablepress.importing.nodes import Node, node

_CABLE = re.compile(
    r"(?P<words>\b(?:(?:Outgoing|Incoming|Separate|Divided|your|my|our)\s+)?(?:Telegrams?|"
    r"Cables?|Wires?)\s+(?:(?:Nos?\.|Numbers?|#)\s*)?)"
    r"(?P<number>\d{1,6}[A-Z]?)\b(?![.,]\d|\s+(?:lines?|pages?|words?|characters?)\b)",
    re.IGNORECASE,
)
_RAISED = (
    r"(?:(?<=[^\W\d_])|(?<=[^\d\s(\[][.,;:!?”\"’)\]])|(?<=[.,;:])(?=\d+(?:$|\s+[A-Z])))(?:{})(?![\w’'%/-]|[.,:]\d)"
)
_NAMED = re.compile(r"[TtCcWw](?:elegram|ELEGRAM|able|ABLE|ire|IRE)[sS]?\s+[Nn#\d]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the place of a text says of it: the unit of a redaction that names none, and who holds which telegram."""

    unit: str = ""
    telegrams: frozenset[tuple[str, str]] = frozenset()  # numbers and the files that have them
    footnotes: tuple[tuple[str, str], ...] = ()  # mark, as `[1]` or as a `1` that touches a word, and words


def telegram(words: str, number: str, setting: Setting, after: str = "") -> Node:
    """Encode the mention of a telegram."""
    held = dict(setting.telegrams).get(number.lstrip("0"))
    if held:
        return node("ref", f"{words}{number}{after}", type="related", subtype="reference", target=f"{held}.xml")
    return node("bibl", words, node("idno", number, type="telegram"), after, type="telegram")


@cache
def raised(marks: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of some numbers or stars where it touches the word before it, as the mark of a footnote does."""
    forms = (re.escape(mark) + (r"(?!\*)" if mark[0] == "*" else "") for mark in marks)
    return re.compile(_RAISED.format("|".join(forms)))


def told(text: str, setting: Setting) -> Iterator[Node | str]:
    """Find the telegrams that a text names: a link, if the edition holds them."""
    at = 0
    for found in _CABLE.finditer(text) if _NAMED.search(text) else ():
        yield text[at : found.start()]
        yield telegram(found["words"], found["number"], setting)
        at = found.end()
    if text[at:]:
        yield text[at:]
