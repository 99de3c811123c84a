"""Findings → a JSON array of records."""

from collections.abc import Iterable
from dataclasses import asdict

from cablepress.finding import Finding
from cablepress.report.checked import ALL, Checked, Sources
from cablepress.report.repository import from_repository
from cablepress.report.spelling import json_text


def as_json(findings: Iterable[Finding], _sources: Sources, _checked: Checked = ALL) -> str:
    """List the findings as a JSON array, paths relative to the repository."""
    return json_text([_record(each) for each in findings])


def _record(finding: Finding) -> dict[str, object]:
    related = [asdict(each) | {"path": from_repository(each.path)} for each in finding.related]
    return asdict(finding) | {"path": from_repository(finding.path), "related": related}
