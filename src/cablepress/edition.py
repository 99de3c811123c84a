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
    by_kind = {document.kind: document.root for document in documents}
    for name, kind in (("about", "edition"), ("authority", "authority")):
        holder = etree.SubElement(root, f"{{{_ED}}}{name}")
        if kind in by_kind:
            holder.append(_copy(by_kind[kind]))
    holder = etree.SubElement(root, f"{{{_ED}}}entries")
    holder.extend(sorted(map(_element, entries), key=_in_series))
    return etree.tostring(root, encoding="utf-8")


def _copy(element: etree._Element) -> etree._Element:
    return _element(etree.tostring(element, with_tail=False, encoding="unicode"))


def _element(xml: str) -> etree._Element:
    return etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


def _in_series(entry: etree._Element) -> tuple[str, int, str]:
    """Sort by date, then by the telegram's number, then by file; what is unknown comes last."""
    number = _LEADING_NUMBER.match(entry.get("number", ""))
    return entry.get("date") or "~", int(number[0]) if number else 10**12, entry.get("stem", "")
