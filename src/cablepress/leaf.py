"""A cable's leaf, as a worker packed it → the parts of it that pages of the whole edition, or its search, ask for.

A leaf holds what the indexes print of a cable; xslt/leaf.xsl says what stands in it. There are as many as cables, each
as long as the cable's text, so they stay packed until they are asked for. Most pages ask only for the records of a leaf
(redactions, notes) and for what is known of its turns, which is little: that is packed by itself.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from cablepress.document import XML_LANG

_ED = "{urn:cablepress:editorial}"
# A leaf is written by one stylesheet, without a stray "<": its parts can be told apart without a parser
_PART = re.compile(r"<ed:(turn|passage|redaction|note|outside)\b([^>]*?)(?:/>|>.*?</ed:\1>)", re.DOTALL)
_PASSAGE = re.compile(r"<ed:passage(?: number=\"(\d+)\")?[^>]*>.*?</ed:passage>", re.DOTALL)
_TALK = re.compile(r"(?:<ed:passage.*?</ed:passage>)+(?:</ed:turn>)?", re.DOTALL)
_RECORD = re.compile(r"><ed:before.*?</ed:(?:redaction|note)>", re.DOTALL)
_START_TAG = re.compile(r"<ed:leaf[^>]*?(/?)>")
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
        records = zlib.decompressobj()
        records.decompress(self.packed)
        return zlib.decompress(records.unused_data).decode() if self.packed else ""

    @property
    def records(self) -> str:
        """The leaf without the text: turns are empty; empty if there is none."""
        return zlib.decompressobj().decompress(self.packed).decode()

    def passages(self) -> Iterator[Passage]:
        """Give the blocks of the text, in their order."""
        if not self.packed:
            return
        root = etree.fromstring(self.xml)
        for passage in root.iter(f"{_ED}passage"):
            yield _passage(passage, root.get(XML_LANG, ""))

    def count(self, kind: str) -> int:
        """Count the parts of a kind."""
        return self.records.count(f"<ed:{kind} ")

    def kept(self, *kinds: str) -> str:
        """Give the leaf with only some kinds of its parts: `redaction`, `note`, `outside`, empty `turn`; or nothing."""
        xml = self.records
        return _leaf(xml, "".join(part[0] for part in _PART.finditer(xml) if part[1] in kinds))

    def counted(self, kind: str) -> str:
        """Give the leaf with only the start tags of its redactions or notes; or nothing."""
        return _RECORD.sub("/>", self.kept(kind))

    def about(self, wanted: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
        """Give, for each key (person:gore), what it says and, of the rest, the paragraphs with some numbers."""
        xml = self.xml
        turns = tuple(_turn(part) for part in _PART.finditer(xml) if part[1] in {"turn", "passage"})
        for key, paragraphs in wanted.items():
            yield key, _leaf(xml, "".join(turn.about(key, paragraphs) for turn in turns))


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of a leaf, as text, or a passage outside of all turns, which nobody speaks."""

    text: str
    tag: str
    who: tuple[str, ...]
    passages: tuple[tuple[str, str], ...]  # the number of each, and its text

    def about(self, key: str, paragraphs: frozenset[str]) -> str:
        if key in self.who:
            return self.text
        kept = "".join(text for number, text in self.passages if number in paragraphs)
        return f"{self.tag}{kept}</ed:turn>" if kept and self.tag else kept


def pack(xml: str) -> bytes:
    """Pack a leaf: in the worker, for it costs less than to send it as it is."""
    records = _TALK.sub(lambda talk: "</ed:turn>" if talk[0].endswith("</ed:turn>") else "", xml)
    return zlib.compress(records.encode(), 1) + zlib.compress(xml.encode(), 1)


def _turn(part: re.Match[str]) -> _Turn:
    speakers = _WHO.search(part[2])
    return _Turn(
        text=part[0],
        tag=f"<ed:turn{part[2]}>" if part[1] == "turn" else "",
        who=tuple(speakers[1].split()) if speakers else (),
        passages=tuple((passage[1], passage[0]) for passage in _PASSAGE.finditer(part[0])),
    )


def _leaf(xml: str, parts: str) -> str:
    head = _START_TAG.match(xml)
    return f"{head[0].removesuffix('/>').removesuffix('>')}>{parts}</ed:leaf>" if head and parts else ""


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
