"""The path of a file → its path from the top of the repository it lies in, as code hosts and their tools name it."""

import os
from functools import lru_cache
from pathlib import Path


def from_repository(path: str) -> str:
    """Name a path from the nearest folder above it that holds .git; where there is none, from the working directory."""
    absolute = Path(path).absolute()
    top = _top(absolute.parent) or Path.cwd()
    return Path(os.path.relpath(absolute, top)).as_posix()


@lru_cache(maxsize=64)
def _top(folder: Path) -> Path | None:
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)
