"""The parts of a draft → its TEI document: names given to what is pointed at, header and text put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator  # noqa: TC003 - as in the other modules
from dataclasses import dataclass
from itertools import count

from cablepress.document import TEI
from cablepress.importing.nodes import Node, node, serialised

_PROLOGUE = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="../schema/cable.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="../schema/cable.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
"""


def document(stem: str, language: str, header: Node, blocks: Iterable[Node], review: str) -> Node:
    """Put a document together: what is pointed at gets its name, a redaction its hand, where `review` names one."""
    div = node("div", *_numbered(blocks, stem, review), type="cable")
    text = node("text", node("body", div))
    return node("TEI", header, text, xmlns=TEI[1:-1], xml_id=stem, type="cable", xml_lang=language)


def written(root: Node) -> bytes:
    """Write a document as a file."""
    return f"{_PROLOGUE}{serialised(root)}\n".encode()


@dataclass(slots=True)
class _Names:
    """The names that are given in a file, in document order."""

    stem: str
    review: str
    gaps: count[int]
    turns: count[int]
    paragraphs: count[int]
    terms: count[int]
    last: str = ""


def _numbered(blocks: Iterable[Node], stem: str, review: str) -> Iterator[Node]:
    names = _Names(stem, review, count(1), count(1), count(1), count(1))
    for block in blocks:
        yield _named(block, names)


def _named(one: Node, names: _Names) -> Node:
    """Give names to a gap with its note, an abbreviation with its gloss, a turn, a paragraph."""
    stem = names.stem
    match one.name:
        case "gap" if one.get("xml:id"):
            names.last = f"{stem}-g{next(names.gaps)}"
            return _signed(one.having("xml:id", names.last), names.review)
        case "abbr" if one.get("xml:id"):
            names.last = f"{stem}-a{next(names.terms)}"
            return one.having("xml:id", names.last)
        case "note" | "gloss" if one.get("target") == "?":
            one = _pointing(one, names.last)
        case "sp":
            one = one.having("xml:id", f"{stem}-t{next(names.turns):02}")
        case "p":
            one = one.having("xml:id", f"{stem}-p{next(names.paragraphs):02}")
    children = [_named(each, names) if isinstance(each, Node) else each for each in one.children if each]
    return Node(one.name, one.attributes, tuple(children))


def _signed(gap: Node, review: str) -> Node:
    """Sign a redaction, if it is known whose it is; its certainty stays last."""
    if not review or gap.get("reason") != "redacted":
        return gap
    doubt = tuple(each for each in gap.attributes if each[0] == "cert")
    rest = tuple(each for each in gap.attributes if each[0] not in ("cert", "resp"))
    return Node(gap.name, (*rest, ("resp", review), *doubt), gap.children)


def _pointing(one: Node, name: str) -> Node:
    attributes = tuple((key, f"#{name}" if key == "target" else value) for key, value in one.attributes)
    return Node(one.name, attributes, one.children)
