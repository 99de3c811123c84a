"""The fields of a heading → the openers and the head of a draft."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cablepress.importing.datelines import BRACKET, dated
from cablepress.importing.fieldforms import MARKS
from cablepress.importing.fields import Field
from cablepress.importing.header import Heading
from cablepress.importing.holdings import Holdings
from cablepress.importing.inline import inline, worded
from cablepress.importing.likeness import likeness
from cablepress.importing.mentions import Setting
from cablepress.importing.nodes import Content, Node, node, texts
from cablepress.importing.people import find
from cablepress.importing.references import references

_SEGS = {"unknown": "line", "subject": "line", "place": "line", "topics": "line", "handling": "handling"}
_NUMBER = re.compile(
    r"(?P<label>(?:\b(?:No\.?|Nos\.?|Number|Nr\.?)|№|第)\s*[:：]?\s*)(?P<number>\d[\d-]*)", re.IGNORECASE
)
_POST = re.compile(r"(?P<label>\b[A-Z]{4,} )(?P<number>\d{3,6})\b")
_CIPHERED = re.compile(r"(?P<label>\b(?:telegram|cable|ciphergram)\s+)(?P<number>\d[\d./-]*)", re.IGNORECASE)
_ALONE = re.compile(r"(?P<label>)(?P<number>\d+)\.(?=\s|$)")
_OFFICE_ENDS = re.compile(
    (
        r"\b(?:minister|bureau|department|secretary|director|division|embassy|consulate|"
        r"section|office|ministry|chief|ambassador|general|center|committee)s?$"
    ),
    re.IGNORECASE,
)
_UNIT_AFTER_NUMBER = {
    "sent": "time",
    "received": "time",
    "date": "time",
    "registration": "number",
    "markings": "number",
    "to": "name",
    "from": "name",
    "reference": "number",
    "participants": "name",
}


def opening(
    heading: Heading, holdings: Holdings, stem: str, notes: tuple[tuple[str, str], ...] = ()
) -> tuple[Node, ...]:
    """Encode the heading: the fields before the subject, the subject, the fields after it, with marks of footnotes."""
    setting = settings(holdings, stem, notes)
    before = _opener(heading.fields, holdings, setting, stem)
    after = _opener(heading.after, holdings, setting, stem)
    head = () if heading.head is None else (node("head", *inline(heading.head.text, setting.of(""))),)
    return (*before, *head, *after)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of all fields: what a redaction in one stands for; which telegrams the edition holds; footnotes."""

    telegrams: frozenset[tuple[str, str]]
    footnotes: tuple[tuple[str, str], ...] = ()

    def of(self, kind: str) -> Setting:
        """Give the setting of one kind of field."""
        return Setting(_UNIT_AFTER_NUMBER.get(kind, ""), self.telegrams, self.footnotes)


def settings(holdings: Holdings, stem: str, notes: tuple[tuple[str, str], ...] = ()) -> Settings:
    """Make the settings for a page that is to be called `stem`."""
    held = frozenset((one.number, one.stem) for one in holdings.telegrams if one.number and one.stem != stem)
    return Settings(held, notes)


def _opener(fields: Iterable[Field], holdings: Holdings, setting: Settings, stem: str) -> tuple[Node, ...]:
    segs = tuple(_seg(one, holdings, setting.of(one.kind), stem) for one in fields)
    return (node("opener", *segs),) if segs else ()


def _seg(one: Field, holdings: Holdings, setting: Setting, stem: str) -> Node:
    made = _line(one, holdings, setting, stem)
    said = texts(made.children)
    for mark, _ in setting.footnotes:  # a raised mark is printed bare
        said = said.replace(f"[{mark}]", mark, 1)
    if "".join(said.split()) == "".join(one.text.split()):
        return made
    return Node(made.name, made.attributes, inline(one.text, setting))


