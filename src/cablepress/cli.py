"""The words of a command line → one call, its output, an exit code. The only module that knows click."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from cablepress import __version__, watch
from cablepress.corpus import Corpus, read_corpus
from cablepress.effort import Effort
from cablepress.errors import CablepressError, MachineFailure, Refused, WrongUsage
from cablepress.finding import Finding, errors
from cablepress.memory import Memory, Outcome, place, recall, remember, unchanged
from cablepress.publish.untouched import is_untouched, refuse_as_preview
from cablepress.report import FORMATS, Excerpts, default_format, spent, summary, visible
from cablepress.request import Request, real, refuse_here, refuse_overlap, requests
from cablepress.stopping import loading
from cablepress.store import fetch, is_address, local, send
from cablepress.tools import tools

if TYPE_CHECKING:
    from cablepress.publish.drift import Drift

_PATH = click.Path(path_type=Path)
_SCHEMA = "Validate against this RELAX NG grammar instead of the edition's own rules."
_JOBS = click.option("--jobs", type=click.IntRange(1), help="Worker processes; default: as many as are worth it.")
_LIMIT = click.option(
    "--time-limit",
    "limit",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    help="Give up a file after so long; default: 10, and 10 more for each megabyte.",
)
_STATS = click.option("--stats", "has_stats", is_flag=True, help="Say at the end where the time went.")


class _Commands(click.Group):
    """Commands whose failures are told in one sentence, with the exit code that belongs to them."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CablepressError as error:
            click.echo(f"cablepress: {visible(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise  # whoever read our output has seen enough; click knows what to do
            said = visible(f"{error.filename or 'the disk'}: {error.strerror or error}")
            click.echo(f"cablepress: {said}", err=True)
            ctx.exit(MachineFailure.exit_code)
        except KeyboardInterrupt:
            ctx.exit(130)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cablepress", message="%(prog)s %(version)s")
def main() -> None:
    """Make a digital edition of diplomatic cables from TEI files."""


@main.command("validate")
@click.argument("paths", nargs=-1, type=_PATH)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), help="Default: full on a terminal, else concise.")
@click.option("--schema", type=_PATH, metavar="FILE", help=_SCHEMA)
@_JOBS
@_LIMIT
@_STATS
def validate_command(  # noqa: PLR0913 - one for each option
    paths: tuple[Path, ...],
    *,
    form: str | None,
    schema: Path | None,
    jobs: int | None,
    limit: float | None,
    has_stats: bool,
) -> None:
    """Report every mistake in TEI files, with its place and its remedy.

    PATHS are folders or files; without any, the folder tei. A file is checked against the edition it belongs to: the
    nearest folder above it that holds authority.xml.

    Exit code 0: no error, though there may be warnings; 1: errors; 2: wrong usage; 3: the machine failed.
    """
    with _timed(has_stats=has_stats):
        asked = requests(paths or (Path("tei"),))
        found = [_validated(request, schema, jobs, limit) for request in asked]
        findings = tuple(finding for _, some in found for finding in some)
        files = sum(len(request.names) or len(corpus.files) for request, (corpus, _) in zip(asked, found, strict=True))
        excerpts = Excerpts(file.name for corpus, _ in found for file in (*corpus.files, *corpus.transcriptions))
        click.echo(FORMATS[form or default_format(sys.stdout)](findings, excerpts), nl=False)
        click.echo(summary(findings, files), err=True)
    if errors(findings):
        raise click.exceptions.Exit(Refused.exit_code)


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
    memory = _recalled(corpus.folder)
    if known := _unchanged(corpus, memory):
        return known.findings
    with loading():
        from cablepress import engine  # noqa: PLC0415 - not needed where nothing has changed

    with engine.pool(corpus, Effort(jobs, limit)) as computing:
        return engine.check(corpus, memory, computing).findings


