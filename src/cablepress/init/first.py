"""A title and a day → the files with which a new edition begins, each with the place where it belongs.

The templates are plain files; of what is in @…@, this edition's own is put in.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from cablepress import __version__
from cablepress.errors import WrongUsage
from cablepress.init.schema import schema_files

_TEMPLATES = Path(__file__).parent / "template"
# Where each template belongs. Their own names have no leading dot, so that no tool takes them for its settings.
_PLACES: Mapping[str, str] = {
    "README.md": "README.md",
    "editorconfig": ".editorconfig",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "edition.yml": ".github/workflows/edition.yml",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "extensions.json": ".vscode/extensions.json",
    "settings.json": ".vscode/settings.json",
    "tei/authority.xml": "tei/authority.xml",
    "tei/cable-1.xml": "tei/cable-1.xml",
    "tei/edition.xml": "tei/edition.xml",
    "tei/ledger.toml": "tei/ledger.toml",
    "tei/transcription.txt": "tei/transcriptions/cable-1.txt",
}
_MARK = re.compile(r"@(TITLE|DAY|VERSION)@")


def first_files(title: str, day: str) -> dict[str, bytes]:
    """Make the files of a new edition, by their places in it. Raises WrongUsage if the title is none."""
    words = " ".join(title.split())
    if not words or not words.isprintable():
        raise WrongUsage("A title is words; give one that can be read.")
    values = {"TITLE": words, "DAY": day, "VERSION": __version__}
    made = {place: _filled(_TEMPLATES / name, values) for name, place in _PLACES.items()}
    return made | {f"schema/{name}": data for name, data in schema_files().items()}


def _filled(template: Path, values: Mapping[str, str]) -> bytes:
    is_xml = template.suffix == ".xml"
    text = template.read_text(encoding="utf-8")
    return _MARK.sub(lambda mark: escape(values[mark[1]], quote=False) if is_xml else values[mark[1]], text).encode()
