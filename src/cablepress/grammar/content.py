"""The children and the text of an element, and the pattern of its content → the mistakes in them.

Children are taken one by one. One that does not fit is blamed once, and matching goes on as if it were mended:
something missing before it is taken as given, a name that is nearly right as right, loose text as wrapped.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from lxml import etree

from cablepress.finding import Finding, Place
from cablepress.grammar import habits, repair, sentences
from cablepress.grammar.derivative import accepts, after_text, named, needs, openings, texts
from cablepress.grammar.guess import Step, misnamed, renamed
from cablepress.grammar.pattern import EMPTY, NOT_ALLOWED, Advice, Element, Pattern, nullable
from cablepress.grammar.runs import places_of_text, texts_in
from cablepress.grammar.spelling import likely
from cablepress.grammar.starttag import STRAY

if TYPE_CHECKING:  # elements explain their content, and content its elements
    from cablepress.grammar.explain import Explainer


def read_content(
    explainer: "Explainer", element: etree._Element, pattern: Pattern, advice: Advice
) -> tuple[Finding, ...]:
    """Find the mistakes in what an element holds."""
    if not any(True for _ in element.iterchildren("{*}*")):
        text = "".join(text for _, text in texts_in(element))
        if accepts(pattern, text):
            return ()
        if texts(pattern) and not openings(pattern):
            told = sentences.bad_content(sentences.tag(element), text, texts(pattern))
            code = next((each.advice.code for each in texts(pattern) if each.advice.code), advice.code)
            return (explainer.blame(element, code, told),)
    walk = _Walk(explainer, element, advice, pattern, pattern)
    walk.walk()
    return tuple(walk.found)


@dataclass
class _Walk:
    """One pass over what an element holds."""

    explainer: "Explainer"
    element: etree._Element
    advice: Advice
    start: Pattern
    state: Pattern
    found: list[Finding] = field(default_factory=list)
    passed: list[tuple[Pattern, etree._Element]] = field(default_factory=list)
    ahead: set[str] = field(default_factory=set)  # names of what stands too early
    misfit: tuple[int, Pattern] = (0, NOT_ALLOWED)  # the finding about what fits nowhere, and where it stood
    wrapper: Pattern | None = None  # what may follow in the paragraph that is missing round what came before

    @property
    def name(self) -> str:
        return sentences.tag(self.element)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where the runs of text begin."""
        return places_of_text(self.explainer.document, self.element)

    def walk(self) -> None:
        for number, (child, text) in enumerate(texts_in(self.element)):
            if child is not None and isinstance(child.tag, str):
                self.child(child)
            if text.strip():
                self.text(number, text)
        self.finish()

    def text(self, number: int, text: str) -> None:
        after = after_text(self.state)
        if after is not NOT_ALLOWED:
            self.state = after
        elif self.wrapper and repair.holds_text(self.wrapper):
            self.wrapper = after_text(self.wrapper)
        elif not texts(self.state):
            self.loose(number, text)

    def loose(self, number: int, text: str) -> None:
        """Blame text that stands directly in an element; what follows is understood as wrapped with it."""
        wrapper = repair.wrapper_of_text(self.state)
        if wrapper:
            self.wrapper = after_text(wrapper.content)
            self.state = self.state if self.goes_on(number, wrapper) else wrapper.rest
        what = f"The text {sentences.quoted(text)}"
        holds = (sentences.element_name(each.declaration.name) for each, _ in openings(self.start))
        message, remedy = sentences.unwrapped(what, self.name, wrapper.name if wrapper else "", holds)
        remedy = remedy if wrapper else self.advice.holds or remedy
        place, code = self.places[number], self.advice.code or STRAY
        name = self.explainer.document.name
        self.found.append(Finding(name, place.line, place.column, code, message, remedy))

    def goes_on(self, number: int, wrapper: repair.Wrapper) -> bool:
        """Whether what follows fits where the text stands, and not after the paragraph that it should be."""
        following = [each for each in self.element[number:] if isinstance(each.tag, str)]
        name = str(following[0].tag) if following else ""
        return (
            bool(named(self.state, name)) and not named(wrapper.rest, name) and not named(self.wrapper or EMPTY, name)
        )

    def child(self, child: etree._Element) -> None:
        before = self.state
        found, self.state = self.step(child)
        self.found.extend(found)
        if self.passed and self.passed[-1][0] is before:
            self.passed.pop()  # only the last child taken in a state says where that state ended
        self.passed.append((before, child))

    def step(self, child: etree._Element) -> Step:
        """Take a child in the way that costs the fewest mistakes; if something is missing before it, in that way."""
        direct = self.taken(child, self.state)
        if direct and not direct[0]:
            self.wrapper = None
            return direct
        bridge = repair.bridge(self.state, str(child.tag))
        crossed = self.crossed(child, bridge) if bridge else None
        if crossed and (not direct or len(crossed[0]) <= len(direct[0])):
            # What is too early leaves its place open, and is not missed there.
            self.ahead.update({str(child.tag)} if crossed[1] is self.state else ())
            return crossed
        return direct or self.mended(child)

    def taken(self, child: etree._Element, state: Pattern) -> Step | None:
        fits = named(state, str(child.tag))
        return self.explainer.take(child, fits) if fits else None

    def crossed(self, child: etree._Element, bridge: repair.Bridge) -> Step:
        """Take a child before which something is missing; if that stands further on, the child is only too early."""
        found, rest = self.explainer.take(child, bridge.fits)
        missing = [each for each in bridge.missing if each.declaration.name not in self.ahead]
        later = {str(sibling.tag) for sibling in child.itersiblings()}
        late = [each for each in missing if each.declaration.name in later]
        if not late:
            return (*(self.missing((each,)) for each in missing), *found), rest
        return (self.early(child, late[-1]), *found), self.state

    def early(self, child: etree._Element, late: Element) -> Finding:
        name, other = sentences.tag(child), sentences.element_name(late.declaration.name)
        same = sentences.too_early(name, late.advice.remedy)
        told = same if name == other else sentences.out_of_order(name, "after", other)
        return self.explainer.blame(child, late.advice.code or self.advice.code, told)

    def mended(self, child: etree._Element) -> Step:
        """Blame a child that fits nowhere here, and go on."""
        name = str(child.tag)
        if self.wrapper and named(self.wrapper, name):
            found, self.wrapper = self.explainer.take(child, named(self.wrapper, name))
            return found, self.state
        guess = renamed(self.explainer, self.state, child) or misnamed(self.explainer, self.state, child)
        return guess or self.wrapped(child) or self.unpaired(child) or self.moved(child) or self.stray(child)

    def wrapped(self, child: etree._Element) -> Step | None:
        wrapper = None if self.advice.holds else repair.wrapper_of(self.state, str(child.tag))
        if not wrapper:
            return None
        self.wrapper = wrapper.content
        rest = self.state if self.goes_on(self.element.index(child) + 1, wrapper) else wrapper.rest
        told = sentences.unwrapped(sentences.tag(child), self.name, wrapper.name)
        return (self.explainer.blame(child, self.advice.code, told), *self.explainer.loosely(child)), rest

    def unpaired(self, child: etree._Element) -> Step | None:
        """Take a child that lacks what its like have before them, as an item may lack its label."""
        name = str(child.tag)
        partner = repair.partner(self.state, name) if any(each.tag == name for _, each in self.passed) else None
        if not partner:
            return None
        found, rest = self.explainer.take(child, named(partner[1], name))
        return (self.without(child, partner[0].declaration.name), *found), rest

    def without(self, child: etree._Element, partner: str) -> Finding:
        told = sentences.unpaired(sentences.tag(child), sentences.element_name(partner))
        return self.explainer.blame(child, self.advice.code, told)

    def moved(self, child: etree._Element) -> Step | None:
        """Take a child that would have been right earlier; or as the first that has what its like before it lack."""
        for before, sibling in reversed(self.passed):
            taken = self.taken(child, before)
            if taken and repair.alternates(taken[1], str(sibling.tag), str(child.tag)):
                return (self.without(sibling, str(child.tag)), *taken[0]), taken[1]
            if taken:
                name, other = sentences.tag(child), sentences.tag(sibling)
                order = sentences.out_of_order(name, "before", other)
                told = sentences.repeated(name, self.name) if name == other else order
                return (self.explainer.blame(child, self.advice.code, told), *taken[0]), self.state
        return None

    def stray(self, child: etree._Element) -> Step:
        self.misfit = len(self.found), self.state
        if not self.explainer.knows(child):
            known = map(sentences.element_name, self.explainer.grammar.contents)
            name = sentences.tag(child)
            guess = habits.meant(name) or ("" if habits.hint(name) else likely(name, known))
            return (self.explainer.unknown(child, guess), *self.explainer.inner(child)), self.state
        parents = map(sentences.element_name, self.explainer.grammar.parents.get(str(child.tag), ()))
        others = tuple(parent for parent in parents if parent != self.name)
        message, remedy = sentences.misplaced(sentences.tag(child), self.name, "", others)
        if habits.is_apart(sentences.tag(child)):
            around = self.element.getparent()
            remedy = sentences.beside(self.name, others, "" if around is None else sentences.tag(around))
        if named(self.start, str(child.tag)):
            message, remedy = sentences.out_of_order(sentences.tag(child), "at the beginning of", self.name)
        if not self.advice.holds:
            blamed = self.explainer.blame(child, self.advice.code, (message, remedy))
            return (blamed, *self.explainer.strangers(child)), self.state
        # What should hold one thing and holds a whole text is one mistake, not one for each element of the text.
        first = self.explainer.blame(child, self.advice.code, (message, self.advice.holds))
        return (() if self.closed else (first,)), self.state

    @property
    def closed(self) -> bool:
        """Whether this holds what it may not, where it may hold but one thing."""
        return bool(self.advice.holds and self.found)

    def finish(self) -> None:
        """Blame what is still missing; of an element that holds nothing, only the first."""
        while (wanted := needs(self.state)) and not self.closed:
            if self.is_instead(wanted):
                return
            given = next((each for each in wanted if each.declaration.name in self.ahead), None)
            if not given:
                self.found.append(self.missing(wanted))
            self.state = next(rest for each, rest in openings(self.state) if each is (given or wanted[0]))
            if not self.passed or nullable(self.state):
                return

    def is_instead(self, wanted: tuple[Element, ...]) -> bool:
        """Say of the last thing that fits nowhere what it stands instead of, if nothing else came after it."""
        number, state = self.misfit
        if state is not self.state or number >= len(self.found):
            return False
        names = dict.fromkeys(sentences.element_name(each.declaration.name) for each in wanted)
        blamed = self.found[number]
        self.found[number] = replace(
            blamed, remedy=f"{blamed.remedy} {self.name} needs {sentences.listed(names)} here."
        )
        return True

    def missing(self, wanted: tuple[Element, ...]) -> Finding:
        advice = reduce(Advice.over, (each.advice for each in wanted))
        code = wanted[0].advice.code or self.advice.code
        names = [sentences.element_name(each.declaration.name) for each in wanted]
        message, remedy = sentences.missing_child(self.name, names)
        found = self.explainer.blame(self.element, code, (message, advice.remedy or remedy))
        return replace(found, about=f"{self.name}/{names[0]}")
