"""Bytes under a name → the same bytes again, from a temporary file: an edition may be larger than the memory."""

from tempfile import TemporaryFile
from types import TracebackType
from typing import Self


class Spool:
    """What was put aside, until it is left."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._file = TemporaryFile()  # noqa: SIM115 - closed when the spool is left
        self._places: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def put(self, name: str, data: bytes) -> None:
        """Put bytes aside. Raises OSError if the disk fails."""
        begin = self._file.seek(0, 2)
        self._file.write(data)
        self._places[name] = begin, len(data)

    def get(self, name: str) -> bytes:
        """Take bytes up again. Raises KeyError if there are none of that name."""
        begin, length = self._places[name]
        self._file.seek(begin)
        return self._file.read(length)
