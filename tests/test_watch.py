"""`validate --watch`: whoever saves a file sees what is wrong with it at once."""

import os
import pty
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from time import monotonic, sleep

import pytest

pytest.importorskip("watchfiles", reason="watchfiles, the extra watch, is not installed")

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "cablepress", "validate", "--watch"]


@pytest.fixture
def cable(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    return tmp_path / "tei" / "cable-1468.xml"


@pytest.fixture
def watching(cable: Path) -> Iterator[subprocess.Popen[str]]:
    command = subprocess.Popen(
        COMMAND, cwd=cable.parents[1], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    with command:
        yield command
        command.kill()


def lines(command: subprocess.Popen[str]) -> Queue[tuple[float, str]]:
    said: Queue[tuple[float, str]] = Queue()

    def listen() -> None:
        for line in command.stdout or ():
            said.put((monotonic(), line))

    Thread(target=listen, daemon=True).start()
    return said


def until(said: Queue[tuple[float, str]], mark: str) -> tuple[float, list[str]]:
    """Read on to a line; say when it came, and what came before."""
    before: list[str] = []
    while True:
        at, line = said.get(timeout=60)
        if mark in line:
            return at, before
        before.append(line)


def test_each_save_is_answered_soon_and_an_interrupt_ends_it(cable: Path, watching: subprocess.Popen[str]) -> None:
    right, said = cable.read_text(encoding="utf-8"), lines(watching)
    assert "".join(until(said, "Watching")[1]).startswith("10 files checked: nothing found")
    waited = []
    for number in range(4):
        wrong = right.replace(' who="person:clinton"', f' whom{number}="person:clinton"', 1)
        sleep(0.3)
        begin = monotonic()
        cable.write_text(wrong, encoding="utf-8")
        at, _ = until(said, f"whom{number}")
        waited.append(at - begin)
        until(said, "Watching")
    assert min(waited) < 0.6  # 0.2 on a machine of one's own
    cable.write_text(right, encoding="utf-8")
    assert "".join(until(said, "Watching")[1]).startswith("10 files checked: nothing found")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=20) == 130


def test_the_screen_is_kept_clean_on_a_terminal(cable: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(COMMAND, cwd=cable.parents[1], stdout=theirs, stderr=theirs, env=environment) as command:
        os.close(theirs)
        seen = b""
        while b"Ctrl-C ends it" not in seen:
            seen += os.read(ours, 4096)
        command.send_signal(signal.SIGINT)
        assert command.wait(timeout=20) == 130
    os.close(ours)
    assert seen.startswith((b"\x1b[2J\x1b[1;1H", b"\x1b[H\x1b[2J"))
    assert b"nothing found" in seen