@main.command("build")
@click.option("--source", default="tei", show_default=True, help="The folder of TEI files; or its address in a store.")
@click.option("--out", help="The folder to publish into, or its address in a store.  [default: dist]")
@click.option("--check", "is_check", is_flag=True, help="Write nothing; say whether the folder is up to date.")
@click.option("--only", metavar="CABLE", help="Preview one cable, despite errors in others; needs --out.")
@_JOBS
@click.option("--cluster", metavar="ADDRESS", help="Have it done by the workers of a Dask scheduler.")
@_LIMIT
@_STATS
def build_command(  # noqa: PLR0913 - one for each option
    source: str,
    out: str | None,
    *,
    is_check: bool,
    only: str | None,
    jobs: int | None,
    cluster: str | None,
    limit: float | None,
    has_stats: bool,
) -> None:
    """Validate TEI files and publish their reading edition.

    Only what has changed is done again. While there are errors nothing is published, and the folder stays as it was;
    files in it that no edition put there are left alone.

    Exit code 0: published, or up to date; 1: errors in the TEI, or --check found a difference; 2: wrong usage;
    3: the machine failed.
    """
    folder, target = local(source), local(out or "dist")
    if only is not None:
        refuse_as_preview(target, only, is_named=out is not None)
    refuse_overlap(folder, target)
    refuse_here(target)
    with _timed(has_stats=has_stats):
        if is_address(source):
            fetch(source)
        corpus, memory = read_corpus(folder), _recalled(folder)
        if only is not None or is_check or not _is_current(corpus, memory, target):
            _build(corpus, memory, target, Effort(jobs, limit, cluster), only=only, is_check=is_check)
        if out and is_address(out) and not is_check:
            send(target, out)


def _build(  # noqa: PLR0913 - what is known, and what was asked
    corpus: Corpus, memory: Memory, target: Path, effort: Effort, *, only: str | None, is_check: bool
) -> None:
    with loading():
        from cablepress import engine  # noqa: PLC0415 - as above

    with engine.pool(corpus, effort) as computing:
        validated = engine.check(corpus, memory, computing)
        wanted = engine.wanted(validated, only)
        _refuse_errors(corpus, wanted.findings, len(wanted.cables))
        preview = "" if only is None else wanted.cables[0].file.stem
        if is_check:
            _tell_drift(engine.drift(wanted, computing, target, preview), target)
            return
        published = engine.publish(wanted, computing, target, preview)
    _tell_published(len(wanted.cables), target, published.foreign, is_new=published.is_new)


def _is_current(corpus: Corpus, memory: Memory, target: Path) -> bool:
    """Whether neither sources nor edition have changed since the last build; if so, say what that said."""
    known = _unchanged(corpus, memory)
    if known is None or errors(known.findings) or not known.cables:
        return False
    found = is_untouched(target, memory.edition(real(target)))
    if found is None:
        return False
    _refuse_errors(corpus, known.findings, known.cables)
    _tell_published(known.cables, target, found.foreign, is_new=False)
    return True


def _unchanged(corpus: Corpus, memory: Memory) -> Outcome | None:
    """Return what the last check of these files found, if they still are what they were."""
    same = unchanged(memory, corpus)
    if same is not None and same.files != memory.files:
        remember(same, place(corpus.folder))  # so that the next command need not read them
    return same.outcome if same else None


def _recalled(source: Path) -> Memory:
    return recall(place(source), tools(), source.as_posix())


@contextmanager
def _timed(*, has_stats: bool) -> Iterator[None]:
    begun = perf_counter()
    yield
    if has_stats:
        click.echo(spent(watch.taken(), perf_counter() - begun), err=True, nl=False)


def _refuse_errors(corpus: Corpus, findings: tuple[Finding, ...], cables: int) -> None:
    """Report findings on stderr; while there are errors among them, go no further."""
    excerpts = Excerpts(file.name for file in (*corpus.files, *corpus.transcriptions))
    click.echo(FORMATS[default_format(sys.stderr)](findings, excerpts), nl=False, err=True)
    severe = len(errors(findings))
    if severe:
        raise Refused(f"{severe} error{'s' * (severe > 1)}; nothing was published.")
    if not cables:
        raise WrongUsage(f"{corpus.folder}: there is no cable in this folder.")


def _tell_drift(drift: "Drift", out: Path) -> None:
    for kind in ("missing", "changed", "extra"):
        for name in getattr(drift, kind):
            click.echo(visible(f"{kind}: {(out / name).as_posix()}"))
    if drift:
        raise Refused(f"{out} is not what its sources say; build it again.")
    click.echo(f"{out} is up to date.")


def _tell_published(number: int, out: Path, foreign: tuple[str, ...], *, is_new: bool) -> None:
    for name in foreign:
        click.echo(visible(f"{(out / name).as_posix()}: not of this edition; left as it is."), err=True)
    what = f"{number} cable{'s' * (number != 1)}"
    click.echo(f"{out / 'index.html'}: {what} published." if is_new else f"{out / 'index.html'}: {what}, unchanged.")
