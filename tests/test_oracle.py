"""Small schemas of every kind, and what is left of them for a document, have the same verdict on it."""

from collections.abc import Callable
from functools import partial, reduce
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cablepress.grammar.files import RNG, Schema
from cablepress.grammar.specialise import specialise

NS = RNG.strip("{}")
Pattern = tuple[Any, ...]


def schema(text: str) -> Schema:
    path = Path("in.rng")
    return Schema(path, {path: etree.fromstring(text)})


LEAVES = st.sampled_from(["<empty/>", "<text/>", "<notAllowed/>", '<data type="token"/>', "<value>v</value>"])
LETTERS = "abc"
DEFINED = tuple(f"d{number}" for number in range(4))


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns made of patterns."""
    wrapped = st.builds(
        "<{0}>{1}</{0}>".format, st.sampled_from(["optional", "zeroOrMore", "oneOrMore", "mixed", "group"]), parts
    )
    several = st.builds(
        lambda kind, some: f"<{kind}>{''.join(some)}</{kind}>",
        st.sampled_from(["group", "choice", "choice", "interleave"]),
        st.lists(parts, min_size=1, max_size=3),
    )
    return wrapped | several


def elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from([*(f"<name>{letter}</name>" for letter in LETTERS * 3), "<anyName/>"])
    attributes = st.sampled_from(
        ["", "", '<attribute name="x"/>', '<optional><attribute name="x"><value>1</value></attribute></optional>']
    )
    return st.builds("<element>{}{}{}</element>".format, names, attributes, inner)


REFS = st.sampled_from([f'<ref name="{name}"/>' for name in DEFINED])
INSIDE = st.recursive(REFS | REFS | LEAVES, lambda parts: joined(parts) | elements(parts), max_leaves=6)
BODIES = st.recursive(elements(INSIDE), joined, max_leaves=4)
GRAMMARS = st.builds(
    lambda start, bodies: (
        f'<grammar xmlns="{NS}"><start>{start}</start>'
        + "".join(f'<define name="{name}">{body}</define>' for name, body in zip(DEFINED, bodies, strict=True))
        + "</grammar>"
    ),
    elements(INSIDE),
    st.tuples(*(BODIES for _ in DEFINED)),
)
TREES = st.recursive(
    st.sampled_from(["v", "", "w w"]) | st.builds("<{0}/>".format, st.sampled_from(LETTERS)),
    lambda inner: st.builds(
        lambda name, x, some: f"<{name}{x}>{''.join(some)}</{name}>",
        st.sampled_from(LETTERS),
        st.sampled_from(["", "", ' x="1"']),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)


class Oracle:
    """Judges documents by the derivatives of James Clark, as plainly as can be: libxml2 has mistakes of its own."""

    def __init__(self, root: etree._Element) -> None:
        self.start = next(root.iter(f"{RNG}start"))
        self.defined = {each.get("name"): each for each in root.iter(f"{RNG}define")}

    def accepts(self, document: etree._Element) -> bool:
        return nullable(self.child(self.all_in(self.start), document))

    def all_in(self, node: etree._Element, start: int = 0) -> Pattern:
        return reduce(partial(both, "group"), map(self.pattern, node[start:]), ("empty",))

    def pattern(self, node: etree._Element) -> Pattern:
        kind = str(node.tag).removeprefix(RNG)
        match kind:
            case "choice":
                return reduce(either, map(self.pattern, node))
            case "interleave":
                return reduce(partial(both, kind), map(self.pattern, node))
            case "ref" | "group" | "oneOrMore" | "zeroOrMore" | "optional" | "mixed":
                return self.repeated(kind, self.all_in(self.defined[node.get("name")] if kind == "ref" else node))
        return (kind, node)

    def repeated(self, kind: str, inner: Pattern) -> Pattern:
        """Apply what an element of the schema says of all that is in it."""
        some = ("more", inner) if kind in ("oneOrMore", "zeroOrMore") else inner
        may_be_absent = kind in ("optional", "zeroOrMore")
        return (
            both("interleave", ("text",), some)
            if kind == "mixed"
            else either(some, ("empty",))
            if may_be_absent
            else some
        )

    def child(self, pattern: Pattern, child: etree._Element) -> Pattern:
        """Step over a child element; it has to fit as a whole."""
        return derivative(pattern, lambda leaf: leaf[0] == "element" and self.fits(leaf[1], child))

    def fits(self, node: etree._Element, child: etree._Element) -> bool:
        if node[0].tag == f"{RNG}name" and node[0].text != child.tag:
            return False
        pattern = self.all_in(node, 1)
        for name, value in child.attrib.items():
            pattern = derivative(pattern, partial(self.has, name=str(name), value=str(value)), is_unordered=True)
        texts = [child.text or "", *(each.tail or "" for each in child)]
        if not len(child):
            return nullable(said(pattern, texts[0])) or (not texts[0].strip() and nullable(pattern))
        for each, text in zip((None, *child), texts, strict=True):
            pattern = pattern if each is None else self.child(pattern, each)
            pattern = said(pattern, text) if text.strip() else pattern
        return nullable(pattern)

    def has(self, leaf: Pattern, name: str, value: str) -> bool:
        if leaf[0] != "attribute" or name != (leaf[1].get("name") or leaf[1][0].text):
            return False
        inner = [each for each in leaf[1] if each.tag != f"{RNG}name"]
        return not inner or nullable(said(self.pattern(inner[0]), value))


def either(left: Pattern, right: Pattern) -> Pattern:
    return right if left[0] == "notAllowed" else left if right[0] == "notAllowed" else ("choice", left, right)


def both(kind: str, left: Pattern, right: Pattern) -> Pattern:
    if "notAllowed" in (left[0], right[0]):
        return ("notAllowed",)
    return right if left[0] == "empty" else left if right[0] == "empty" else (kind, left, right)


def nullable(pattern: Pattern) -> bool:
    kind, *inner = pattern
    some = any if kind == "choice" else all
    return kind in ("empty", "text") or (
        kind in ("choice", "group", "interleave", "more") and some(map(nullable, inner))
    )


def said(pattern: Pattern, text: str) -> Pattern:
    """Step over text."""
    return derivative(pattern, lambda leaf: leaf[0] in ("text", "data") or is_value(leaf, text))


def is_value(leaf: Pattern, text: str) -> bool:
    return bool(leaf[0] == "value" and leaf[1].text == " ".join(text.split()))


def derivative(pattern: Pattern, fits: Callable[[Pattern], bool], *, is_unordered: bool = False) -> Pattern:
    """Step over what one leaf of a pattern fits. Of leaves, text remains; in a group, attributes have no order."""
    kind, *inner = pattern
    step = partial(derivative, fits=fits, is_unordered=is_unordered)
    match kind:
        case "choice":
            return either(*map(step, inner))
        case "more":
            return both("group", step(inner[0]), either(pattern, ("empty",)))
        case "interleave" | "group":
            left, right = inner
            first, later = both(kind, step(left), right), both(kind, left, step(right))
            return either(first, later) if kind == "interleave" or is_unordered or nullable(left) else first
    return (pattern if kind == "text" else ("empty",)) if fits(pattern) else ("notAllowed",)


@settings(max_examples=300, deadline=None)
@given(GRAMMARS, st.lists(st.tuples(st.sampled_from(LETTERS), TREES), min_size=1, max_size=6))
def test_the_verdict_is_the_same(grammar: str, trees: list[tuple[str, str]]) -> None:
    """By an oracle; and by libxml2, wherever that reads the whole schema and agrees with the oracle about it."""
    whole = etree.fromstring(grammar)
    for name, tree in trees:
        document = etree.fromstring(f"<{name}>{tree}</{name}>")
        left = specialise(schema(grammar), {str(each.tag) for each in document.iter()})
        right = Oracle(whole).accepts(document)
        assert Oracle(left).accepts(document) is right
        if verdict(whole, document) is right:
            assert verdict(left, document) in (right, None)


def verdict(grammar: etree._Element, document: etree._Element) -> bool | None:
    """Ask libxml2; it does not read schemas that the specification forbids, as far as it sees that they are."""
    try:
        return etree.RelaxNG(grammar).validate(document)
    except etree.RelaxNGParseError:
        return None
