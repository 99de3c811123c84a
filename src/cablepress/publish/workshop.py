"""An output folder → where a build that publishes into it keeps what it works with."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cablepress.publish.shelf import OURS


@dataclass(frozen=True)
class Workshop:
    """Where a build keeps what it works with: beside the output folder, or inside where that cannot be."""

    out: Path

    @cached_property
    def _base(self) -> str:
        is_apart = self.out.is_mount() or not os.access(self.out.parent, os.W_OK | os.X_OK)
        inside, beside = self.out / OURS, self.out.with_name(f".{self.out.name}{OURS}")
        return str(inside if self.out.is_dir() and is_apart else beside)

    @property
    def lock(self) -> Path:
        """The lock file."""
        return Path(f"{self._base}lock")

    @property
    def journal(self) -> Path:
        """What is to be moved."""
        return Path(f"{self._base}journal")

    @property
    def stages(self) -> Path:
        """How the names of staging folders begin."""
        return Path(f"{self._base}new-")

    def remains(self) -> list[Path]:
        """List what commands that were killed left behind, sorted."""
        begin = (self.stages.name, self.journal.name)
        try:
            with os.scandir(self.journal.parent) as found:
                return sorted(Path(entry.path) for entry in found if entry.name.startswith(begin))
        except (FileNotFoundError, NotADirectoryError):
            return []
