"""What the user asked to be mended → the files mended, or a diff of what would be."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from cablepress.corpus import Corpus, read, read_corpus
from cablepress.door import read_regular
from cablepress.effort import Effort
from cablepress.errors import Refused
from cablepress.finding import Finding
from cablepress.request import Request
from cablepress.source import Source
from cablepress.stopping import loading

Command = Callable[..., Any]


_FIX = "Mend first what can be mended without a doubt: misspelt names, numbers, a missing xml-model."
_DIFF = "Only show what --fix would change, as a unified diff; exit code 1 if there is anything."


def MENDING(command: Command) -> Command:  # noqa: N802 - it stands among the options, which are named so
    """Add the options that ask for files to be mended."""
    for option in (
        click.option("--diff", "has_diff", is_flag=True, help=_DIFF),
        click.option("--fix", "is_mended", is_flag=True, help=_FIX),
    ):
        command = option(command)
    return command


def mend_all(asked: Iterable[Request], effort: Effort, *, is_shown: bool) -> None:
    """Mend the files asked about, or show how; in that case, exit with 1 if there is something to show."""
    changed = sum(_mend(request, effort, is_shown=is_shown) for request in asked)
    if is_shown and changed:
        raise click.exceptions.Exit(Refused.exit_code)


def _mend(request: Request, effort: Effort, *, is_shown: bool) -> int:
    corpus = read_corpus(request.folder)
    return mend(corpus, request, effort, is_written=not is_shown, is_shown=is_shown)


def mend(corpus: Corpus, request: Request, effort: Effort, *, is_written: bool, is_shown: bool) -> int:
    """Mend the files asked about; show the difference, or write it. Return how many files are concerned."""
    with loading():
        from cablepress import engine  # noqa: PLC0415 - few ask for it
        from cablepress.mend import safe, write  # noqa: PLC0415 - ditto
        from cablepress.workers import Late, Task  # noqa: PLC0415 - ditto

    asked = (file for file in corpus.files if not request.names or file.name in request.names)
    sources = tuple(source for source in map(read, asked) if not isinstance(source, Finding))
    model = _model(corpus)
    tasks = (Task(source.name, (source, model), len(source.data)) for source in sources)
    with engine.pool(corpus, effort) as computing:
        results = tuple(computing.each("mending", safe.mended, tasks, len(sources)))
    changed = 0
    for source, result in zip(sources, results, strict=True):
        if isinstance(result, Late) or result.data == source.data:
            continue
        changed += 1
        if is_shown:
            click.echo(write.difference(source.name, source.data, result.data), nl=False)
        if is_written:
            write.replace(source.name, source.data, result.data)
        _tell(source, result.done, is_written=is_written)
    return changed


def _tell(source: Source, done: tuple[str, ...], *, is_written: bool) -> None:
    for each in done:
        click.echo(f"{source.name}:{each} {'(mended)' if is_written else '(can be mended)'}", err=True)


def _model(corpus: Corpus) -> str:
    """Take the lines that name the schema from the first file of the edition that has some."""
    from cablepress.mend.safe import models  # noqa: PLC0415 - loads lxml

    texts = ((read_regular(file.name) or b"").decode("utf-8", "replace") for file in corpus.files)
    return next(filter(None, map(models, texts)), "")
