"""Every folder in tests/cases/ is a small edition, with what the checks and the readings must make of it."""

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from cablepress import press
from cablepress.corpus import same_again
from cablepress.report import concise
from cablepress.validate import Validated

CASES = Path(__file__).parent / "cases"
ALL = sorted(path for path in CASES.iterdir() if path.is_dir() and path.name != "base")
READINGS = {"reading.html": "html", "reading.txt": "text"}
CODE = re.compile(r"([irxw]\d\d)-")
LISTED = re.compile(r"^\|\s*`?([IRXW]\d\d)`?\s*\|", re.MULTILINE)
# A file that cannot be read, or is too large, cannot lie in a repository; tests/test_bad_input.py makes these,
# and tests/test_init.py a copy of the schema, which would lie beside a case.
MADE_ELSEWHERE = {"W05", "W06", "W07", "W09", "W20"}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_findings_are_those_expected(
    case: Path,
    validated_case: Callable[[Path], Validated],
    updates_golden: bool,
) -> None:
    found = concise(validated_case(case).findings, {})
    golden = case / "findings.txt"
    if updates_golden:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("case", "golden"),
    [(case, golden) for case in ALL for golden in READINGS if (case / golden).exists()],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_readings_are_those_expected(
    case: Path,
    golden: str,
    validated_case: Callable[[Path], Validated],
    updates_golden: bool,
) -> None:
    validated = validated_case(case)
    cable = next(known for known in validated.cables if known.file.stem == "in")
    source = same_again(cable.file, cable.digest)
    readings = press.read(source, validated.edition.card("in").full, validated.edition.around(cable.facts))
    reading: bytes = getattr(readings, READINGS[golden])
    if updates_golden:
        (case / golden).write_bytes(reading)
    assert reading.decode() == (case / golden).read_text(encoding="utf-8")


def test_every_code_has_a_wrong_case_and_a_right_one(root: Path) -> None:
    """The codes are those that schema/README.md lists: a code without a case, or without a line there, fails."""
    listed = set(LISTED.findall((root / "schema" / "README.md").read_text(encoding="utf-8")))
    found: dict[bool, set[str]] = defaultdict(set)
    for case in ALL:
        if match := CODE.match(case.name):
            findings = (case / "findings.txt").read_text(encoding="utf-8")
            found[not findings].add(match[1].upper())
    assert found[False] | MADE_ELSEWHERE == listed
    assert found[True] | {code for code in listed if code.startswith("W")} >= listed


@pytest.mark.parametrize("case", [case for case in ALL if CODE.match(case.name)], ids=lambda case: case.name)
def test_a_wrong_case_is_about_its_code_alone(case: Path) -> None:
    lines = (case / "findings.txt").read_text(encoding="utf-8").splitlines()
    code = case.name[:3].upper()
    assert all(f" {code} " in line for line in lines)
