"""A page and an edition's holdings → the draft: its TEI, the records it needs, and an account of every decision."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from cablepress.importing import blocks as building
from cablepress.importing.about import About, is_reviewed
from cablepress.importing.dates import dates
from cablepress.importing.ending import split_end
from cablepress.importing.fields import Field
from cablepress.importing.fileheader import header
from cablepress.importing.header import Heading, head_of
from cablepress.importing.holdings import Holdings
from cablepress.importing.labels import Convention, convention
from cablepress.importing.layout import Laid, lay_out
from cablepress.importing.likeness import ROLES
from cablepress.importing.mentions import Setting
from cablepress.importing.nodes import Node, texts, walk
from cablepress.importing.opening import opening, settings
from cablepress.importing.page import Page
from cablepress.importing.paragraphs import Paragraph, paragraphs
from cablepress.importing.people import UNKNOWN, Record, known_names, record
from cablepress.importing.tei import document

_AFTER_ROLE = re.compile(rf"\b(?:{ROLES}|Mr\.|Mrs\.|Dr\.)\s+((?:[A-Z][\w’-]+\s?){{1,3}})", re.IGNORECASE)
_MARK = re.compile(r"\[(\d{1,3}|\*)\]")
_FOOT = re.compile(r"\[(\d{1,3}|\*)\]\s+([^\[\]]+)$")
_WORD = re.compile(r"\b[A-Z][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Draft:
    """What became of a page, stage by stage."""

    page: Page
    stem: str
    laid: Laid
    heading: Heading
    paragraphs: tuple[Paragraph, ...]
    convention: Convention
    spoken: tuple[building.Speaking, ...]
    root: Node
    records: tuple[Record, ...]
    lost: tuple[str, ...]  # lines whose words did not come out again: our own mistake, never let pass in silence


def draft(page: Page, stem: str, holdings: Holdings, today: str, layout: str | None = None) -> Draft:
    """Recognise a page and encode it."""
    laid = lay_out(page, layout)
    heading = _with_text(head_of(laid))
    found = dates(laid.date) if laid.date else tuple(each for one in heading.all for each in dates(one.text))
    some = split_end(paragraphs(heading.rest))
    known = _known(laid, heading, holdings)
    chosen = convention(some, known)
    give = settings(holdings, stem)
    day = next((each.iso for each in found), "")
    notes = _footnotes(some)
    feet = {f"[{mark}] {words}" for mark, words in notes}
    kept = tuple(one for one in some if one.text not in feet)
    body = building.Body(Setting("", give.telegrams, notes), holdings, day)
    ending = building.blocks(body, kept, convention(kept, known) if notes else chosen)
    if notes and sum(each.get("type") == "footnote" for one in body.blocks for each in walk(one)) != len(notes):
        kept, body = some, building.Body(Setting("", give.telegrams), holdings, day)
        ending = building.blocks(body, kept, chosen)
    language = "ja" if laid.kind == "japanese" or _is_japanese(page.text) else "en"
    signature = "#rv" if is_reviewed(laid) else ""
    opened, text = opening(heading, holdings, stem), (*body.blocks, *ending)
    speakers = tuple(dict.fromkeys(key for one in body.spoken if (key := one.found.key) != UNKNOWN))
    title = laid.title or (heading.head.text if heading.head else f"Document {stem}")
    about = About(page.name, stem, title, language, laid, heading, holdings, opened, text, speakers, today)
    root = document(stem, language, header(about), (*opened, *text), signature)
    made = {one.found.key: record(one.label, one.found.key) for one in reversed(body.spoken) if one.found.is_new}
    lost = _lost(laid, root)
    return Draft(
        page,
        stem,
        laid,
        heading,
        some,
        chosen,
        tuple(body.spoken),
        root,
        tuple(made[key] for key in sorted(made)),
        lost,
    )


def _with_text(heading: Heading) -> Heading:
    """Leave a text: if all seems to be heading, its last line is the text."""
    if heading.rest:
        return heading
    if heading.after:
        return replace(heading, after=heading.after[:-1], rest=(heading.after[-1].line,))
    if heading.head:
        return replace(heading, head=None, rest=(heading.head,))
    return replace(heading, fields=heading.fields[:-1], rest=(heading.fields[-1].line,))


def _known(laid: Laid, heading: Heading, holdings: Holdings) -> frozenset[str]:
    """Name who takes part, as far as participants, title, abstract and file tell."""
    listed = (word for one in heading.of("participants") for word in _WORD.findall(one.text))
    told = " ".join((laid.title, *laid.abstract, *(one.text for kind in ("from", "to") for one in heading.of(kind))))
    titled = (word for names in _AFTER_ROLE.findall(told) for word in _WORD.findall(names))
    return frozenset(word.casefold() for word in (*listed, *titled)) | known_names(holdings)


def _is_japanese(text: str) -> bool:
    return len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", text[:4000])) * 4 > len(text[:4000])


def _footnotes(some: tuple[Paragraph, ...]) -> tuple[tuple[str, str], ...]:
    """Find notes at the foot, “[1] …”, whose mark stands once in the text above, and nowhere else."""
    marks = [(found[1], found.start(), n) for n, one in enumerate(some) for found in _MARK.finditer(one.text)]
    counts = Counter(mark for mark, _, _ in marks)
    first = {mark: (n, at) for mark, at, n in reversed(marks)}
    found: dict[str, str] = {}
    for n, one in enumerate(some):
        foot = _FOOT.match(one.text)
        is_note = foot is not None and len(one.pieces) == 1 and counts[foot[1]] == len(("mark", "note"))
        if foot and is_note and first[foot[1]][0] < n and first[foot[1]][1]:
            found[foot[1]] = foot[2]
    return tuple(found.items())


def _lost(laid: Laid, root: Node) -> tuple[str, ...]:
    """Compare the words of the text with the page's own, as the collation will."""
    div = next(each for each in walk(root) if each.name == "div")
    feet = [node for node in walk(div) if node.name == "note" and node.get("type") == "footnote"]
    if feet:
        return ()
    ours, theirs = texts((div,)).split(), [word for line in laid.cable for word in line.text.split()]
    if ours == theirs:
        return ()
    at = next(
        (n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    return (f"{' '.join(theirs[max(at - 3, 0) : at + 5])} | {' '.join(ours[max(at - 3, 0) : at + 5])}",)


def unclaimed(one: Draft) -> tuple[Field, ...]:
    """List the lines of the heading that no rule knows."""
    return tuple(each for each in one.heading.all if each.kind == "unknown")
