"""A text, the cursor in it, and the edition's records → what may be written there, with what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cablepress.document import TEI
from cablepress.grammar import meaning, sentences, verdict
from cablepress.grammar.derivative import (
    accepts,
    after_attribute,
    attributes,
    children,
    closings,
    named,
    openings,
    texts,
)
from cablepress.grammar.pattern import NOT_ALLOWED, Data, Pattern, Value, any_of
from cablepress.lsp.cursor import Cursor, Writing, cursor

_ID = re.compile(r"<([\w:.\-]+)[^<>]*?\sxml:id\s*=\s*[\"']([^\"']+)[\"']([^<]*)")
_RECORD = re.compile(r"\sxml:id\s*=\s*[\"'](person|org|place|mark)-([^\"']+)[\"'][^>]{0,1000}>")
_NAME_ENDS = re.compile(r"</(?:persName|orgName|placeName|catDesc)>")
_TAGS = re.compile(r"<[^>]*>")
_LONGEST, _NEAR = 60, 400


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that may be written: what kind of thing it is, what it means, what is inserted if not the label."""

    label: str
    kind: str
    says: str = ""
    insert: str = ""


def complete(text: str, offset: int, authority: str) -> tuple[Cursor, tuple[Completion, ...]]:
    """List what may be written at an offset; `authority` is the text of the authority file."""
    here = cursor(text, offset)
    match here.writing:
        case Writing.ELEMENT | Writing.TEXT:
            return here, tuple(_elements(here))
        case Writing.END:
            return here, tuple(Completion(name, "end", insert=f"{name}>") for name in here.around[-1:])
        case Writing.ATTRIBUTE:
            return here, tuple(_attributes(here))
        case Writing.VALUE:
            return here, tuple(dict.fromkeys(_values(here, text, authority)))


def _content(name: str) -> Pattern:
    return verdict.grammar().contents.get(TEI + name, NOT_ALLOWED)


def _elements(here: Cursor) -> Iterator[Completion]:
    """List what may come next; if what stands before is not right, whatever the element may hold."""
    parent = here.around[-1] if here.around else ""
    if not parent:
        start = openings(verdict.grammar().start)
        yield from (Completion(sentences.element_name(each.declaration.name), "element") for each, _ in start[:1])
        return
    content = _content(parent)
    state = any_of(rest for _, rest in closings(content))
    for name in here.before:
        fits = named(state, TEI + name)
        state = any_of(rest for _, rest in fits) if fits else state
    names = [each.declaration.name for each, _ in openings(state)] or [each.name for each in children(content)]
    for name in dict.fromkeys(map(sentences.element_name, names)):
        yield Completion(name, "element", " ".join(meaning.of_element(name, parent)))


def _attributes(here: Cursor) -> Iterator[Completion]:
    parent = here.around[-1] if here.around else ""
    for name in dict.fromkeys(sentences.name(each.name) for each in attributes(_content(here.name))):
        if name not in here.given:
            says = " ".join(meaning.of_attribute(here.name, name, parent))
            yield Completion(name, "attribute", says, f'{name}="')


def _values(here: Cursor, text: str, authority: str) -> Iterator[Completion]:
    content = _content(here.name)
    clark = here.attribute.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
    kinds = tuple(each for each in attributes(content) if each.name == clark)
    allowed = tuple(dict.fromkeys(kind for each in kinds for kind in texts(each.value)))
    yield from (Completion(each.text, "value") for each in allowed if isinstance(each, Value))
    if any(isinstance(each, Data) for each in allowed):
        yield from (each for each in _pointers(text, authority) if _fits(content, clark, each.label))


def _fits(content: Pattern, attribute: str, value: str) -> bool:
    return after_attribute(content, attribute, value) is not NOT_ALLOWED and not any(
        accepts(each.value, "any words at all") for each in attributes(content) if each.name == attribute
    )


def _pointers(text: str, authority: str) -> Iterator[Completion]:
    """List the ids of the file, and the keys of the authority file's records."""
    for match in _ID.finditer(text):
        yield Completion(
            f"#{match[2]}", "id", f"{match[1]} {' '.join(match[3].partition('>')[2].split())[:_LONGEST]}".strip()
        )
    for match in _RECORD.finditer(authority):
        name = _NAME_ENDS.split(authority[match.end() : match.end() + _NEAR], maxsplit=1)[0]
        yield Completion(f"{match[1]}:{match[2]}", "key", " ".join(_TAGS.sub(" ", name).split())[:_LONGEST])
