"""Findings → the text of a report, for people, for other programs, for a code host."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from cablepress.finding import Finding, Severity

Sources = Mapping[str, bytes]
_CARET_REACH = 110  # columns of the source line shown around the caret


def concise(findings: Iterable[Finding], _sources: Sources) -> str:
    """Give each finding one line: `file:line:column: severity code message remedy`."""
    return "".join(f"{_where(each)}: {each.severity} {each.code} {each.sentence}\n" for each in findings)


def full(findings: Iterable[Finding], sources: Sources) -> str:
    """Show each finding with the line it is about, a caret under the place, and its remedy."""
    return "\n".join(_paragraph(each, sources) for each in findings)


def as_json(findings: Iterable[Finding], _sources: Sources) -> str:
    """List the findings as a JSON array, paths relative to the repository."""
    listed = [asdict(each) | {"path": _from_repository(each.path)} for each in findings]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def github(findings: Iterable[Finding], _sources: Sources) -> str:
    """Write workflow commands, which annotate the lines of a change on GitHub."""
    return "".join(map(_annotation, findings))


FORMATS: Mapping[str, Callable[[Iterable[Finding], Sources], str]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "github": github,
}


def summary(findings: tuple[Finding, ...], files: int) -> str:
    """Say in one line what was checked and what came of it."""
    severe = sum(each.is_error for each in findings)
    checked = _count(files, "file")
    if not findings:
        return f"{checked} checked: nothing found."
    return f"{checked} checked: {_count(severe, 'error')}, {_count(len(findings) - severe, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _where(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path


def _paragraph(finding: Finding, sources: Sources) -> str:
    head = f"{finding.severity} {finding.code}: {finding.message}\n  --> {_where(finding)}\n"
    remedy = f"  = {finding.remedy}\n" if finding.remedy else ""
    return head + _excerpt(finding, sources.get(finding.path, b"")) + remedy


def _excerpt(finding: Finding, data: bytes) -> str:
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if not 0 < finding.line <= len(lines):
        return ""
    gutter, start = len(str(finding.line)), max(0, finding.column - _CARET_REACH // 2)
    shown = lines[finding.line - 1][start : start + _CARET_REACH].replace("\t", " ")
    caret = " " * (finding.column - 1 - start) + "^"
    return f"{'':{gutter}} |\n{finding.line} | {shown}\n{'':{gutter}} | {caret}\n"


def _annotation(finding: Finding) -> str:
    place = f",line={finding.line},col={finding.column}" if finding.line else ""
    kind = "error" if finding.severity is Severity.ERROR else "warning"
    file = _escaped(_from_repository(finding.path)).replace(",", "%2C").replace(":", "%3A")
    return f"::{kind} file={file}{place},title={finding.code}::{_escaped(finding.sentence)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _from_repository(path: str) -> str:
    """Name a path from the top of the repository it lies in, else as it is."""
    absolute = Path(path).absolute()
    top = next((folder for folder in absolute.parents if (folder / ".git").exists()), None)
    return Path(os.path.relpath(absolute, top)).as_posix() if top else path
