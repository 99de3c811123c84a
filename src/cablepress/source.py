"""The bytes of a file → a value that knows the file's name, and the hash that tells it from any other."""

from dataclasses import dataclass
from hashlib import sha256

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGE = 512 * 1024  # bytes of a page to import: three times the longest telegrams
MAX_TRANSCRIPTION = 3 * 1024 * 1024  # bytes of one to compare, which takes less


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its name as shown to the user, its stem, its bytes."""

    name: str
    stem: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal digits."""
        return sha256(self.data).hexdigest()
