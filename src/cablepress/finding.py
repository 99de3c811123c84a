"""A mistake in a file an editor can mend → a value that can be sorted, counted and reported."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a text file: line and column, both counted from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that a finding speaks of: what it disagrees with, or what was probably meant."""

    path: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong, where, and how to mend it.

    The order of the fields is the order of a report: by file, by place, by code.
    `line` and `column` are 0 where the mistake is the whole file's. `about` names what is
    concerned where that is not what stands at the place: what is missing, as `gap/@reason` or `sp/speaker`, or what was
    probably meant, as `persName`.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()
    about: str = ""

    @property
    def is_error(self) -> bool:
        """Whether this finding stops publication."""
        return self.severity is Severity.ERROR

    @property
    def sentence(self) -> str:
        """The message and its remedy, as one line of prose."""
        return f"{self.message} {self.remedy}".strip()


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Keep the findings that stop publication, in their order."""
    return tuple(finding for finding in findings if finding.is_error)


def gravest(findings: tuple[Finding, ...], most: int | None) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Keep so many findings at most, errors before warnings, or all if None; return these and the rest, in order."""
    if most is None or len(findings) <= most:
        return findings, ()
    ranked = sorted(range(len(findings)), key=lambda number: not findings[number].is_error)
    kept, left = sorted(ranked[:most]), sorted(ranked[most:])
    return tuple(findings[number] for number in kept), tuple(findings[number] for number in left)
