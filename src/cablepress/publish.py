"""The files of an edition → a folder that readers open; either all of it is new, or all of it is as it was.

The new edition is written beside the old one and takes its place by a rename. What the folder holds beyond what its
manifest lists is not ours: it is named, and nothing is touched.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from cablepress.build import MANIFEST
from cablepress.edition import Publication
from cablepress.errors import MachineFailure, WrongUsage
from cablepress.request import real

if sys.platform != "win32":
    import fcntl


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
    out = real(out)
    with _told(out):
        there = set(_contents(out))
        expected = publication.files
        changed = (name for name in expected if name in there and (out / name).read_bytes() != expected[name])
        return Drift(tuple(sorted(set(expected) - there)), tuple(sorted(changed)), tuple(sorted(there - set(expected))))


def publish(publication: Publication, out: Path) -> bool:
    """Put an edition into a folder; return whether anything there had to change.

    Raises WrongUsage if the folder holds files that no edition of ours put there, MachineFailure if the disk fails or
    another build is publishing there.
    """
    out = real(out)  # a link stays one: what it leads to is replaced
    with _told(out):
        if not compare(publication, out) and not _remains(out):
            return False
        out.parent.mkdir(parents=True, exist_ok=True)
        with _alone(out):
            return _replace(publication, out)


def _replace(publication: Publication, out: Path) -> bool:
    _recover(out)
    _refuse_strangers(out)
    if not compare(publication, out):
        return False
    with _staged(publication.files, out) as stage:
        _swap(stage, out)
    return True


def is_whole_edition(out: Path) -> bool:
    """Whether a folder holds a published edition, which a preview must not replace."""
    out = real(out)
    return (out / MANIFEST).is_file() and "preview" not in _manifest(out)


def _contents(out: Path) -> Iterator[str]:
    if out.exists() and not out.is_dir():
        raise WrongUsage(f"{out}: not a folder.")
    yield from (path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_symlink() or not path.is_dir())


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
    stage = Path(mkdtemp(prefix=_beside(out, "new-").name, dir=out.parent))
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


def _beside(out: Path, what: str) -> Path:
    """Name something of ours beside the output, as nobody else would."""
    return out.with_name(f".{out.name}.cablepress-{what}")


def _swap(stage: Path, out: Path) -> None:
    """Let the new folder take the old one's place; if that fails or is interrupted, put the old one back."""
    old = _beside(out, "old")
    try:
        if out.exists():
            out.rename(old)
        stage.rename(out)
    finally:
        if old.exists() and not out.exists():
            old.rename(out)
    with suppress(OSError):  # the new edition is there; what is left of the old one goes next time
        _discard(old)


def _remains(out: Path) -> list[Path]:
    """List what builds that were killed left beside the output."""
    old, new = _beside(out, "old"), _beside(out, "new-")
    there = out.parent.iterdir() if out.parent.is_dir() else ()
    return [path for path in there if path == old or path.name.startswith(new.name)]


def _recover(out: Path) -> None:
    """Mend what a build that was killed left behind: half an edition, or an old one that had made room."""
    old = _beside(out, "old")
    for path in _remains(out):
        if path != old:
            shutil.rmtree(path)
    if old.is_symlink():
        raise WrongUsage(f"{old} is a link that no edition put there; remove it.")
    if old.exists():
        _refuse_strangers(old)
        if out.exists():
            _discard(old)
        else:
            old.rename(out)


def _discard(old: Path) -> None:
    """Delete an edition, its manifest last: if that is cut short, the rest can still be told to be ours."""
    for name in set(_contents(old)) - {MANIFEST}:
        (old / name).unlink()
    shutil.rmtree(old)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Keep other builds away from a folder; where the system knows no such locks, hope."""
    if sys.platform == "win32":
        yield
        return
    path = _beside(out, "lock")
    descriptor = _lock(path, out)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # before it is let go: who waits for it sees that it is gone, and makes another
        os.close(descriptor)


def _lock(path: Path, out: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise MachineFailure(f"Another build is publishing into {out}; wait for it.") from error
        if path.exists() and path.stat().st_ino == os.fstat(descriptor).st_ino:
            return descriptor
        os.close(descriptor)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    """Tell of a disk that is full, read-only or failing in one sentence."""
    try:
        yield
    except OSError as error:
        raise MachineFailure(f"{error.filename or out}: {error.strerror or error}; {out} is as it was.") from error
