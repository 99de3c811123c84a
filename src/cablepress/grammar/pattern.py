"""The parts of a RELAX NG pattern → the pattern, the same object for the same parts.

Patterns are made by the functions in small letters only. Identity therefore is equality, and what was once derived
from a pattern (derivative.py) can be remembered.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, reduce

from cablepress.grammar.datatype import Datatype


@dataclass(frozen=True, slots=True)
class Advice:
    """What the grammar's annotations say for the case that something here is wrong.

    `code` and `remedy` are for what is missing or bad, `expects` describes a datatype, `holds` says of an element
    that may hold little what that is.
    """

    code: str = ""
    remedy: str = ""
    expects: str = ""
    holds: str = ""

    def over(self, outer: "Advice") -> "Advice":
        """Fill what is missing here from an outer annotation."""
        return Advice(
            self.code or outer.code,
            self.remedy or outer.remedy,
            self.expects or outer.expects,
            self.holds or outer.holds,
        )


class Pattern:
    """Any pattern."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Leaf(Pattern):
    """A pattern without parts: nothing at all, never anything, or any text."""

    name: str


EMPTY = Leaf("empty")
NOT_ALLOWED = Leaf("notAllowed")
TEXT = Leaf("text")


@dataclass(frozen=True, slots=True, eq=False)
class Data(Pattern):
    """Text of a certain datatype."""

    datatype: Datatype
    advice: Advice


@dataclass(frozen=True, slots=True, eq=False)
class Value(Pattern):
    """One certain text."""

    text: str
    advice: Advice


@dataclass(frozen=True, slots=True, eq=False)
class Tokens(Pattern):
    """Words separated by spaces, the list of RELAX NG."""

    inner: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Pattern):
    """One or the other."""

    left: Pattern
    right: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Group(Pattern):
    """One, then the other."""

    left: Pattern
    right: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Interleave(Pattern):
    """Both, in any order."""

    left: Pattern
    right: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class OneOrMore(Pattern):
    """The same again and again."""

    inner: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Attribute(Pattern):
    """An attribute, by its Clark name."""

    name: str
    value: Pattern
    advice: Advice
    meaning: str = ""


@dataclass(frozen=True, eq=False)
class Declaration:
    """An element as the grammar declares it in one place. Its content is built when first needed: grammars recur."""

    name: str
    advice: Advice
    build: Callable[[], Pattern]
    meaning: str = ""

    @cached_property
    def content(self) -> Pattern:
        """Attributes and content of the element."""
        return self.build()


@dataclass(frozen=True, slots=True, eq=False)
class Element(Pattern):
    """A child element; the advice is that of the place where it is wanted."""

    declaration: Declaration
    advice: Advice


data = cache(Data)
value = cache(Value)
tokens = cache(Tokens)
attribute = cache(Attribute)
element = cache(Element)
_choice = cache(Choice)


@cache
def alternatives(pattern: Pattern) -> tuple[Pattern, ...]:
    """Return what a choice chooses from; of anything else, itself."""
    if isinstance(pattern, Choice):
        return (*alternatives(pattern.left), *alternatives(pattern.right))
    return (pattern,)


@cache
def choice(left: Pattern, right: Pattern) -> Pattern:
    """Choose between two patterns, without repeating an alternative."""
    if left is NOT_ALLOWED:
        return right
    known = alternatives(left)
    return reduce(_choice, (each for each in alternatives(right) if each not in (*known, NOT_ALLOWED)), left)


def any_of(patterns: Iterable[Pattern]) -> Pattern:
    """Choose between any number of patterns."""
    chosen: Pattern = NOT_ALLOWED
    for each in patterns:
        chosen = choice(chosen, each)
    return chosen


@cache
def group(left: Pattern, right: Pattern) -> Pattern:
    """Put one pattern after another."""
    if NOT_ALLOWED in (left, right):
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    return left if right is EMPTY else Group(left, right)


@cache
def interleave(left: Pattern, right: Pattern) -> Pattern:
    """Put two patterns beside one another, in any order."""
    if NOT_ALLOWED in (left, right):
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    return left if right is EMPTY else Interleave(left, right)


@cache
def one_or_more(inner: Pattern) -> Pattern:
    """Repeat a pattern."""
    return inner if isinstance(inner, OneOrMore) or inner in (EMPTY, NOT_ALLOWED) else OneOrMore(inner)


def optional(inner: Pattern) -> Pattern:
    """Make a pattern one that may be absent."""
    return choice(inner, EMPTY)


@cache
def nullable(pattern: Pattern) -> bool:
    """Whether nothing more is needed."""
    match pattern:
        case Choice(left, right):
            return nullable(left) or nullable(right)
        case Group(left, right) | Interleave(left, right):
            return nullable(left) and nullable(right)
        case OneOrMore(inner):
            return nullable(inner)
    return pattern is EMPTY or pattern is TEXT
