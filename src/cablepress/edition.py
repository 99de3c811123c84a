"""All index cards, the authority file and the edition's own file → one document that pages consult."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from cablepress.document import Document

_ED = "urn:cablepress:editorial"
_LEADING_NUMBER = re.compile(r"\d+")

# Names that pages of the edition itself have, or will have; no cable may take them.
RESERVED = frozenset(
    [
        "authority",
        "edition",
        "guidelines",
        "index",
        "manifest",
        "organisations",
        "people",
        "places",
        "redactions",
        "series",
    ]
)


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition ready to be published: the bytes of every file, by its path in the output folder."""

    files: Mapping[str, bytes]


def edition_document(documents: Iterable[Document], entries: Iterable[str]) -> bytes:
    """Assemble the `ed:edition` document: about, authority, and the entries in the order of the series."""
    root = etree.Element(f"{{{_ED}}}edition", nsmap={"ed": _ED})
    # A second file of one kind is a finding; it does not speak for the edition
    by_kind = {document.kind: document.root for document in documents if document.kind == document.stem}
    for name, kind in (("about", "edition"), ("authority", "authority")):
        holder = etree.SubElement(root, f"{{{_ED}}}{name}")
        if kind in by_kind:
            holder.append(_copy(by_kind[kind]))
    holder = etree.SubElement(root, f"{{{_ED}}}entries")
    holder.extend(sorted(map(_element, entries), key=_in_series))
    return etree.tostring(root, encoding="utf-8")


def narrowed(edition: bytes, stems: frozenset[str]) -> bytes:
    """Keep the entries of some cables only, so that no page leads to one that is not published with it."""
    root = etree.fromstring(edition, _parser())
    for entry in root.findall(f"{{{_ED}}}entries/*"):
        if entry.get("stem") not in stems:
            entry.getparent().remove(entry)  # type: ignore[union-attr]  # it was found in there
    return etree.tostring(root, encoding="utf-8")


def _copy(element: etree._Element) -> etree._Element:
    return _element(etree.tostring(element, with_tail=False, encoding="unicode"))


def _element(xml: str) -> etree._Element:
    return etree.fromstring(xml.encode(), _parser())


def _parser() -> etree.XMLParser:
    # collect_ids=False: a name given twice is a finding, not a reason to read no further
    return etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, huge_tree=True)


def _in_series(entry: etree._Element) -> tuple[str, int, str]:
    """Sort by date, then by the telegram's number, then by file; what is unknown comes last."""
    number = _LEADING_NUMBER.match(entry.get("number", ""))
    return entry.get("date") or "~", int(number[0]) if number else 10**12, entry.get("stem", "")
