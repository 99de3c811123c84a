"""A document, or the facts of all documents of an edition → their findings."""

from collections.abc import Iterable

from cablepress import watch
from cablepress.document import Document
from cablepress.facts import Facts
from cablepress.finding import Finding
from cablepress.grammar import verdict
from cablepress.mend.suggest import understood
from cablepress.parse import beyond_limits
from cablepress.recover.recover import LONGEST, is_mended, recover
from cablepress.rules import pointers, schematron, series
from cablepress.rules.index import Reread, index
from cablepress.source import Source


def within(document: Document) -> tuple[Finding, ...]:
    """Find what one document alone shows: the grammar's mistakes and those of the rules within a document."""
    with watch.stage("grammar"):
        against_grammar = verdict.check(document)
    with watch.stage("rules"):
        return (*against_grammar, *schematron.check(understood(document, against_grammar)))


def beyond(source: Source) -> tuple[Finding, ...]:
    """Find what is wrong with a file that is no XML, apart from that, as far as it can be read."""
    if len(source.data) > LONGEST or not source.data.strip():
        return ()
    recovered = recover(source)
    if recovered.document is None or beyond_limits(recovered.document):
        return ()
    told = {(each.line, each.column) for each in recovered.slips}
    own = (each for each in within(recovered.document) if (each.line, each.column) not in told)
    return tuple(each for each in own if not is_mended(each, recovered))


def across(known: Iterable[Facts], reread: Reread, unread: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Find what only all documents together show: identifiers, pointers, links, the series.

    `unread` names the files (by their stems) that are there but could not be parsed: nothing is said of them twice.
    A file that breaks a rule is read again, by its stem, for the place.
    """
    parsed = tuple(known)
    pointing = pointers.check(index(parsed, reread, unread))
    return (*pointing, *series.check(index(parsed, reread), is_complete=not unread))
