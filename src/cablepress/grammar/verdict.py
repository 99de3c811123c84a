"""A document → the findings of the grammar in schema/cable.rng.

libxml2 gives the verdict, in a fraction of a millisecond. Only a document that it rejects is explained, by a matcher
that takes longer and knows more. If that one finds nothing, libxml2's own words are reported: a rejection is never
swallowed.
"""

from functools import cache

from lxml import etree

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar.explain import explain
from cablepress.grammar.rng import Grammar, merge, read
from cablepress.grammar.starttag import STRAY
from cablepress.resources import folder


def check(document: Document) -> tuple[Finding, ...]:
    """Find what the grammar forbids, sorted by place."""
    if accepts(document):
        return ()
    return explain(document, grammar()) or _verdict(document)


def accepts(document: Document) -> bool:
    """Whether libxml2 finds a document right."""
    return _validator().validate(document.root)


@cache
def grammar() -> Grammar:
    """Return our grammar as patterns, read once per process."""
    return read(_merged())


@cache
def _validator() -> etree.RelaxNG:
    return etree.RelaxNG(_merged())


@cache
def _merged() -> etree._Element:
    """Return our grammar as one tree, read once per process."""
    return merge(folder("schema") / "cable.rng")


def _verdict(document: Document) -> tuple[Finding, ...]:
    """Report what libxml2 says, one finding a line: of several messages about a line, the first is the cause."""
    first = {entry.line: entry.message for entry in reversed(list(_validator().error_log))}
    return tuple(
        Finding(document.name, line, 1 if line else 0, STRAY, f"The grammar rejects this: {message}.")
        for line, message in sorted(first.items())
    )
