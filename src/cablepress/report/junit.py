"""Findings → test results in the XML of JUnit, as Jenkins and others read it: one test case for each file."""

from collections import defaultdict
from collections.abc import Iterable

from cablepress.finding import Finding
from cablepress.report.checked import ALL, Checked, Sources
from cablepress.report.counts import counted
from cablepress.report.repository import from_repository
from cablepress.report.spelling import visible

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def junit(findings: Iterable[Finding], _sources: Sources, checked: Checked = ALL) -> str:
    """Write one test case for each file that was checked; it fails where the command would, else it says its doubts."""
    shown, hidden = _by_file(findings), _by_file(checked.omitted)
    names = sorted({*checked.files, *shown, *hidden})
    failed = sum(any(map(checked.fails, (*shown[name], *hidden[name]))) for name in names)
    counts = f'tests="{len(names)}" failures="{failed}" errors="0"'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n'
    suite = f' <testsuite name="cablepress validate" {counts} skipped="0">\n'
    cases = "".join(_case(from_repository(name), shown[name], hidden[name], checked) for name in names)
    return f"{head}{suite}{cases} </testsuite>\n</testsuites>\n"


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found = defaultdict[str, list[Finding]](list)
    for finding in findings:
        found[finding.path].append(finding)
    return found


def _case(path: str, shown: list[Finding], hidden: list[Finding], checked: Checked) -> str:
    """Write a test case. A file of which nothing is shown, but something was found, is not passed for that."""
    begin = f'  <testcase classname="{_xml(path.rpartition("/")[0] or ".")}" name="{_xml(path)}"'
    failures = [each for each in (*shown, *hidden) if checked.fails(each)]
    unseen = [f"{counted(len(hidden), 'more finding')} not listed."] if hidden else []
    fatal = [*(_line(each) for each in shown if checked.fails(each)), *(unseen if failures else ())]
    doubts = [*(_line(each) for each in shown if not checked.fails(each)), *(() if failures else unseen)]
    failure = _failure(failures, fatal) if failures else ""
    doubt = f"   <system-out>{_lines(doubts)}</system-out>\n" if doubts else ""
    return f"{begin}>\n{failure}{doubt}  </testcase>\n" if failure or doubt else f"{begin}/>\n"


def _failure(failures: list[Finding], lines: list[str]) -> str:
    return f'   <failure type="{failures[0].code}" message="{_xml(_told(failures))}">{_lines(lines)}</failure>\n'


def _lines(lines: list[str]) -> str:
    return "\n".join(lines)


def _told(failures: list[Finding]) -> str:
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    return f"{failures[0].sentence}{more}"


def _line(finding: Finding) -> str:
    place = f"{finding.line}:{finding.column}: " if finding.line else ""
    others = (f"{from_repository(each.path)}:{each.line}: {each.message}" for each in finding.related)
    return "\n  ".join(map(_xml, (f"{place}{finding.severity} {finding.code} {finding.sentence}", *others)))


def _xml(text: str) -> str:
    return visible(text).translate(_ENTITIES)
