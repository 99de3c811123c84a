"""A function and its inputs → its results in the same order, computed by the workers of a Dask scheduler.

The same functions as in the worker processes of one machine, on the same bytes; only this process reads sources and
writes pages. A worker that dies is the scheduler's business: it gives the task to another.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from cablepress import watch
from cablepress.errors import MachineFailure, WrongUsage
from cablepress.stopping import go_on
from cablepress.worker import Answer, answer
from cablepress.workers import Late, Progress, Task

try:
    from distributed import Client
    from distributed.scheduler import KilledWorker
except ImportError as missing:  # pragma: no cover - the tests install it
    raise WrongUsage("--cluster needs Dask: pip install 'cablepress[cluster]'.") from missing

if TYPE_CHECKING:
    from concurrent.futures import Future

R = TypeVar("R")

_CHUNK = 50  # tasks; the scheduler takes more than a millisecond for each message
_CHUNK_BYTES = 1 << 22
_AHEAD = 4  # chunks for each worker
_CONNECT = "10s"


class Cluster:
    """The workers of a scheduler, as a pool."""

    def __init__(self, client: "Client", progress: Progress) -> None:
        """Wrap a client; `progress(what, done, total)` is told of each result."""
        self._client = client
        self._executor = client.get_executor(pure=False, retries=2)
        self._progress = progress

    def each(
        self, what: str, function: Callable[..., R], tasks: Iterable[Task], total: int, *shared: bytes
    ) -> Iterator[R | Late]:
        """Apply a function to the inputs of each task; give the results as they come, in the order of the tasks.

        Raises MachineFailure if a task fails, or kills every worker that takes it; it names the files.
        """
        sent: deque[tuple[tuple[Task, ...], Future[list[Answer]]]] = deque()
        window = _AHEAD * max(1, len(self._client.nthreads()))
        # As a task of its own, for what is scattered is lost with the worker that holds it
        spread = [self._client.submit(bytes, each, pure=False) for each in shared]
        done = 0
        for chunk in (*_chunks(tasks), None):
            go_on()
            if chunk is not None:
                inputs = tuple(task.inputs for task in chunk)
                sent.append((chunk, self._executor.submit(_carried_out, function, inputs, *spread)))
            while sent and (chunk is None or len(sent) >= window):
                for result in self._received(what, *sent.popleft()):
                    yield result
                    done += 1
                    self._progress(what, done, total)

    def _received(self, what: str, chunk: tuple[Task, ...], future: "Future[list[Answer]]") -> Iterator[Any]:
        try:
            answers = future.result()
        except (KilledWorker, CancelledError) as error:  # cancelled: the scheduler itself has gone
            names = f"{chunk[0].name} … {chunk[-1].name}"
            raise MachineFailure(f"Workers died while {what} {names}; nothing was published.") from error
        for task, each in zip(chunk, answers, strict=True):
            watch.add(each.spent)
            if each.failure:
                raise MachineFailure(f"{task.name}: {each.failure}") from each.failure
            yield each.result


def _chunks(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    """Group tasks by their number, and by the bytes that they add up to."""
    chunk: list[Task] = []
    for task in tasks:
        chunk.append(task)
        if len(chunk) >= _CHUNK or sum(each.size for each in chunk) >= _CHUNK_BYTES:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


@contextmanager
def cluster(address: str, progress: Progress) -> Iterator[Cluster]:
    """Connect to a scheduler. Raises MachineFailure if there is none at this address."""
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise MachineFailure(f"{address}: no Dask scheduler answers there ({error}).") from error
    with client:
        yield Cluster(client, progress)


def _carried_out(
    function: Callable[..., object], inputs: tuple[tuple[object, ...], ...], *shared: bytes
) -> list[Answer]:
    return [answer(function, (*each, *shared)) for each in inputs]
