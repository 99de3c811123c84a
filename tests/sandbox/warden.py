"""A command, the folder it is run in → what came of it, within bounds of time; killed beyond them."""

import json
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import IO

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

    def run(self, command: tuple[str, ...], cwd: Path, *, is_apart: bool) -> Outcome:
        """Run a command line of cablepress. Raises TimeoutError if it does not end."""
        return self._alone(command, cwd) if is_apart else self._together(command, cwd)

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

    def _alone(self, command: tuple[str, ...], cwd: Path) -> Outcome:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                [sys.executable, "-m", "cablepress", *command],
                cwd=cwd,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
            status, used = _waited(process.pid)
            process.returncode = status  # it is gone, and nobody else should wait for it
            return Outcome(status, _all(out), _all(err), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _waited(process: int) -> tuple[int, resource.struct_rusage]:
    """Wait for a process; return its exit code, and what it and its own processes took."""
    deadline = monotonic() + _PATIENCE
    while monotonic() < deadline:
        ended, status, used = os.wait4(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), used
        sleep(0.02)
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    raise TimeoutError("a command does not end")


def _all(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "backslashreplace")
