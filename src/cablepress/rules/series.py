"""The facts of all documents of an edition → findings about what joins them: parts (X29), titles (X34), links."""

import re
from collections.abc import Iterator

from cablepress.facts import Facts, Link, Part, Title
from cablepress.finding import Finding, Related, Severity
from cablepress.rules import links, records
from cablepress.rules.index import Index

_SMALL = re.compile(r"[1-9][0-9]{0,3}")


def check(edition: Index, *, is_complete: bool = True) -> tuple[Finding, ...]:
    """Find what does not fit together in the edition as a whole; what is unused is known only if nothing is unread."""
    found = [*links.check(edition), *_strange_titles(edition)]
    found += records.check(edition, is_complete=is_complete)
    siblings = {(one.part.common, one.part.number, one.part.count): one.stem for one in edition.cables if one.part}
    for one in edition.cables:
        found += (*_missing_parts(edition, one, siblings), *_misnumbered(edition, one))
    return tuple(found)


def _strange_titles(edition: Index) -> Iterator[Finding]:
    """X34: the series that a cable names is the edition."""
    about = edition.facts.get("edition")
    if about is None:
        return
    titles = {title.kind: title for title in about.titles if title.kind in ("main", "sub")}
    for one in edition.cables:
        for title in one.series:
            right = titles.get(title.kind)
            if right is None or right.words != title.words:
                yield _strange_title(edition, one, title, right)
        left_out = titles.keys() - {title.kind for title in one.series} if one.series else set[str]()
        yield from (_title_left_out(edition, one, titles[kind]) for kind in titles if kind in left_out)


def _strange_title(edition: Index, one: Facts, title: Title, right: Title | None) -> Finding:
    message = f"The series is called “{title.words}” here, but edition.xml says otherwise."
    remedy = f"Write “{right.words}”." if right else "Remove it: the edition has no such title."
    return edition.finding(one.stem, title.path, "X34", message, remedy=remedy, related=_edition_title(edition, right))


def _title_left_out(edition: Index, one: Facts, title: Title) -> Finding:
    series = one.series[0].path.rpartition("/")[0]
    message, remedy = "The series lacks a title that the edition has.", f'Add <title level="s"> with “{title.words}”.'
    return edition.finding(one.stem, series, "X34", message, remedy=remedy, related=_edition_title(edition, title))


def _edition_title(edition: Index, title: Title | None) -> tuple[Related, ...]:
    return (edition.related("edition", title.path, "The title of the edition."),) if title else ()


def _missing_parts(edition: Index, one: Facts, siblings: dict[tuple[str, int, int], str]) -> Iterator[Finding]:
    """X29: “(2 of 2)” promises a part before it; an error if that part is at hand, else a warning."""
    part = one.part
    if part is None:
        return
    divided = {link.kind for link in one.stated if link.subtype == "divided"}
    for kind, other in (("prev", part.number - 1), ("next", part.number + 1)):
        if 1 <= other <= part.count and kind not in divided:
            stem = siblings.get((part.common, other, part.count))
            yield _missing_part(edition, one, part, kind=kind, other=other, stem=stem)


def _missing_part(  # noqa: PLR0913 - all of it is told
    edition: Index, one: Facts, part: Part, *, kind: str, other: int, stem: str | None
) -> Finding:
    message = f"This is part of a divided telegram, but no link leads to part {other}."
    there = edition.facts.get(stem or "")
    target = f"{stem}.xml" if stem else "…"
    remedy = f'Add <ref type="{kind}" subtype="divided" target="{target}"> to correspContext.'
    severity = Severity.ERROR if stem else Severity.WARNING
    related = (edition.related(there.stem, there.part.path, f"Part {other}."),) if there and there.part else ()
    return edition.finding(one.stem, part.path, "X29", message, severity=severity, remedy=remedy, related=related)


def _misnumbered(edition: Index, one: Facts) -> Iterator[Finding]:
    """X29: separate telegrams count from 1; a number twice is an error, one left out may be outside the edition."""
    due, before = 1, None
    for link in one.stated:
        if (link.kind, link.subtype) == ("part", "separate") and _SMALL.fullmatch(link.n):
            yield from _misplaced_number(edition, link, due, before)
            # A number twice is taken for the one that is due, lest all that follow be reported too
            due, before = max(int(link.n), due) + 1, link


def _misplaced_number(edition: Index, link: Link, due: int, before: Link | None) -> Iterator[Finding]:
    number = int(link.n)
    if number < due:
        message, severity = f"Separate Telegram {number} is listed where {due} is due.", Severity.ERROR
    elif number > due:
        message, severity = f"Separate Telegram {number} follows {due - 1}.", Severity.WARNING
    else:
        return
    remedy = "List all of them, in order; a telegram may be missing only if the edition does not have it."
    related = (edition.related(before.source, before.path, "The one before it.", "n"),) if before else ()
    yield edition.finding(
        link.source, link.path, "X29", message, attribute="n", severity=severity, remedy=remedy, related=related
    )
