"""The command and its worker processes: what a terminal sees, and what happens when somebody interferes."""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
LINKS = re.compile(r"<correspContext>.*?</correspContext>", re.DOTALL)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition large enough to wait for."""
    folder = tmp_path_factory.mktemp("many")
    shutil.copytree(CASES / "base", folder / "tei")
    plain = LINKS.sub("", (CASES / "plain" / "in.xml").read_text(encoding="utf-8"))
    for number in range(100, 300):
        text = (
            plain.replace('"in"', f'"cable-{number}"').replace("in-", f"c{number}-").replace("No. 1,", f"No. {number},")
        )
        text = text.replace(">in<", f">cable-{number}<").replace('"telegram">1<', f'"telegram">{number}<')
        (folder / "tei" / f"cable-{number}.xml").write_text(text, encoding="utf-8")
    stub = folder / "tei" / "cable-2.xml"
    stub.write_text(LINKS.sub("", stub.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


@pytest.fixture
def building(many: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A build under way, with two workers that have begun to work."""
    command = [sys.executable, "-m", "cablepress", "build", "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, cwd=many, text=True, stderr=subprocess.PIPE, start_new_session=True) as process:
        while len(workers_of(process)) < 2 and process.poll() is None:
            time.sleep(0.05)
        yield process, tmp_path


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    return [
        int(child) for child in children if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8")
    ]


def test_an_interrupt_stops_everything_and_leaves_nothing(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = building
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not list(folder.iterdir())


def test_a_worker_that_dies_is_told_of(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = building
    os.kill(workers_of(process)[0], signal.SIGKILL)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 3
    assert "worker process died" in said
    assert "Traceback" not in said
    assert not list(folder.iterdir())


def validate(many: Path, stderr: int) -> str:
    command = [sys.executable, "-m", "cablepress", "validate"]
    run = subprocess.run(command, cwd=many, stdout=subprocess.PIPE, stderr=stderr, text=True, check=True, timeout=120)
    return run.stderr or ""


def test_a_terminal_sees_progress(many: Path) -> None:
    ours, theirs = pty.openpty()
    validate(many, theirs)
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "checking" in seen


def test_a_pipe_sees_none(many: Path) -> None:
    assert validate(many, subprocess.PIPE) == "203 files checked: nothing found.\n"
