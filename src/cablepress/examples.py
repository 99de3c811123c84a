"""A code, or the name of an element → a wrong and a right example, from the cases that the tests replay."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from cablepress.cases import EXEMPLARY, Case, case, cases
from cablepress.corpus import LEDGER
from cablepress.excerpt import Excerpt, Occurrence, excerpt, occurrences, shortened
from cablepress.finding import Finding
from cablepress.subject import Subject, subjects

_TELLING = re.compile(r"<([A-Za-z][\w.-]*)")
_TIRING = 60  # characters that weigh as much as one more element
_FEW = 3  # lines


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong example: what is found, with the path of the file from the folder of all cases, and that file."""

    finding: Finding
    data: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A right example: an element in a file of a case, and the text of that file."""

    path: str
    text: str
    at: Occurrence

    @property
    def excerpt(self) -> Excerpt:
        """The lines that show the element."""
        return excerpt(self.path, self.text, self.at.begin, self.at.end)


def wrong(code: str) -> Mistake | None:
    """Return the first mistake of a code; None if no case can hold it, as a file that is too large."""
    for each in cases():
        if each.code == code and each.findings:
            return _mistake(each, each.findings[0])
    return None


def wrong_element(name: str) -> Mistake | None:
    """Return the first mistake that some case has in an element of this name, or in one of its attributes."""
    return _first(lambda subject: subject.path[-1:] == (name,), name)


def wrong_attribute(name: str, owner: str = "") -> Mistake | None:
    """Return the first mistake that some case has in an attribute, of one element or of any."""
    return _first(lambda subject: subject.attribute == name and owner in ("", *subject.path[-1:]), owner)


def subject_of(mistake: Mistake) -> str:
    """Name the element that a mistake is in, and the attribute if it is in one."""
    text = mistake.data.decode("utf-8-sig", "replace") if mistake.finding.path.endswith(".xml") else ""
    subject = next((each for _, each in subjects(text, (mistake.finding,))), None)
    if subject is None or not subject.path:
        return ""
    return f"{subject.path[-1]}/@{subject.attribute}" if subject.attribute else subject.path[-1]


def _first(fits: Callable[[Subject], bool], within: str) -> Mistake | None:
    for each in cases():
        own = [one for one in each.findings if one.code == each.code and one.path in each.documents]
        for finding in own if own and f"<{within}" in each.text(own[0].path) else ():
            if any(fits(subject) for _, subject in subjects(each.text(finding.path), (finding,))):
                return _mistake(each, finding)
    return None


def right(code: str) -> Excerpt | None:
    """Return what is right where a wrong example has its mistake: what a right case has other than the plain one."""
    shown = next((each for each in cases() if each.code == code and each.findings), None)
    path = _path(shown, shown.findings[0]) if shown else ()
    found = [one for each in cases() if each.code == code and not each.findings for one in _peculiar(each)]
    if not found and shown:
        found = list(_mended(shown))
    telling = (each for name in reversed(path) for each in found if re.search(rf"<{name}[\s/>]", each.text))
    return next(telling, next(iter(found), None))


@cache
def right_elements() -> dict[str, Shown]:
    """Return for each element the example that shows most of it and is short."""
    best: dict[str, tuple[int, Shown]] = {}
    for path, text, one in _all_right():
        worth = _worth(text[one.begin : one.end])
        if one.name not in best or worth > best[one.name][0]:
            best[one.name] = (worth, Shown(path, text, one))
    return {name: shown for name, (_, shown) in best.items()}


def right_attribute(name: str, owner: str = "") -> Excerpt | None:
    """Return the shortest example of an attribute, of one element or of any."""
    given = re.compile(rf"\s{re.escape(name)}\s*=")
    found = [
        Shown(path, text, one)
        for path, text, one in _all_right()
        if owner in ("", one.name) and given.search(text, one.begin, one.inner)
    ]
    shortest = min(found, key=lambda shown: shown.at.end - shown.at.begin, default=None)
    return shortest.excerpt if shortest else None


def _all_right() -> Iterator[tuple[str, str, Occurrence]]:
    for each in map(case, EXEMPLARY):
        for name in each.documents:
            text = each.text(name)
            yield from ((f"{each.name}/{name}", text, one) for one in occurrences(text))


def _worth(text: str) -> int:
    """Weigh an example: different attributes and elements speak for it, its length against it."""
    own, _, inner = text.partition(">")
    return 3 * own.count('="') + len(set(_TELLING.findall(inner))) - len(text) // _TIRING


def _mistake(shown: Case, finding: Finding) -> Mistake:
    data = shown.file(finding.path).read_bytes() if finding.line else b""
    return Mistake(_moved(finding, f"{shown.name}/{finding.path}"), data)


def _moved(finding: Finding, path: str) -> Finding:
    return Finding(path, finding.line, finding.column, finding.code, finding.message, "", finding.severity)


def _path(shown: Case, finding: Finding) -> tuple[str, ...]:
    """Return the names of the elements that a mistake is in, the innermost last."""
    text = shown.text(finding.path) if finding.path.endswith(".xml") else ""
    return next((subject.path for _, subject in subjects(text, (finding,))), ())


def _peculiar(right_case: Case) -> Iterator[Excerpt]:
    """List the parts of a right case that the plain one, or the base of all, does not have."""
    if right_case.file(LEDGER).is_file():
        yield from _differing(f"{right_case.name}/{LEDGER}", right_case.text(LEDGER), "")
    for name in right_case.documents:
        usual = case("plain").text(name) if name == "in.xml" else case("base").text(name) if _is_base(name) else ""
        yield from _differing(f"{right_case.name}/{name}", right_case.text(name), usual)


def _is_base(name: str) -> bool:
    return name in case("base").documents


def _mended(wrong_case: Case) -> Iterator[Excerpt]:
    """List the parts of the plain case that stand where a wrong one has something else."""
    name = wrong_case.findings[0].path
    if name == "in.xml":
        yield from _differing("plain/in.xml", case("plain").text(name), wrong_case.text(name))


def _differing(path: str, text: str, other: str) -> Iterator[Excerpt]:
    lines, others = text.splitlines(), other.splitlines()
    for kind, _, _, begin, end in SequenceMatcher(None, others, lines, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            yield Excerpt(path, shortened(tuple(_around(lines, begin, end))))


def _around(lines: list[str], begin: int, end: int) -> Iterable[str]:
    """Give some lines, and one more on either side where they are few."""
    more = 1 if end - begin <= _FEW else 0
    return lines[max(0, begin - more) : end + more]
