"""The facts of all documents of an edition → findings about the links between telegrams (X13, X14)."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from cablepress.facts import Facts, Link
from cablepress.finding import Finding
from cablepress.rules.index import Index

_INVERSE = {
    "prev": "next",
    "next": "prev",
    "part": "whole",
    "whole": "part",
    "original": "translation",
    "translation": "original",
}


def check(edition: Index) -> Iterator[Finding]:
    """Find links that the other telegram does not return, that only the text has, or that go round in a circle."""
    stated = tuple(link for one in edition.facts.values() for link in one.stated)
    returned = {(link.source, link.kind, link.target): link for link in stated}
    for link in stated:
        if link.kind in _INVERSE and link.target in edition.stems and link.target != link.source:
            yield from _one_sided(edition, link, returned.get((link.target, _INVERSE[link.kind], link.source)))
    for one in edition.facts.values():
        yield from _only_in_text(edition, one, returned)
    yield from _circles(edition, stated)


def _one_sided(edition: Index, link: Link, back: Link | None) -> Iterator[Finding]:
    """X13: what is next here must be prev there; of the same subtype, where both have one."""
    inverse = _INVERSE[link.kind]
    if back is None:
        message = f'{link.target}.xml does not name this telegram as its "{inverse}".'
        remedy = f'Add <ref type="{inverse}" target="{link.source}.xml"> to its correspContext, or correct this link.'
        yield edition.finding(link.source, link.path, "X13", message, attribute="type", remedy=remedy)
    elif link.subtype and back.subtype and link.subtype != back.subtype and link.source < link.target:
        message = f'This link is "{link.subtype}"; the one that returns it in {link.target}.xml is "{back.subtype}".'
        yield edition.finding(
            *(link.source, link.path, "X13", message),
            attribute="subtype",
            remedy="Make the two agree.",
            related=(edition.related(back.source, back.path, "The link that returns it.", "subtype"),),
        )


def _only_in_text(edition: Index, one: Facts, known: dict[tuple[str, str, str], Link]) -> Iterator[Finding]:
    """X13: a link that the text states is one that the header states."""
    for link in (link for link in one.links if not link.is_stated):
        if link.kind in _INVERSE and link.target != link.source and (link.source, link.kind, link.target) not in known:
            message = f'The text links {link.target}.xml as "{link.kind}"; the header does not.'
            remedy = "Add the link to correspContext, or correct it here."
            yield edition.finding(link.source, link.path, "X13", message, attribute="target", remedy=remedy)


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
    others = sorted(
        {edges[pair] for pair in zip(stems[1:], stems, strict=False)} - {link}, key=lambda each: each.source
    )
    related = tuple(edition.related(each.source, each.path, "Another link of the circle.", "target") for each in others)
    return edition.finding(link.source, link.path, "X14", message, attribute="target", remedy=remedy, related=related)
