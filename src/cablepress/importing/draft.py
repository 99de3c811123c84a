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
from cablepress.importing.footnotes import Notes, footnotes
from cablepress.importing.header import Heading, head_of
from cablepress.importing.holdings import Holdings
from cablepress.importing.labels import Convention, convention
from cablepress.importing.layout import Laid, lay_out
from cablepress.importing.likeness import ROLES
from cablepress.importing.nodes import Node, texts, walk
from cablepress.importing.opening import opening, settings
from cablepress.importing.ownnumber import with_own_number
from cablepress.importing.page import Page
from cablepress.importing.paragraphs import Paragraph, paragraphs
from cablepress.importing.people import UNKNOWN, Record, known_names, record
from cablepress.importing.tei import document

_AFTER_ROLE = re.compile(rf"\b(?:{ROLES}|Mr\.|Mrs\.|Dr\.)\s+((?:[A-Z][\w’-]+\s?){{1,3}})", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Encoded:
    """Heading and text of a cable as they were encoded, and from what."""

    opened: tuple[Node, ...]
    text: tuple[Node, ...]
    spoken: tuple[building.Speaking, ...]
    paragraphs: tuple[Paragraph, ...]
    convention: Convention
    notes: Notes
    parts: tuple[Node, ...]  # all elements of both


def draft(page: Page, stem: str, holdings: Holdings, today: str, layout: str | None = None) -> Draft:
    """Recognise a page and encode it."""
    laid = lay_out(page, layout)
    heading = with_own_number(_with_text(head_of(laid)))
    found = dates(laid.date) if laid.date else tuple(each for one in heading.all for each in dates(one.text))
    day = next((each.iso for each in found), "")
    made = _encoded(heading, _known(laid, heading, holdings), holdings, stem, day)
    language = "ja" if laid.kind == "japanese" or _is_japanese(page.text) else "en"
    signature = "#rv" if is_reviewed(laid) else ""
    speakers = tuple(dict.fromkeys(key for one in made.spoken if (key := one.found.key) != UNKNOWN))
    title = laid.title or _subject(heading, made.notes) or f"Document {stem}"
    about = About(
        page.name, stem, title, language, laid, heading, holdings, made.opened, made.text, made.parts, speakers, today
    )
    root = document(stem, language, header(about), (*made.opened, *made.text), signature)
    new = {one.found.key: record(one.label, one.found.key) for one in reversed(made.spoken) if one.found.is_new}
    return Draft(
        page, stem, laid, heading, made.paragraphs, made.convention, made.spoken, root,
        tuple(new[key] for key in sorted(new)), _lost(laid, root, made.notes),
    )  # fmt: skip


def _encoded(heading: Heading, known: frozenset[str], holdings: Holdings, stem: str, day: str) -> Encoded:
    """Encode heading and text; with footnotes, if each of them finds its place and they are not all of the text."""
    some = split_end(paragraphs(heading.rest))
    for notes, kept in (footnotes(heading.texts, some), ((), some)):
        opened = opening(heading, holdings, stem, notes)
        body = building.Body(settings(holdings, stem, notes).of(""), holdings, day)
        chosen = convention(kept, known)
        ending = building.blocks(body, kept, chosen)
        text = (*body.blocks, *ending)
        parts = tuple(each for one in (*opened, *text) for each in walk(one))
        made = Encoded(opened, text, tuple(body.spoken), kept, chosen, notes, parts)
        if text and sum(each.get("type") == "footnote" for each in parts) == len(notes):
            break
    return made


def _subject(heading: Heading, notes: Notes) -> str:
    """Give the subject without the mark of a footnote."""
    words = heading.head.text if heading.head else ""
    return next((words.removesuffix(mark).rstrip() for mark, _ in notes if words.endswith(mark)), words)


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


def _lost(laid: Laid, root: Node, notes: Notes) -> tuple[str, ...]:
    """Compare the words of the text with the page's own, as the collation will."""
    text = texts(root.children[-1:])
    for mark, words in notes:
        text = f"{text.replace(f'[{mark}]', mark, 1)} {mark} {words}"
    ours, theirs = text.split(), [word for line in laid.cable for word in line.text.split()]
    if ours == theirs or (notes and _counted(ours) == _counted(theirs)):
        return ()
    at = next(
        (n for n, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    return (f"{' '.join(theirs[max(at - 3, 0) : at + 5])} | {' '.join(ours[max(at - 3, 0) : at + 5])}",)


def _counted(words: list[str]) -> Counter[str]:
    """Count words, where footnotes have changed their order."""
    return Counter(re.findall(r"\d+|[^\W\d]+", " ".join(words)))  # “1Source” is the mark and the word


def unclaimed(one: Draft) -> tuple[Field, ...]:
    """List the lines of the heading that no rule knows."""
    return tuple(each for each in one.heading.all if each.kind == "unknown")
