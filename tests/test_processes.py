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
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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
    """A build under way that remembers nothing, with two workers that have begun to work."""
    shutil.rmtree(many / ".cablepress", ignore_errors=True)
    command = [sys.executable, "-m", "cablepress", "build", "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, cwd=many, text=True, stderr=subprocess.PIPE, start_new_session=True) as process:
        while len(workers_of(process)) < 2 and process.poll() is None:
            time.sleep(0.05)
        yield process, tmp_path


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    try:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    except FileNotFoundError:
        return []
    return list(map(int, children))


def is_running(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False


def gone(processes: list[int]) -> bool:
    until = time.monotonic() + 20
    while any(map(is_running, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(map(is_running, processes))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_asks_the_parent_alone_to_end_ends_its_workers(
    building: tuple[subprocess.Popen[str], Path], number: signal.Signals
) -> None:
    process, folder = building
    children = workers_of(process)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (128 + number, "")
    assert gone(children)
    assert not list(folder.iterdir())


def test_a_terminal_that_is_closed_ends_everything(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = building
    children = workers_of(process)
    os.killpg(process.pid, signal.SIGHUP)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (128 + signal.SIGHUP, "")
    assert gone(children)
    assert not list(folder.iterdir())


def test_workers_do_not_outlive_a_parent_that_is_killed(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, _ = building
    children = workers_of(process)
    process.kill()
    process.wait(timeout=30)
    assert gone(children)


@pytest.mark.parametrize("delay", [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
def test_an_interrupt_at_any_moment_is_quiet(many: Path, tmp_path: Path, delay: float) -> None:
    """Also while the command is being loaded, and before the workers are ready; Python's own start is not ours."""
    command = [sys.executable, "-m", "cablepress", "build", "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command, cwd=many, text=True, stderr=subprocess.PIPE, start_new_session=True) as process:
        while not heeds_interrupts(process.pid):
            time.sleep(0.001)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_a_module_is_loaded_is_raised_when_that_is_whole(number: signal.Signals) -> None:
    code = f"""
import signal
from cablepress import stopping
stopping.heed()
with stopping.loading():
    signal.raise_signal({int(number)})
    print("loaded")
print("went on")
"""
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "loaded\n", "")


SWALLOWED = """
import signal, sys
from cablepress import stopping
from cablepress.__main__ import run
stopping.heed()
try:
    signal.raise_signal(signal.SIGINT)
except SystemExit:
    pass
sys.argv = ["cablepress", "build", "--out", "out"]
run()
"""


def test_an_interrupt_that_a_module_swallows_while_it_is_loaded_is_not_lost(many: Path) -> None:
    """As C's abc.register does, which has been seen; the build would go on and end well."""
    shutil.rmtree(many / ".cablepress", ignore_errors=True)
    done = subprocess.run([sys.executable, "-c", SWALLOWED], cwd=many, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert not (many / "out").exists()


def heeds_interrupts(process: int) -> bool:
    """Whether a process has its own handler of SIGTERM, as only this program has."""
    caught = re.search(r"^SigCgt:\s*(\w+)", Path(f"/proc/{process}/status").read_text(encoding="ascii"), re.MULTILINE)
    return bool(caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


def test_an_interrupt_stops_everything_and_leaves_nothing(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = building
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not list(folder.iterdir())


def test_a_worker_that_dies_is_told_of(building: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = building
    time.sleep(0.2)
    os.kill(workers_of(process)[0], signal.SIGKILL)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 3
    assert re.search(r"A worker process died while (checking|rendering) tei/[a-z]+(-\d+)?\.xml", said)
    assert "Traceback" not in said
    assert not list(folder.iterdir())


def test_a_worker_that_hangs_is_ended_and_the_file_named(many: Path) -> None:
    shutil.rmtree(many / ".cablepress", ignore_errors=True)
    command = [sys.executable, "-m", "cablepress", "validate", "--jobs", "2", "--time-limit", "3"]
    with subprocess.Popen(command, cwd=many, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not workers_of(process) and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.2)  # it compiles the stylesheets, which takes longer
        stopped = workers_of(process)[0]
        os.kill(stopped, signal.SIGSTOP)
        found, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert re.search(
        r"^tei/[a-z]+(-\d+)?\.xml: error W09 Checking this file took longer than 3 seconds", found, re.MULTILINE
    )
    assert found.count("W09") == 1
    assert said.startswith("203 files checked: ")
    assert not is_running(stopped)
    # It says something of that run, and is not remembered of the file
    assert validate(many, subprocess.PIPE).startswith("203 files checked: nothing found, in ")


def test_an_interrupt_is_heeded_within_a_second_even_if_a_worker_hangs(
    building: tuple[subprocess.Popen[str], Path],
) -> None:
    process, folder = building
    children = workers_of(process)
    os.kill(children[0], signal.SIGSTOP)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert time.monotonic() - begun < 1
    assert not any(map(is_running, children))
    assert not list(folder.iterdir())


def validate(many: Path, stderr: int) -> str:
    command = [sys.executable, "-m", "cablepress", "validate"]
    run = subprocess.run(command, cwd=many, stdout=subprocess.PIPE, stderr=stderr, text=True, check=True, timeout=120)
    return run.stderr or ""


def everything(terminal: int) -> bytes:
    """Read until nobody is left to write, which Linux tells by an error."""
    seen = b""
    with suppress(OSError):
        while data := os.read(terminal, 4096):
            seen += data
    return seen


def test_a_terminal_sees_progress(many: Path) -> None:
    shutil.rmtree(many / ".cablepress", ignore_errors=True)
    ours, theirs = pty.openpty()
    with ThreadPoolExecutor(1) as reader:  # a terminal that nobody reads fills up, and the command waits
        seen = reader.submit(everything, ours)
        try:
            validate(many, theirs)
        finally:
            os.close(theirs)
    os.close(ours)
    assert b"checking" in seen.result()


def test_a_pipe_sees_none(many: Path) -> None:
    assert validate(many, subprocess.PIPE).startswith("203 files checked: nothing found, in ")
