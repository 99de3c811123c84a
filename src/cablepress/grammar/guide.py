"""A grammar → what it says of each of its elements: meaning, place, content, attributes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from cablepress.grammar import sentences
from cablepress.grammar.derivative import attributes, children, texts
from cablepress.grammar.notation import notation
from cablepress.grammar.pattern import Attribute, Choice, Declaration, Group, Interleave, OneOrMore, Pattern
from cablepress.grammar.rng import Grammar

_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class AttributeEntry:
    """An attribute of an element: its meanings with the values that have them, and whether it must be there."""

    name: str
    meanings: tuple[tuple[str, str], ...]  # what it means, and the values it then takes
    is_required: bool


@dataclass(frozen=True, slots=True)
class ElementEntry:
    """An element, in one of the ways in which it is declared."""

    name: str
    meaning: str
    parents: tuple[str, ...]
    content: str
    attributes: tuple[AttributeEntry, ...]


@cache
def guide(grammar: Grammar) -> dict[str, tuple[ElementEntry, ...]]:
    """Describe every element, by name; of one that is declared in several ways, each way that differs."""
    found: dict[str, list[ElementEntry]] = {}
    parents = _parents(grammar)
    for declaration in grammar.declarations:
        entry = _entry(declaration, parents.get(declaration, ()))
        _add(found.setdefault(entry.name, []), entry)
    return {name: tuple(sorted(found[name], key=_rarity)) for name in sorted(found, key=str.casefold)}


def _rarity(entry: ElementEntry) -> int:
    return -len(entry.parents)  # what may stand in many places comes first


def clark(attribute: str) -> str:
    """Return the Clark name of an attribute that is written with a prefix or without."""
    return f"{{{_XML}}}{attribute[4:]}" if attribute.startswith("xml:") else attribute


def _add(entries: list[ElementEntry], entry: ElementEntry) -> None:
    """Add an entry, or join it with one that differs by nothing but its place."""
    for number, known in enumerate(entries):
        if replace(known, parents=()) == replace(entry, parents=()):
            both = tuple(sorted({*known.parents, *entry.parents}, key=str.casefold))
            entries[number] = replace(known, parents=both)
            return
    entries.append(entry)


def _parents(grammar: Grammar) -> dict[Declaration, tuple[str, ...]]:
    found: dict[Declaration, set[str]] = {}
    for parent in grammar.declarations:
        for child in children(parent.content):
            found.setdefault(child, set()).add(sentences.name(parent.name))
    return {child: tuple(sorted(names, key=str.casefold)) for child, names in found.items()}


def _entry(declaration: Declaration, parents: tuple[str, ...]) -> ElementEntry:
    content = declaration.content
    own = tuple(_attributes(attributes(content), content))
    return ElementEntry(sentences.name(declaration.name), declaration.meaning, parents, notation(content), own)


def _attributes(allowed: Iterable[Attribute], content: Pattern) -> Iterator[AttributeEntry]:
    by_name: dict[str, list[Attribute]] = {}
    for each in allowed:
        by_name.setdefault(each.name, []).append(each)
    for name, same in by_name.items():
        meanings = dict.fromkeys((each.meaning, sentences.expected(texts(each.value))) for each in same)
        yield AttributeEntry(sentences.name(name), tuple(meanings), _is_required(content, name))


@cache
def _is_required(pattern: Pattern, name: str) -> bool:
    match pattern:
        case Attribute():
            return pattern.name == name
        case Choice(left, right):
            return _is_required(left, name) and _is_required(right, name)
        case Group(left, right) | Interleave(left, right):
            return _is_required(left, name) or _is_required(right, name)
        case OneOrMore(inner):
            return _is_required(inner, name)
    return False
