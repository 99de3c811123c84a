"""What the system says of a file → whether its content can still be what it was when it was read."""

import os
import time
from typing import NamedTuple

_TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a file system in use, that of FAT


class Stamp(NamedTuple):
    """What changes when a file is written to: its times (in nanoseconds), its size, its number on the disk."""

    modified: int
    changed: int
    size: int
    number: int


NEVER = Stamp(0, 0, -1, 0)  # of a file that must be looked into


def stamp(status: os.stat_result) -> Stamp:
    """Take the stamp of a file."""
    return Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def lasting(taken: Stamp) -> Stamp:
    """Keep a stamp only if a later change is bound to show in it.

    A file may be written to again within the same tick of the clock, or the clock may have been set: what was changed
    just now, or in the future, is looked into next time.
    """
    return taken if max(taken.modified, taken.changed) < time.time_ns() - _TICK else NEVER
