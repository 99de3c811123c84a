"""`cablepress validate`: paths, a format → every finding in them."""

import sys
from functools import partial
from pathlib import Path
from time import perf_counter

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
from cablepress.finding import Finding, Severity, gravest
from cablepress.report import FORMATS, Checked, Excerpts, default_format, summary
from cablepress.request import Request, requests
from cablepress.stopping import loading

_FAIL = "What makes the exit code 1: errors, or already warnings."
_SCHEMA = "Validate against this RELAX NG grammar instead of the edition's own rules."
_ENGINE = "Ask jing (Java) for its verdict, too, and report where the two disagree; default: libxml2 alone."


@click.command("validate")
@click.argument("paths", nargs=-1, type=PATH)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Default: full on a terminal, else concise.")
@click.option("--max-findings", "most", type=click.IntRange(1), help="Show no more than so many, errors first.")
@click.option("--fail-on", type=click.Choice(("error", "warning")), default="error", show_default=True, help=_FAIL)
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
    most: int | None,
    fail_on: str,
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
        begun, asked = perf_counter(), requests(paths or (Path("tei"),))
        if has_diff or is_mended:
            mend_all(asked, Effort(jobs, limit), is_shown=has_diff)
        if has_diff:
            return
        show = partial(_show, asked, form, most, Severity(fail_on))
        if is_watched:
            watch(asked, Effort(jobs, limit), show)
        found = [_validated(request, schema, jobs, limit) for request in asked]
        if engine == "jing":
            found = [second(corpus, some, request) for request, (corpus, some) in zip(asked, found, strict=True)]
        fails = show(found, begun)
    if fails:
        raise click.exceptions.Exit(Refused.exit_code)


def _show(  # noqa: PLR0913, PLR0917 - what was asked for, and what was found
    asked: tuple[Request, ...],
    form: str | None,
    most: int | None,
    fail_on: Severity,
    found: list[tuple[Corpus, tuple[Finding, ...]]],
    begun: float,
) -> bool:
    """Print what was found in some editions, and a line that sums it up; say whether it is too grave."""
    findings = tuple(finding for _, some in found for finding in some)
    shown, omitted = gravest(findings, most)
    checked = Checked(_names(asked, found), omitted, fail_on)
    excerpts = Excerpts(file.name for corpus, _ in found for file in (*corpus.files, *corpus.transcriptions))
    click.echo(FORMATS[form or default_format(sys.stdout)](shown, excerpts, checked), nl=False)
    taken = perf_counter() - begun
    click.echo(summary(findings, len(checked.files), seconds=taken, omitted=len(omitted)), err=True)
    return any(map(checked.fails, findings))


def _names(asked: tuple[Request, ...], found: list[tuple[Corpus, tuple[Finding, ...]]]) -> tuple[str, ...]:
    """Name the files that were asked about, in the order of the editions."""
    both = zip(asked, found, strict=True)
    return tuple(
        name for request, (corpus, _) in both for name in sorted(request.names) or [one.name for one in corpus.files]
    )


def _validated(
    request: Request, schema: Path | None, jobs: int | None, limit: float | None
) -> tuple[Corpus, tuple[Finding, ...]]:
    """Validate an edition; return what there is with the findings in the files asked about."""
    corpus = read_corpus(request.folder)
    findings = (
        _findings(corpus, jobs, limit) if schema is None else _against(corpus, schema, request, Effort(jobs, limit))
    )
    there = (*corpus.files, *corpus.transcriptions)
    request.refuse_unknown(frozenset((*(one.name for one in there), *(one.path for one in findings))))
    return corpus, tuple(each for each in findings if not request.names or each.path in request.reported)


def _against(corpus: Corpus, schema: Path, request: Request, effort: Effort) -> tuple[Finding, ...]:
    with loading():
        from cablepress import against, engine  # noqa: PLC0415 - few ask for it

    with engine.pool(corpus, Effort(1, effort.limit)) as computing:
        return against.check_apart(corpus, schema, request.reported, computing, effort.jobs)


def _findings(corpus: Corpus, jobs: int | None, limit: float | None) -> tuple[Finding, ...]:
    memory = recalled(corpus.folder)
    if known := known_outcome(corpus, memory):
        return known.findings
    with loading():
        from cablepress import engine  # noqa: PLC0415 - not needed where nothing has changed

    with engine.pool(corpus, Effort(jobs, limit)) as computing:
        return engine.check(corpus, memory, computing).findings
