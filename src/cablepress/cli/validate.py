"""`cablepress validate`: paths, a format → every finding in them."""

import sys
from functools import partial
from pathlib import Path

import click

from cablepress.cli.jing import second
from cablepress.cli.known import known_outcome, recalled
from cablepress.cli.mending import MENDING, mend_all
from cablepress.cli.options import JOBS, LIMIT, PATH, STATS
from cablepress.cli.timing import timed
from cablepress.cli.watching import watch
from cablepress.corpus import Corpus, read_corpus
from cablepress.effort import Effort
from cablepress.errors import Refused
from cablepress.finding import Finding, errors
from cablepress.report import FORMATS, Excerpts, default_format, summary
from cablepress.request import Request, requests
from cablepress.stopping import loading

_SCHEMA = "Validate against this RELAX NG grammar instead of the edition's own rules."

_ENGINE = "Ask jing (Java) for its verdict, too, and report where the two disagree; default: libxml2 alone."


@click.command("validate")
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Default: full on a terminal, else concise.")
@click.option("--schema", type=PATH, metavar="FILE", help=_SCHEMA)
@click.option("--engine", type=click.Choice(("libxml2", "jing")), default="libxml2", help=_ENGINE)
@MENDING
@click.option("--watch", "is_watched", is_flag=True, help="Validate again after each save, until Ctrl-C.")
@JOBS
@LIMIT
@STATS
def validate_command(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    *,
    form: str | None,
    schema: Path | None,
    engine: str,
    is_mended: bool,
    has_diff: bool,
    is_watched: bool,
    jobs: int | None,
    limit: float | None,
    has_stats: bool,
) -> None:
    """Report every mistake in TEI files, with its place and its remedy.

    PATHS are folders or files; without any, the folder tei. A file is checked against the edition it belongs to: the
    nearest folder above it that holds authority.xml.

    Exit code 0: no error, though there may be warnings; 1: errors; 2: wrong usage; 3: the machine failed.
    """
    with timed(has_stats=has_stats):
        asked = requests(paths or (Path("tei"),))
        if has_diff or is_mended:
            mend_all(asked, Effort(jobs, limit), is_shown=has_diff)
        if has_diff:
            return
        if is_watched:
            watch(asked, Effort(jobs, limit), partial(_show, form))
        found = [_validated(request, schema, jobs, limit) for request in asked]
        if engine == "jing":
            found = [
                (corpus, (*some, *second(corpus, request)))
                for request, (corpus, some) in zip(asked, found, strict=True)
            ]
        _show(form, found, sum(map(_files, asked, (corpus for corpus, _ in found))))
    if errors(tuple(finding for _, some in found for finding in some)):
        raise click.exceptions.Exit(Refused.exit_code)


def _files(request: Request, corpus: Corpus) -> int:
    return len(request.names) or len(corpus.files)


def _show(form: str | None, found: list[tuple[Corpus, tuple[Finding, ...]]], files: int | None = None) -> None:
    """Print what was found in some editions, and a line that sums it up."""
    findings = tuple(finding for _, some in found for finding in some)
    excerpts = Excerpts(file.name for corpus, _ in found for file in (*corpus.files, *corpus.transcriptions))
    click.echo(FORMATS[form or default_format(sys.stdout)](findings, excerpts), nl=False)
    count = sum(len(corpus.files) for corpus, _ in found) if files is None else files
    click.echo(summary(findings, count), err=True)


def _validated(
    request: Request, schema: Path | None, jobs: int | None, limit: float | None
) -> tuple[Corpus, tuple[Finding, ...]]:
    """Validate an edition; return what there is with the findings in the files asked about."""
    corpus = read_corpus(request.folder)
    findings = _findings(corpus, jobs, limit) if schema is None else _against(corpus, schema, request, jobs)
    there = (*corpus.files, *corpus.transcriptions)
    request.refuse_unknown(frozenset((*(one.name for one in there), *(one.path for one in findings))))
    return corpus, tuple(each for each in findings if not request.names or each.path in request.reported)


def _against(corpus: Corpus, schema: Path, request: Request, jobs: int | None) -> tuple[Finding, ...]:
    with loading():
        from cablepress import against  # noqa: PLC0415 - few ask for it

    return against.check(corpus, schema, request.reported, jobs)


def _findings(corpus: Corpus, jobs: int | None, limit: float | None) -> tuple[Finding, ...]:
    memory = recalled(corpus.folder)
    if known := known_outcome(corpus, memory):
        return known.findings
    with loading():
        from cablepress import engine  # noqa: PLC0415 - not needed where nothing has changed

    with engine.pool(corpus, Effort(jobs, limit)) as computing:
        return engine.check(corpus, memory, computing).findings
