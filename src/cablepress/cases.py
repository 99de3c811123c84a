"""The folders of tests/cases → the small editions that show what is wrong and what is right.

Each is laid on top of the folder `base`, and begins with the code that it shows (tests/README.md says more).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cablepress.finding import Finding, Severity
from cablepress.resources import folder

EXEMPLARY = ("plain", "features", "base", "r03-ok-withheld", "r04-ok-stub")
"""The cases that between them use every element as it should be."""

_CODE = re.compile(r"[a-z]\d\d(?=-)")
_FOUND = re.compile(r"(?P<path>[^:]+)(?::(?P<line>\d+):(?P<column>\d+))?: (?P<severity>\w+) (?P<code>\w+) (?P<said>.*)")


@dataclass(frozen=True, slots=True)
class Case:
    """A case: the name of its folder, the code that it shows, and what is found in it."""

    name: str
    code: str
    findings: tuple[Finding, ...]

    def file(self, name: str) -> Path:
        """Return where a file of the case lies: in its own folder, else in that of all cases."""
        own = folder("cases") / self.name / name
        return own if own.is_file() else folder("cases") / "base" / name

    def text(self, name: str) -> str:
        """Read a file of the case."""
        return self.file(name).read_bytes().decode("utf-8-sig", "replace")

    @property
    def documents(self) -> tuple[str, ...]:
        """The TEI files that the case has of its own, the one in question first."""
        names = sorted(path.name for path in (folder("cases") / self.name).glob("*.xml"))
        return tuple(sorted(names, key=lambda name: name != "in.xml"))


@cache
def cases() -> tuple[Case, ...]:
    """Return all cases, in the order of their names."""
    return tuple(_case(path) for path in sorted(folder("cases").iterdir()) if path.is_dir())


def case(name: str) -> Case:
    """Return the case of a name."""
    return next(each for each in cases() if each.name == name)


def _case(path: Path) -> Case:
    listed, code = path / "findings.txt", _CODE.match(path.name)
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else ()
    found = (_FOUND.fullmatch(line) for line in lines)
    return Case(path.name, code[0].upper() if code else "", tuple(_finding(each) for each in found if each))


def _finding(found: re.Match[str]) -> Finding:
    severity = Severity(found["severity"])
    return Finding(
        found["path"], int(found["line"] or 0), int(found["column"] or 0), found["code"], found["said"], "", severity
    )
