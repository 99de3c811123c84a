"""An element's attributes, and the pattern of the element → the mistakes in them, and the content then expected."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from lxml import etree

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar import sentences
from cablepress.grammar.derivative import Wanted, accepts, after_attribute, attributes, closings, texts
from cablepress.grammar.pattern import NOT_ALLOWED, Advice, Attribute, Data, Pattern, Value
from cablepress.grammar.spelling import likely

_ANYTHING = "any words at all"

STRAY = "R21"
"""The code of what the model does not know, or does not know at its place."""

# What decides about the others is read first, so that a clash is blamed on the others.
_DECISIVE = {name: rank for rank, name in enumerate(("type", "subtype", "reason"))}

Way = tuple[tuple[Finding, ...], Pattern]
"""One way to understand a start tag: the mistakes that it implies, and the content that it leads to."""


def ways(document: Document, element: etree._Element, pattern: Pattern) -> tuple[Way, ...]:
    """Read a start tag. Several ways are left where the attributes do not decide what the element may hold."""
    return _Tag(document, element, pattern).ways()


def allowed_texts(patterns: tuple[Attribute, ...]) -> tuple[Data | Value, ...]:
    """Return what the values of some attributes may be, each once."""
    return tuple(dict.fromkeys(text for each in patterns for text in texts(each.value)))


@dataclass(frozen=True, slots=True)
class _Tag:
    document: Document
    element: etree._Element
    pattern: Pattern

    @property
    def name(self) -> str:
        return sentences.tag(self.element)

    @property
    def given(self) -> list[tuple[str, str]]:
        pairs = [(str(name), str(text)) for name, text in self.element.attrib.items()]
        return sorted(pairs, key=lambda pair: _DECISIVE.get(pair[0], len(_DECISIVE)))

    def ways(self) -> tuple[Way, ...]:
        given = self.given
        state, found = _after_all(self.pattern, tuple(given)), list[Finding]()
        if state is not NOT_ALLOWED:
            return tuple((tuple(self.missing(state, wanted)), rest) for wanted, rest in closings(state))
        state = self.pattern
        for name, text in given:
            after = after_attribute(state, name, text)
            if after is NOT_ALLOWED:
                mistake, after = self.mistake(state, name, text)
                found.append(mistake)
            state = after
        return tuple(((*found, *self.missing(state, wanted)), rest) for wanted, rest in closings(state))

    def mistake(self, state: Pattern, name: str, text: str) -> tuple[Finding, Pattern]:
        """Blame an attribute; return also the pattern as if it were right."""
        here = tuple(each for each in attributes(state) if each.name == name)
        if here:
            return self.bad_value(here, name, text), after_attribute(state, name, None)
        elsewhere = tuple(each for each in attributes(self.pattern) if each.name == name)
        if elsewhere:
            return self.conflict(elsewhere, name, text), state
        return self.unknown(state, name, text)

    def bad_value(self, here: tuple[Attribute, ...], name: str, text: str) -> Finding:
        allowed = allowed_texts(here)
        advice = reduce(Advice.over, (each.advice for each in (*allowed, *here)))
        return self.finding(advice.code, sentences.bad_value(self.name, sentences.name(name), text, allowed), name)

    def conflict(self, elsewhere: tuple[Attribute, ...], name: str, text: str) -> Finding:
        other = next(self.opponents(name, text), "")
        decides = {type(each) for each in allowed_texts(self.patterns_of(other))} == {Value}
        value = self.element.get(other) if other and decides else None
        told = sentences.conflicting_attribute(self.name, sentences.name(name), sentences.name(other), value)
        return self.finding(elsewhere[0].advice.code, told, name)

    def opponents(self, name: str, text: str) -> Iterator[str]:
        """Find the attributes without which this one would be right."""
        for other, _ in self.given:
            rest = (pair for pair in self.given if pair[0] not in (name, other))
            state = reduce(lambda state, pair: after_attribute(state, *pair), rest, self.pattern)
            if after_attribute(state, name, text) is not NOT_ALLOWED:
                yield other

    def patterns_of(self, name: str) -> tuple[Attribute, ...]:
        return tuple(each for each in attributes(self.pattern) if each.name == name)

    def unknown(self, state: Pattern, name: str, text: str) -> tuple[Finding, Pattern]:
        free = {
            sentences.name(each.name): each.name for each in attributes(state) if each.name not in self.element.attrib
        }
        written = sentences.name(name)
        guess = f"xml:{name}" if f"xml:{name}" in free else likely(written, free) or self.fitting(state, text)
        after = self.after_guess(state, free[guess], text) if guess else state
        known = (sentences.name(each.name) for each in attributes(self.pattern))
        return self.finding(STRAY, sentences.unknown_attribute(self.name, written, guess, known), name), after

    def fitting(self, state: Pattern, text: str) -> str:
        """Name the one attribute that is missing and would take this value, as it takes few others."""
        wanted = {each for missing, _ in closings(state) for group in missing for each in group}
        telling = (each for each in wanted if accepts(each.value, text) and not accepts(each.value, _ANYTHING))
        names = {sentences.name(each.name) for each in telling if each.name not in self.element.attrib}
        return names.pop() if len(names) == 1 else ""

    def after_guess(self, state: Pattern, name: str, text: str) -> Pattern:
        after = after_attribute(state, name, text)
        return after if after is not NOT_ALLOWED else after_attribute(state, name, None)

    def missing(self, state: Pattern, wanted: tuple[Wanted, ...]) -> Iterator[Finding]:
        """Tell what is missing, once for each code: one slip leaves out what belongs together."""
        by_code = defaultdict[str, list[Wanted]](list)
        for each in wanted:
            by_code[_code(each)].append(each)
        for code, group in by_code.items():
            names = [tuple(dict.fromkeys(sentences.name(attribute.name) for attribute in each)) for each in group]
            same = tuple(each for each in attributes(state) if each.name == group[0][0].name)
            message, remedy = sentences.missing_attributes(self.name, names, allowed_texts(same))
            own = " ".join(dict.fromkeys(_remedy(each, same) for each in group)).strip() if len(group) == 1 else ""
            found = self.finding(code, (message, own or remedy))
            yield replace(found, about=f"{self.name}/@{names[0][0]}")

    def finding(self, code: str, told: sentences.Sentences, attribute: str | None = None) -> Finding:
        message, remedy = told
        return self.document.finding(code or STRAY, message, self.element, attribute=attribute, remedy=remedy)


@lru_cache(maxsize=8192)
def _after_all(pattern: Pattern, given: tuple[tuple[str, str], ...]) -> Pattern:
    """Step over all attributes of a tag. Kept, since most tags are as others are."""
    return reduce(lambda state, pair: after_attribute(state, *pair), given, pattern)


def _code(wanted: Wanted) -> str:
    return next((each.advice.code for each in wanted if each.advice.code), STRAY)


def _remedy(wanted: Wanted, same: tuple[Attribute, ...]) -> str:
    return next((each.advice.remedy for each in (*wanted, *same) if each.advice.remedy), "")
