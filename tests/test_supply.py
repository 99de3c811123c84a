"""What is installed with the package: releases known by their hashes, and nothing that runs on being installed."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
CONFIGURED = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT = CONFIGURED["project"]
STATED = (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
WANTED = [each for some in STATED for each in some if not each.startswith("cablepress")]
DECISIVE = {"lxml", "saxonche", "snowballstemmer"}


def locked() -> dict[str, list[str]]:
    """Each package that CI installs, with its releases."""
    text = (ROOT / ".ci" / "constraints.txt").read_text().replace("\\\n", "")
    releases: dict[str, list[str]] = {}
    for name, version in re.findall(r"^(\S+)==(\S+)", text, re.MULTILINE):
        releases.setdefault(name, []).append(version)
    return releases


@pytest.mark.parametrize("wanted", WANTED)
def test_every_dependency_has_a_release_within_its_bounds(wanted: str) -> None:
    requirement = Requirement(wanted)
    releases = locked()[requirement.name]
    assert all(requirement.specifier.contains(each) for each in releases)


def test_every_release_has_its_hashes() -> None:
    text = (ROOT / ".ci" / "constraints.txt").read_text().replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == sum(map(len, locked().values()))
    assert all(re.search(r" --hash=sha256:[0-9a-f]{64}\b", line) for line in lines)


@pytest.mark.parametrize("name", sorted(DECISIVE))
def test_what_decides_bytes_of_the_edition_is_bounded_above(name: str) -> None:
    (requirement,) = (each for each in map(Requirement, PROJECT["dependencies"]) if each.name == name)
    assert "<" in {each.operator for each in requirement.specifier}


def test_nothing_of_ours_runs_on_being_installed() -> None:
    """No program of ours builds the wheel; that it holds nothing that starts by itself, test_wheel.py says."""
    assert CONFIGURED["build-system"]["build-backend"] == "hatchling.build"
    assert "backend-path" not in CONFIGURED["build-system"]
    hatch = CONFIGURED["tool"]["hatch"]
    assert "hooks" not in {
        *hatch.get("build", {}),
        *hatch["build"]["targets"]["wheel"],
        *hatch["build"]["targets"]["sdist"],
    }
    assert not [name for name in ("setup.py", "hatch_build.py") if (ROOT / name).exists()]
