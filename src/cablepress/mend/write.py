"""A file's bytes, and what they shall be → the file, changed all at once or not at all."""

from difflib import unified_diff
from pathlib import Path

from cablepress import replacement
from cablepress.door import read_regular
from cablepress.errors import Refused


def difference(name: str, before: bytes, after: bytes) -> str:
    """Show what changes as a unified diff, which `patch` and `git apply` understand."""
    old, new = (each.decode("utf-8", "replace").split("\n") for each in (before, after))
    lines = unified_diff(_ended(old), _ended(new), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _ended(lines: list[str]) -> list[str]:
    *whole, last = lines
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def replace(name: str, before: bytes, after: bytes) -> None:
    """Put new bytes in the place of a file, keeping its mode.

    Raises Refused if the file is not what it was when it was read, or no regular file; OSError if the disk fails.
    """
    if read_regular(name) != before:
        raise Refused(f"{name} changed while it was being mended; nothing was written to it. Try again.")
    replacement.replace(Path(name), after)
