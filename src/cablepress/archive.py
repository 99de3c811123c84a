"""Names and bytes → a zip file that is the same everywhere: no time, no machine, in the order given.

Nothing is compressed. What the same bytes are compressed to depends on the zlib that Python was built with, and the
same sources are to give the same edition anywhere; and from what is stored as it is, a part can be taken up again. No
level and no strategy of zlib helps: where it ends a block has changed from release to release, and its replacements
(zlib-ng, which some systems put in its place) search for repetitions in ways of their own. A zip file is therefore as
large as its folder, some 110 KB for a telegram; whatever sends it may compress it on the way.
"""

from collections.abc import Iterable
from stat import S_IFREG
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can tell
_UNIX = 3


def pack(file: IO[bytes], entries: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip file; of the entries, one at a time is held. Raises OSError if the disk fails."""
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, data in entries:
            archive.writestr(_entry(name), data)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIRST_DAY)
    entry.create_system = _UNIX
    entry.external_attr = (S_IFREG | 0o644) << 16
    return entry
