"""An edition, and what lies in the output folder → the files of its search index, kept where nothing has changed.

The files of an index belong together: places are told by number, and one more paragraph moves all that follow.
"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256

from lxml import etree

from cablepress.edition import Edition
from cablepress.memory import Printed
from cablepress.publication import Kept, Made
from cablepress.search.index import FOLDER, files
from cablepress.search.passages import filed


def index(
    edition: Edition, tools: str, printed: Mapping[str, Printed], keys: dict[str, str], named: Callable[[bytes], bytes]
) -> Iterator[Made | Kept]:
    """Give every file of the index, and note in `keys` what it was made from, and how many there are.

    `named` makes of a document of the edition the list of its people, as xslt/people.xsl has it.
    """
    known = edition.excerpt((), (), (key for key in edition.known if key.startswith("person:")))
    source = _source(edition, tools, known)
    kept = tuple(_kept(source, printed))
    made = () if kept else tuple(_made(edition, named(known)))
    names = [file.name for file in kept] or [name for name, _ in made]
    keys.update(dict.fromkeys(names, f"{source} {len(names)}"))
    yield from kept
    yield from (Made(name, data) for name, data in made)


def _made(edition: Edition, people: bytes) -> Iterator[tuple[str, bytes]]:
    names = {person.get("key", ""): person.text or "" for person in etree.fromstring(people)}
    return files([filed(card.full, card.leaf.xml) for card in edition.cards], names)


def _source(edition: Edition, tools: str, known: bytes) -> str:
    found = sha256(tools.encode())
    found.update(known)
    for card in edition.cards:
        for part in (card.full.encode(), card.leaf.packed):
            found.update(len(part).to_bytes(8) + part)
    return found.hexdigest()


def _kept(source: str, printed: Mapping[str, Printed]) -> Iterator[Kept]:
    """Give the files that were made from just this, if all of them are there."""
    known = {name: each for name, each in printed.items() if name.startswith(FOLDER) and each.key.startswith(source)}
    if known and all(each.key == f"{source} {len(known)}" for each in known.values()):
        yield from (Kept(name, each.digest) for name, each in known.items())
