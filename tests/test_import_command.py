"""`cablepress import` writes a draft and its transcription, replaces nothing unasked, and says what it cannot do."""

import os
from pathlib import Path

import pytest

from cablepress.corpus import read_corpus
from cablepress.importing import desk, html
from cablepress.memory import Memory
from cablepress.validate import validate
from drafts import PAGE, ROOT, files, imported


def test_a_page_is_imported_with_its_transcription_and_the_people_it_brings(tmp_path: Path) -> None:
    done = imported(PAGE, "--out", tmp_path / "tei")
    assert done.exit_code == 0
    there = files(tmp_path / "tei")
    assert sorted(there) == ["authority.xml", "cable-1468.xml", "transcriptions/cable-1468.txt"]
    assert there["transcriptions/cable-1468.txt"] == PAGE.read_bytes()
    assert "person:gore" in done.stdout
    assert 'cert="low"' in there["authority.xml"].decode()


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    imported(PAGE, "--out", tmp_path)
    (tmp_path / "cable-1468.xml").write_text("mine", encoding="utf-8")
    before = files(tmp_path)
    again = imported(PAGE, "--out", tmp_path)
    assert (again.exit_code, files(tmp_path)) == (1, before)
    assert "I02" in again.stderr
    assert imported(PAGE, "--out", tmp_path, "--force").exit_code == 0
    assert files(tmp_path)["cable-1468.xml"] != b"mine"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    done = imported(PAGE, "--out", tmp_path, "--dry-run", "--report", tmp_path / "r.txt")
    assert (done.exit_code, done.stdout, list(files(tmp_path))) == (0, "", ["r.txt"])


def test_records_join_an_authority_file_that_keeps_every_other_byte(tmp_path: Path) -> None:
    before = (ROOT / "tei" / "authority.xml").read_bytes()
    (tmp_path / "authority.xml").write_bytes(before)
    done = imported("-", "--out", tmp_path, stdin=b"Mr. Noble: Yes.\n\nDr. Gore: No.\n\nMr. Noble: So.\n")
    after = (tmp_path / "authority.xml").read_bytes()
    assert done.exit_code == 0
    assert b'xml:id="person-noble" cert="low"' in after
    assert (
        after.replace(
            after[after.index(b'      <person xml:id="person-noble"') : after.index(b"    </listPerson>")], b""
        )
        == before
    )
    assert b'who="person:gore"' in (tmp_path / "page.xml").read_bytes()


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd.txt", "passwd"),
        ("1468.page.txt", "cable-1468"),
        ("Index.html", "cable-index"),
        ("authority.txt", "cable-authority"),
        ("..\\x.txt", "x"),
        ("Ünï code.txt", "uni-code"),
        (".txt", "cable"),
        ("person-gore.txt", "cable-person-gore"),
        ("con.txt", "cable-con"),
        ("a" * 300 + ".txt", "a" * 100),
    ],
)
def test_a_draft_is_named_safely(name: str, stem: str) -> None:
    assert desk.stem_of(name) == stem


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "W01"),
        (b" \n\xc2\xa0\n", "W01"),
        (b"one\nt\xffwo", ":2:2: error W02"),
        ("text".encode("utf-16"), "W02"),
        (b"one\nt\0wo", ":2:2: error W06"),
        (b"one\x08", ":1:4: error W06"),
        (b"x" * (20 * 1024 * 1024 + 1), "W05"),
    ],
    ids=["empty", "blank", "not-utf-8", "utf-16", "nul", "control", "too-large"],
)
def test_what_cannot_be_read_is_an_error_at_its_place(tmp_path: Path, data: bytes, said: str) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text("A page.", encoding="utf-8")
    done = imported(bad, good, "--out", tmp_path / "tei")
    assert done.exit_code == 1
    assert said in done.stderr
    assert sorted(files(tmp_path / "tei")) == ["good.xml", "transcriptions/good.txt"]


@pytest.mark.parametrize("arguments", [["no-such-page.txt"], ["."], []])
def test_a_page_that_is_not_there_is_wrong_usage(
    tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert imported(*arguments).exit_code == 2


def test_two_pages_of_one_name_are_not_one_draft(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(f"Page {folder}.", encoding="utf-8")
    done = imported(tmp_path / "a" / "one.txt", tmp_path / "b" / "one.txt", "--out", tmp_path / "tei")
    assert (done.exit_code, "I02" in done.stderr) == (1, True)


def test_a_failing_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert imported(PAGE, "--out", tmp_path).exit_code == 3
    assert files(tmp_path) == {}


def test_html_is_read_as_a_browser_copies_it(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in PAGE.read_text(encoding="utf-8").split("\n") if line.strip())
    head = "<!DOCTYPE html><html><head><title>x</title><script>var a;</script></head>"
    saved = f"{head}<body><nav></nav>{body}</body></html>"
    (tmp_path / "1468.html").write_text(saved, encoding="utf-8")
    done = imported(tmp_path / "1468.html", "--out", tmp_path / "tei")
    assert (done.exit_code, done.stdout.count("\n  turn:")) == (0, 7)
    there = files(tmp_path / "tei")
    assert there["transcriptions/cable-1468.txt"].decode().split() == PAGE.read_text(encoding="utf-8").split()
    assert html.text(b"<html><pre>a\nb</pre>c<br>d") == "a\n\nb\n\nc\n\nd\n"


def test_an_unknown_kind_of_page_is_kept_whole_and_said_to_be_unknown(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("One thing.\n\nAnother: thing.\n", encoding="utf-8")
    done = imported(tmp_path / "odd.txt", "--out", tmp_path / "tei")
    assert done.exit_code == 0
    assert done.stdout.count("no rule knows") == 2


def test_what_is_doubtful_is_a_warning_until_somebody_confirms_it(tmp_path: Path, inline: object) -> None:
    imported("-", "--out", tmp_path, stdin=b"Mr. Noble: Yes.\n\nMr. Sisco: No.\n\nMr. Noble: So.\n")

    def doubts() -> int:
        found = validate(read_corpus(tmp_path), inline, Memory("", "")).findings  # type: ignore[arg-type]
        assert not [one for one in found if one.is_error]
        return sum(one.code == "I01" for one in found)

    assert doubts() == 5
    for name in ("page.xml", "authority.xml"):
        text = (tmp_path / name).read_text(encoding="utf-8").replace(' cert="low"', "")
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert doubts() == 0
