"""All documents of an edition → findings about the links between telegrams (X13, X14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from lxml import etree

from cablepress.document import TEI, Document
from cablepress.finding import Finding
from cablepress.rules.index import Index, Pointer

_INVERSE = {
    "prev": "next",
    "next": "prev",
    "part": "whole",
    "whole": "part",
    "original": "translation",
    "translation": "original",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A `ref` with which the header of one telegram names another."""

    element: etree._Element
    source: str
    target: str

    @property
    def kind(self) -> str:
        """What the other telegram is to this one, such as prev or part."""
        return self.element.get("type", "")

    @property
    def subtype(self) -> str:
        """Divided or separate, where it says so."""
        return self.element.get("subtype", "")


def links(document: Document) -> tuple[Link, ...]:
    """List the links in a telegram's header, in their order."""
    return _links(document, document.root.iterfind(f"{TEI}teiHeader//{TEI}correspContext/{TEI}ref[@target]"))


def _links(document: Document, refs: Iterator[etree._Element]) -> tuple[Link, ...]:
    pointed = ((ref, Pointer(ref, "target", ref.get("target", "").strip()).file) for ref in refs)
    return tuple(Link(ref, document.stem, file[0]) for ref, file in pointed if file)


def check(edition: Index) -> Iterator[Finding]:
    """Find links that the other telegram does not return, that only the text has, or that go round in a circle."""
    by_stem = {stem: links(document) for stem, document in edition.documents.items()}
    returned = {(link.source, link.kind, link.target): link for found in by_stem.values() for link in found}
    for stem, document in edition.documents.items():
        for link in by_stem[stem]:
            if link.kind in _INVERSE and link.target in edition.stems and link.target != stem:
                yield from _one_sided(document, link, returned.get((link.target, _INVERSE[link.kind], stem)))
        yield from _only_in_text(document, returned)
    yield from _circles(edition, tuple(link for found in by_stem.values() for link in found))


def _one_sided(document: Document, link: Link, back: Link | None) -> Iterator[Finding]:
    """X13: what is next here must be prev there; of the same subtype, where both have one."""
    inverse = _INVERSE[link.kind]
    if back is None:
        message = f'{link.target}.xml does not name this telegram as its "{inverse}".'
        remedy = f'Add <ref type="{inverse}" target="{link.source}.xml"> to its correspContext, or correct this link.'
        yield document.finding("X13", message, link.element, attribute="type", remedy=remedy)
    elif link.subtype and back.subtype and link.subtype != back.subtype and link.source < link.target:
        message = f'This link is "{link.subtype}"; the one that returns it in {link.target}.xml is "{back.subtype}".'
        yield document.finding("X13", message, link.element, attribute="subtype", remedy="Make the two agree.")


def _only_in_text(document: Document, known: dict[tuple[str, str, str], Link]) -> Iterator[Finding]:
    """X13: a link that the text states is one that the header states."""
    for link in _links(document, document.root.iterfind(f"{TEI}text//{TEI}ref[@target]")):
        if link.kind in _INVERSE and link.target != link.source and (link.source, link.kind, link.target) not in known:
            message = f'The text links {link.target}.xml as "{link.kind}"; the header does not.'
            remedy = "Add the link to correspContext, or correct it here."
            yield document.finding("X13", message, link.element, attribute="target", remedy=remedy)


def _circles(edition: Index, all_links: tuple[Link, ...]) -> Iterator[Finding]:
    """X14: no telegram comes before itself, and none is part of itself."""
    for earlier, later in (("prev", "next"), ("whole", "part")):
        edges = {(link.source, link.target): link for link in all_links if link.kind == earlier}
        edges |= {(link.target, link.source): link for link in all_links if link.kind == later}
        graph: TopologicalSorter[str] = TopologicalSorter()
        for (source, target), link in edges.items():
            if source != target and link.target in edition.stems:
                graph.add(source, target)
        try:
            graph.prepare()
        except CycleError as error:
            yield _circle(edition, edges, error.args[1])


def _circle(edition: Index, edges: dict[tuple[str, str], Link], stems: list[str]) -> Finding:
    # graphlib lists a circle against the direction of its edges, with the first member repeated at the end
    link = min((edges[pair] for pair in zip(stems[1:], stems, strict=False)), key=lambda each: each.source)
    message = f"These links go round in a circle: {' → '.join(stems)}."
    remedy = "Find the one that points the wrong way."
    return edition.documents[link.source].finding("X14", message, link.element, attribute="target", remedy=remedy)
