"""A file's name, its bytes → the file on the disk: all of them or none. So is written what is no edition."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EISDIR
from pathlib import Path

_FOR_ALL = 0o644
_LONGEST = 40  # letters of a name that its draft repeats


def replace(path: Path, data: bytes) -> None:
    """Put bytes in the place of a file, which keeps its mode, or where there is none. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        raise IsADirectoryError(EISDIR, "this is a folder", str(path))
    mode = stat.S_IMODE(path.lstat().st_mode) if os.path.lexists(path) else _FOR_ALL
    with _drafted(path, data, mode) as draft:
        draft.replace(path)


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises FileExistsError if it is: the file system sees to that by itself."""
    with _drafted(path, data, _FOR_ALL) as draft:
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if os.path.lexists(path):
                raise FileExistsError(f"{path} exists already") from None
            draft.replace(path)


@contextmanager
def _drafted(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Write bytes beside their place, down to the disk; what is left of that goes, whatever happens."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:_LONGEST]}.", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        draft.chmod(mode)
        yield draft
    finally:
        draft.unlink(missing_ok=True)
