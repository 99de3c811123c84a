"""`cablepress build`: a folder of TEI files → an edition in another."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablepress.cli.known import known_outcome, recalled
from cablepress.cli.options import JOBS, LIMIT, PATH, STATS
from cablepress.cli.timing import timed
from cablepress.corpus import Corpus, read_corpus
from cablepress.effort import Effort
from cablepress.errors import Refused, WrongUsage
from cablepress.finding import Finding, errors
from cablepress.memory import Memory
from cablepress.publish.untouched import is_untouched, refuse_as_preview
from cablepress.report import FORMATS, Excerpts, default_format, visible
from cablepress.request import real, refuse_here, refuse_overlap
from cablepress.stopping import loading
from cablepress.store import fetch, is_address, local, send

if TYPE_CHECKING:
    from cablepress.further import Further
    from cablepress.publish.drift import Drift


@click.command("build")
@click.option("--source", default="tei", show_default=True, help="The folder of TEI files; or its address in a store.")
@click.option("--out", help="The folder to publish into, or its address in a store.  [default: dist]")
@click.option("--check", "is_check", is_flag=True, help="Write nothing; say whether the folder is up to date.")
@click.option("--only", metavar="CABLE", help="Preview one cable, despite errors in others; needs --out.")
@click.option(
    "--xslt",
    "stylesheets",
    metavar="FILE",
    type=PATH,
    multiple=True,
    help="Make a further file of each cable: with tex.xsl, cable-1468.tex.",
)
@JOBS
@click.option("--cluster", metavar="ADDRESS", help="Have it done by the workers of a Dask scheduler.")
@LIMIT
@STATS
def build_command(  # noqa: PLR0913 - one for each option
    source: str,
    out: str | None,
    *,
    is_check: bool,
    only: str | None,
    stylesheets: tuple[Path, ...],
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
    with timed(has_stats=has_stats):
        if is_address(source):
            fetch(source)
        corpus, memory, further = read_corpus(folder), recalled(folder), _further(stylesheets)
        if only is not None or is_check or further or not _is_current(corpus, memory, target):
            _build(corpus, memory, target, Effort(jobs, limit, cluster), further, only=only, is_check=is_check)
        if out and is_address(out) and not is_check:
            send(target, out)


def _build(  # noqa: PLR0913 - what is known, and what was asked
    corpus: Corpus,
    memory: Memory,
    target: Path,
    effort: Effort,
    further: tuple["Further", ...],
    *,
    only: str | None,
    is_check: bool,
) -> None:
    with loading():
        from cablepress import engine  # noqa: PLC0415 - as above

    with engine.pool(corpus, effort) as computing:
        validated = engine.check(corpus, memory, computing)
        wanted = engine.wanted(validated, only)
        _refuse_errors(corpus, wanted.findings, len(wanted.cables))
        preview = "" if only is None else wanted.cables[0].file.stem
        if is_check:
            _tell_drift(engine.drift(wanted, computing, target, preview, further), target)
            return
        published = engine.publish(wanted, computing, target, preview, further)
    _tell_published(len(wanted.cables), target, published.foreign, is_new=published.is_new)


def _further(stylesheets: tuple[Path, ...]) -> tuple["Further", ...]:
    """Read the stylesheets of an edition's own, each once."""
    if not stylesheets:
        return ()
    with loading():
        from cablepress.further import read_further  # noqa: PLC0415 - as above

    return tuple({read.name: read for read in map(read_further, stylesheets)}.values())


def _is_current(corpus: Corpus, memory: Memory, target: Path) -> bool:
    """Whether neither sources nor edition have changed since the last build; if so, say what that said."""
    known = known_outcome(corpus, memory)
    if known is None or errors(known.findings) or not known.cables:
        return False
    head = {"fingerprint": memory.fingerprint, "stylesheets": ""}
    found = is_untouched(target, memory.edition(real(target)), head)
    if found is None:
        return False
    _refuse_errors(corpus, known.findings, known.cables)
    _tell_published(known.cables, target, found.foreign, is_new=False)
    return True


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
