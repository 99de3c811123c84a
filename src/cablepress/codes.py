"""The tables of schema/README.md → what each code says. They are the only list of codes there is."""

import re
from dataclasses import dataclass
from functools import cache

from cablepress.finding import Severity
from cablepress.resources import folder

_GROUP = re.compile(r"^### (.+)$")
_ROW = re.compile(r"^\|\s*`?([A-Z]\d\d)`?\s*\|\s*([a-z, ]+?)\s*\|\s*(.+?)\s*\|\s*$")


@dataclass(frozen=True, slots=True)
class Code:
    """A code: how grave its findings are, what it demands, and the group of codes that it stands in."""

    name: str
    severities: tuple[Severity, ...]
    says: str
    group: str

    @property
    def severity(self) -> Severity:
        """How grave its findings are as a rule."""
        return self.severities[0]


@cache
def codes() -> dict[str, Code]:
    """Return all codes by name, in the order of the tables."""
    found, group = {}, ""
    for line in (folder("schema") / "README.md").read_text("utf-8").splitlines():
        if heading := _GROUP.match(line):
            group = heading[1]
        elif row := _ROW.match(line):
            severities = tuple(Severity(each.strip()) for each in row[2].split(","))
            found[row[1]] = Code(row[1], severities, row[3].replace("`", ""), group)
    return found
