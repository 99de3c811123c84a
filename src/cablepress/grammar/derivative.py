"""A pattern, and what is met in a document → the pattern of what may still follow.

After James Clark, "An algorithm for RELAX NG validation" (2002, https://relaxng.org/jclark/derivative.html).
Unlike his, these derivatives step over a child element as a whole: whether the child itself is right is a question
of its own, so that a mistake in it does not spoil the siblings after it.
"""

from collections.abc import Callable, Iterator
from functools import cache, reduce

from cablepress.grammar.pattern import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Declaration,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Tokens,
    Value,
    choice,
    group,
    interleave,
    nullable,
    optional,
)

Opening = tuple[Element, Pattern]
"""A child element that may come next, and what may follow it."""

Wanted = tuple[Attribute, ...]
"""An attribute that is missing; several, where any one of them would do."""

Closing = tuple[tuple[Wanted, ...], Pattern]
"""The attributes that are missing when a start tag ends, and the content that is then expected."""


@cache
def openings(pattern: Pattern) -> tuple[Opening, ...]:
    """Return every child element that may come next, each with what may follow it."""
    match pattern:
        case Element():
            return ((pattern, EMPTY),)
        case Choice(left, right):
            return tuple(dict.fromkeys((*openings(left), *openings(right))))
        case Group(left, right):
            first = tuple((each, group(rest, right)) for each, rest in openings(left))
            return (*first, *openings(right)) if nullable(left) else first
        case Interleave(left, right):
            first = tuple((each, interleave(rest, right)) for each, rest in openings(left))
            return (*first, *((each, interleave(left, rest)) for each, rest in openings(right)))
        case OneOrMore(inner):
            return tuple((each, group(rest, optional(pattern))) for each, rest in openings(inner))
    return ()


@cache
def named(pattern: Pattern, name: str) -> tuple[Opening, ...]:
    """Return the openings of one name."""
    return tuple(each for each in openings(pattern) if each[0].declaration.name == name)


@cache
def after_text(pattern: Pattern) -> Pattern:
    """Step over text between child elements."""
    return _after(pattern, lambda leaf: TEXT if leaf is TEXT else NOT_ALLOWED)


def after_attribute(pattern: Pattern, name: str, text: str | None) -> Pattern:
    """Step over an attribute; with None for its value, over an attribute of that name whatever its value."""

    def after(inner: Pattern) -> Pattern:
        return after_attribute(inner, name, text)

    # Content is large and has no attributes: most of a pattern need not be looked into.
    if name not in attribute_names(pattern):
        return NOT_ALLOWED
    match pattern:
        case Attribute(_, allowed):
            return EMPTY if text is None or accepts(allowed, text) else NOT_ALLOWED
        case Choice(left, right):
            return choice(after(left), after(right))
        case Group(left, right) | Interleave(left, right):
            join = group if isinstance(pattern, Group) else interleave
            return choice(join(after(left), right), join(left, after(right)))
    return NOT_ALLOWED


def _after(pattern: Pattern, leaf: Callable[[Pattern], Pattern]) -> Pattern:
    """Derive a pattern, given what remains of its leaves."""
    match pattern:
        case Choice(left, right):
            return choice(_after(left, leaf), _after(right, leaf))
        case Group(left, right):
            first = group(_after(left, leaf), right)
            return choice(first, _after(right, leaf)) if nullable(left) else first
        case Interleave(left, right):
            return choice(interleave(_after(left, leaf), right), interleave(left, _after(right, leaf)))
        case OneOrMore(inner):
            return group(_after(inner, leaf), optional(pattern))
    return leaf(pattern)


def accepts(pattern: Pattern, text: str) -> bool:
    """Whether the whole of a text is what a pattern allows: an attribute's value, or an element without children."""
    match pattern:
        case Data(datatype):
            return datatype.accepts(text)
        case Value(expected):
            return " ".join(text.split()) == " ".join(expected.split())
        case Tokens(inner):
            return nullable(reduce(_after_word, text.split(), inner))
        case Choice(left, right):
            return accepts(left, text) or accepts(right, text)
    return nullable(after_text(pattern)) or (nullable(pattern) and not text.strip())


