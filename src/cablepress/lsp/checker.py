"""Texts as an editor has them → the findings of their editions, found in the background.

One thread does nothing else; Saxon runs in a worker process of its own, as always. Of several changes that come while
a check is under way, only the last is checked.
"""

import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cablepress.corpus import edition_folder
from cablepress.errors import CablepressError
from cablepress.finding import Finding
from cablepress.session import Session
from cablepress.workers import Workers, workers

_PAUSE = 0.05  # seconds; who types quickly is not asked after each letter


class Told(Protocol):
    """Whoever is told what was found in a file, and in which version of its text."""

    def __call__(self, path: str, version: int, findings: tuple[Finding, ...]) -> None:
        """Take the findings."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as an editor has it."""

    version: int
    data: bytes


@dataclass
class Checker:
    """Checks what has changed, until it is closed. The only part of the server that does more than answer."""

    told: Told
    failed: Callable[[str], None]
    open: dict[str, Text] = field(default_factory=dict)
    due: set[str] = field(default_factory=set)
    is_closed: bool = False
    wakes: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None
    _pool: Workers | None = None

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="cablepress checker", daemon=True)
        self._thread.start()

    def change(self, path: str, text: Text | None) -> None:
        """Take a new text of a file; None if the editor has closed it."""
        with self.wakes:
            if text is None:
                self.open.pop(path, None)
            else:
                self.open[path] = text
            self.due.add(_folder(path))
            self.wakes.notify()

    def close(self) -> None:
        """End, once the check under way is over."""
        with self.wakes:
            self.is_closed = True
            self.wakes.notify()

    def end(self) -> None:
        """Break off the check under way, and wait until the thread is gone: it must not outlive what it stands on."""
        self.close()
        while self._thread and self._thread.is_alive():
            if self._pool:
                self._pool.interrupt()
            self._thread.join(_PAUSE)

    def _run(self) -> None:
        with ExitStack() as kept:
            sessions: dict[str, Session] = {}
            while (folder := self._next()) is not None:
                pool = self._pool = self._pool or kept.enter_context(workers(1, _silent))
                session = sessions.setdefault(folder, Session(Path(folder), pool))
                try:
                    self._check(session, folder)
                except CablepressError as error:
                    self.failed(str(error))
                    sessions.pop(folder, None)
                    pool.close()

    def _next(self) -> str | None:
        """Wait for something to check; wait a little longer, in case there is more to come."""
        with self.wakes:
            while not self.due and not self.is_closed:
                self.wakes.wait()
            if not self.is_closed:
                self.wakes.wait(_PAUSE)
            return None if self.is_closed else self.due.pop()

    def _check(self, session: Session, folder: str) -> None:
        with self.wakes:
            texts: Mapping[str, Text] = {path: text for path, text in self.open.items() if _is_in(path, folder)}
        found = session.check({path: text.data for path, text in texts.items()}).findings
        for path, text in texts.items():
            self.told(path, text.version, tuple(each for each in found if each.path == path))


def _folder(path: str) -> str:
    return edition_folder(Path(path)).as_posix()


def _is_in(path: str, folder: str) -> bool:
    """Whether a file is one of an edition's: those lie in its folder itself."""
    return _folder(path) == folder and Path(path).parent == Path(folder) and path.endswith(".xml")


def _silent(_what: str, _done: int, _total: int) -> None:
    """Say nothing of progress."""
