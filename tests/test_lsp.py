"""The language server, asked by a client over stdio as editors ask it."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from time import monotonic
from typing import Any

import pytest

pytest.importorskip("pygls", reason="pygls, the extra lsp, is not installed")

ROOT = Path(__file__).resolve().parents[1]
Message = dict[str, Any]


class Client:
    """An editor: sends requests and notifications, waits for what comes back."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "cablepress", "lsp"]
        self.process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.inbox: Queue[Message] = Queue()
        self.kept: list[Message] = []
        self.number = 0
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self) -> None:
        assert self.process.stdout
        while header := self.process.stdout.readline():
            while (line := self.process.stdout.readline()).strip():
                header += line
            length = next(int(each.split(b":")[1]) for each in header.splitlines() if b"Content-Length" in each)
            self.inbox.put(json.loads(self.process.stdout.read(length)))

    def send(self, message: Message) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method: str, **parameters: object) -> None:
        self.send({"method": method, "params": parameters})

    def ask(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - as various as the protocol
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": parameters})
        answer = self.wait(lambda each: each.get("id") == number)
        assert "error" not in answer, answer
        return answer["result"]

    def wait(self, is_it: Any) -> Message:  # noqa: ANN401
        end = monotonic() + 60
        while True:
            for each in self.kept:
                if is_it(each):
                    self.kept.remove(each)
                    return each
            self.kept.append(self.inbox.get(timeout=max(0.1, end - monotonic())))

    def findings(self, version: int) -> list[Message]:
        """Wait for the findings of one version of the text."""
        told = self.wait(
            lambda each: (
                each.get("method") == "textDocument/publishDiagnostics" and each["params"].get("version") == version
            )
        )
        found: list[Message] = told["params"]["diagnostics"]
        return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    return tmp_path / "tei" / "cable-1468.xml"


@pytest.fixture
def client(path: Path) -> Iterator[Client]:
    client = Client(path.parent)
    answer = client.ask("initialize", processId=None, rootUri=path.parent.as_uri(), capabilities={})
    assert answer["capabilities"]["hoverProvider"]
    client.notify("initialized")
    with client.process:  # which closes its pipes
        yield client
        client.ask("shutdown")
        client.notify("exit")
        assert client.process.wait(timeout=20) == 0
        client.listener.join(timeout=20)


def opened(client: Client, path: Path, text: str) -> None:
    client.notify(
        "textDocument/didOpen",
        textDocument={"uri": path.as_uri(), "languageId": "xml", "version": 1, "text": text},
    )


def changed(client: Client, path: Path, version: int, text: str) -> None:
    document = {"uri": path.as_uri(), "version": version}
    client.notify("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])


def position(text: str, mark: str, plus: int = 0) -> Message:
    """Where a mark stands, in UTF-16 as the protocol counts."""
    before = text[: text.index(mark) + plus]
    return {"line": before.count("\n"), "character": len(before.rpartition("\n")[2].encode("utf-16-le")) // 2}


def applied(text: str, edits: list[Message]) -> str:
    """Apply edits as an editor does."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda each: (each["range"]["start"]["line"], each["range"]["start"]["character"]))[
        ::-1
    ]:
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        row = lines[start["line"]].encode("utf-16-le")
        new = row[: 2 * start["character"]] + edit["newText"].encode("utf-16-le") + row[2 * end["character"] :]
        lines[start["line"]] = new.decode("utf-16-le")
    return "\n".join(lines)


def test_unsaved_text_is_checked_and_mended(client: Client, path: Path) -> None:
    right = path.read_text(encoding="utf-8")
    opened(client, path, right)
    assert client.findings(1) == []
    # Two characters beyond the first plane of Unicode before the mistake, on its line
    wrong = right.replace("(<persName>Clinton</persName>)", "(𝄞𐐷<persNmae>Clinton</persNmae>)")
    changed(client, path, 2, wrong)
    (found,) = client.findings(2)
    start = position(wrong, "<persNmae>")
    assert (found["code"], found["source"], found["range"]["start"]) == ("R21", "cablepress", start)
    assert found["range"]["end"] == position(wrong, "<persNmae>", len("<persNmae"))
    context: Message = {"diagnostics": [found]}
    document = {"uri": path.as_uri()}
    (action,) = client.ask("textDocument/codeAction", textDocument=document, range=found["range"], context=context)
    assert action["kind"] == "quickfix"
    assert applied(wrong, action["edit"]["changes"][path.as_uri()]) == wrong.replace("persNmae", "persName")
    assert path.read_text(encoding="utf-8") == right
    changed(client, path, 3, right.replace('c1468-t03" who="person:hosokawa"', 'c1468-t03" who="person:hosokava"'))
    (found,) = client.findings(3)
    assert found["code"] == "X03"
    (action,) = client.ask("textDocument/codeAction", textDocument=document, range=found["range"], context=context)
    assert [edit["newText"] for edit in action["edit"]["changes"][path.as_uri()]] == ["person:hosokawa"]
    changed(client, path, 4, right.replace("First, regarding", "First & regarding"))
    (found,) = client.findings(4)
    (action,) = client.ask("textDocument/codeAction", textDocument=document, range=found["range"], context=context)
    assert [edit["newText"] for edit in action["edit"]["changes"][path.as_uri()]] == ["&amp;"]


def test_what_is_meant_and_what_may_be_written(client: Client, path: Path) -> None:
    right = path.read_text(encoding="utf-8")
    opened(client, path, right)
    document = {"uri": path.as_uri()}
    said = client.ask("textDocument/hover", textDocument=document, position=position(right, "<speaker>", 3))
    assert "The label that names the speaker" in said["contents"]["value"]
    said = client.ask("textDocument/hover", textDocument=document, position=position(right, "who=", 1))
    assert "sp/@who" in said["contents"]["value"] or "change/@who" in said["contents"]["value"]

    def labels(mark: str, typed: str) -> list[str]:
        text = right.replace(mark, mark + typed, 1)
        labels.version += 1  # type: ignore[attr-defined]
        changed(client, path, labels.version, text)  # type: ignore[attr-defined]
        at = position(text, mark + typed, len(mark + typed))
        answer = client.ask("textDocument/completion", textDocument=document, position=at)
        return [each["label"] for each in answer["items"]]

    labels.version = 1  # type: ignore[attr-defined]
    turn = '<sp xml:id="c1468-t02" who="person:clinton">'
    assert labels(turn, "<") == ["speaker", "p"]
    assert "p" in labels("<speaker>(<persName>Clinton</persName>)</speaker>", "\n<")
    assert labels("<speaker>(<persName>Clinton", "</") == ["persName"]
    assert set(labels('<sp xml:id="c1468-t02" ', "")) >= {"cert", "xml:lang"}
    keys = labels('<sp xml:id="c1468-t02" who="', "")
    assert "person:clinton" in keys
    assert not any(key.startswith(("#", "place:")) for key in keys)
    assert "#rv" in labels('<abstract resp="', "")
    assert labels('<revisionDesc status="', "") == ["draft", "candidate", "approved", "published"]


def test_an_answer_does_not_wait_for_a_check(client: Client, path: Path) -> None:
    right = path.read_text(encoding="utf-8")
    large = right.replace("<sp ", f"{'<p>One <b>two</b>.</p>' * 3000}<sp ", 1)
    opened(client, path, right)
    client.findings(1)
    changed(client, path, 2, large)
    at = position(right, "<speaker>", 3)
    client.ask("textDocument/hover", textDocument={"uri": path.as_uri()}, position=at)
    told = [each["params"].get("version") for each in client.kept if each.get("method", "").endswith("Diagnostics")]
    assert 2 not in told  # the large text is still being checked
    changed(client, path, 3, right)
    assert client.findings(3) == []
