"""The last paragraphs of a text → its trailer, its distribution; what stands at the edges of pages."""

import re

from cablepress.importing.inline import inline, worded
from cablepress.importing.labels import Convention
from cablepress.importing.mentions import Setting
from cablepress.importing.nodes import Node, node
from cablepress.importing.paragraphs import Paragraph

_END = re.compile(
    r"(?P<before>.*?)(?P<space>\s*)"
    r"(?P<end>[(（]\s*(?:end|end of (?:text|telegram|cable|message)|(?:to be )?continued|了)\.?\s*[)）]\.?)",
    re.IGNORECASE | re.DOTALL,
)
_DISTRIBUTED = re.compile(
    (
        r"(?:(?:this (?:telegram|cable|wire|message) )?(?:is |was |has been |to be "
        r"|please )?(?:passed|passing|forwarded|relayed|repeated|transmitted|copied|"
        r"sent|copies? sent|circulated|distributed|telegraphed|conveyed"
        r"|(?:convey|forward|transmit|repeat|relay|pass) (?:it|this(?: telegram| cable| wire| message)?))"
        r"(?: on)?(?: also)? "
        r"(?:to|for information)\b|distribution\s*[:：]|cc\s*[:：]|copies(?: to)?\s*[:：]|"
        r"info(?:rmation)? copies|pass(?:ed)? to\b|forward(?:ed)? to\b|relay(?:ed)? "
        r"to\b|転電|配布先)"
    ),
    re.IGNORECASE,
)
_DISTRIBUTION_NOTE = re.compile(r"\[(?:TN|Translator[’']?s? note): ?distribution\b", re.IGNORECASE)
_SIGNED = re.compile(
    (
        r"(?:\[?signed\]?\s*[:.]?\s*.{0,60}|\(signed\).{0,60}|/s/.{0,60}|signature\s*[:.].{0,60}|"
        r"BT|NNNN|(?:[A-Z]\. ?){0,3}[A-Z][A-Z’'-]{2,}(?: [A-Z][A-Z’'.-]{1,}){0,3})\.?"
    ),
    re.IGNORECASE,
)
_COPIES = re.compile(r"(?:distribution|cc|copies(?: to)?|copy to)\s*[:：]", re.IGNORECASE)
_COPY = re.compile(r"(?!.*[a-z]{2}\.$).{1,90}")
_PROSIGN = re.compile(r"BT|NNNN|ZZ+")
_CAPS = 40
_NAMES = 1500  # characters: twenty names


def ending(some: tuple[Paragraph, ...], convention: Convention, setting: Setting) -> tuple[int, tuple[Node, ...]]:
    """Find trailer and closer among the last paragraphs; what is left must be at least one block."""
    last = _copies(some, convention)
    segs = [node("seg", *inline(one.text, setting), type="distribution") for one in some[last:]]
    trailer: tuple[Node, ...] = ()
    while last > 1 and (not trailer or _is_distribution(some[last - 1].text)):
        one = some[last - 1]
        made = (
            None
            if last - 1 in convention.turns
            else _closing(
                one,
                setting,
                is_last=all(each.get("type") in ("line", "distribution") or each.name == "fw" for each in segs),
            )
        )
        if made is None:
            break
        if trailer:  # “(End)” stands below it: then it is a line of the closer
            segs, trailer = [node("seg", *trailer[0].children, type="line"), *segs], ()
        trailer = (made,) if made.name == "trailer" else ()
        segs = segs if trailer else [made, *segs]
        last -= 1
    if all(each.name == "fw" for each in segs):
        return (last, (*trailer, *segs)) if trailer else (len(some), ())
    return last, (*trailer, node("closer", *segs))


def _copies(some: tuple[Paragraph, ...], convention: Convention) -> int:
    """Find where a list of copies begins: “Distribution:” alone, and nothing but short lines below it."""
    for n in range(len(some) - 2, 0, -1):
        if n + 1 in convention.turns or some[n + 1].kind != "text" or not _COPY.fullmatch(some[n + 1].text):
            break
        if _COPIES.fullmatch(some[n].text):
            return n
    return len(some)


def _closing(one: Paragraph, setting: Setting, *, is_last: bool) -> Node | None:
    text = one.text
    if one.kind != "text":
        return edge(one.kind, one.pieces[0][1])
    if ((found := _END.fullmatch(text)) and not found["before"]) or text in ("END", "End", "End."):
        return node("trailer", text)
    if _is_distribution(text):
        return node("seg", *inline(text, setting), type="distribution")
    if is_last and _PROSIGN.fullmatch(text):
        return node("seg", text, type="line")
    if (
        is_last
        and len(text) < _CAPS
        and _SIGNED.fullmatch(text)
        and (text == text.upper() or re.match(r"\[?\(?/?s(?:igned|ignature)?\b", text, re.IGNORECASE))
    ):
        return node("signed", *inline(text, setting))
    return None


def _is_distribution(text: str) -> bool:
    return len(text) < _NAMES and bool(_DISTRIBUTED.match(text) or _DISTRIBUTION_NOTE.match(text))


def split_end(some: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Set “(End)” apart from the paragraph that it ends, if that is one of the last and no distribution."""
    made: list[Paragraph] = []
    for n, one in enumerate(some):
        found = _END.fullmatch(one.text) if n >= len(some) - 4 and one.kind == "text" and len(one.pieces) == 1 else None
        if found is None or not found["before"] or not found["space"] or _DISTRIBUTED.match(one.text):
            made.append(one)
            continue
        made.append(Paragraph("text", (("text", found["before"]),), one.lines))
        made.append(Paragraph("text", (("text", found["end"]),), one.lines[-1:]))
    return tuple(made)


def edge(kind: str, words: str) -> Node:
    """Encode what stands at the edge of a page: a banner, a section mark, a page's number."""
    place = "top" if kind == "banner" else ""
    return node("fw", *worded(inline(words)), type="pageNum" if kind == "page" else kind, place=place)
