"""The text of a paragraph → its words, and the gaps, notes, insertions and stage remarks in them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cablepress.importing.mentions import Setting, raised, told
from cablepress.importing.nodes import Content, Node, node, texts
from cablepress.importing.redactions import Missing, missing
from cablepress.importing.remarks import STAGE

_LETTERS = r"[^\W\d_]"
_FILLED = (
    rf"(?:[\w’']{{0,40}}{_LETTERS}\[(?!sic\b|TN\b){_LETTERS}{{1,24}}\]{_LETTERS}*"
    rf"|(?<![\w\]])\[{_LETTERS}{{1,12}}\]{_LETTERS}+)"
)
_MARK = re.compile(
    rf"(?P<filled>{_FILLED}(?: {_FILLED})*)"
    r"|(?P<square>\[(?:[^\[\]]|\[[^\[\]]{0,2000}\]){0,4000}\])|(?P<lone>[\[\]])"
    r"|(?P<braces>[■█▇●]*■■\{[^{}]*\})|(?P<bars>[■█▇]{2,}(?:[{(（][^{}()（）]*[})）])?)"
    r"|(?P<round>[(（][^()（）\[\]]{1,160}[)）])"
)
_ROUND = re.compile(r"(?P<round>[(（][^()（）\[\]]{1,160}[)）])")
_HARD = re.compile(r"[\[\]■█▇]")
_ANY = re.compile(r"[\[\]■█▇(（]")
_PREFIX = (
    ("long", re.compile(r"Translator’s note: ")),
    ("short", re.compile(r"Translator note: ")),
    ("", re.compile(r"TN: ")),
    ("tight", re.compile(r"TN:")),
    (
        "bare",
        re.compile(
            r"(?:Source|Notes?)\s*:"
            r"|(?:Translator[’'`]?s?|Trans\.|Tr\.|T\. ?N\.|Editor[’'`]?s?|Ed\.)\s*(?:notes?)?\s*[:—–-]\s*",
            re.IGNORECASE,
        ),
    ),
)
_AFTER = re.compile(
    r".*\S\s*(?:--|[—–-]|\.\s)\s*(?:translators?|trans|tr|editors?|ed)(?:[’'`]s)?(?: note)?\.?",
    re.IGNORECASE | re.DOTALL,
)
_SIC = re.compile(r"sic!?\.?", re.IGNORECASE)
_PAGE = re.compile(r"Page [\dIVXLivxl]{1,6}")
_OMITTED = re.compile(
    r"\.{3,}|(?:\. ?){3,}|…+|(?:Omitted here|Here follow)\b.*|.*\b(?:omitted|not printed)\b.{0,30}",
    re.IGNORECASE | re.DOTALL,
)
_ACRONYM = re.compile(r"(?:^|(?<=[\s(“\"]))([A-Z][A-Z0-9]{1,9})( )$")
_LAST_WORD = re.compile(r"([^\s\[\]]+) $")


PLAIN = Setting()


def inline(text: str, setting: Setting = PLAIN) -> Content:
    """Encode the apparatus in a text. Its words are those of the text, whatever comes of its brackets."""
    if marks := tuple(mark for mark, _ in setting.footnotes if mark[0] != "["):
        return tuple(_raised(text, setting, marks))
    if not _ANY.search(text):
        return tuple(told(text, setting))
    made = tuple(_pieces(text, setting))
    if texts(made) == text:
        return made
    return tuple(_untouched(text))


def _raised(text: str, setting: Setting, marks: tuple[str, ...]) -> Iterator[Node | str]:
    """Set a footnote at each mark that touches a word."""
    plain, feet, at = replace(setting, footnotes=()), dict(setting.footnotes), 0
    for found in raised(marks).finditer(text):
        yield from inline(text[at : found.start()], plain)
        yield _footnote(found[0], feet[found[0]])
        at = found.end()
    yield from inline(text[at:], plain)


def _footnote(number: str, words: str) -> Node:
    return Node("note", (("type", "footnote"), ("n", number), ("place", "bottom")), inline(words))


def worded(content: Content) -> Content:
    """Leave out of some content what a label, a name or a date cannot hold: remarks and links; their words stay."""
    kept: list[Node | str] = []
    for each in content:
        is_kept = isinstance(each, str) or each.name not in ("stage", "bibl", "ref", "idno")
        kept += (each,) if isinstance(each, str) or is_kept else worded(each.children)
    return tuple(kept)


def _pieces(text: str, setting: Setting) -> Iterator[Node | str]:
    before = ""
    for kind, words in _parts(text):
        if kind == "text":
            yield from told(before, setting)
            before = words
            continue
        made = _marked(kind, words, before, setting)
        kept, nodes = (before, (words,)) if made is None else made
        yield from told(kept, setting)
        yield from nodes
        before = ""
    yield from told(before, setting)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in (_MARK if _HARD.search(text) else _ROUND).finditer(text):
        yield "text", text[at : found.start()]
        yield str(found.lastgroup), found[0]
        at = found.end()
    yield "text", text[at:]


def _marked(kind: str, words: str, before: str, setting: Setting) -> tuple[str, Content] | None:
    """Encode one mark, with so much of the words before it as belongs to it; None if it is ordinary text."""
    match kind:
        case "filled":
            return before, tuple(_filled(words))
        case "lone":
            return before, (node("pc", words),)
        case "braces" | "bars":
            return before, _bars(kind, words, setting)
        case "round":
            made = _round(words, setting)
            return None if made is None else (before, made)
    return _square(words[1:-1], before, setting)


def _filled(words: str) -> Iterator[Node | str]:
    """`F[oreign] M[inistry]`; what turns out to be a remark is none."""
    inside = re.findall(r"\[([^\]]*)\]", words)
    if any(missing(each) or _SIC.fullmatch(each) for each in inside):
        for kind, part in (
            (("square", each) if each[:1] == "[" else ("text", each)) for each in re.split(r"(\[[^\]]*\])", words)
        ):
            yield from (_square(part[1:-1], "", PLAIN)[1] if kind == "square" else (part,))
        return
    parts = (
        node("ex", part[1:-1], resp="#tr") if part[:1] == "[" else part
        for part in re.split(r"(\[[^\]]*\])", words)
        if part
    )
    yield Node("expan", (), tuple(parts))


def _bars(kind: str, words: str, setting: Setting) -> Content:
    if kind == "braces" and words.startswith("■■{"):
        return _gap(missing(words[3:-1]) or _unknown(setting), words[3:-1], "braces")
    count = len(words) if set(words) <= set("■█▇") else 0
    return _gap(missing(words) or _unknown(setting, count), words, "bars")


def _unknown(setting: Setting, count: int = 0) -> Missing:
    """Say what bars without words stand for: what their place tells, or as many characters as there are bars."""
    if setting.unit:
        return Missing("redacted", setting.unit, "quantity", "1", is_black=True)
    unit, measure, amount = ("char", "quantity", str(count)) if count else ("passage", "extent", "unknown")
    return Missing("redacted", unit, measure, amount, is_sure=False, is_black=True)


def _gap(what: Missing, words: str, rend: str) -> Content:
    """Two facts by two hands: the review removed something, the translator says so."""
    look = "blackout" if what.is_black else ""
    resp = "" if what.reason == "redacted" else "#tr"
    doubt = "" if what.is_sure else "low"
    amount = {what.measure: what.amount}
    gap = node("gap", xml_id="?", reason=what.reason, rend=look, unit=what.unit, **amount, resp=resp, cert=doubt)
    note = node(
        "note", words, type="translator", subtype="redaction", target="?", rend=rend, resp="#tr", place="inline"
    )
    return gap, note


def _round(words: str, setting: Setting) -> Content | None:
    inside = words[1:-1].strip()
    if words[0] == "(" and (what := missing(inside, default=setting.unit)) and what.reason == "redacted":
        return _gap(what, words[1:-1], "paren")
    if found := STAGE.fullmatch(inside.rstrip(".")):
        return (node("stage", words, type=str(found.lastgroup)),)
    return None


def _square(words: str, before: str, setting: Setting) -> tuple[str, Content]:
    """Tell redactions, notes, slips, omissions, footnote marks, stage remarks and insertions from each other."""
    rend, said = _signed(words)
    if what := missing(said, default=setting.unit, is_note=rend is not None):
        return before, _gap(what, said, "bare" if rend is None else rend)
    if rend is not None:
        return before, (node("note", *inline(said), type="translator", rend=rend, resp="#tr", place="inline"),)
    return _unsigned(words, before, setting)


def _signed(words: str) -> tuple[str | None, str]:
    """Take the siglum off a note; a spelling that the edition does not regenerate stays with its words."""
    for rend, form in _PREFIX:
        if found := form.match(words):
            return rend, words if rend == "bare" else words[found.end() :]
    return ("bare" if _AFTER.fullmatch(words) else None), words


def _unsigned(words: str, before: str, setting: Setting) -> tuple[str, Content]:
    if _SIC.fullmatch(words):
        return _slip(words, before)
    if foot := dict(setting.footnotes).get(f"[{words}]"):
        return before, (_footnote(words, foot),)
    if not words.strip() or "\n" in words or _PAGE.fullmatch(words):
        return before, (node("pc", "["), words, node("pc", "]"))
    if _OMITTED.fullmatch(words) and words == words.strip() and not re.search(r"[\[\]]", words):
        desc = node("desc", words, resp="#tr")
        return before, (node("gap", desc, reason="omitted", unit="passage", extent="unknown", resp="#tr"),)
    if found := STAGE.fullmatch(words.rstrip(".")):
        return before, (node("stage", node("pc", "["), words, node("pc", "]"), type=str(found.lastgroup)),)
    return _insertion(words, before)


def _slip(words: str, before: str) -> tuple[str, Content]:
    if words == "sic" and (found := _LAST_WORD.search(before)):
        return before[: found.start()], (node("sic", found[1], resp="#tr"),)
    return before, (node("note", words, type="translator", rend="bare", resp="#tr", place="inline"),)


def _insertion(words: str, before: str) -> tuple[str, Content]:
    """Encode an abbreviation spelled out, or a clarification."""
    found = _ACRONYM.search(before)
    initials = "".join(each[0] for each in re.findall(rf"{_LETTERS}+", words) if each[0].isupper())
    if found and len(initials) > 1 and initials[0] == found[1][0] and set(initials) <= set(found[1]):
        gloss = node("gloss", *worded(inline(words)), target="?")
        abbr = node("abbr", found[1], xml_id="?")
        return before[: found.start(1)], (abbr, " ", node("supplied", gloss, reason="expansion", resp="#tr"))
    return before, (node("supplied", *inline(words), reason="clarification", resp="#tr"),)


def _untouched(text: str) -> Iterator[Node | str]:
    """Keep every bracket as the cable's own: nothing is understood, and nothing lost."""
    for part in re.split(r"([\[\]])", text):
        if part:
            yield node("pc", part) if part in "[]" else part
