"""A command, the folder it is run in → what came of it, within bounds of time; killed beyond them."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from company import Company, Underway

# A process counts as its own the memory of whoever began it, until it is another program; so a small one begins it
_LAUNCHER = """
import json, os, resource, signal, subprocess, sys
signal.signal(signal.SIGINT, lambda *_: None)  # it is meant for the command
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
os.write(int(sys.argv[1]), json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]).encode())
"""
_CELL = Path(__file__).with_name("cell.py")
_PATIENCE = 120.0  # seconds by the clock; what a command itself may take is counted in seconds of the processor


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit code, what it said, the processor's seconds and the bytes that it took."""

    code: int
    out: str
    err: str
    seconds: float
    peak: int


@dataclass
class Warden:
    """Whoever runs commands: in a process that is kept, or each in one of its own."""

    environment: Mapping[str, str]
    _cell: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    def run(self, command: tuple[str, ...], cwd: Path, *, is_apart: bool, company: Company | None = None) -> Outcome:
        """Run a command line of cablepress, in some company if need be. Raises TimeoutError if it does not end."""
        return self._alone(command, cwd, company) if is_apart else self._together(command, cwd)

    def close(self) -> None:
        """End the process that was kept."""
        if self._cell is not None:
            self._cell.kill()
            self._cell.communicate()
            self._cell = None

    def _together(self, command: tuple[str, ...], cwd: Path) -> Outcome:
        cell = self._cell = self._cell or subprocess.Popen(
            [sys.executable, _CELL], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment
        )
        if cell.stdin is None or cell.stdout is None:
            raise TypeError("the cell has no pipes")
        cell.stdin.write(json.dumps({"cwd": str(cwd), "command": command}).encode() + b"\n")
        cell.stdin.flush()
        ready, _, _ = select.select([cell.stdout], [], [], _PATIENCE)
        line = cell.stdout.readline() if ready else b""
        if not line:
            self.close()
            raise TimeoutError(f"{' '.join(command)}: {'died' if ready else 'does not end'}")
        return Outcome(**json.loads(line))

    def _alone(self, command: tuple[str, ...], cwd: Path, company: Company | None) -> Outcome:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as used:
            process = subprocess.Popen(
                [sys.executable, "-Ic", _LAUNCHER, str(used.fileno()), sys.executable, "-m", "cablepress", *command],
                cwd=cwd,
                env=self.environment,
                stdin=subprocess.PIPE if company else subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                pass_fds=(used.fileno(),),
                start_new_session=True,
            )
            try:
                if company:
                    company(Underway(process, lambda: _so_far(out), lambda: _so_far(err), _PATIENCE))
                process.wait(_PATIENCE)
            except (subprocess.TimeoutExpired, TimeoutError) as late:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise TimeoutError("a command does not end") from late
            finally:
                if process.stdin:
                    with contextlib.suppress(BrokenPipeError):  # who has hung up does not get the rest
                        process.stdin.close()
            code, seconds, peak = json.loads(_all(used))
            return Outcome(code, _all(out), _all(err), seconds, peak)


def _so_far(file: IO[bytes]) -> str:
    """Read a file that somebody else is writing, and leave the place alone where they write."""
    return os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0).decode("utf-8", "backslashreplace")


def _all(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "backslashreplace")
