"""The files of an edition → a folder that readers open; either all of it is new, or all of it is as it was.

The new edition is written beside the old one and takes its place by a rename. What the folder holds beyond what its
manifest lists is not ours: it is named, and nothing is touched.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from cablepress.build import MANIFEST
from cablepress.edition import Publication
from cablepress.errors import MachineFailure, WrongUsage


@dataclass(frozen=True, slots=True)
class Drift:
    """How a published folder differs from what its sources say: sorted paths."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed or self.extra)


def compare(publication: Publication, out: Path) -> Drift:
    """Compare a folder with an edition, byte for byte; write nothing."""
    with _told(out):
        there = set(_contents(out))
        expected = publication.files
        changed = (name for name in expected if name in there and (out / name).read_bytes() != expected[name])
        return Drift(tuple(sorted(set(expected) - there)), tuple(sorted(changed)), tuple(sorted(there - set(expected))))


def publish(publication: Publication, out: Path) -> bool:
    """Put an edition into a folder; return whether anything there had to change.

    Raises WrongUsage if the folder holds files that no edition of ours put there, MachineFailure if the disk fails.
    """
    with _told(out):
        _recover(out)
        _refuse_strangers(out)
        if not compare(publication, out):
            return False
        out.parent.mkdir(parents=True, exist_ok=True)
        with _staged(publication.files, out) as stage:
            _swap(stage, out)
        return True


def is_whole_edition(out: Path) -> bool:
    """Whether a folder holds a published edition, which a preview must not replace."""
    return (out / MANIFEST).is_file() and "preview" not in _manifest(out)


def _contents(out: Path) -> Iterator[str]:
    if out.exists() and not out.is_dir():
        raise WrongUsage(f"{out}: not a folder.")
    yield from (path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir())


def _manifest(out: Path) -> Mapping[str, object]:
    try:
        content = json.loads((out / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _refuse_strangers(out: Path) -> None:
    listed = _manifest(out).get("files", {})
    known = {*listed, MANIFEST} if isinstance(listed, dict) else {MANIFEST}
    strangers = sorted(set(_contents(out)) - known)
    if strangers:
        some = ", ".join(strangers[:3]) + (" and more" if len(strangers) > 3 else "")  # noqa: PLR2004
        raise WrongUsage(f"{out} holds files that no edition put there ({some}); choose another folder or remove them.")


@contextmanager
def _staged(files: Mapping[str, bytes], out: Path) -> Iterator[Path]:
    """Write all files into a fresh folder beside the output; remove it if it is still there afterwards."""
    stage = Path(mkdtemp(prefix=f".{out.name}.new-", dir=out.parent))
    try:
        stage.chmod(0o755)
        for name, data in files.items():
            path = stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o644)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def _swap(stage: Path, out: Path) -> None:
    """Let the new folder take the old one's place; if that fails, put the old one back."""
    old = _old(out)
    if out.exists():
        out.rename(old)
    try:
        stage.rename(out)
    except OSError:
        _recover(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(out: Path) -> None:
    """Mend what a build that was killed between two renames left behind."""
    old = _old(out)
    if not old.is_dir():
        return
    if out.exists():
        shutil.rmtree(old)
    else:
        old.rename(out)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Tell of a disk that is full, read-only or failing in one sentence."""
    try:
        yield
    except OSError as error:
        raise MachineFailure(f"{error.filename or out}: {error.strerror or error}; {out} is as it was.") from error
