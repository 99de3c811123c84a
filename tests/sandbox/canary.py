"""Nothing → a file that nobody may read, and an address of this machine that nobody may call."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

SECRET = "canary-7f3a9c-secret"
_LONG_AGO = 1_000_000_000


@dataclass(frozen=True)
class Canary:
    """A file with a secret, and a server that notes every call."""

    file: Path
    url: str
    calls: list[str]

    def listen(self) -> None:
        """Forget what has been read and called so far."""
        self.calls.clear()
        os.utime(self.file, (_LONG_AGO, self.file.stat().st_mtime))

    def was_read(self) -> bool:
        """Whether somebody has read the file, where the file system notes that."""
        return self.file.stat().st_atime != _LONG_AGO


@contextmanager
def canary(folder: Path) -> Iterator[Canary]:
    """Put up a canary in a folder, and on this machine's own network."""
    file, calls = folder / "secret.txt", list[str]()
    file.write_text(SECRET, encoding="utf-8")
    server = HTTPServer(("127.0.0.1", 0), _noting(calls))
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield Canary(file, f"http://127.0.0.1:{server.server_port}/canary", calls)
    finally:
        server.shutdown()
        server.server_close()


def _noting(calls: list[str]) -> type[BaseHTTPRequestHandler]:
    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(SECRET.encode())

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - ditto
            """Say nothing."""

    return Noting
