"""A document, or all documents of an edition → their findings."""

from collections.abc import Iterable

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar import verdict
from cablepress.rules import pointers, schematron, series


def within(document: Document) -> tuple[Finding, ...]:
    """Find what one document alone shows: the grammar's mistakes and those of the rules within a document."""
    return (*verdict.check(document), *schematron.check(document))


def across(documents: Iterable[Document], unread: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Find what only all documents together show: identifiers, pointers, links, the series.

    `unread` names the files (by their stems) that are there but could not be parsed: nothing is said of them twice.
    """
    gathered = tuple(documents)
    return (*pointers.check(gathered, unread), *series.check(gathered, is_complete=not unread))
