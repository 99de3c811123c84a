"""The annotated grammar → what an element or attribute means, in the words of its `a:documentation`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from cablepress.grammar import verdict

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"


@dataclass(frozen=True)
class Meaning:
    """One declaration of an element: what it means, what its attributes mean, and which may stand in it."""

    name: str
    says: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[etree._Element, ...] = ()


def of_element(name: str, parent: str = "") -> tuple[str, ...]:
    """Say what an element means, where it stands in a certain parent; several sentences if it is declared otherwise."""
    return tuple(dict.fromkeys(each.says for each in _declared(name, parent) if each.says))


def of_attribute(element: str, attribute: str, parent: str = "") -> tuple[str, ...]:
    """Say what an attribute of an element means."""
    found = (each.attributes.get(attribute, "") for each in _declared(element, parent))
    return tuple(dict.fromkeys(filter(None, found)))


def _declared(name: str, parent: str) -> tuple[Meaning, ...]:
    known = _meanings()
    every = tuple(each for each in known.values() if each.name == name)
    inside = {child for each in known.values() if each.name == parent for child in each.children}
    return tuple(known[child] for child in inside if known[child].name == name) or every


@cache
def _meanings() -> dict[etree._Element, Meaning]:
    root = verdict.merged()
    definitions: dict[str, list[etree._Element]] = {}
    for node in root.iter(f"{_RNG}define"):
        definitions.setdefault(node.get("name", ""), []).append(node)
    return {node: _meaning(node, definitions) for node in root.iter(f"{_RNG}element")}


def _meaning(node: etree._Element, definitions: dict[str, list[etree._Element]]) -> Meaning:
    attributes: dict[str, str] = {}
    children: list[etree._Element] = []
    for each in _inside(node, definitions, set()):
        if each.tag == f"{_RNG}attribute":
            said = _says(each)
            known = attributes.get(each.get("name", ""), "")
            attributes[each.get("name", "")] = known if said in known else f"{known} {said}".strip()
        else:
            children.append(each)
    return Meaning(node.get("name", ""), _says(node), attributes, tuple(children))


def _inside(
    node: etree._Element, definitions: dict[str, list[etree._Element]], seen: set[str]
) -> Iterator[etree._Element]:
    """Iterate over the attributes and elements in a declaration, wherever they are defined, but not over theirs."""
    for child in node.iterchildren("{*}*"):
        if child.tag in (f"{_RNG}attribute", f"{_RNG}element"):
            yield child
        elif child.tag == f"{_RNG}ref":
            name = child.get("name", "")
            if name not in seen:
                seen.add(name)
                for definition in definitions.get(name, ()):
                    yield from _inside(definition, definitions, seen)
        else:
            yield from _inside(child, definitions, seen)


def _says(node: etree._Element) -> str:
    return " ".join((node.findtext(_DOCUMENTATION) or "").split())
