"""The folder of a hostile case → a small edition on disk, with everything odd that its recipe asks for.

`case.toml` describes what cannot lie in a repository, or would only repeat a whole document: changes of one piece of
text, and files that are no ordinary ones. All other files of the case are laid over the edition as they are.
"""

import contextlib
import gzip
import os
import shutil
import socket
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

CASES = Path(__file__).resolve().parents[1] / "cases"
RECIPE, EXPECTED = "case.toml", "expected.txt"

Step = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A hostile case: its folder, and what its recipe says."""

    folder: Path
    recipe: Mapping[str, Any]

    @property
    def commands(self) -> tuple[tuple[str, ...], ...]:
        """What is run, one command after the other."""
        return tuple(map(tuple, self.recipe.get("commands", [["build"]])))

    @property
    def is_apart(self) -> bool:
        """Whether each command needs a process of its own, with the workers that it has in real life."""
        return any(key in self.recipe for key in ("apart", "send", "meanwhile"))

    @property
    def reaches(self) -> tuple[str, ...]:
        """Published files in which the mark must be found: otherwise the case would prove nothing."""
        return tuple(self.recipe.get("reaches", ()))


def read_case(folder: Path) -> Case:
    """Read a case's recipe."""
    return Case(folder, tomllib.loads((folder / RECIPE).read_text(encoding="utf-8")))


def lay_out(case: Case, where: Path, words: Mapping[str, str]) -> None:
    """Lay a case out in a folder: the edition of all cases in `tei`, the case's own files over it, then the recipe.

    `words` are what a recipe cannot know: @SECRET@, the path of a file outside, and @URL@, an address of this machine.
    """
    shutil.copytree(CASES / "base", where / "tei")
    shutil.copy(CASES / "plain" / "in.xml", where / "tei")
    shutil.copytree(case.folder, where, dirs_exist_ok=True, ignore=shutil.ignore_patterns(RECIPE, EXPECTED))
    for path in filter(Path.is_file, where.rglob("*")):
        path.write_bytes(_worded(path.read_bytes(), words))
    for step in case.recipe.get("change", ()):
        _change(where / step.get("file", "tei/in.xml"), step, words)
    for step in case.recipe.get("make", ()):
        _MAKERS[step["kind"]](_path(where, step), step, words)


def replaced(where: Path, step: Step, words: Mapping[str, str]) -> None:
    """Do one more step, at one blow: whoever looks sees the file as it was, or as it becomes."""
    path = _path(where, step)
    if step["kind"] == "removed":
        path.unlink()
        return
    hidden = path.with_name(f".{path.name}")
    if "old" in step:
        hidden.write_bytes(path.read_bytes())
        _change(hidden, step, words)
    else:
        _MAKERS[step["kind"]](hidden, step, words)
    hidden.replace(path)


def _path(where: Path, step: Step) -> Path:
    """Name a file; `percent` lets a recipe, which is UTF-8, write names that are not."""
    name = step["file"]
    return where / (os.fsdecode(unquote_to_bytes(name)) if step.get("percent") else name)


def _worded(data: bytes, words: Mapping[str, str]) -> bytes:
    for name, word in words.items():
        data = data.replace(f"@{name}@".encode(), word.encode())
    return data


def written(step: Step, words: Mapping[str, str]) -> bytes:
    """Write what takes a text's place: `new`, or `open`, `new`, `close`, the outer two so many times."""
    times = step.get("times", 1)
    text = step.get("open", "") * times + step.get("new", "") + step.get("close", "") * times
    counted = "".join(step["each"].replace("#", str(number)) for number in range(times)) if "each" in step else ""
    return _worded((text + counted).encode(), words) + bytes.fromhex(step.get("hex", ""))


def _change(path: Path, step: Step, words: Mapping[str, str]) -> None:
    old, data = step["old"].encode(), path.read_bytes()
    if old not in data:
        raise ValueError(f"{path.name} has no {step['old']}")
    path.write_bytes(data.replace(old, written(step, words), -1 if step.get("everywhere") else 1))


def _file(path: Path, step: Step, words: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(step, words))


def _copy(path: Path, step: Step, _words: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path.parents[len(Path(step["file"]).parts) - 1] / step["of"], path)


def _encoded(path: Path, step: Step, _words: Mapping[str, str]) -> None:
    path.write_bytes(path.read_bytes().decode().encode(step["encoding"]))


def _packed(path: Path, _step: Step, _words: Mapping[str, str]) -> None:
    path.write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def _padded(path: Path, step: Step, _words: Mapping[str, str]) -> None:
    with path.open("ab") as file:
        file.truncate(step["bytes"])  # a file with a hole: large, and yet soon made


def _link(path: Path, step: Step, words: Mapping[str, str]) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(_worded(step["to"].encode(), words).decode())


def _second_name(path: Path, step: Step, words: Mapping[str, str]) -> None:
    path.unlink(missing_ok=True)
    os.link(_worded(step["to"].encode(), words).decode(), path)


def _pipe(path: Path, _step: Step, _words: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _socket(path: Path, _step: Step, _words: Mapping[str, str]) -> None:
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as end, contextlib.chdir(path.parent):
        end.bind(path.name)  # a long path is more than a socket's name can be


def _folder(path: Path, _step: Step, _words: Mapping[str, str]) -> None:
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)


def _removed(path: Path, _step: Step, _words: Mapping[str, str]) -> None:
    path.unlink()


_MAKERS: Mapping[str, Callable[[Path, Step, Mapping[str, str]], None]] = {
    "file": _file,
    "copy": _copy,
    "encoded": _encoded,
    "gzip": _packed,
    "padded": _padded,
    "link": _link,
    "second name": _second_name,
    "pipe": _pipe,
    "socket": _socket,
    "folder": _folder,
    "removed": _removed,
}
