"""A document that the grammar rejects, and the grammar → a finding for each mistake in it.

Each element is matched on its own: first its attributes, then its children by name. Where an element could be meant
in several ways, the way with the fewest mistakes is taken. What was found about an element in one way is kept, so
that trying ways costs no more than the ways there are.
"""

from dataclasses import dataclass, field, replace

from lxml import etree

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar import habits, sentences, starttag
from cablepress.grammar.content import read_content
from cablepress.grammar.derivative import Opening, closings, openings
from cablepress.grammar.pattern import Advice, Pattern, any_of
from cablepress.grammar.rng import Grammar


def explain(document: Document, grammar: Grammar) -> tuple[Finding, ...]:
    """Find the mistakes of a document."""
    explainer = Explainer(document, grammar)
    found, _ = explainer.take(document.root, openings(grammar.start))
    return tuple(sorted(set(found)))


@dataclass(frozen=True)
class Explainer:
    """What is needed to explain the elements of one document, and what was explained so far."""

    document: Document
    grammar: Grammar
    known: dict[tuple[etree._Element, Pattern], tuple[Finding, ...]] = field(default_factory=dict)

    def take(self, element: etree._Element, fits: tuple[Opening, ...]) -> tuple[tuple[Finding, ...], Pattern]:
        """Match an element with what may stand here under its name; return its mistakes and what may follow."""
        meant = self.likeliest(element, fits)
        content = any_of(each.declaration.content for each, _ in meant)
        found = self.element(element, content, meant[0][0].declaration.advice)
        return found, any_of(rest for _, rest in meant)

    def likeliest(self, element: etree._Element, fits: tuple[Opening, ...]) -> tuple[Opening, ...]:
        """Keep the openings that an element's attributes speak for."""
        if len(fits) == 1:
            return fits
        least = [min(len(found) for found, _ in self.ways(element, each.declaration.content)) for each, _ in fits]
        return tuple(each for each, mistakes in zip(fits, least, strict=True) if mistakes == min(least))

    def ways(self, element: etree._Element, pattern: Pattern) -> tuple[starttag.Way, ...]:
        """Return the ways to understand a start tag."""
        return starttag.ways(self.document, element, pattern)

    def element(self, element: etree._Element, pattern: Pattern, advice: Advice) -> tuple[Finding, ...]:
        """Find the mistakes of an element and of everything in it."""
        key = (element, pattern)
        if key not in self.known:
            self.known[key] = self.best(element, self.ways(element, pattern), advice)
        return self.known[key]

    def best(self, element: etree._Element, ways: tuple[starttag.Way, ...], advice: Advice) -> tuple[Finding, ...]:
        """Choose the first way with the fewest mistakes; one that has more in its start tag alone is not followed."""
        best: tuple[int, int, tuple[Finding, ...]] | None = None
        for number, (found, rest) in sorted(enumerate(ways), key=lambda way: len(way[1][0])):
            if best is None or (len(found), number) < best[:2]:
                tried = (*found, *read_content(self, element, rest, advice))
                best = min(best or (len(tried), number, tried), (len(tried), number, tried), key=lambda each: each[:2])
        return best[2] if best else ()

    def loosely(self, element: etree._Element) -> tuple[Finding, ...]:
        """Find mistakes in an element that is itself out of place: those it would have anywhere."""
        content = self.grammar.contents.get(str(element.tag))
        return self.strangers(element) if content is None else self.element(element, content, Advice())

    def strangers(self, element: etree._Element) -> tuple[Finding, ...]:
        """Find mistakes in the children of an element that says nothing about them; their place is none of them."""
        return tuple(finding for child in element.iterchildren("{*}*") for finding in self.stranger(child))

    def inner(self, element: etree._Element) -> tuple[Finding, ...]:
        """Find mistakes in an element that is none of ours; what is as foreign in it goes with it."""
        children = tuple(element.iterchildren("{*}*"))
        own = (self.loosely(child) if self.knows(child) else self.inner(child) for child in children)
        return tuple(finding for found in own for finding in found)

    def stranger(self, element: etree._Element) -> tuple[Finding, ...]:
        """Find mistakes in an element of which nothing is known about where it stands."""
        found = self.loosely(element)
        if str(element.tag) in self.grammar.contents:
            return found
        return (self.unknown(element, ""), *found)

    def inside(self, element: etree._Element, opening: Opening) -> tuple[Finding, ...]:
        """Find mistakes in what an element holds, leaving its attributes aside."""
        declaration = opening[0].declaration
        contents = (read_content(self, element, rest, declaration.advice) for _, rest in closings(declaration.content))
        return min(contents, key=len)

    def unknown(self, element: etree._Element, guess: str) -> Finding:
        """Tell that an element is none of the edition's."""
        name = sentences.tag(element)
        return self.blame(element, "", sentences.unknown_element(name, guess, habits.hint(name)), guess)

    def blame(self, element: etree._Element, code: str, told: sentences.Sentences, about: str = "") -> Finding:
        """Make a finding about an element, under the code of what the model does not know if there is no other."""
        message, remedy = told
        found = self.document.finding(code or starttag.STRAY, message, element, remedy=remedy)
        return replace(found, about=about)

    def knows(self, element: etree._Element) -> bool:
        """Whether the edition has an element of this name."""
        return str(element.tag) in self.grammar.contents
