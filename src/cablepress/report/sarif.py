"""Findings → a log in the Static Analysis Results Interchange Format, which code hosts show beside the lines.

After the OASIS standard, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01" (2023).
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from cablepress import __version__
from cablepress.codes import Code, codes
from cablepress.finding import Finding, Related
from cablepress.report.checked import ALL, Checked, Sources
from cablepress.report.counts import counted
from cablepress.report.region import line_at, reach
from cablepress.report.repository import from_repository
from cablepress.report.spelling import json_text, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"

Object = dict[str, Any]


def sarif(findings: Iterable[Finding], sources: Sources, checked: Checked = ALL) -> str:
    """Write a log of one run, with the rules that were broken and their help; columns are counted in characters."""
    found = tuple(findings)
    broken = sorted({each.code for each in found})
    notes = {"toolExecutionNotifications": [_omitted(len(checked.omitted))]} if checked.omitted else {}
    run = {
        "tool": {"driver": _driver(broken)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository that holds the edition."}}},
        "invocations": [{"executionSuccessful": True, **notes}],
        "artifacts": [{"location": _artifact(name)} for name in checked.files],
        "results": [_result(each, broken.index(each.code), sources) for each in found],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(broken: list[str]) -> Object:
    rules = [_rule(name, codes().get(name)) for name in broken]
    return {"name": "cablepress", "semanticVersion": __version__, "rules": rules}


def _rule(name: str, code: Code | None) -> Object:
    if code is None:
        return {"id": name}
    more = f"For a wrong and a right example: cablepress explain {name}"
    return {
        "id": name,
        "shortDescription": {"text": code.says},
        "help": {"text": f"{code.says} {more}", "markdown": f"{code.says} {more.replace('cable', '`cable')}`"},
        "defaultConfiguration": {"level": code.severity.value},
        "properties": {"tags": [code.group]},
    }


def _result(finding: Finding, rule: int, sources: Sources) -> Object:
    result = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": visible(finding.sentence)},
        "locations": [{"physicalLocation": _physical(finding, sources)}],
    }
    related = [_related(number, each, sources) for number, each in enumerate(finding.related)]
    return {**result, "relatedLocations": related} if related else result


def _related(number: int, related: Related, sources: Sources) -> Object:
    said = {"text": visible(related.message)}
    return {"id": number, "message": said, "physicalLocation": _physical(related, sources)}


def _physical(place: Finding | Related, sources: Sources) -> Object:
    """Give a place its region; a mistake that is the whole file's has none."""
    location = {"artifactLocation": _artifact(place.path)}
    return {**location, "region": _region(place, sources)} if place.line else location


def _region(place: Finding | Related, sources: Sources) -> Object:
    last = reach(place, line_at(place, sources))
    end = {"endColumn": last} if last else {}
    return {"startLine": place.line, "startColumn": place.column, **end}


def _artifact(path: str) -> Object:
    return {"uri": quote(from_repository(visible(path))), "uriBaseId": _ROOT}


def _omitted(number: int) -> Object:
    return {"level": "warning", "message": {"text": f"{counted(number, 'more finding')} not listed."}}
