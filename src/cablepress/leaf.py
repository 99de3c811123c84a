"""A cable's leaf, as a worker packed it → the parts of it that pages of the whole edition, or its search, ask for.

A leaf holds what the indexes print of a cable; xslt/leaf.xsl says what stands in it. There are as many as cables, each
as long as the cable's text, so they stay packed until they are asked for.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from cablepress.document import XML_LANG

_ED = "{urn:cablepress:editorial}"
# A leaf is written by one stylesheet, without a stray "<": its parts can be told apart without a parser
_PART = re.compile(r"<ed:(turn|passage|redaction|note|outside)\b([^>]*?)(?:/>|>.*?</ed:\1>)", re.DOTALL)
_START_TAG = re.compile(r"<ed:leaf[^>]*?(/?)>")
_EMPTIED = re.compile(r"><ed:(?:passage|before)\b.*?</ed:(?:turn|redaction|note)>", re.DOTALL)
_PASSAGE = re.compile(r'<ed:passage number="(\d+)"[^>]*>.*?</ed:passage>', re.DOTALL)
_WHO = re.compile(r' who="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a cable's text, as a reader sees it: words that stand for a redaction included."""

    text: str
    number: int | None  # the paragraph's, which is its anchor: #p3; a list or a remark has none
    turn: int | None  # likewise: #t2
    who: tuple[str, ...]  # who speaks, such as person:gore
    speaker: str  # the label of the turn, without its punctuation; may be empty
    identifier: str  # the paragraph's xml:id; may be empty
    language: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the indexes print of one cable, packed."""

    stem: str
    packed: bytes

    @property
    def xml(self) -> str:
        """The leaf, an `ed:leaf` element; empty if there is none."""
        return zlib.decompress(self.packed).decode() if self.packed else ""

    def passages(self) -> Iterator[Passage]:
        """Give the blocks of the text, in their order."""
        if not self.packed:
            return
        root = etree.fromstring(self.xml)
        for passage in root.iter(f"{_ED}passage"):
            yield _passage(passage, root.get(XML_LANG, ""))

    def count(self, kind: str) -> int:
        """Count the parts of a kind."""
        return self.xml.count(f"<ed:{kind} ")

    def kept(self, *kinds: str) -> str:
        """Give the leaf with only some kinds of its parts: `turn`, `redaction`, `note`, `outside`; or nothing."""
        xml = self.xml
        return _leaf(xml, "".join(part[0] for part in _PART.finditer(xml) if part[1] in kinds))

    def about(self, key: str, paragraphs: frozenset[str]) -> str:
        """Give what somebody (person:gore) says, and of the rest the paragraphs with some numbers; or nothing."""
        xml = self.xml
        return _leaf(xml, "".join(_about(part[0], part[1], part[2], key, paragraphs) for part in _PART.finditer(xml)))

    def counted(self, *kinds: str) -> str:
        """Give the leaf with only the start tags of some kinds of its parts; or nothing."""
        return _EMPTIED.sub("/>", self.kept(*kinds))


def pack(xml: str) -> bytes:
    """Pack a leaf: in the worker, for it costs less than to send it as it is."""
    return zlib.compress(xml.encode(), 1)


def _leaf(xml: str, parts: str) -> str:
    head = _START_TAG.match(xml)
    return f"{head[0].removesuffix('/>').removesuffix('>')}>{parts}</ed:leaf>" if head and parts else ""


def _about(part: str, kind: str, attributes: str, key: str, paragraphs: frozenset[str]) -> str:
    speakers = _WHO.search(attributes)
    if kind == "turn" and speakers and key in speakers[1].split():
        return part
    if kind not in {"turn", "passage"}:
        return ""
    kept = "".join(passage[0] for passage in _PASSAGE.finditer(part) if passage[1] in paragraphs)
    return f"<ed:turn{attributes}>{kept}</ed:turn>" if kept and kind == "turn" else kept


def _passage(element: etree._Element, language: str) -> Passage:
    around = element.getparent()
    turn = around if around is not None and around.tag == f"{_ED}turn" else None
    return Passage(
        text="".join(map(str, element.itertext())),
        number=_integer(element.get("number")),
        turn=None if turn is None else _integer(turn.get("number")),
        who=() if turn is None else tuple(turn.get("who", "").split()),
        speaker="" if turn is None else turn.get("speaker", ""),
        identifier=element.get("id", ""),
        language=element.get(XML_LANG, language),
    )


def _integer(text: str | None) -> int | None:
    return int(text) if text else None
