"""The pool: results in order, whatever becomes of the workers."""

import os
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

import pytest

from cablepress.errors import MachineFailure
from cablepress.workers import Late, Task, Workers, workers


def twice(number: int) -> int:
    return 2 * number


def slowly(number: int) -> int:
    time.sleep(60 if number == 3 else 0)
    return number


def vainly(number: int) -> int:
    while number:
        pass
    return number


def waits(number: int) -> int:
    time.sleep(2)
    return number


def die(number: int) -> bytes:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return bytes(number)


def fail(_: int) -> int:
    raise MachineFailure("no more")


def run(pool: Workers, function: Callable[[int], object], count: int) -> list[object]:
    tasks = (Task(f"file {number}", (number,)) for number in range(count))
    return list(pool.each("trying", function, tasks, count))


def silent(_what: str, _done: int, _total: int) -> None:
    """Say nothing."""


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(count: int) -> None:
    with workers(count, silent) as pool:
        assert run(pool, twice, 200) == list(range(0, 400, 2))
        assert run(pool, twice, 0) == []


def test_one_that_hangs_is_given_up_and_the_others_are_done() -> None:
    """Two seconds of work, for a new process first loads this module, and with it pytest."""
    with workers(2, silent, 2) as pool:
        assert run(pool, slowly, 20) == [*range(3), Late(2), *range(4, 20)]


def test_one_that_works_in_vain_is_given_up_in_its_own_time_and_one_that_waits_has_more() -> None:
    with workers(1, silent, 1.5) as pool:
        begun = time.monotonic()
        assert run(pool, vainly, 2) == [0, Late(1.5)]
        busy = time.monotonic() - begun
        assert run(pool, waits, 1) == [0]
    assert busy < 30  # of a machine that does nothing else, two


def test_one_that_dies_is_named() -> None:
    with workers(2, silent) as pool, pytest.raises(MachineFailure, match="died while trying file 3;"):
        run(pool, die, 20)


def test_one_that_dies_in_the_middle_of_an_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Connection) -> object:
        raise OSError("got end of file during message")

    with workers(1, silent) as pool:
        run(pool, twice, 1)
        monkeypatch.setattr(Connection, "recv", broken)
        with pytest.raises(MachineFailure, match="died while trying file 0;"):
            run(pool, twice, 1)


def test_a_failure_is_told_with_the_file() -> None:
    with workers(1, silent) as pool, pytest.raises(MachineFailure, match="file 0: no more"):
        run(pool, fail, 3)
