"""An output folder → whether it is still what a build left, without opening its files."""

from collections.abc import Mapping
from pathlib import Path

from cablepress.memory import Printed
from cablepress.publish.shelf import MANIFEST, Shelf, manifest, shelf
from cablepress.publish.workshop import Workshop
from cablepress.request import real


def is_untouched(out: Path, remembered: Mapping[str, Printed]) -> Shelf | None:
    """Look whether a folder still holds a remembered edition, all of it as it was left; None if not.

    Nothing is written, and no file opened but the manifest.
    """
    out = real(out)
    if not remembered or not out.is_dir() or Workshop(out).remains():
        return None
    found = shelf(out, remembered)
    return found if found.printed.keys() == remembered.keys() and found.listed == remembered.keys() else None


def is_whole_edition(out: Path) -> bool:
    """Whether a folder holds a published edition, which a preview must not replace."""
    out = real(out)
    return (out / MANIFEST).is_file() and "preview" not in manifest(out)
