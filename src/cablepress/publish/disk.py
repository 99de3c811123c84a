"""What Python's own library does not offer of the file system → calls that say plainly when they cannot be had."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_HERE = -100  # AT_FDCWD of openat(2)
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
# Where two folders cannot be exchanged: an old kernel, a file system that cannot, a folder that is a mount point
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.EBUSY, errno.EXDEV, errno.EPERM, errno.ENOTSUP})
_CANNOT_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EACCES, errno.ENOSYS})


def exchange(one: Path, other: Path) -> bool:
    """Let two folders take each other's place, all at once; return False, with nothing done, where that cannot be.

    Raises OSError if the disk fails.
    """
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def share(old: str, new: str) -> None:
    """Give a file a second name; where the file system knows no such thing, copy it."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        shutil.copy2(old, new, follow_symlinks=False)


def write(path: str, data: bytes) -> None:
    """Write a new file that everybody may read."""
    with created(path) as file:
        file.write(data)


@contextmanager
def created(path: str) -> Iterator[IO[bytes]]:
    """Open a new file that everybody may read, to write it and look at it again."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    with os.fdopen(descriptor, "w+b") as file:
        os.chmod(path, 0o644)  # noqa: PTH101 - whatever the umask is
        yield file


def settle_names(folder: Path) -> None:
    """Wait until the names in a folder, new and old, are on the disk."""
    if hasattr(os, "O_DIRECTORY"):  # not Windows
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def settle(folder: Path) -> None:
    """Wait until all that was written to a file system is on the disk; a call for each file would take minutes."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if syncfs is None:
            os.sync()
        elif syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)
