"""`cablepress import`: saved pages → a TEI draft of each, and an account of what was recognised."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablepress.cli.options import PATH
from cablepress.door import read_regular
from cablepress.errors import Refused, WrongUsage
from cablepress.finding import Finding
from cablepress.report import visible
from cablepress.source import MAX_BYTES, Source
from cablepress.stopping import go_on, loading

if TYPE_CHECKING:
    from cablepress.importing.run import Imported

_LAYOUTS = ("site", "old-site", "telegram", "memorandum", "japanese", "plain")


@click.command("import")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--out", type=PATH, default=Path("tei"), show_default=True, help="The edition to which the drafts go.")
@click.option("--as", "layout", type=click.Choice(_LAYOUTS), help="What kind of page it is, if that is not recognised.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Write no draft; only say what would become of the pages.")
@click.option("--report", type=PATH, metavar="FILE", help="Write the account to this file, not to the screen.")
@click.option("--force", "is_forced", is_flag=True, help="Replace drafts and transcriptions that are there already.")
def import_command(  # noqa: PLR0913 - one for each option
    pages: tuple[str, ...], *, out: Path, layout: str | None, is_dry: bool, report: Path | None, is_forced: bool
) -> None:
    """Make a TEI draft of each saved page, and say what was recognised in it.

    A PAGE is UTF-8 text, or HTML as a browser saves it; - is the standard input. The page's text goes to the
    transcriptions of the edition, so that validate compares every word of the draft with it.

    Exit code 0: every page has its draft, whatever is doubtful in it; 1: a page could not be read, or its draft is
    there already; 2: wrong usage; 3: the machine failed.
    """
    sources = tuple(_source(name) for name in pages)
    if report:
        _refuse_report(report, is_forced=is_forced)
    with loading():
        from cablepress.importing import run  # noqa: PLC0415 - not needed where the pages are not there
    made = run.import_pages(sources, out, _today(), layout, is_dry=is_dry, is_forced=is_forced)
    _tell(made, report, is_forced=is_forced)
    if made.findings:
        raise click.exceptions.Exit(Refused.exit_code)


def _refuse_report(report: Path, *, is_forced: bool) -> None:
    """Refuse to put the account in the place of a device, a pipe, a folder; of a file that holds something, unasked."""
    if os.path.lexists(report) and not (report.is_file() and not report.is_symlink()):
        raise WrongUsage(f"{report}: not a regular file.")
    if not is_forced and report.is_file() and report.stat().st_size:
        raise WrongUsage(f"{report} exists already; --force replaces it.")


def _tell(made: "Imported", report: Path | None, *, is_forced: bool) -> None:
    from cablepress.importing import desk  # noqa: PLC0415 - loaded already

    if report:
        report.parent.mkdir(parents=True, exist_ok=True)
        desk.write(report, made.report.encode(), is_forced=is_forced or report.exists())
    else:
        click.echo(made.report, nl=False)
    for one in made.findings:
        place = f"{one.path}:{one.line}:{one.column}" if one.line else one.path
        click.echo(visible(f"{place}: error {one.code} {one.sentence}"), err=True)
    click.echo(made.summary, err=True)


def _source(name: str) -> Source | Finding:
    """Read a page; what is not there is wrong usage, and what is no file cannot be read."""
    go_on()
    if name == "-":
        return Source("standard input", "", sys.stdin.buffer.read(MAX_BYTES + 1))
    path = Path(name)
    if not os.path.lexists(path):
        raise WrongUsage(f"{name}: no such file.")
    if path.is_dir():
        raise WrongUsage(f"{name}: a folder, not a page.")
    data = _read(path)
    return data if isinstance(data, Finding) else Source(name, path.name, data)


def _read(path: Path) -> bytes | Finding:
    try:
        data = read_regular(str(path))
    except OSError as error:
        return Finding(
            str(path), 0, 0, "W07", f"The page cannot be read: {error.strerror}.", "See to it that it can be."
        )
    return (
        Finding(str(path), 0, 0, "W07", "This is not a regular file.", "Save the page to one.")
        if data is None
        else data
    )


def _today() -> str:
    """Give the day of the import; where builds are to be repeatable, the day that is set for them."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()  # noqa: DTZ011 - the editor's own day
    return day.isoformat()
