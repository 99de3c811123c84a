"""The facts of all documents of an edition → what their pointers can lead to, found once for all of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import islice

from lxml import etree

from cablepress.document import XML_ID, Document
from cablepress.facts import FILE, KEY, Facts, pointing
from cablepress.finding import Finding, Related, Severity

AUTHORITY = "authority"

Reread = Callable[[str], Document]  # the stem of a file → its document, for a finding to have its place


@dataclass(frozen=True, slots=True)
class Pointer:
    """One token of a pointing attribute, and where it stands."""

    element: etree._Element
    attribute: str
    token: str

    @property
    def file(self) -> tuple[str, str] | None:
        """The stem and the fragment of `stem.xml#fragment`, a file in the edition's own folder."""
        match = FILE.fullmatch(self.token)
        return (match[1], match[2] or "") if match else None

    @property
    def key(self) -> tuple[str, str] | None:
        """The prefix and the rest of `person:gore`, which is a record of the authority file."""
        match = KEY.fullmatch(self.token)
        return (match[1], match[2]) if match else None


@dataclass(frozen=True, slots=True)
class Index:
    """Everything in an edition that can be pointed at, and the way to read a file again that breaks a rule."""

    facts: dict[str, Facts]
    stems: frozenset[str]
    records: frozenset[str]  # the ids of the authority file's records, such as person-gore
    reread: Reread

    @property
    def has_authority(self) -> bool:
        """Whether there is an authority file for keys to lead to."""
        return AUTHORITY in self.facts

    @property
    def cables(self) -> tuple[Facts, ...]:
        """The facts of the telegrams, in the order of the files."""
        return tuple(one for one in self.facts.values() if one.is_cable)

    def ids(self, stem: str) -> frozenset[str] | None:
        """Return the xml:ids of a file; None if it could not be read."""
        return frozenset(self.facts[stem].ids.split()) if stem in self.facts else None

    def finding(  # noqa: PLR0913 - a finding has this many parts
        self,
        stem: str,
        path: str,
        code: str,
        message: str,
        *,
        attribute: str | None = None,
        severity: Severity = Severity.ERROR,
        remedy: str = "",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Make a finding about an element of a file, which is read again for its place."""
        document, element = self._at(stem, path)
        return document.finding(
            code, message, element, attribute=attribute, severity=severity, remedy=remedy, related=related
        )

    def related(self, stem: str, path: str, message: str, attribute: str | None = None) -> Related:
        """Make a place that a finding refers to: an element of a file, which is read again."""
        document, element = self._at(stem, path)
        return document.related(element, attribute, message)

    def named(self, stem: str, identifier: str, message: str) -> tuple[Related, ...]:
        """Make the place of the first element with an xml:id in a file; none, if there is no such element."""
        document = self.reread(stem)
        found = (each for each in identified(document) if each.get(XML_ID) == identifier)
        return tuple(document.related(each, XML_ID, message) for each in islice(found, 1))

    def _at(self, stem: str, path: str) -> tuple[Document, etree._Element]:
        document = self.reread(stem)
        found = document.root.getroottree().xpath(path)
        (element,) = found if isinstance(found, list) else (document.root,)
        return document, element


def index(known: Iterable[Facts], reread: Reread, unread: frozenset[str] = frozenset()) -> Index:
    """Gather the facts of all files by stem; of files that could not be read, only the stems are known."""
    facts = {one.stem: one for one in known}
    records = frozenset(facts[AUTHORITY].ids.split()) if AUTHORITY in facts else frozenset[str]()
    return Index(facts, frozenset(facts) | unread, records, reread)


def identified(document: Document) -> tuple[etree._Element, ...]:
    """List the elements of a document that have an xml:id, in document order."""
    return tuple(element for element in document.elements if element.get(XML_ID) is not None)


def pointers(document: Document) -> tuple[Pointer, ...]:
    """List everything that a document points with, in document order, one for each token."""
    values = pointing(document)
    return tuple(Pointer(value.getparent(), value.attrname, token) for value in values for token in value.split())


@cache
def did_you_mean(wrong: str, names: frozenset[str]) -> str | None:
    """Choose the name that is nearest to a wrong one, if one is near."""
    # Kept, since the same slip is often made many times, and a large edition has many names to compare with
    return next(iter(get_close_matches(wrong, sorted(names), n=1, cutoff=0.7)), None)
