"""All documents of an edition → what their pointers can lead to, found once for all of them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from lxml import etree

from cablepress.document import XML_ID, Document

AUTHORITY = "authority"

# The attributes of the model whose values are pointers
_POINTING = (
    *("ana", "corresp", "facs", "hand", "ref", "resp", "sameAs", "scheme", "source"),
    *("target", "toWhom", "who", "wit"),
)
_ids = etree.XPath("//@xml:id")
_pointing = etree.XPath(" | ".join(f"//@{name}" for name in _POINTING))
_FILE = re.compile(r"(?:\./)?([^:/?#]+)\.xml(?:#(.*))?")
_KEY = re.compile(r"(person|org|place|mark):([a-z][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One token of a pointing attribute, and where it stands."""

    element: etree._Element
    attribute: str
    token: str

    @property
    def file(self) -> tuple[str, str] | None:
        """The stem and the fragment of `stem.xml#fragment`, a file in the edition's own folder."""
        match = _FILE.fullmatch(self.token)
        return (match[1], match[2] or "") if match else None

    @property
    def key(self) -> tuple[str, str] | None:
        """The prefix and the rest of `person:gore`, which is a record of the authority file."""
        match = _KEY.fullmatch(self.token)
        return (match[1], match[2]) if match else None


@dataclass(frozen=True, slots=True)
class Index:
    """Everything in an edition that can be pointed at: its files by stem, and the ids in each."""

    documents: dict[str, Document]
    ids: dict[str, frozenset[str]]
    stems: frozenset[str]

    @property
    def has_authority(self) -> bool:
        """Whether there is an authority file for keys to lead to."""
        return AUTHORITY in self.documents

    @property
    def records(self) -> frozenset[str]:
        """The ids of the authority file's records, such as `person-gore`."""
        return self.ids.get(AUTHORITY, frozenset())


def index(documents: tuple[Document, ...], unread: frozenset[str] = frozenset()) -> Index:
    """Go through all documents once and note their ids; of files that could not be read, only the stems are known."""
    by_stem = {document.stem: document for document in documents}
    ids = {stem: frozenset(each.get(XML_ID, "") for each in identified(one)) for stem, one in by_stem.items()}
    return Index(by_stem, ids, frozenset(by_stem) | unread)


def identified(document: Document) -> tuple[etree._Element, ...]:
    """List the elements of a document that have an xml:id, in document order."""
    return tuple(value.getparent() for value in _ids(document.root))


def pointers(document: Document) -> tuple[Pointer, ...]:
    """List everything that a document points with, in document order, one for each token."""
    values = _pointing(document.root)
    return tuple(Pointer(value.getparent(), value.attrname, token) for value in values for token in value.split())


@cache
def did_you_mean(wrong: str, names: frozenset[str]) -> str | None:
    """Choose the name that is nearest to a wrong one, if one is near."""
    # Kept, since the same slip is often made many times, and a large edition has many names to compare with
    return next(iter(get_close_matches(wrong, sorted(names), n=1, cutoff=0.7)), None)
