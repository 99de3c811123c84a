"""Findings → the workflow commands that annotate the lines of a change on GitHub."""

from collections.abc import Iterable

from cablepress.finding import Finding
from cablepress.report.checked import ALL, Checked, Sources
from cablepress.report.repository import from_repository
from cablepress.report.spelling import visible


def github(findings: Iterable[Finding], _sources: Sources, _checked: Checked = ALL) -> str:
    """Write workflow commands, which annotate the lines of a change on GitHub."""
    return "".join(map(_annotation, findings))


def _annotation(finding: Finding) -> str:
    place = f",line={finding.line},col={finding.column}" if finding.line else ""
    file = _escaped(from_repository(finding.path)).replace(",", "%2C").replace(":", "%3A")
    said = "\n".join((finding.sentence, *(_elsewhere(each.path, each.line, each.message) for each in finding.related)))
    return f"::{finding.severity} file={file}{place},title={finding.code}::{_escaped(said)}\n"


def _elsewhere(path: str, line: int, message: str) -> str:
    return f"{from_repository(path)}:{line}: {message}"


def _escaped(text: str) -> str:
    lines = (visible(line).replace("%", "%25") for line in text.replace("\r", "").split("\n"))
    return "%0A".join(lines)
