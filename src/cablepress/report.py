"""Findings → the text of a report, for people, for other programs, for a code host."""

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from cablepress.door import read_regular
from cablepress.finding import Finding, Severity

Sources = Mapping[str, bytes]
_LINE_END = re.compile(r"\r\n?|\n")  # as places.py counts lines
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # what a terminal obeys, or does not show
_CARET_REACH = 110  # columns of the source line shown around the caret


def concise(findings: Iterable[Finding], _sources: Sources) -> str:
    """Give each finding one line: `file:line:column: severity code message remedy`."""
    return "".join(visible(f"{_where(each)}: {each.severity} {each.code} {each.sentence}") + "\n" for each in findings)


def full(findings: Iterable[Finding], sources: Sources) -> str:
    """Show each finding with the line it is about, a caret under the place, and its remedy."""
    return "\n".join(_paragraph(each, sources) for each in findings)


def as_json(findings: Iterable[Finding], _sources: Sources) -> str:
    """List the findings as a JSON array, paths relative to the repository."""
    listed = [asdict(each) | {"path": _from_repository(each.path)} for each in findings]
    text = json.dumps(listed, ensure_ascii=False, indent=1)
    return "\n".join(_spelt(line, _json_escape) for line in text.split("\n")) + "\n"


def github(findings: Iterable[Finding], _sources: Sources) -> str:
    """Write workflow commands, which annotate the lines of a change on GitHub."""
    return "".join(map(_annotation, findings))


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


FORMATS: Mapping[str, Callable[[Iterable[Finding], Sources], str]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "github": github,
}


def default_format(stream: TextIO) -> str:
    """Choose a format: one for people on a terminal, one line for each finding elsewhere."""
    return "full" if stream.isatty() else "concise"


def summary(findings: tuple[Finding, ...], files: int) -> str:
    """Say in one line what was checked and what came of it."""
    severe = sum(each.is_error for each in findings)
    checked = _count(files, "file")
    if not findings:
        return f"{checked} checked: nothing found."
    return f"{checked} checked: {_count(severe, 'error')}, {_count(len(findings) - severe, 'warning')}."


def spent(seconds: Mapping[str, float], wall: float) -> str:
    """Say where the time went, the longest stage first; stages run side by side in several processes."""
    total = sum(seconds.values())
    rows = sorted(seconds.items(), key=lambda item: -item[1])
    lines = [f"{stage:14} {took:8.2f} s {took / total:5.0%}\n" for stage, took in rows]
    return "".join((*lines, f"{'all stages':14} {total:8.2f} s, in {wall:.2f} s by the clock\n"))


def visible(text: str) -> str:
    """Spell out the characters that a terminal would obey, or that nobody would see, as Python does."""
    return _spelt(text, lambda character: character.encode("unicode_escape").decode())


def _spelt(text: str, spell: Callable[[str], str]) -> str:
    return "".join(spell(each) if unicodedata.category(each) in _UNSEEN else each for each in text)


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _where(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path


def _paragraph(finding: Finding, sources: Sources) -> str:
    head = f"{finding.severity} {finding.code}: {visible(finding.message)}\n  --> {visible(_where(finding))}\n"
    remedy = f"  = {visible(finding.remedy)}\n" if finding.remedy else ""
    return head + _excerpt(finding, sources.get(finding.path, b"")) + remedy


def _excerpt(finding: Finding, data: bytes) -> str:
    lines = _LINE_END.split(data.decode("utf-8-sig", "replace"))
    if not 0 < finding.line <= len(lines):
        return ""
    gutter, start = len(str(finding.line)), max(0, finding.column - _CARET_REACH // 2)
    shown = lines[finding.line - 1][start : start + _CARET_REACH].replace("\t", " ")
    caret = " " * len(visible(shown[: max(0, finding.column - 1 - start)])) + "^"
    return f"{'':{gutter}} |\n{finding.line} | {visible(shown)}\n{'':{gutter}} | {caret}\n"


def _annotation(finding: Finding) -> str:
    place = f",line={finding.line},col={finding.column}" if finding.line else ""
    kind = "error" if finding.severity is Severity.ERROR else "warning"
    file = _escaped(_from_repository(finding.path)).replace(",", "%2C").replace(":", "%3A")
    return f"::{kind} file={file}{place},title={finding.code}::{_escaped(finding.sentence)}\n"


def _escaped(text: str) -> str:
    lines = (visible(line).replace("%", "%25") for line in text.replace("\r", "").split("\n"))
    return "%0A".join(lines)


def _from_repository(path: str) -> str:
    """Name a path from the top of the repository it lies in, else as it is."""
    absolute = Path(path).absolute()
    top = next((folder for folder in absolute.parents if (folder / ".git").exists()), None)
    return Path(os.path.relpath(absolute, top)).as_posix() if top else path
