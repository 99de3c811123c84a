"""Findings → lines for people: one each, or each with the line it is about."""

import re
from collections.abc import Iterable

from cablepress.finding import Finding, Related
from cablepress.report.checked import ALL, Checked, Sources
from cablepress.report.spelling import visible
from cablepress.stopping import loading

_LINE_END = re.compile(r"\r\n?|\n")  # as places.py counts lines
_CARET_REACH = 110  # columns of the source line shown around the caret


def concise(findings: Iterable[Finding], _sources: Sources, _checked: Checked = ALL) -> str:
    """Give each finding one line: `file:line:column: severity code message remedy`."""
    return "".join(visible(f"{_where(each)}: {each.severity} {each.code} {each.sentence}") + "\n" for each in findings)


def full(findings: Iterable[Finding], sources: Sources, _checked: Checked = ALL) -> str:
    """Show each finding with its line, a caret under the place, what it disagrees with, its remedy, its subject."""
    found = tuple(findings)
    if not found:
        return ""
    with loading():
        from cablepress.meaning import meanings  # noqa: PLC0415 - loads the grammar, for which only this format asks

    help_for = meanings(found, sources)
    return "\n".join(paragraph(each, sources, help_for.get(each, "")) for each in found)


def paragraph(finding: Finding, sources: Sources, meaning: str = "") -> str:
    """Show one finding; `meaning` says what the element or attribute concerned is for."""
    head = f"{finding.severity} {finding.code}: {visible(finding.message)}\n  --> {visible(_where(finding))}\n"
    gutter = max(len(str(line)) for line in (finding.line, *(each.line for each in finding.related)))
    others = "".join(_other(each, sources, gutter) for each in finding.related)
    said = "".join(f"{'':{gutter}} = {visible(each)}\n" for each in (finding.remedy, meaning) if each)
    return head + _excerpt(finding, sources, gutter) + others + said


def _where(finding: Finding | Related) -> str:
    return f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path


def _other(related: Related, sources: Sources, gutter: int) -> str:
    excerpt = _excerpt(related, sources, gutter).removesuffix("\n")
    said = f"{excerpt} {visible(related.message)}\n" if excerpt else f"{'':{gutter}} | {visible(related.message)}\n"
    return f"  ::: {visible(_where(related))}\n{said}"


def _excerpt(place: Finding | Related, sources: Sources, gutter: int) -> str:
    lines = _LINE_END.split(sources.get(place.path, b"").decode("utf-8-sig", "replace"))
    if not 0 < place.line <= len(lines):
        return ""
    start = max(0, place.column - _CARET_REACH // 2)
    shown = lines[place.line - 1][start : start + _CARET_REACH].replace("\t", " ")
    caret = " " * len(visible(shown[: max(0, place.column - 1 - start)])) + "^"
    return f"{'':{gutter}} |\n{place.line:{gutter}} | {visible(shown)}\n{'':{gutter}} | {caret}\n"
