"""The folder of an edition → what an import asks of it: its titles, its people, its telegrams, its furniture."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from cablepress.document import TEI, XML_ID
from cablepress.door import read_regular
from cablepress.source import Source
from cablepress.threshold import refused


@dataclass(frozen=True, slots=True)
class Person:
    """A person or group of the authority file: its key, its names, its offices with their limits."""

    key: str
    names: tuple[str, ...]
    surname: str
    offices: tuple[tuple[str, str, str], ...]  # words, from, to
    is_draft: bool = False  # made by an import, and confirmed by nobody


@dataclass(frozen=True, slots=True)
class Held:
    """A telegram of the edition: its stem, its number, title, printed date, abstract, and the files it links."""

    stem: str
    number: str
    title: str
    date: str
    abstract: tuple[str, ...]
    links: tuple[tuple[str, str], ...]  # kind and file


@dataclass(frozen=True)
class Holdings:
    """What the edition has already."""

    titles: tuple[tuple[str, str], ...] = ()  # type and words
    releaser: str = ""
    editor: str = ""
    furniture: frozenset[str] = frozenset()
    people: tuple[Person, ...] = ()
    names: tuple[tuple[str, str], ...] = ()  # of organisations, places and markings in small letters, and their keys
    telegrams: tuple[Held, ...] = ()
    has_authority: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all people."""
        return frozenset(one.key for one in self.people)

    @cached_property
    def by_name(self) -> dict[str, tuple[Person, ...]]:
        """People by their surname and by each of their names, in small letters."""
        found: dict[str, list[Person]] = {}
        for one in self.people:
            for each in sorted({one.surname.casefold(), *(name.casefold() for name in one.names)} - {""}):
                found.setdefault(each, []).append(one)
        return {name: tuple(some) for name, some in found.items()}

    @cached_property
    def _named(self) -> dict[str, str]:
        return dict(self.names)

    def key(self, kind: str, name: str) -> str:
        """Return the key of an organisation, a place or a marking by its name, or the key that is its name."""
        return self._named.get(f"{kind} {name.casefold().strip()}", "")


def holdings(folder: Path) -> Holdings:
    """Read what there is of an edition; a file that is no TEI, or is not there, is passed over: validation names it."""
    about, authority = _root(folder / "edition.xml"), _root(folder / "authority.xml")
    return Holdings(
        titles=_titles(about),
        releaser=_said(about, "publicationStmt/authority") or _said(about, "publicationStmt/publisher"),
        editor=_said(about, "respStmt/orgName") or _said(about, "respStmt/persName") or _said(about, "respStmt/name"),
        furniture=frozenset() if about is None else frozenset(_words(item) for item in about.iter(f"{TEI}item")),
        people=() if authority is None else tuple(_people(authority)),
        names=() if authority is None else tuple(_names(authority)),
        telegrams=tuple(_telegrams(folder)),
        has_authority=(folder / "authority.xml").exists(),
    )


def _telegrams(folder: Path) -> Iterator[Held]:
    """Read the telegrams one after the other: all of them together may be more than the memory holds."""
    for path in sorted(folder.glob("*.xml")):
        root = _root(path)
        if root is not None and root.get("type") in {"cable", "stub", "withheld"}:
            yield _held(path.stem, root)


def _root(path: Path) -> etree._Element | None:
    """Parse a file, unless it is larger than any that an edition holds."""
    data = read_regular(path) if path.is_file() else None
    if data is None or refused(Source(path.as_posix(), path.stem, data)):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _said(root: etree._Element | None, path: str) -> str:
    """Return the words of the first element that a path of names leads to, from anywhere."""
    return "" if root is None else _words(root.find(".//" + "/".join(f"{TEI}{step}" for step in path.split("/"))))


def _titles(about: etree._Element | None) -> tuple[tuple[str, str], ...]:
    if about is None:
        return ()
    found = about.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    return tuple((title.get("type", "main"), _words(title)) for title in found)


def _people(authority: etree._Element) -> Iterable[Person]:
    for one in authority.iter(f"{TEI}person", f"{TEI}personGrp"):
        names = tuple(_words(name) for name in one.iterfind(f"{TEI}persName"))
        surname = _words(one.find(f"{TEI}persName/{TEI}surname"))
        offices = tuple(
            (_words(each), each.get("from", ""), each.get("to", "")) for each in one.iterfind(f"{TEI}occupation")
        )
        yield Person(_key(one), names, surname, offices, one.get("cert") == "low")


def _key(one: etree._Element) -> str:
    return one.get(XML_ID, "").replace("-", ":", 1)


def _names(authority: etree._Element) -> Iterable[tuple[str, str]]:
    for tag, name in (("org", "orgName"), ("place", "placeName"), ("category", "catDesc")):
        for one in authority.iter(f"{TEI}{tag}"):
            identifier = one.get(XML_ID, "")
            kind, _, rest = identifier.partition("-")
            if one.find(f"{TEI}category") is None:
                yield from (
                    (f"{kind} {_words(each).casefold()}", f"{kind}:{rest}") for each in one.iterfind(f"{TEI}{name}")
                )
                yield f"{kind} {rest.replace('-', ' ')}", f"{kind}:{rest}"


def _held(stem: str, root: etree._Element) -> Held:
    header = root.find(f"{TEI}teiHeader")
    if header is None:
        return Held(stem, "", "", "", (), ())
    number = _words(header.find(f".//{TEI}altIdentifier[@type='telegram']/{TEI}idno"))
    title = _words(header.find(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title"))
    date = _words(header.find(f"{TEI}profileDesc/{TEI}creation/{TEI}date"))
    abstract = tuple(_words(each) for each in header.iterfind(f"{TEI}profileDesc/{TEI}abstract/{TEI}p"))
    links = tuple((ref.get("type", ""), ref.get("target", "")) for ref in header.iter(f"{TEI}ref"))
    found = re.search(r"\b(?:cable|telegram|wire) no\. ?(\d+)", title, re.IGNORECASE)
    return Held(stem, number or (found[1] if found else ""), title, date, abstract, links)
