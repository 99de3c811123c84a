"""A child whose name does not fit, and the pattern of what may come next → the element that it was meant to be."""

from typing import TYPE_CHECKING

from lxml import etree

from cablepress.finding import Finding
from cablepress.grammar import habits, repair, sentences
from cablepress.grammar.derivative import Opening, holds_words, named, openings
from cablepress.grammar.pattern import Pattern
from cablepress.grammar.spelling import candidates
from cablepress.grammar.starttag import STRAY

if TYPE_CHECKING:  # elements explain their content, and content its elements
    from cablepress.grammar.explain import Explainer

Step = tuple[tuple[Finding, ...], Pattern]
"""The mistakes of a child, and what may follow it."""


def renamed(explainer: "Explainer", state: Pattern, child: etree._Element) -> Step | None:
    """Take a child for what its name probably means, if that may stand here."""
    written, known = sentences.tag(child), explainer.knows(child)
    local = written.partition(" ")[0]
    meant = habits.meant(local)
    names = (each.declaration.name for each, _ in openings(state))
    here = {sentences.element_name(name): name for name in names}
    near = () if known or habits.hint(local) else candidates(local, here)
    guesses = (meant,) if meant in here else near
    if not guesses:
        return None
    ways = {guess: explainer.take(child, named(state, here[guess])) for guess in guesses}
    guess = min(ways, key=lambda each: len(ways[each][0]))
    fits = named(state, here[guess])
    found, rest = ways[guess]
    # A habit brings attributes of its own, about which the guess can say nothing.
    inner = _inside(explainer, child, fits[0]) if guess == meant else found
    told = explainer.blame(child, STRAY, _wrong_name(explainer, child, guess), guess)
    return (*(() if repair.inherits_namespace(child) else (told,)), *inner), rest


def _inside(explainer: "Explainer", child: etree._Element, opening: Opening) -> tuple[Finding, ...]:
    """Find mistakes in what an element holds; if the one that is meant holds no words, not of how it holds them."""
    if holds_words(opening[0].declaration.content):
        return explainer.inside(child, opening)
    return explainer.strangers(child)


def misnamed(explainer: "Explainer", state: Pattern, child: etree._Element) -> Step | None:
    """Take a child that is right under no name of its own for the one element here that it would be right as."""
    if not repair.is_telling(state) or (explainer.knows(child) and not explainer.loosely(child)):
        return None
    right = {each: rest for each, rest in openings(state) if not explainer.take(child, ((each, rest),))[0]}
    if len({each.declaration.name for each in right}) != 1:
        return None
    each, rest = next(iter(right.items()))
    guess = sentences.element_name(each.declaration.name)
    return (explainer.blame(child, each.advice.code, _wrong_name(explainer, child, guess), guess),), rest


def _wrong_name(explainer: "Explainer", child: etree._Element, guess: str) -> sentences.Sentences:
    name, parent = sentences.tag(child), child.getparent()
    if explainer.knows(child) and parent is not None:
        return sentences.misplaced(name, sentences.tag(parent), guess, ())
    return sentences.unknown_element(name, guess, habits.hint(name))