def _after_word(pattern: Pattern, word: str) -> Pattern:
    return _after(pattern, lambda leaf: EMPTY if accepts(leaf, word) else NOT_ALLOWED)


@cache
def attributes(pattern: Pattern) -> tuple[Attribute, ...]:
    """Return every attribute that a pattern allows, in the order of the grammar."""
    return tuple(each for each in _leaves(pattern) if isinstance(each, Attribute))


@cache
def attribute_names(pattern: Pattern) -> frozenset[str]:
    """Return the names of the attributes that a pattern allows."""
    return frozenset(each.name for each in attributes(pattern))


@cache
def texts(pattern: Pattern) -> tuple[Data | Value, ...]:
    """Return every datatype and every fixed value in a pattern, in the order of the grammar."""
    return tuple(each for each in _leaves(pattern) if isinstance(each, Data | Value))


@cache
def holds_words(pattern: Pattern) -> bool:
    """Whether a pattern allows text of any kind between its child elements, or instead of them."""
    return any(leaf is TEXT or isinstance(leaf, Data | Value) for leaf in _leaves(pattern))


@cache
def children(pattern: Pattern) -> tuple[Declaration, ...]:
    """Return the declaration of every child element that a pattern allows, in the order of the grammar."""
    return tuple(dict.fromkeys(each.declaration for each in _leaves(pattern) if isinstance(each, Element)))


def _leaves(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case Choice(left, right) | Group(left, right) | Interleave(left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case OneOrMore(inner) | Tokens(inner):
            yield from _leaves(inner)
        case _:
            yield pattern


@cache
def needs(pattern: Pattern) -> tuple[Element, ...]:
    """Return the elements of which one must come next, before the parent may end."""
    match pattern:
        case Element():
            return (pattern,)
        case Choice(left, right) if not nullable(pattern):
            return tuple(dict.fromkeys((*needs(left), *needs(right))))
        case Group(left, right) | Interleave(left, right):
            return needs(right) if nullable(left) else needs(left)
        case OneOrMore(inner):
            return needs(inner)
    return ()


@cache
def closings(pattern: Pattern) -> tuple[Closing, ...]:
    """End a start tag: for each content that may follow, the least that is missing before it."""
    if not attributes(pattern):
        return (((), pattern),)
    match pattern:
        case Attribute():
            return ((((pattern,),), EMPTY),)
        case Choice(left, right):
            return _least((*closings(left), *closings(right)))
        case Group(left, right):
            return _joined(closings(left), closings(right), group)
        case Interleave(left, right):
            return _joined(closings(left), closings(right), interleave)
    return (((), pattern),)


def _joined(
    left: tuple[Closing, ...], right: tuple[Closing, ...], join: Callable[[Pattern, Pattern], Pattern]
) -> tuple[Closing, ...]:
    return _least(tuple(((*one, *other), join(a, b)) for one, a in left for other, b in right))


def _least(found: tuple[Closing, ...]) -> tuple[Closing, ...]:
    """Keep one closing for each content: the one that lacks least; where several lack as much, any will do."""
    least: dict[Pattern, tuple[Wanted, ...]] = {}
    for missing, rest in found:
        known = least.get(rest)
        if known is None or len(missing) < len(known):
            least[rest] = missing
        elif len(missing) == len(known):
            least[rest] = _either(known, missing)
    return tuple((missing, rest) for rest, missing in least.items())


def _either(one: tuple[Wanted, ...], other: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """Join two lists of equal length: what both lack; else, for single attributes, that either will do.

    Of a note without attributes only type is missing for certain: what else it needs depends on that.
    """
    by_name = {wanted[0].name: wanted for wanted in other}
    shared = tuple(_union(wanted, by_name[wanted[0].name]) for wanted in one if wanted[0].name in by_name)
    if shared or len(one) != 1:
        return shared or one
    return (_union(one[0], other[0]),)


def _union(one: Wanted, other: Wanted) -> Wanted:
    return tuple(dict.fromkeys((*one, *other)))
