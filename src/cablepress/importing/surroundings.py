"""The lines of a site's page above and below the cable → each filed under what it is."""

import re
from dataclasses import dataclass, field

from cablepress.importing.dates import is_date
from cablepress.importing.furniture import (
    CHROME,
    CITATION,
    INFO_LABELS,
    INFORMATION,
    RELATED,
    RIGHTS,
    SKIP,
    SOURCE,
    SUMMARY,
    TEXT_HERE,
)
from cablepress.importing.page import Line

_SENTENCES = 300  # characters: more is a paragraph
TOLD = re.compile(r"^(?=.{25}).*[a-z][.!?][”\"]?$")  # between the buttons of an old page, a sentence is the summary


@dataclass(frozen=True, slots=True)
class Related:
    """What the page says of another document: its date, its title, its abstract, as far as they are there."""

    date: str
    title: str
    abstract: tuple[str, ...]


@dataclass(slots=True)
class Sorted:
    """Lines by what they are, while the page is gone through."""

    furniture: list[str] = field(default_factory=list)
    abstract: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    rights: list[str] = field(default_factory=list)
    others: list[Related] = field(default_factory=list)
    unclaimed: list[Line] = field(default_factory=list)
    why: list[tuple[str, str, str]] = field(default_factory=list)
    uploaded: str = ""
    record: str = ""


def before(lines: tuple[Line, ...], title: int, kept: Sorted) -> tuple[int, bool]:
    """Sort what stands above the cable; return where the cable begins, and whether the site is the old one."""
    other = next((n for n in range(max(title - 3, 0), title) if is_date(lines[n].text)), title)
    if lines[other:title]:
        kept.others += _related(lines[other:title])
        kept.why.append(("another document", "medium", f"line {lines[other].number}: it stands before date and title"))
    for line in lines[:other]:
        if SKIP.fullmatch(line.text) or CHROME.fullmatch(line.text) or len(line.text) < 40:  # noqa: PLR2004 - a button
            kept.furniture.append(line.text)
        else:
            kept.others.append(Related("", "", (line.text,)))
            kept.why.append(
                ("another document's summary", "medium", f"line {line.number}: it stands before date and title")
            )
    at = title + 2
    is_old = any(re.fullmatch(r"search in", line.text, re.IGNORECASE) for line in lines[:title])
    mark = _mark(lines, at)
    words = lines[title + 1].text if is_date(lines[title].text) else lines[title].text
    is_summary = False
    while at < len(lines) and (at <= mark or _is_chrome(lines[at].text, words)):
        text = lines[at].text
        if (
            (is_summary or (at <= mark and TOLD.search(text)))
            and not CHROME.fullmatch(text)
            and not CITATION.search(text)
        ):
            kept.abstract.append(text)
        else:
            is_summary = bool(SUMMARY.fullmatch(text))
            kept.furniture.append(text)
            is_old = is_old or not is_date(text)
        at += 1
        if is_summary and at < len(lines) and mark < at and len(kept.abstract) == 0:
            kept.abstract.append(lines[at].text)
            at += 1
    return at, is_old


def _mark(lines: tuple[Line, ...], at: int) -> int:
    """Find the line after which an old page has its text: “English HTML”."""
    window = lines[at : at + 30]
    found = [n for n, line in enumerate(window) if TEXT_HERE.fullmatch(line.text)]
    has_chrome = any(CHROME.fullmatch(line.text) or CITATION.search(line.text) for line in window[:3])
    return at + found[-1] if found and has_chrome else -1


def _is_chrome(text: str, title: str) -> bool:
    if CHROME.fullmatch(text) or SKIP.fullmatch(text):
        return True
    is_citation = bool(CITATION.search(text)) and len(text) < 700  # noqa: PLR2004 - one sentence or two
    return is_citation or (text.strip('"“”').startswith(title[:40]) and text != title and "Archive" in text)


def end_of(lines: tuple[Line, ...], begin: int) -> int:
    """Find the line with which the site goes on below the cable."""
    for n in range(begin, len(lines)):
        if RELATED.fullmatch(lines[n].text) or INFORMATION.fullmatch(lines[n].text):
            return n
    rights = next((n for n in range(begin, len(lines)) if "welcomes reuse" in lines[n].text), len(lines))
    while rights - 1 > begin and rights < len(lines) and _is_information(lines[rights - 1].text):
        rights -= 1
    return rights


def _is_information(text: str) -> bool:
    return bool(INFO_LABELS.fullmatch(text)) or (
        bool(SOURCE.search(text))
        and len(text) < _SENTENCES
        and ("File" in text or "Archiv" in text or "ranslated" in text)
    )


def after(lines: tuple[Line, ...], kept: Sorted) -> None:
    """Sort what stands below the cable: other documents, then where this one comes from."""
    split = next((n for n, line in enumerate(lines) if INFORMATION.fullmatch(line.text)), None)
    if split is None:
        split = next((n for n, line in enumerate(lines) if _is_information(line.text)), len(lines))
    if lines[:split]:
        kept.furniture.append(lines[0].text)
        kept.others += _related(lines[1:split])
    label = ""
    for line in lines[split:]:
        label = _informed(line, label, kept)


def _related(lines: tuple[Line, ...]) -> tuple[Related, ...]:
    """Divide the list of other documents at its dates."""
    starts = [n for n, line in enumerate(lines) if len(line.text) < 40 and is_date(line.text)]  # noqa: PLR2004
    head = lines[: starts[0]] if starts else lines
    found = [Related("", head[0].text, tuple(line.text for line in head[1:]))] if head else []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=False):
        title, *rest = [line.text for line in lines[start + 1 : stop]] or [""]
        found.append(Related(lines[start].text, title, tuple(rest)))
    return tuple(found)


def _informed(line: Line, label: str, kept: Sorted) -> str:
    """File one line of the document's information; return the label that the next line stands under."""
    text, small = line.text, label.lower()
    if INFO_LABELS.fullmatch(text.rstrip(":")) or RELATED.fullmatch(text):
        kept.furniture.append(text)
        return text
    if is_date(text) and not kept.uploaded:
        kept.uploaded = text
    elif re.fullmatch(r"\d{3,9}", text) and not kept.record:
        kept.record = text
    elif RIGHTS.search(text):
        kept.rights.append(text)
    elif SOURCE.search(text) or small in ("source", "archive", "original archive"):
        kept.source.append(text)
    else:
        kept.furniture.append(text)
        if not label or small in ("document information", "record id", "original uploaded date"):
            kept.unclaimed.append(line)
    return label
