"""A child whose name does not fit, and the pattern of what may come next → the element that it was meant to be."""

from typing import TYPE_CHECKING

from lxml import etree

from cablepress.finding import Finding
from cablepress.grammar import habits, repair, sentences
from cablepress.grammar.derivative import named, openings
from cablepress.grammar.pattern import Pattern
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
    guess = meant if meant in here else "" if known else sentences.likely(local, here)
    if not guess:
        return None
    fits = named(state, here[guess])
    found, rest = explainer.take(child, fits)
    # A habit brings attributes of its own, about which the guess can say nothing.
    inner = explainer.inside(child, fits[0]) if guess == meant else found
    told = explainer.blame(child, STRAY, _wrong_name(explainer, child, guess), guess)
    return (*(() if repair.inherits_namespace(child) else (told,)), *inner), rest


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
