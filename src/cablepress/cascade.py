"""All findings of an edition → those that are mistakes of their own, in the order of a report.

Checks do not know of each other. A key that is mistyped is refused once; what other rules conclude from its not being
the right one (that a speaker is silent, that a record is unused) is no second mistake, and would mislead.
"""

from collections.abc import Iterable

from cablepress.finding import Finding

_KEYS = frozenset({"X03", "R08"})  # a key that leads nowhere, or is none
_POINTERS = frozenset({"X03", "X04", "X05"})
_CONCLUSIONS = frozenset({"X06", "X07", "X21", "X32"})  # drawn from the keys of one file
_UNUSED = "X28"  # drawn from the keys of all files
_GRAMMAR = frozenset(f"R{number:02}" for number in (*range(1, 22), 23, 24))
_NAME = "X01"  # of a file's names, the first wrong one is told: the others are compared with it


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what only follows from another finding; sort the rest."""
    found = tuple(sorted(set(findings)))
    refused = {(each.path, each.line, each.column) for each in found if each.code.startswith("R")}
    doubtful = {each.path for each in found if each.code in _KEYS}
    # Of elements and attributes that the grammar does not know as they are, no rule knows what they are either
    doubtful |= {each.path for each in found if each.is_error and each.code in _GRAMMAR}
    misnamed = {each.path: each for each in reversed(found) if each.code == _NAME}
    own = (each for each in found if each.code != _NAME or misnamed[each.path] is each)
    return tuple(each for each in own if not _follows(each, refused, doubtful))


def _follows(finding: Finding, refused: set[tuple[str, int, int]], doubtful: set[str]) -> bool:
    if finding.code in _POINTERS:
        return (finding.path, finding.line, finding.column) in refused
    if finding.code == _UNUSED:
        return bool(doubtful)
    return finding.code in _CONCLUSIONS and finding.path in doubtful
