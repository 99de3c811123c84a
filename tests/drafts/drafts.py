"""A page's text, or the arguments of `import` → the draft, the elements of a name in it, the result and the files."""

from pathlib import Path

from click.testing import CliRunner, Result

from cablepress.cli import main
from cablepress.importing import draft, page
from cablepress.importing.holdings import Holdings
from cablepress.importing.nodes import Node, walk
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "tei" / "transcriptions" / "cable-1468.txt"
TODAY = "2026-11-25"


def drafted(text: str, known: Holdings | None = None, layout: str | None = None) -> draft.Draft:
    """Draft a page that has this text."""
    read = page.read(Source("page.txt", "cable-1", text.encode()))
    assert isinstance(read, page.Page)
    return draft.draft(read, "cable-1", known or Holdings(), TODAY, layout)


def named(one: Node, name: str) -> list[Node]:
    """List the elements of this name in a draft."""
    return [each for each in walk(one) if each.name == name]


def imported(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """Run `cablepress import`."""
    return CliRunner().invoke(main, ["import", *map(str, arguments)], input=stdin)


def files(folder: Path) -> dict[str, bytes]:
    """Read every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
