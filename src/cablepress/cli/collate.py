"""`cablepress collate`: cables → every departure of their encoding from the page that it was made from."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablepress.cli.known import recalled
from cablepress.cli.options import JOBS, LIMIT, STATS
from cablepress.cli.timing import timed
from cablepress.corpus import read_corpus
from cablepress.effort import Effort
from cablepress.errors import Refused, WrongUsage
from cablepress.report import default_format
from cablepress.request import Request, requests
from cablepress.stopping import loading

if TYPE_CHECKING:
    from cablepress.collation.overview import Overview

_FORMATS = ("full", "concise", "json", "ledger")
_SOURCE = Path("tei")


@click.command("collate")
@click.argument("cables", nargs=-1, metavar="[CABLE]...")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: full on a terminal, else concise.")
@JOBS
@LIMIT
@STATS
def collate_command(
    cables: tuple[str, ...], *, form: str | None, jobs: int | None, limit: float | None, has_stats: bool
) -> None:
    """Compare cables with their transcriptions, word for word.

    CABLE is a file, its transcription, a folder, or a cable of the folder tei by its name, such as cable-1468; without
    any, all of tei. Departures that are meant are declared in tei/ledger.toml; --format ledger writes the entries.

    Exit code 0: no departure but declared ones; 1: undeclared departures, or declared ones that do not occur; 2: wrong
    usage; 3: the machine failed.
    """
    with timed(has_stats=has_stats):
        asked = requests(map(_path, cables or (str(_SOURCE),)))
        with loading():
            from cablepress.collation import overview, shown  # noqa: PLC0415 - help does without

        seen = overview.joined([_seen(request, Effort(jobs, limit)) for request in asked])
        click.echo(shown.FORMATS[form or default_format(sys.stdout)](seen), nl=False)
        click.echo(shown.summary(seen), err=True)
    if not seen.is_clean:
        raise click.exceptions.Exit(Refused.exit_code)


def _path(cable: str) -> Path:
    """Take a path as it is; a name that is none is that of a cable."""
    path, named = Path(cable), _SOURCE / f"{cable}.xml"
    return named if not path.exists() and named.is_file() else path


def _seen(request: Request, effort: Effort) -> "Overview":
    with loading():
        from cablepress import engine  # noqa: PLC0415 - as above
        from cablepress.collation.overview import overview  # noqa: PLC0415 - as above

    corpus = read_corpus(request.folder)
    with engine.pool(corpus, effort) as computing:
        validated = engine.check(corpus, recalled(corpus.folder), computing)
    there = (*corpus.files, *corpus.transcriptions)
    request.refuse_unknown(frozenset((*(one.name for one in there), *(one.path for one in validated.findings))))
    seen = overview(validated, frozenset(Path(name).stem for name in request.names))
    if not (seen.accounts or seen.apart or seen.findings):
        raise WrongUsage(f"{request.folder}: there is no cable to collate.")
    return seen
