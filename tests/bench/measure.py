"""A command → what it costs: the time of the processor and of the wall, and memory, all its children included."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What is measured is this checkout, whatever is installed
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
_TICK = 0.05  # seconds between two looks at memory


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took: seconds, and bytes."""

    cpu: float
    wall: float
    largest: int = 0  # of its processes, by the system's account
    together: int = 0  # at the same time, as seen by looking now and then; 0 if nobody looked


def run(command: Sequence[str], folder: Path, *, is_watched: bool = False) -> Cost:
    """Run a command in a folder and wait for it; if it fails, so does the benchmark."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
        )
        try:
            together = max(_watched(process.pid), default=0) if is_watched else 0
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:  # the benchmark is being stopped: nothing that it began outlives it
            process.kill()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command[:6])}: exit code {process.returncode}\n{said.read().decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, together)


def printed(command: Sequence[str], folder: Path) -> tuple[float, ...]:
    """Run a command that measures itself; return the numbers that it prints."""
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True)
    return tuple(map(float, done.stdout.split()))


def _watched(process: int) -> Iterator[int]:
    """Add up the memory of a process and its descendants, every now and then, until it ends."""
    while (state := _read(process, "stat")) and ") Z " not in state:
        yield sum(map(_resident, _family(process)))
        time.sleep(_TICK)


def _family(process: int) -> Iterator[int]:
    yield process
    for child in _read(process, f"task/{process}/children").split():
        yield from _family(int(child))


def _resident(process: int) -> int:
    fields = _read(process, "statm").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") if fields else 0


def _read(process: int, name: str) -> str:
    try:
        return Path(f"/proc/{process}/{name}").read_text(encoding="ascii")
    except OSError:  # it has ended meanwhile
        return ""
