"""A document, and chance → the same document, spoilt here and there; most changes leave it valid, or nearly so."""

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from cablepress.document import TEI
from cablepress.grammar import verdict

NAMES = sorted(verdict.grammar().contents)
VALUES = ("", "x", "person:gore", "#ed", "1994-02-12", "cable", "en", "12", "redacted", "name")
WORDS = ("words", "", " ")
# What means harm where it is published
HARMFUL_VALUES = ("javascript:pwned()", 'https://a.example/"onclick=pwned()', "../../pwned", "=pwned()", "#in-g1")
HARMFUL_WORDS = (
    "<script>pwned()</script>",
    "]]> --> */",
    "\N{RIGHT-TO-LEFT OVERRIDE}pwned",
    "=pwned()",
    "[redacted]",
    "&amp;",
)

Change = Callable[[random.Random, etree._Element], None]  # noqa: SLF001 - lxml has no other name for it


class Given(random.Random):
    """Chance that is no chance: it is given as bytes, and falls short of nothing when they are used up."""

    def __init__(self, data: bytes) -> None:
        super().__init__(0)
        self._bits = int.from_bytes(data, "little")

    def getrandbits(self, k: int, /) -> int:
        taken = self._bits & ((1 << k) - 1)
        self._bits >>= k
        return taken

    def random(self) -> float:
        return self.getrandbits(8) / 256


def renamed(chance: random.Random, element: etree._Element) -> None:
    element.tag = chance.choice([*NAMES, f"{TEI}hi", f"{TEI}zebra", "p", "{http://www.w3.org/1999/xhtml}p"])


def removed(_chance: random.Random, element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def doubled(_chance: random.Random, element: etree._Element) -> None:
    if element.getparent() is not None:
        element.addnext(deepcopy(element))


def moved(chance: random.Random, element: etree._Element) -> None:
    others = [each for each in element.getroottree().getroot().iter("{*}*") if each not in element.iter()]
    if others and element.getparent() is not None:
        target = chance.choice(others)
        target.insert(chance.randint(0, len(target)), element)


def worded(chance: random.Random, element: etree._Element) -> None:
    if chance.random() < 0.5:
        element.text = chance.choice(("words", "", " ", f"{element.text} more"))
    elif element.getparent() is not None:
        element.tail = chance.choice(WORDS)


def attributed(chance: random.Random, element: etree._Element) -> None:
    names = [
        *element.attrib,
        "type",
        "n",
        "resp",
        "who",
        "ref",
        "zebra",
        "when",
        "{http://www.w3.org/XML/1998/namespace}id",
    ]
    name = chance.choice(names)
    if name in element.attrib and chance.random() < 0.5:
        del element.attrib[name]
    else:
        element.set(name, chance.choice(VALUES))


def unwrapped(_chance: random.Random, element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def poisoned(chance: random.Random, element: etree._Element) -> None:
    """Say something harmful, in the words or in an attribute that is there already."""
    if element.attrib and chance.random() < 0.3:
        element.set(chance.choice(list(element.attrib)), chance.choice(HARMFUL_VALUES))
    elif (element.text or "").strip():
        element.text = chance.choice((*HARMFUL_WORDS, f"{element.text} {chance.choice(HARMFUL_WORDS)}"))


CHANGES: tuple[Change, ...] = (renamed, removed, doubled, moved, worded, attributed, attributed, unwrapped)
HARMFUL: tuple[Change, ...] = (poisoned, poisoned, poisoned, doubled, removed, moved, worded)


def mutated(chance: random.Random, root: etree._Element, changes: tuple[Change, ...], count: int) -> bytes:
    """Change a copy of a document in so many places."""
    root = deepcopy(root)
    for _ in range(count):
        elements = list(root.iter("{*}*"))[1:]
        if elements:
            chance.choice(changes)(chance, chance.choice(elements))
    return etree.tostring(root, encoding="UTF-8")
