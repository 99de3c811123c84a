"""An output folder → whether it is still what a build left, without opening its files."""

from collections.abc import Mapping
from pathlib import Path

from cablepress.errors import WrongUsage
from cablepress.memory import Printed
from cablepress.publish.shelf import MANIFEST, Shelf, manifest, shelf
from cablepress.publish.workshop import Workshop
from cablepress.request import real


def is_untouched(out: Path, remembered: Mapping[str, Printed], head: Mapping[str, str]) -> Shelf | None:
    """Look whether a folder still holds a remembered edition, all of it as it was left; None if not.

    Its manifest must say what `head` does, of the sources and of what was done with them: that they were checked since
    does not mean that they were built. Nothing is written, and no file opened but the manifest.
    """
    out = real(out)
    if not remembered or not out.is_dir() or Workshop(out).remains():
        return None
    said = manifest(out)
    if any(said.get(name, "") != value for name, value in head.items()):
        return None
    found = shelf(out, remembered)
    return found if found.printed.keys() == remembered.keys() and found.listed == remembered.keys() else None


def refuse_as_preview(out: Path, only: str, *, is_named: bool) -> None:
    """Raise WrongUsage if a preview of one cable would replace an edition; it wants a folder named for it."""
    if not only.strip():
        raise WrongUsage("--only names no cable.")
    if not is_named or real(out) == real(Path("dist")) or _is_whole_edition(real(out)):
        raise WrongUsage("--only makes a preview; name a folder for it with --out that holds no edition.")


def _is_whole_edition(out: Path) -> bool:
    return (out / MANIFEST).is_file() and "preview" not in manifest(out)
