"""The name of a file → its bytes, if it is a file that may be read. Whatever comes from outside comes in here."""

import os
import stat
from pathlib import Path

from cablepress.source import MAX_BYTES

_PLAIN = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
# A pipe must not keep us waiting, and what has become a link since it was looked at is not followed
_WARY = _PLAIN | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def read_regular(name: str | Path, limit: int = MAX_BYTES) -> bytes | None:
    """Read a regular file, at most one byte more than is allowed; None for a link, a folder, a pipe, a device.

    Raises OSError if it cannot be opened or read.
    """
    if Path(name).is_symlink():
        return None
    descriptor = os.open(name, _WARY)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read(limit + 1)
