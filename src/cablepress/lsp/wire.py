"""The bytes that an editor sends → the same, as long as they come in messages of a size that texts have."""

from typing import BinaryIO

from cablepress.source import MAX_BYTES

_LONGEST = 4 * MAX_BYTES  # bytes of a message: a text may be written with escapes
_HEADERS = 32  # lines before a message; the protocol knows two kinds
_WIDEST = 1000  # bytes of such a line


class Wire:
    """An editor's end of the line. It stands for something that goes on; what is no message ends it."""

    def __init__(self, stream: BinaryIO) -> None:
        """Listen to a stream."""
        self._stream = stream
        self._headers = 0
        self.is_refused = False

    def readline(self) -> bytes:
        """Read a line before a message; nothing, which ends the server, if there are too many."""
        self._headers += 1
        self.is_refused = self._headers > _HEADERS
        return b"" if self.is_refused else self._stream.readline(_WIDEST)

    def read(self, count: int) -> bytes:
        """Read a message; nothing if it is larger than any that is meant."""
        self._headers, self.is_refused = 0, count > _LONGEST
        return b"" if self.is_refused else self._stream.read(count)
