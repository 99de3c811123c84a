"""An output folder → a lock on it: one build at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cablepress.errors import MachineFailure

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone(path: Path, out: Path) -> Iterator[None]:
    """Keep other builds away from a folder by a lock file; where the system knows no such locks, hope.

    Raises MachineFailure if another build has the lock. The system lets go of it when this process ends.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = _lock(path, out)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # before it is let go: who waits for it sees that it is gone, and makes another
        os.close(descriptor)


def _lock(path: Path, out: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise MachineFailure(f"Another build is publishing into {out}; wait for it.") from error
        if _is_still(path, descriptor):
            return descriptor
        os.close(descriptor)


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False
