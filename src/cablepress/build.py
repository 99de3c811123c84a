"""A validated corpus → the files of its edition."""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from cablepress import __version__, press
from cablepress.edition import Publication, narrowed
from cablepress.errors import WrongUsage
from cablepress.finding import errors
from cablepress.resources import folder
from cablepress.validate import Validated, lent
from cablepress.workers import Pool

MANIFEST = "manifest.json"
_PAGES = {"index.html": "home", "people.html": "people"}


def build(validated: Validated, pool: Pool, preview: str = "") -> Publication:
    """Render every cable and the pages of the edition, and list them all in a manifest.

    `preview` is the stem of the one cable that a partial edition is for; empty for a whole edition.
    """
    files = dict(sorted(_files(validated, pool)))
    return Publication({**files, MANIFEST: _manifest(files, preview)})


def narrow(validated: Validated, cable: str) -> Validated:
    """Keep one cable, named by its stem or its file: its entry in the edition, and the findings in its own file.

    Raises WrongUsage if the corpus has no such file.
    """
    stem = Path(cable).name.removesuffix(".xml")
    source = next((each for each in validated.corpus.sources if each.stem == stem), None)
    if source is None:
        raise WrongUsage(f"{validated.corpus.folder}: there is no cable {stem or cable} in this folder.")
    own = tuple(finding for finding in validated.findings if finding.path == source.name)
    cables = tuple(each for each in validated.cables if each.stem == stem)
    if not cables and not errors(own):
        raise WrongUsage(f"{source.name} is not a cable.")
    edition = narrowed(validated.edition, frozenset({stem}))
    return replace(validated, cables=cables, edition=edition, findings=own)


def _files(validated: Validated, pool: Pool) -> Iterator[tuple[str, bytes]]:
    yield from _cables(validated, pool)
    yield from _pages(validated.edition, pool)
    yield from _assets(folder("xslt") / "assets")


def _cables(validated: Validated, pool: Pool) -> Iterator[tuple[str, bytes]]:
    cables = validated.cables
    with lent(validated.edition) as path:
        readings = pool.each("rendering", press.read, cables, (path,) * len(cables))
    for cable, reading in zip(cables, readings, strict=True):
        yield f"{cable.stem}.html", reading.html
        yield f"{cable.stem}.txt", reading.text
        yield f"{cable.stem}.xml", cable.data


def _pages(edition: bytes, pool: Pool) -> Iterator[tuple[str, bytes]]:
    with lent(edition) as path:
        pages = pool.each("assembling", press.page, tuple(_PAGES.values()), (path,) * len(_PAGES))
    yield from zip(_PAGES, pages, strict=True)


def _assets(assets: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(assets.iterdir()):
        yield f"assets/{path.name}", path.read_bytes()


def _manifest(files: dict[str, bytes], preview: str) -> bytes:
    """List every file with its SHA-256, and what made them: no time, no machine."""
    listed = {name: sha256(data).hexdigest() for name, data in files.items()}
    kind = {"preview": preview} if preview else {}
    content = {"generator": f"cablepress {__version__}", **kind, "files": listed}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
