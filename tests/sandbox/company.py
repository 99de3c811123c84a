"""A case, a command under way → what the case does meanwhile: files that change, messages that an editor sends."""

import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from recipe import Case, replaced, written

if TYPE_CHECKING:
    import subprocess

_STEP = 0.02  # seconds
_BETWEEN = 0.3  # seconds; what changes at once is answered at once
_WAITS = "Watching; Ctrl-C ends it."


@dataclass(frozen=True)
class Underway:
    """A command that is running: where it reads, and all that it has said so far."""

    process: "subprocess.Popen[bytes]"
    out: Callable[[], str]
    err: Callable[[], str]
    patience: float

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Wait for something that the command says, or for its end. Raises TimeoutError."""
        end = monotonic() + self.patience
        while not is_there() and self.process.poll() is None:
            if monotonic() > end:
                raise TimeoutError("a command does not answer")
            sleep(_STEP)

    def send(self, data: bytes) -> None:
        """Send bytes; whoever has hung up does not get them."""
        if self.process.stdin:
            with suppress(BrokenPipeError):
                self.process.stdin.write(data)
                self.process.stdin.flush()


Company = Callable[[Underway], None]


def company(case: Case, edition: Path, words: Mapping[str, str]) -> Company | None:
    """Say what a case does while its command runs: nothing, as a rule."""
    if "meanwhile" in case.recipe:
        return lambda command: _change(command, case, edition, words)
    if "send" in case.recipe:
        return lambda command: _talk(command, case, edition, words)
    return None


def _change(command: Underway, case: Case, edition: Path, words: Mapping[str, str]) -> None:
    """Change a file each time the command waits, each at one blow; then interrupt it."""
    for number, step in enumerate(case.recipe["meanwhile"], 1):
        command.wait(lambda number=number: command.err().count(_WAITS) >= number)  # type: ignore[misc]
        sleep(_BETWEEN)
        replaced(edition, step, words)
    command.wait(lambda: command.err().count(_WAITS) > len(case.recipe["meanwhile"]))
    os.killpg(command.process.pid, signal.SIGINT)


def _talk(command: Underway, case: Case, edition: Path, words: Mapping[str, str]) -> None:
    """Begin as editors do, send what the case has, wait for as many notices as it awaits, end as editors do."""
    about: Mapping[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
    command.send(_framed({"id": 0, "method": "initialize", "params": about}))
    command.send(_framed({"method": "initialized", "params": {}}))
    for step in case.recipe["send"]:
        command.send(_sent(step, edition, words))
    asked = {step["message"]["id"] for step in case.recipe["send"] if "id" in step.get("message", ())}
    command.wait(lambda: _is_over(command.out(), asked, case.recipe.get("awaits", 0)))
    for message in ({"id": -1, "method": "shutdown"}, {"method": "exit"}):
        command.send(_framed(message))


def _is_over(out: str, asked: set[int], notices: int) -> bool:
    said = tuple(messages(out))
    return asked <= {each.get("id") for each in said} and sum("method" in each for each in said) >= notices


def _sent(step: Mapping[str, Any], edition: Path, words: Mapping[str, str]) -> bytes:
    """Write what is sent: a text that is opened as it lies on the disk, a message, or bytes that are none."""
    uri = (edition / "tei").as_uri()
    if "opens" in step:
        text = (edition / step["opens"]).read_text(encoding="utf-8")
        document = {"uri": f"{edition.as_uri()}/{step['opens']}", "languageId": "xml", "version": 1, "text": text}
        return _framed({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    if "message" in step:
        return _framed(json.loads(json.dumps(step["message"]).replace("@TEI@", uri)))
    return written(step, words)


def _framed(message: Mapping[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def messages(out: str) -> Iterator[dict[str, Any]]:
    """Take apart what a server has said so far; what is not whole yet is left out."""
    data = out.encode()
    while b"\r\n\r\n" in data:
        head, _, rest = data.partition(b"\r\n\r\n")
        length = int(head.partition(b"Content-Length:")[2].partition(b"\r\n")[0])
        if len(rest) < length:
            return
        yield json.loads(rest[:length])
        data = rest[length:]


def spoken(out: str) -> str:
    """Write down what a server said, a message a line: first its answers by their number, then the rest."""
    said = [each for each in messages(out) if each.get("id", 1) > 0]
    lines = sorted((each.get("id", 1 << 30), json.dumps(each, ensure_ascii=False, sort_keys=True)) for each in said)
    return "".join(f"{line}\n" for _, line in lines)
