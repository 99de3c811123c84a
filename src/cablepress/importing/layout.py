"""The lines of a page → the cable's own, and what the site has put round them.

No line is given up: each is the date, the title, the cable's, the abstract's, of another document, of the source, of
the rights, or furniture.
"""

import re
from dataclasses import dataclass

from cablepress.importing.abstract import without_abstract
from cablepress.importing.dates import is_date
from cablepress.importing.fields import field
from cablepress.importing.furniture import CHROME, INFORMATION, RELATED, RIGHTS, SKIP
from cablepress.importing.page import Line, Page
from cablepress.importing.surroundings import TOLD, Related, Sorted, after, before, end_of

_LONG = 1000  # characters: more is no title


@dataclass(frozen=True, slots=True)
class Laid:
    """A page in its parts."""

    kind: str
    cable: tuple[Line, ...]
    date: str = ""
    title: str = ""
    abstract: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    source: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    uploaded: str = ""
    record: str = ""
    furniture: tuple[str, ...] = ()
    why: tuple[tuple[str, str, str], ...] = ()  # what was decided, how surely, why
    unclaimed: tuple[Line, ...] = ()

    @property
    def is_site(self) -> bool:
        """Whether an archive's site has put something round the cable."""
        return self.kind in ("site", "old-site")


def lay_out(page: Page, wanted: str | None = None) -> Laid:
    """Divide a page; `wanted` is the layout if somebody has said which it is."""
    lines = page.lines
    title = _title(lines) if wanted in (None, "site", "old-site") else None
    if title is None:
        kind = wanted if wanted and wanted not in ("site", "old-site") else _bare_kind(lines)
        return Laid(
            kind, lines, why=(("layout", "medium" if wanted is None else "high", f"no site round the text: {kind}"),)
        )
    kept = Sorted()
    begin, is_old = before(lines, title, kept)
    end = end_of(lines, begin)
    after(lines[end:], kept)
    cable = lines[begin:end] if kept.abstract else _without_abstract(lines, (begin, end), title, kept)
    if not cable:  # all of it seems to be the site's: then nothing is
        return Laid("plain", lines, why=(("layout", "low", "a site's page, but no text was found in it"),))
    kind = wanted or ("old-site" if is_old else "site")
    kept.why.insert(0, ("layout", "high", f"{kind}: a date and a title over the text"))
    date, words = _date_and_title(lines, title)
    return Laid(
        kind, cable, date, words, tuple(kept.abstract), tuple(kept.others), tuple(kept.source), tuple(kept.rights),
        kept.uploaded, kept.record, tuple(kept.furniture), tuple(kept.why), tuple(kept.unclaimed),
    )  # fmt: skip


def _without_abstract(lines: tuple[Line, ...], span: tuple[int, int], title: int, kept: Sorted) -> tuple[Line, ...]:
    _, words = _date_and_title(lines, title)
    return without_abstract(lines[slice(*span)], kept, words, is_cut=span[1] < len(lines))


def _bare_kind(lines: tuple[Line, ...]) -> str:
    head = "\n".join(line.text for line in lines[:25])
    ideographs = len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", head))
    if ideographs * 4 > len(head):
        return "japanese"
    if re.search(
        r"^(?:FM |E\.?O\.? \d|TAGS|SUBJ(?:ECT)?:|[OPRZ](?: [OPRZ])? \d{6}Z|SECTION \d+ OF|.*\bSECSTATE\b)",
        head,
        re.MULTILINE,
    ):
        return "telegram"
    if re.search(r"memorandum|participants|memcon|conversation|minutes|transcript", head, re.IGNORECASE):
        return "memorandum"
    return "plain"


def _title(lines: tuple[Line, ...]) -> int | None:
    """Find the line with which date and title begin, on a page that shows itself to be a site's."""
    is_site = any(
        SKIP.fullmatch(line.text)
        or RELATED.fullmatch(line.text)
        or INFORMATION.fullmatch(line.text)
        or (RIGHTS.search(line.text[:400]) and "Digital Archive" in line.text)
        for line in (*lines[:12], *lines[-80:])
    )
    if not is_site:
        return None
    stop = next(
        (n for n, line in enumerate(lines) if RELATED.fullmatch(line.text) or INFORMATION.fullmatch(line.text)),
        len(lines),
    )
    dated = [n for n, line in enumerate(lines[: min(80, stop)]) if len(line.text) < 40 and is_date(line.text)]  # noqa: PLR2004 - a date is short
    for n in dated:
        if (
            n + 1 < stop
            and len(lines[n + 1].text) < _LONG
            and not CHROME.fullmatch(lines[n + 1].text)
            and not is_date(lines[n + 1].text)
        ):
            return _own(lines, n, stop)
    if dated and dated[0] and len(lines[dated[0] - 1].text) < _LONG:
        return dated[0] - 1
    return None


def _own(lines: tuple[Line, ...], at: int, stop: int) -> int:
    """Pass over another document's date, title and summary, if this one's date and title and a field follow."""
    after = at + len(("date", "title", "summary"))
    if after + 2 >= stop or not is_date(lines[after].text) or not TOLD.search(lines[after - 1].text):
        return at
    found = field(lines[after + 2])
    return after if found and found.label and not field(lines[after + 1]) else at


def _date_and_title(lines: tuple[Line, ...], at: int) -> tuple[str, str]:
    one, other = lines[at].text, lines[at + 1].text
    return (one, other) if is_date(one) else (other, one)
