"""Command lines, one a line on standard input → each run in this process, and what came of it, one a line.

The process is kept from case to case, since to load Saxon and to compile the stylesheets takes longer than any case.
It does what the workers would do, so that whatever is wrong with them shows.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import process_time
from typing import IO, Any, TypeVar

from cablepress import engine
from cablepress.cli import main
from cablepress.corpus import Corpus
from cablepress.effort import Effort
from cablepress.workers import Late, Task

R = TypeVar("R")


class Inline:
    """A pool that works in its own process."""

    def each(
        self, _what: str, function: Callable[..., R], tasks: Iterable[Task], _total: int, *shared: bytes
    ) -> Iterator[R | Late]:
        return (function(*task.inputs, *shared) for task in tasks)


@contextmanager
def pool(_corpus: Corpus, _effort: Effort) -> Iterator[Inline]:
    yield Inline()


def serve() -> None:
    """Run what is asked for until there is nothing more; what commands print is caught, down to the descriptors."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    engine.pool = pool  # type: ignore[assignment]  # the same, but for the processes
    for line in sys.stdin:
        asked: dict[str, Any] = json.loads(line)
        answers.write(json.dumps(_run(Path(asked["cwd"]), asked["command"])) + "\n")
        answers.flush()


def _run(cwd: Path, command: list[str]) -> dict[str, object]:
    os.chdir(cwd)
    _forget_peak()
    begun = process_time()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        with _caught(out, err):
            code = _exit_code(command)
        seconds = process_time() - begun
        said = [_all(file).decode("utf-8", "backslashreplace") for file in (out, err)]
    return {"code": code, "out": said[0], "err": said[1], "seconds": seconds, "peak": _peak()}


def _exit_code(command: list[str]) -> int:
    try:
        main.main(args=command, prog_name="cablepress")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - whatever a user would see as a traceback
        sys.excepthook(*sys.exc_info())
    return 1


@contextmanager
def _caught(out: IO[bytes], err: IO[bytes]) -> Iterator[None]:
    saved = os.dup(1), os.dup(2)
    sys.stdout.flush()
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for descriptor, kept in enumerate(saved, 1):
            os.dup2(kept, descriptor)
            os.close(kept)


def _all(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    """Return the most memory that was used since it was last forgotten, in bytes; 0 where the system does not say."""
    with suppress(OSError):
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
    return 0


if __name__ == "__main__":
    serve()
