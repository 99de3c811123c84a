"""A pattern, and something that does not fit it → what would have to be mended for it to fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cablepress.grammar import sentences
from cablepress.grammar.derivative import Opening, after_text, closings, named, needs, openings
from cablepress.grammar.pattern import NOT_ALLOWED, Element, Pattern, any_of

_TEI = "http://www.tei-c.org/ns/1.0"
_BLOCKS = ("p", "item", "seg", "cell")
_FEW = 12
_FARTHEST = 3  # so many missing elements in a row are still understood as missing


@dataclass(frozen=True, slots=True)
class Bridge:
    """Elements that must be missing for another to fit, and the openings that it then has."""

    missing: tuple[Element, ...]
    fits: tuple[Opening, ...]


def bridge(state: Pattern, name: str) -> Bridge | None:
    """Step over as little of what is needed as lets an element of this name fit as it did not fit before."""
    return next(_bridges(state, name), None)


def _bridges(state: Pattern, name: str) -> Iterator[Bridge]:
    before = {each.declaration for each, _ in named(state, name)}
    reached: list[tuple[tuple[Element, ...], Pattern]] = [((), state)]
    for missing, here in reached:  # the list grows while it is read: the nearest come first
        for each, rest in openings(here):
            if each in needs(here):
                if fits := tuple(fit for fit in named(rest, name) if fit[0].declaration not in before):
                    yield Bridge((*missing, each), fits)
                if len(missing) + 1 < _FARTHEST:
                    reached.append(((*missing, each), rest))


def partner(state: Pattern, name: str) -> Opening | None:
    """Find what may come next and must be followed by an element of this name, again and again."""
    return next(((each, rest) for each, rest in openings(state) if alternates(rest, name, each.declaration.name)), None)


def alternates(state: Pattern, name: str, other: str) -> bool:
    """Whether an element of one name must come next, and after it may come the other and begin another pair."""
    needed = [each.declaration.name for each in needs(state)]
    return needed == [name] and any(named(rest, other) for _, rest in named(state, name))


@dataclass(frozen=True, slots=True)
class Wrapper:
    """An element that should stand round something: its name, what it may hold, and what may follow it."""

    name: str
    content: Pattern
    rest: Pattern


def wrapper_of_text(state: Pattern) -> Wrapper | None:
    """Find the block that may stand here and would hold text."""
    found = [each for each in _wrappers(state) if each.name in _BLOCKS and holds_text(each.content)]
    return min(found, key=_rank, default=None)


def wrapper_of(state: Pattern, name: str) -> Wrapper | None:
    """Find what may stand here and would begin with an element of a name that may not; a block is the best guess."""
    found = [
        Wrapper(each.name, any_of(rest for _, rest in fits), each.rest)
        for each in _wrappers(state)
        if (fits := named(each.content, name))
    ]
    best = min(found, key=_rank, default=None)
    clear = best and (best.name in _BLOCKS or (len({each.name for each in found}) == 1 and is_telling(state)))
    return best if clear else None


def _wrappers(state: Pattern) -> Iterator[Wrapper]:
    for each, rest in openings(state):
        content = closings(each.declaration.content)[0][1]
        yield Wrapper(sentences.element_name(each.declaration.name), content, rest)


def _rank(wrapper: Wrapper) -> int:
    return _BLOCKS.index(wrapper.name) if wrapper.name in _BLOCKS else len(_BLOCKS)


def is_telling(state: Pattern) -> bool:
    """Whether so few elements may come next that what is among them is evidence of what was meant."""
    return len({each.declaration.name for each, _ in openings(state)}) <= _FEW


def holds_text(content: Pattern) -> bool:
    """Whether text may come next."""
    return after_text(content) is not NOT_ALLOWED


def inherits_namespace(element: etree._Element) -> bool:
    """Whether an element is in a wrong namespace only because its parent is."""
    parent = element.getparent()
    space = etree.QName(element).namespace
    return parent is not None and space != _TEI and space == etree.QName(parent).namespace
