"""A line that names telegrams → a link for each that the edition holds, a bibl for each that it does not."""

import re

from cablepress.importing.holdings import Held, Holdings
from cablepress.importing.inline import inline
from cablepress.importing.mentions import Setting, telegram
from cablepress.importing.nodes import Content, Node

_MENTION = re.compile(
    (
        r"(?P<words>(?:\b(?:outgoing|incoming|separate|divided|your|my|our)\s+)?\b(?:telegrams?|"
        r"cables?|wires?|(?:dep|emb|con|leg|mis|air|cir|poli|unsec)?tels?|airgrams?)\s+(?:(?:nos?\.?|numbers?|#)\s*)?)?(?P<number>(?<![\w.])\d{1,6}[A-Z]?|"
        r"(?<=第)\d{1,6})(?![A-Za-z\d])(?P<after>\s+divided (?:telegram|cable|wire))?"
    ),
    re.IGNORECASE,
)
_INVERSE = {
    "next": "prev",
    "prev": "next",
    "part": "whole",
    "whole": "part",
    "original": "translation",
    "translation": "original",
}


def references(value: str, holdings: Holdings, setting: Setting, stem: str) -> Content:
    """Encode the telegrams that a line names: one held by the edition is a link, any other a bibl."""
    made: list[Node | str] = []
    at = 0
    for found in _MENTION.finditer(value):
        if found.start() < at:
            continue
        inside_bracket = value.count("[", 0, found.start()) > value.count("]", 0, found.start())
        if inside_bracket or (found["words"] is None and not _counts(value, found)):
            continue
        made += inline(value[at : found.start()], Setting(setting.unit, footnotes=setting.footnotes))
        made.append(_mention(found, holdings, setting, stem))
        at = found.end()
    return (*made, *inline(value[at:], Setting(setting.unit, footnotes=setting.footnotes)))


def _counts(value: str, found: re.Match[str]) -> bool:
    """Whether a bare number continues a list of telegrams: “Nos. 12, 13 and 14”."""
    before = value[: found.start()]
    return bool(
        re.search(
            r"(?:telegram|cable|wire|no\.?|nos\.?|第|\d|^|\b[A-Z]{4,})s?\s*(?:,|and|&|;|,\s*and)?\s*$",
            before,
            re.IGNORECASE,
        )
    ) and not re.search(r"\($|of\s*$", before)


def _mention(found: re.Match[str], holdings: Holdings, setting: Setting, stem: str) -> Node:
    words, number, after = found["words"] or "", found["number"], found["after"] or ""
    made = telegram(words, number, setting, after)
    held = next((one for one in holdings.telegrams if f"{one.stem}.xml" == made.get("target")), None)
    if held and "ivided" in found[0]:
        return made.having("subtype", "divided").having("type", relation(held, stem))
    return made


def relation(held: Held, stem: str) -> str:
    """Say what another telegram is to this one: what that one says of itself, turned round; else just related."""
    said = next((kind for kind, target in held.links if target == f"{stem}.xml"), "")
    return _INVERSE.get(said, "related")
