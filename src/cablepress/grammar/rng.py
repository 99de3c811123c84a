"""A RELAX NG grammar in its files → its patterns, and what can be asked about them.

Reads what our grammar is written in: the XML syntax without name classes, nested grammars and external references.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial, reduce
from pathlib import Path

from lxml import etree

from cablepress.errors import MachineFailure
from cablepress.grammar.datatype import Datatype
from cablepress.grammar.derivative import children
from cablepress.grammar.pattern import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Advice,
    Declaration,
    Pattern,
    attribute,
    choice,
    data,
    element,
    group,
    interleave,
    one_or_more,
    optional,
    tokens,
    value,
)

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_RULE = "{urn:cablepress:rule}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_DEFINE, _START = f"{_RNG}define", f"{_RNG}start"
_NO_ADVICE = Advice()

_Join = Callable[[Pattern, Pattern], Pattern]
_JOINS: dict[str, _Join] = {"group": group, "choice": choice, "interleave": interleave}
_COMBINE: dict[str, _Join] = {"choice": choice, "interleave": interleave}


class GrammarFailure(MachineFailure):
    """The grammar itself is written in a way that cannot be read."""


@dataclass(frozen=True)
class Grammar:
    """A grammar: what a document may begin with, and everything declared in it."""

    start: Pattern

    @cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """All elements, wherever they are declared, each after those it can stand in."""
        found = list(children(self.start))
        for declaration in found:  # the list grows while it is read
            found.extend(child for child in children(declaration.content) if child not in found)
        return tuple(found)

    @cached_property
    def contents(self) -> dict[str, Pattern]:
        """For each name, what an element of that name may have, wherever it stands."""
        found: dict[str, Pattern] = {}
        for each in self.declarations:
            found[each.name] = choice(found.get(each.name, NOT_ALLOWED), each.content)
        return found

    @cached_property
    def parents(self) -> dict[str, tuple[str, ...]]:
        """For each name, the names of the elements that it may stand in."""
        found: dict[str, dict[str, None]] = {}
        for parent in self.declarations:
            for child in children(parent.content):
                found.setdefault(child.name, {})[parent.name] = None
        return {name: tuple(parents) for name, parents in found.items()}


def merge(path: Path) -> etree._Element:
    """Read a grammar and what it includes into one tree; a definition inside an include replaces the included one."""
    root = etree.parse(path).getroot()
    for include in list(root.iter(f"{_RNG}include")):
        included = merge(path.parent / include.get("href", ""))
        replaced = {(node.tag, node.get("name")) for node in _nodes(include)}
        for node in [node for node in included.iter(_DEFINE, _START) if (node.tag, node.get("name")) in replaced]:
            next(node.iterancestors()).remove(node)
        division = etree.Element(f"{_RNG}div", dict(included.attrib), included.nsmap)
        division.extend([*_nodes(included), *_nodes(include)])
        root.replace(include, division)
    for identifier in root.iter(f"{_RNG}data"):
        # libxml2 would reject a repeated xml:id without saying which; a rule of its own tells it better (R22).
        if identifier.get("type") == "ID":
            identifier.set("type", "NCName")
    return root


def read(merged: etree._Element) -> Grammar:
    """Turn a grammar in one tree into patterns."""
    return Grammar(_Reader(_definitions(merged)).defined("", _NO_ADVICE))


def _definitions(merged: etree._Element) -> dict[str, list[etree._Element]]:
    """Gather every define, and start under an empty name."""
    found: dict[str, list[etree._Element]] = {}
    for node in merged.iter(_DEFINE, _START):
        found.setdefault(node.get("name", ""), []).append(node)
    return found


def _nodes(parent: etree._Element) -> Iterator[etree._Element]:
    """Iterate over the patterns in an element of the grammar, passing by annotations and comments."""
    return (child for child in parent.iterchildren("{*}*") if str(child.tag).startswith(_RNG))


def _kind(node: etree._Element) -> str:
    return str(node.tag).removeprefix(_RNG)


def _advice(node: etree._Element, outer: Advice) -> Advice:
    own = (node.get(f"{_RULE}{name}", "") for name in ("code", "remedy", "expects", "holds"))
    return Advice(*own).over(outer)


def _meaning(node: etree._Element) -> str:
    return " ".join(node.findtext(_DOCUMENTATION, "").split())


def _name(node: etree._Element) -> str:
    """Return the Clark name that an element or attribute pattern gives; attributes have no inherited namespace."""
    prefix, _, local = node.get("name", "").rpartition(":")
    if prefix:
        return f"{_XML}{local}" if prefix == "xml" else f"{{{node.nsmap[prefix]}}}{local}"
    spaces = (outer.get("ns") for outer in node.iterancestors() if outer.get("ns") is not None)
    namespace = next(spaces, "") if _kind(node) == "element" else ""
    return f"{{{namespace}}}{local}" if namespace else local


@dataclass(frozen=True)
class _Reader:
    """Turns the nodes of a grammar into patterns. Each element is declared once, however often it is referred to."""

    definitions: dict[str, list[etree._Element]]
    declared: dict[etree._Element, Declaration] = field(default_factory=dict)

    def defined(self, name: str, advice: Advice) -> Pattern:
        nodes = self.definitions.get(name)
        if not nodes:
            raise GrammarFailure(f"no definition of {name}")
        join = next((_COMBINE[node.get("combine", "")] for node in nodes if node.get("combine")), choice)
        return reduce(join, (self.all_of(node, _advice(node, advice)) for node in nodes))

    def all_of(self, node: etree._Element, advice: Advice, join: _Join = group) -> Pattern:
        """Join the patterns inside a node, in sequence unless told otherwise."""
        patterns = [self.pattern(child, advice) for child in _nodes(node)]
        return reduce(join, patterns) if patterns else EMPTY

    def pattern(self, node: etree._Element, outer: Advice) -> Pattern:
        """Turn a node into its pattern; annotations of outer nodes hold where there are none on inner ones."""
        advice = _advice(node, outer)
        match _kind(node):
            case "element":
                return element(self.declaration(node), outer.over(_advice(node, _NO_ADVICE)))
            case "attribute":
                inner = self.all_of(node, _NO_ADVICE)
                return attribute(_name(node), TEXT if inner is EMPTY else inner, advice, _meaning(node))
            case "ref":
                return self.defined(node.get("name", ""), advice)
            case "data":
                parameters = tuple((each.get("name", ""), each.text or "") for each in _nodes(node))
                return data(Datatype(node.get("type", ""), parameters), advice)
            case "value":
                return value(node.text or "", advice)
            case kind:
                return self.composed(kind, node, advice)

    def composed(self, kind: str, node: etree._Element, advice: Advice) -> Pattern:
        if kind in ("empty", "text", "notAllowed"):
            return {"empty": EMPTY, "text": TEXT, "notAllowed": NOT_ALLOWED}[kind]
        if kind in _JOINS:
            return self.all_of(node, advice, _JOINS[kind])
        inner = self.all_of(node, advice)
        wraps: dict[str, Callable[[Pattern], Pattern]] = {
            "optional": optional,
            "oneOrMore": one_or_more,
            "zeroOrMore": lambda each: optional(one_or_more(each)),
            "mixed": lambda each: interleave(TEXT, each),
            "list": tokens,
        }
        if kind not in wraps:
            raise GrammarFailure(f"cannot read {kind}")
        return wraps[kind](inner)

    def declaration(self, node: etree._Element) -> Declaration:
        if node not in self.declared:
            build = partial(self.all_of, node, _NO_ADVICE)
            self.declared[node] = Declaration(_name(node), _advice(node, _NO_ADVICE), build, _meaning(node))
        return self.declared[node]
