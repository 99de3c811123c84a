"""The folders of mistakes/ → cases: a file with mistakes in it, and the mark of each, written down beforehand."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("mistakes")
_PADDING = b"<!-- padding -->"
_LARGE = 500 * 1024


@dataclass(frozen=True, slots=True)
class Mark:
    """One mistake: where it begins, what a message about it must name, and what it must say is expected there."""

    line: int
    column: int
    names: str
    expects: str  # a regular expression, since the same thing may be said in several ways


@dataclass(frozen=True, slots=True)
class Case:
    """A file, and its mistakes in the order of their places."""

    name: str
    data: bytes
    marks: tuple[Mark, ...]


def cases() -> tuple[Case, ...]:
    """Read all cases, sorted by name."""
    return tuple(_case(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir())


def _case(folder: Path) -> Case:
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
    data, marks = (folder / "in.xml").read_bytes(), expected["mistake"]
    padding = expected.get("padding", "").encode()
    if not padding:
        return Case(folder.name, data, tuple(Mark(**mark) for mark in marks))
    times = _LARGE // (len(padding) + 1)
    before = data.partition(_PADDING)[0].count(b"\n") + 1
    grown = data.replace(_PADDING, (padding + b"\n") * times)
    return Case(folder.name, grown, tuple(Mark(**_moved(mark, before, times)) for mark in marks))


def _moved(mark: dict[str, Any], line: int, lines: int) -> dict[str, Any]:
    return mark if mark["line"] <= line else {**mark, "line": mark["line"] + lines}
