"""The words of a command line → one call, its output, an exit code. The only module that knows click."""

import sys
from pathlib import Path

import click

from cablepress import __version__, against
from cablepress.build import build, narrow
from cablepress.corpus import Corpus, read_corpus
from cablepress.errors import CablepressError, MachineFailure, Refused, Stopped, WrongUsage
from cablepress.finding import Finding, errors
from cablepress.progress import progress
from cablepress.publish import Drift, compare, is_whole_edition, publish
from cablepress.report import FORMATS, summary, visible
from cablepress.request import Request, real, refuse_here, refuse_overlap, requests
from cablepress.validate import Validated, validate
from cablepress.workers import sensible_count, workers

_PATH = click.Path(path_type=Path)
_SCHEMA = "Validate against this RELAX NG grammar instead of the edition's own rules."
_JOBS = click.option("--jobs", type=click.IntRange(1), help="Worker processes; default: as many as are worth it.")


class _Commands(click.Group):
    """Commands whose failures are told in one sentence, with the exit code that belongs to them."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CablepressError as error:
            click.echo(f"cablepress: {visible(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except Stopped as stop:
            ctx.exit(stop.exit_code)
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
def validate_command(paths: tuple[Path, ...], form: str | None, schema: Path | None, jobs: int | None) -> None:
    """Report every mistake in TEI files, with its place and its remedy.

    PATHS are folders or files; without any, the folder tei. A file is checked against the edition it belongs to: the
    nearest folder above it that holds authority.xml.

    Exit code 0: no error, though there may be warnings; 1: errors; 2: wrong usage; 3: the machine failed.
    """
    asked = requests(paths or (Path("tei"),))
    found = [_validated(request, jobs, schema) for request in asked]
    findings = tuple(finding for _, some in found for finding in some)
    sources = {source.name: source.data for corpus, _ in found for source in (*corpus.sources, *corpus.transcriptions)}
    files = sum(len(request.names) or len(corpus.sources) for request, (corpus, _) in zip(asked, found, strict=True))
    click.echo(FORMATS[form or _default_format(sys.stdout.isatty())](findings, sources), nl=False)
    click.echo(summary(findings, files), err=True)
    if errors(findings):
        raise click.exceptions.Exit(Refused.exit_code)


def _validated(request: Request, jobs: int | None, schema: Path | None) -> tuple[Corpus, tuple[Finding, ...]]:
    """Validate an edition; return what was read with the findings in the files asked about."""
    corpus = read_corpus(request.folder)
    if schema is None:
        with progress() as show, workers(jobs or sensible_count(len(corpus.sources)), show) as pool:
            findings = validate(corpus, pool).findings
    else:
        findings = against.check(corpus, schema, request.reported, jobs)
    read = (*corpus.sources, *corpus.transcriptions)
    request.refuse_unknown(frozenset((*(one.name for one in read), *(one.path for one in findings))))
    return corpus, tuple(each for each in findings if not request.names or each.path in request.reported)


@main.command("build")
@click.option("--source", type=_PATH, default="tei", show_default=True, help="The folder of TEI files.")
@click.option("--out", type=_PATH, default=None, help="The folder to publish into.  [default: dist]")
@click.option("--check", "is_check", is_flag=True, help="Write nothing; say whether the folder is up to date.")
@click.option("--only", metavar="CABLE", help="Preview one cable, despite errors in others; needs --out.")
@_JOBS
def build_command(source: Path, out: Path | None, is_check: bool, only: str | None, jobs: int | None) -> None:
    """Validate TEI files and publish their reading edition.

    While there are errors nothing is published, and the folder stays as it was.

    Exit code 0: published, or up to date; 1: errors in the TEI, or --check found a difference; 2: wrong usage;
    3: the machine failed.
    """
    target = out or Path("dist")
    _refuse_preview(only, out)
    refuse_overlap(source, target)
    refuse_here(target)
    corpus = read_corpus(source)
    with progress() as show, workers(jobs or sensible_count(len(corpus.sources)), show) as pool:
        validated = validate(corpus, pool)
        wanted = validated if only is None else narrow(validated, only)
        _refuse_errors(wanted)
        publication = build(wanted, pool, "" if only is None else wanted.cables[0].stem)
    if is_check:
        _tell_drift(compare(publication, target), target)
    else:
        is_new = publish(publication, target)
        _tell_published(wanted, target, is_new=is_new)


def _default_format(is_terminal: bool) -> str:
    return "full" if is_terminal else "concise"


def _refuse_preview(only: str | None, out: Path | None) -> None:
    if only is None:
        return
    if not only.strip():
        raise WrongUsage("--only names no cable.")
    if out is None or real(out) == real(Path("dist")) or is_whole_edition(out):
        raise WrongUsage("--only makes a preview; name a folder for it with --out that holds no edition.")


def _refuse_errors(validated: Validated) -> None:
    """Report findings on stderr; while there are errors among them, go no further."""
    sources = {source.name: source.data for source in validated.corpus.sources}
    click.echo(FORMATS[_default_format(sys.stderr.isatty())](validated.findings, sources), nl=False, err=True)
    severe = len(errors(validated.findings))
    if severe:
        raise Refused(f"{severe} error{'s' * (severe > 1)}; nothing was published.")
    if not validated.cables:
        raise WrongUsage(f"{validated.corpus.folder}: there is no cable in this folder.")


def _tell_drift(drift: Drift, out: Path) -> None:
    for kind in ("missing", "changed", "extra"):
        for name in getattr(drift, kind):
            click.echo(visible(f"{kind}: {(out / name).as_posix()}"))
    if drift:
        raise Refused(f"{out} is not what its sources say; build it again.")
    click.echo(f"{out} is up to date.")


def _tell_published(validated: Validated, out: Path, *, is_new: bool) -> None:
    number = len(validated.cables)
    what = f"{number} cable{'s' * (number != 1)}"
    click.echo(f"{out / 'index.html'}: {what} published." if is_new else f"{out / 'index.html'}: {what}, unchanged.")
