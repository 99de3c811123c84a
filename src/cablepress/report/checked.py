"""What was checked → what a report needs to know of it beside the findings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from cablepress.door import read_regular
from cablepress.finding import Finding, Severity

Sources = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Checked:
    """The names of the files that were checked, the findings that are not shown, and what counts as a failure."""

    files: tuple[str, ...] = ()
    omitted: tuple[Finding, ...] = ()
    fail_on: Severity = Severity.ERROR

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the command fail."""
        return finding.is_error or self.fail_on is Severity.WARNING


ALL = Checked()


class Writer(Protocol):
    """Makes the text of a report."""

    def __call__(self, findings: Iterable[Finding], sources: Sources, checked: Checked = ALL, /) -> str:
        """Write the findings, which are in their order; `sources` has the files they are about."""


class Excerpts(Mapping[str, bytes]):
    """The bytes of files by their names, each read when it is asked for; one that cannot be read has none."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of the files there are."""
        self._names = frozenset(names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        try:
            return read_regular(name) or b""
        except OSError:
            return b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
