"""The name of an element → a mistake in it: one that some case has, else one made on purpose in a right example.

What is made is what editors do: they leave out an attribute that must be there, or record how the words looked.
"""

import re
from pathlib import PurePath

from cablepress import examples
from cablepress.examples import Mistake
from cablepress.finding import Finding
from cablepress.grammar import verdict
from cablepress.grammar.guide import guide
from cablepress.parse import parse
from cablepress.places import Places
from cablepress.source import Source

_LETTERING = ' rend="italic"'


def in_element(name: str) -> Mistake | None:
    """Return a mistake in an element of this name; None if none can be made."""
    return examples.wrong_element(name) or _made(name)


def _made(name: str) -> Mistake | None:
    shown = examples.right_elements()[name]
    required = {each.name for entry in guide(verdict.grammar())[name] for each in entry.attributes if each.is_required}
    tag = shown.text[shown.at.begin : shown.at.inner]
    lacking = (re.sub(rf'\s{re.escape(each)}="[^"]*"', "", tag, count=1) for each in sorted(required))
    lettered = f"{tag[: len(name) + 1]}{_LETTERING}{tag[len(name) + 1 :]}"
    tries = (f"{shown.text[: shown.at.begin]}{each}{shown.text[shown.at.inner :]}" for each in (*lacking, lettered))
    found = (_found(shown.path, each, shown.at.begin) for each in tries)
    return next((each for each in found if each), None)


def _found(path: str, text: str, begin: int) -> Mistake | None:
    """Return what the grammar has against the element that begins at a place."""
    document = parse(Source(path, PurePath(path).stem, text.encode()))
    if isinstance(document, tuple):
        return None
    place = Places(text).place(begin)
    here = (each for each in verdict.check(document) if _is_at(each, place.line, place.column, text, begin))
    return next((Mistake(each, text.encode()) for each in here), None)


def _is_at(finding: Finding, line: int, column: int, text: str, begin: int) -> bool:
    """Whether a finding is about the tag that begins here: about its element, or one of its attributes."""
    end = Places(text).place(text.index(">", begin))
    return (line, column) <= (finding.line, finding.column) <= (end.line, end.column)
