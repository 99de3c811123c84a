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

    def kept(self, *kinds: str, who: str = "") -> str:
        """Give the leaf with only some kinds of its parts: `turn`, `redaction`, `note`, `outside`; or nothing.

        Of turns, only those are kept that `who` (person:gore) speaks, if anybody is named.
        """
        xml = self.xml
        parts = "".join(part[0] for part in _PART.finditer(xml) if part[1] in kinds and _is_of(part[2], who))
        head = _START_TAG.match(xml)
        return f"{head[0].removesuffix('/>').removesuffix('>')}>{parts}</ed:leaf>" if head and parts else ""


def pack(xml: str) -> bytes:
    """Pack a leaf: in the worker, for it costs less than to send it as it is."""
    return zlib.compress(xml.encode(), 1)


def _is_of(attributes: str, who: str) -> bool:
    speakers = _WHO.search(attributes)
    return not who or (speakers is not None and who in speakers[1].split())


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
