"""The pattern of an element → its content in the notation that TEI editors know from DTDs: `head?, (p | list)+`."""

from cablepress.grammar import sentences
from cablepress.grammar.derivative import texts
from cablepress.grammar.pattern import (
    EMPTY,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Tokens,
    Value,
    alternatives,
    any_of,
    choice,
    group,
    interleave,
    one_or_more,
)


def notation(pattern: Pattern) -> str:
    """Write what an element may hold, attributes left aside; an element that may hold nothing is `empty`."""
    content = _without_attributes(pattern)
    return "empty" if content is EMPTY else _written(content)


def _without_attributes(pattern: Pattern) -> Pattern:
    match pattern:
        case Attribute():
            return EMPTY
        case Choice(left, right):
            return choice(_without_attributes(left), _without_attributes(right))
        case Group(left, right):
            return group(_without_attributes(left), _without_attributes(right))
        case Interleave(left, right):
            return interleave(_without_attributes(left), _without_attributes(right))
        case OneOrMore(inner):
            return one_or_more(_without_attributes(inner))
    return pattern


def _written(pattern: Pattern) -> str:
    match pattern:
        case Element(declaration):
            said = sentences.name(declaration.name)
        case Data() | Value() | Tokens():
            said = sentences.expected(texts(pattern))
        case Group(left, right):
            said = f"{_part(left)}, {_part(right)}"
        case Interleave(left, right):
            said = _mixed(right) if left is TEXT else f"{_part(left)} & {_part(right)}"
        case OneOrMore(inner):
            said = f"{_bracketed(inner)}+"
        case Choice():
            said = _chosen(pattern)
        case _:
            said = "text" if pattern is TEXT else "empty"
    return said


def _mixed(pattern: Pattern) -> str:
    return f"({' | '.join(['text', *_repeatable(pattern)])})*"


def _chosen(pattern: Pattern) -> str:
    rest = tuple(each for each in alternatives(pattern) if each is not EMPTY)
    if len(rest) == len(alternatives(pattern)):
        return " | ".join(
            dict.fromkeys(f"({_written(each)})" if isinstance(each, Group) else _part(each) for each in rest)
        )
    if len(rest) == 1 and isinstance(rest[0], OneOrMore):
        return f"{_bracketed(rest[0].inner)}*"
    return f"{_bracketed(any_of(rest))}?"


def _repeatable(pattern: Pattern) -> tuple[str, ...]:
    """List what may stand among the text of mixed content."""
    match pattern:
        case Choice() | OneOrMore():
            parts = alternatives(pattern) if isinstance(pattern, Choice) else alternatives(pattern.inner)
            return tuple(dict.fromkeys(name for each in parts for name in _repeatable(each)))
    return () if pattern is EMPTY else (_part(pattern),)


def _part(pattern: Pattern) -> str:
    """Write a part of a sequence or a choice; one that joins several things stands in parentheses."""
    said = _written(pattern)
    is_joined = isinstance(pattern, Choice) and not said.endswith(("?", "*"))
    return f"({said})" if is_joined or (isinstance(pattern, Interleave) and not said.endswith("*")) else said


def _bracketed(pattern: Pattern) -> str:
    said = _written(pattern)
    return f"({said})" if isinstance(pattern, Choice | Group | Interleave | OneOrMore) else said
