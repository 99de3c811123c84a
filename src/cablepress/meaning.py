"""Findings, and the text they are about → what the grammar says of the element or attribute concerned."""

import re
from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import groupby

from cablepress.finding import Finding
from cablepress.grammar.derivative import Opening, after_attribute, attributes, children, openings
from cablepress.grammar.guide import clark
from cablepress.grammar.pattern import NOT_ALLOWED, Declaration, Pattern
from cablepress.grammar.verdict import grammar
from cablepress.subject import ATTRIBUTE, Subject, subjects

Given = list[tuple[str, str]]  # the attributes of a start tag, by their Clark names

_SENTENCE = re.compile(r"(?<=[.!?])\s")
_UNREAD = "W"  # of a file that could not be parsed, nothing is known but what is wrong


def meanings(findings: Iterable[Finding], sources: Mapping[str, bytes]) -> Mapping[Finding, str]:
    """Say of each finding in a TEI file what is concerned and what that means, in one sentence."""
    told = {}
    for name, found in groupby(findings, key=lambda finding: finding.path):
        text = sources.get(name, b"").decode("utf-8-sig", "replace") if name.endswith(".xml") else ""
        known = (each for each in found if not each.code.startswith(_UNREAD))
        for finding, subject in subjects(text, known):
            if meaning := _meaning(finding, subject):
                told[finding] = meaning
    return told


def _meaning(finding: Finding, subject: Subject) -> str:
    """Say what is concerned: an attribute that is missing, a child that is, what was meant, else what stands there."""
    about, _, missing = finding.about.partition("/")
    wanted = missing[1:] if missing.startswith("@") else subject.attribute
    path, tag = subject.path, subject.tag
    if missing and not missing.startswith("@"):
        path, tag = (*path, missing), ""
    elif about and not missing:
        path = (*path[:-1], about)
    given = [(clark(pair[1]), pair[2] or pair[3] or "") for pair in ATTRIBUTE.finditer(tag)]
    meant = _declaration(path, given)
    return _sentence(path[-1], meant, wanted, given) if meant else ""


def _sentence(name: str, declaration: Declaration, attribute: str, given: Given) -> str:
    wanted = clark(attribute) if attribute else ""
    others = [pair for pair in given if pair[0] != wanted]
    for pattern in (reduce(_after, others, declaration.content), declaration.content):
        if said := _shared([each.meaning for each in attributes(pattern) if each.name == wanted]):
            return f"{name}/@{attribute}: {said}"
    return f"{name}: {_SENTENCE.split(declaration.meaning)[0]}" if declaration.meaning else ""


def _shared(meanings: list[str]) -> str:
    """Say what an attribute means whatever its value: the first sentence, or what all of several begin with."""
    sentences = [_SENTENCE.split(each)[0] for each in meanings]
    if len(set(sentences)) < 2:  # noqa: PLR2004 - all are one
        return "".join(sentences[:1])
    said = {each.partition(":")[0] for each in sentences}
    return f"{said.pop()}." if len(said) == 1 else ""


def _after(pattern: Pattern, attribute: tuple[str, str]) -> Pattern:
    """Keep what an element can still mean once an attribute is read; one that is wrong tells nothing."""
    after = after_attribute(pattern, *attribute)
    return pattern if after is NOT_ALLOWED else after


def _declaration(path: tuple[str, ...], given: Given) -> Declaration | None:
    """Find how the grammar declares an element at this place; else, how it does anywhere."""
    here: tuple[Declaration, ...] = tuple(each.declaration for each, _ in _roots())
    for name in path[:-1]:
        here = tuple(child for each in here if _is(each, name) for child in children(each.content))
    fits = [each for each in here if path and _is(each, path[-1])]
    fits = fits or [each for each in grammar().declarations if path and _is(each, path[-1])]
    return max(fits, key=lambda each: _likeness(each, given), default=None)


def _roots() -> tuple[Opening, ...]:
    return openings(grammar().start)


def _is(declaration: Declaration, name: str) -> bool:
    return declaration.name.rpartition("}")[2] == name.rpartition(":")[2]


def _likeness(declaration: Declaration, given: Given) -> int:
    """Count the attributes with which an element can be what is declared."""
    return sum(after_attribute(declaration.content, name, value) is not NOT_ALLOWED for name, value in given)
