"""What engine.py runs in a process of its own: python children.py parse|edition|soak ARGUMENTS."""

import os
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from cablepress.source import Source

_ENOUGH = 2000  # files to parse, however few there are, for a clock to be able to tell
_WARM, _LONG = 1000, 10_000  # cables; each is two transforms


def parse(folder: str) -> None:
    """Parse the files of a folder, nothing more; print the processor's and the wall's seconds for all of them."""
    paths = [str(path) for path in Path(folder).glob("*.xml")]
    rounds = max(1, _ENOUGH // len(paths))
    cpu, wall = process_time(), perf_counter()
    for _ in range(rounds):
        for path in paths:
            etree.parse(path)
    print((process_time() - cpu) / rounds, (perf_counter() - wall) / rounds)


def edition(folder: str, target: str) -> None:
    """Write the document that the stylesheets take as a parameter. Only here are its makers called."""
    from cablepress import render  # noqa: PLC0415 - the bare parse must not load it
    from cablepress.document import Document  # noqa: PLC0415
    from cablepress.edition import edition as assembled  # noqa: PLC0415
    from cablepress.parse import parse as read  # noqa: PLC0415

    documents = [one for one in map(read, _sources(folder)) if isinstance(one, Document)]
    entries = (render.entry(one) for one in documents if one.is_cable)
    Path(target).write_bytes(assembled(documents, entries).shared())


def soak(folder: str, document: str) -> None:
    """Render cables over and over; print the resident memory after a few and after many."""
    from cablepress import render, saxon  # noqa: PLC0415
    from cablepress.document import Document  # noqa: PLC0415
    from cablepress.parse import parse as read  # noqa: PLC0415

    parsed = [one for one in map(read, _sources(folder)) if isinstance(one, Document) and one.is_cable]
    cables = cycle([(one.source, render.entry(one)) for one in parsed])
    about = saxon.tree(Path(document).read_bytes())
    sizes = []
    for count in (_WARM, _LONG - _WARM):
        for cable, card in islice(cables, count):
            render.read(cable, card, about)
        sizes.append(_resident())
    print(*sizes)


def _sources(folder: str) -> list["Source"]:
    from cablepress.source import Source  # noqa: PLC0415

    return [Source(path.name, path.stem, path.read_bytes()) for path in sorted(Path(folder).glob("*.xml"))]


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    tasks: dict[str, Callable[..., None]] = {"parse": parse, "edition": edition, "soak": soak}
    tasks[sys.argv[1]](*sys.argv[2:])