def _line(  # noqa: C901, PLR0911 - one for each kind
    one: Field, holdings: Holdings, setting: Setting, stem: str
) -> Node:
    label, value = one.text[: one.label], one.text[one.label :]
    match one.kind:
        case "sent":
            return node("dateline", label, *dated(value, holdings, setting, is_place=True), corresp="#act-sent")
        case "date":
            return node("dateline", label, *dated(value, holdings, setting, is_place=True))
        case "received":
            return node(
                "seg",
                *inline(label),
                *dated(value, holdings, setting, is_place=False),
                type="received",
                corresp="#act-received",
            )
        case "to" | "from":
            return node("seg", label, *named(value, holdings, setting), type=one.kind)
        case "registration":
            return node("seg", label, *_registered(value, setting), type="registration")
        case "markings":
            return node("seg", *_row(one.text, holdings, setting), type="markings")
        case "handling":
            return _handling(one, holdings)
        case "reference":
            return node("seg", label, *references(value, holdings, setting, stem), type=_series(one))
        case "section":
            return node("seg", *_row(one.text, holdings, setting), type="markings")
        case "action-office":
            return node("seg", label, *_plain(value, setting, "rs", type="office"), type=one.kind)
    return node(
        "seg",
        label,
        *inline(value, setting),
        type=_SEGS.get(one.kind, one.kind),
        cert="low" if one.kind == "unknown" else "",
    )


def _series(one: Field) -> str:
    return (
        "series"
        if re.search(r"divided|outgoing|separate|part \d", one.text, re.IGNORECASE) and not one.label
        else "reference"
    )


def _plain(value: str, setting: Setting, name: str, **attributes: str) -> Content:
    """Wrap the words of a value in an element, the white space round them left outside."""
    words = value.strip()
    if not words or re.search(BRACKET, words):
        return inline(value, setting)
    lead = value[: len(value) - len(value.lstrip())]
    return (lead, node(name, *worded(inline(words, setting)), **attributes))


def named(value: str, holdings: Holdings, setting: Setting) -> Content:
    """Encode a sender or addressee: an office, a name with its title, a name."""
    words = value.strip()
    like = likeness(words)
    if not words or "," in words or ";" in words or re.search(BRACKET, words):
        return inline(value, setting)
    if not like.is_plausible or not like.name or _OFFICE_ENDS.search(words):
        return _plain(value, setting, "rs", type="office")
    lead = value[: len(value) - len(value.lstrip())]
    found = find(words, "", holdings)
    ref = "" if found.is_new or not found.key.startswith("person:") else found.key
    role = words.removesuffix(like.name)
    inside: Content = (
        (node("roleName", role.rstrip()), role[len(role.rstrip()) :], like.name) if role.strip() else (words,)
    )
    return (lead, node("persName", *inside, ref=ref))


def _registered(value: str, setting: Setting) -> Content:
    """Encode the number, and what stands beside it: a code, a redaction."""
    found = re.match(r"(\s*)([\w./-]*\d[\w./-]*)(?=\s*(?:$|[\[(（■]))", value)
    if found is None:
        return inline(value, setting)
    return (found[1], node("idno", found[2], type="registration"), *inline(value[found.end() :], setting))


def _row(text: str, holdings: Holdings, setting: Setting) -> Content:
    """Encode “No. 1468 Secret Top Urgent”: the number, and each marking with its kind."""
    number = _NUMBER.search(text) or _POST.search(text) or _CIPHERED.search(text) or _ALONE.match(text)
    spans = [(*number.span("number"), node("idno", number["number"], type="telegram"))] if number else []
    for found in MARKS.finditer(text):
        seg = node("seg", found[0], type=str(found.lastgroup), ana=holdings.key("mark", found[0]))
        spans.append((*found.span(), seg))
    made: list[Node | str] = []
    at = 0
    for start, end, one in sorted(spans, key=lambda span: span[:2]):
        if start >= at:
            made += (*inline(text[at:start], setting), one)
            at = end
    return (*made, *inline(text[at:], setting))


def _handling(one: Field, holdings: Holdings) -> Node:
    return node("seg", *inline(one.text), type="handling", ana=holdings.key("mark", one.text.strip("()（）")))
