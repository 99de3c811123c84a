"""Publishing: a folder that changes all at once or not at all, whatever happens, and files of others that stay."""

import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cablepress.errors import MachineFailure, WrongUsage
from cablepress.publication import Kept, Made
from cablepress.publish import desk as desks
from cablepress.publish import disk, swap
from cablepress.publish.desk import Published, desk
from cablepress.publish.drift import compare
from cablepress.publish.shelf import shelf
from cablepress.publish.untouched import is_untouched

OLD = {"index.html": b"old", "gone.html": b"gone", "assets/a.css": b"a", "assets/gone.css": b"g"}
NEW = {"index.html": b"new", "assets/a.css": b"a", "page.html": b"page", "search/x.js": b"x"}


def made(files: dict[str, bytes]) -> Iterable[Made]:
    return (Made(name, data) for name, data in files.items())


SOURCES = "the hash of the sources"
HEAD = {"fingerprint": SOURCES}


def publish(files: dict[str, bytes], out: Path) -> Published:
    with desk(out, {}) as at:
        return at.publish(made(files), HEAD, {})


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder but the manifest, whose list is compared with the others."""
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    if "manifest.json" in there:
        listed = json.loads(there.pop("manifest.json"))["files"]
        assert listed.keys() <= there.keys()
    return there


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


@pytest.fixture(params=["exchange", "journal"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Publish by both ways: where folders can be exchanged, and where they cannot."""
    if request.param == "journal":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_new_edition_takes_the_place_of_the_old(tmp_path: Path) -> None:
    assert publish(OLD, tmp_path / "out").is_new
    assert publish(NEW, tmp_path / "out").is_new
    assert contents(tmp_path / "out") == NEW
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
    assert not compare(made(NEW), HEAD, shelf(tmp_path / "out", {}))


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    publish(NEW, tmp_path / "out")
    before = times(tmp_path)
    assert not publish(NEW, tmp_path / "out").is_new
    assert times(tmp_path) == before
    publish({**NEW, "index.html": b"newer"}, tmp_path / "out")
    after = times(tmp_path)
    changed = {name for name, time in after.items() if before.get(name) != time and Path(name).is_file()}
    assert {Path(name).name for name in changed} == {"index.html", "manifest.json"}


def test_what_is_kept_is_neither_read_nor_written(tmp_path: Path) -> None:
    first = publish(NEW, tmp_path / "out")
    before = (tmp_path / "out" / "page.html").stat()
    kept = (Kept(name, known.digest) for name, known in first.printed.items() if name == "page.html")
    with desk(tmp_path / "out", first.printed) as at:
        at.publish((*kept, Made("other.html", b"other")), {}, {})
    assert contents(tmp_path / "out") == {"page.html": b"page", "other.html": b"other"}
    after = (tmp_path / "out" / "page.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("foreign", ["CNAME", "assets/logo.png", "talk/slides.txt", ".git/config"])
def test_files_of_others_stay_and_are_named(tmp_path: Path, foreign: str) -> None:
    publish(OLD, tmp_path / "out")
    path = tmp_path / "out" / foreign
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"Dear")
    inode = path.stat().st_ino
    published = publish(NEW, tmp_path / "out")
    assert published.foreign == (foreign,)
    assert contents(tmp_path / "out") == {**NEW, foreign: b"Dear"}
    assert path.stat().st_ino == inode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_a_link_of_others_stays_a_link(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "out")
    (tmp_path / "out" / "latest").symlink_to("index.html")
    assert publish(NEW, tmp_path / "out").foreign == ("latest",)
    assert (tmp_path / "out" / "latest").readlink() == Path("index.html")


@pytest.mark.parametrize("taken", ["page.html", "search"])
def test_a_file_of_others_is_never_replaced(tmp_path: Path, taken: str) -> None:
    publish(OLD, tmp_path / "out")
    (tmp_path / "out" / taken).write_bytes(b"Dear")
    with pytest.raises(WrongUsage, match="no edition put this file there"):
        publish(NEW, tmp_path / "out")
    assert contents(tmp_path / "out") == {**OLD, taken: b"Dear"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_a_manifest_cannot_name_files_outside(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Dear")
    (tmp_path / "out").mkdir()
    listed = {"../letter.txt": "", "/etc/passwd": "", "a/../../letter.txt": ""}
    (tmp_path / "out" / "manifest.json").write_text(json.dumps({"files": listed}), encoding="utf-8")
    publish(NEW, tmp_path / "out")
    assert (tmp_path / "letter.txt").read_bytes() == b"Dear"
    assert contents(tmp_path / "out") == NEW


@pytest.mark.parametrize("manifest", [b"", b"{", b"[]", b'{"files": 3}', b"\xff", b"[" * 100_000])
def test_a_broken_manifest_makes_the_old_files_somebody_elses(tmp_path: Path, manifest: bytes) -> None:
    publish({"a.html": b"a"}, tmp_path / "out")
    (tmp_path / "out" / "manifest.json").write_bytes(manifest)
    assert publish(NEW, tmp_path / "out").foreign == ("a.html",)
    assert contents(tmp_path / "out") == {**NEW, "a.html": b"a"}


def test_the_output_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "real" / "edition")
    assert publish(OLD, tmp_path / "out").is_new
    assert not publish(OLD, tmp_path / "out").is_new
    assert publish(NEW, tmp_path / "out").is_new
    assert (tmp_path / "out").is_symlink()
    assert contents(tmp_path / "real" / "edition") == NEW


def test_two_builds_do_not_publish_into_one_folder(tmp_path: Path) -> None:
    with (tmp_path / ".out.cablepress-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(MachineFailure, match="Another build"):
            publish(NEW, tmp_path / "out")
    assert publish(NEW, tmp_path / "out").is_new
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize(("function", "number"), [("write", errno.ENOSPC), ("share", errno.EIO), ("settle", errno.EIO)])
def test_a_failing_disk_leaves_the_old_edition_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int
) -> None:
    publish(OLD, tmp_path / "out")

    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number), "a file")

    for module in (desks, swap, sys.modules["cablepress.publish.stage"]):
        if hasattr(module, function):
            monkeypatch.setattr(module, function, failing)
    with pytest.raises(MachineFailure, match=os.strerror(number)):
        publish(NEW, tmp_path / "out")
    assert contents(tmp_path / "out") == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_where_nothing_can_be_linked_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unlinkable(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", unlinkable)
    publish(OLD, tmp_path / "out")
    publish(NEW, tmp_path / "out")
    assert contents(tmp_path / "out") == NEW


def test_an_untouched_edition_is_told_from_a_touched_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    printed = publish(NEW, out).printed
    assert is_untouched(out, printed, HEAD)
    assert not is_untouched(out, {}, HEAD)
    assert not is_untouched(out, printed, {"fingerprint": "of others"})
    assert not is_untouched(out, printed, {**HEAD, "stylesheets": "tex.xsl"})
    (out / "foreign.txt").touch()
    found = is_untouched(out, printed, HEAD)
    assert found
    assert found.foreign == ("foreign.txt",)
    (out / "page.html").write_bytes(b"PAGE")
    assert not is_untouched(out, printed, HEAD)
    publish(NEW, out)
    (tmp_path / ".out.cablepress-new-x").mkdir()
    assert not is_untouched(out, printed, HEAD)


# Killed at any moment

CALLS = frozenset(
    {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "os.listdir"}
    | {"shutil.rmtree", "tempfile.mkdtemp", "ctypes.dlsym", "ctypes.dlopen", "os.utime", "fcntl.flock"}
)


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do some work in a process of its own, killed at its n-th call to the file system; return whether it was."""
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, _: tuple[Any, ...]) -> None:
            nonlocal count
            if event in CALLS:
                count += 1
                if count == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("foreign", ["", "CNAME"])
def test_killed_at_any_call_one_edition_is_there_and_the_next_build_is_clean(
    tmp_path: Path, foreign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "settle", lambda _: None)  # hundreds of times it would only wait
    for number in range(1, 1000):
        folder = tmp_path / str(number)
        out = folder / "out"
        publish(OLD, out)
        others = {foreign: b"Dear"} if foreign else {}
        for name, data in others.items():
            (out / name).write_bytes(data)
        was_killed = killed_at(number, lambda out=out: publish(NEW, out))  # type: ignore[misc]
        if not list(folder.glob(".out.cablepress-journal")):
            assert contents(out) in ({**OLD, **others}, {**NEW, **others}), number
        publish(NEW, out)
        assert contents(out) == {**NEW, **others}, number
        assert sorted(path.name for path in folder.iterdir()) == ["out"], number
        if not was_killed:
            assert number > 20
            return
    pytest.fail("it never came to an end")


def test_what_was_put_there_during_a_build_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, tmp_path / "out")
    settle = disk.settle

    def busy(folder: Path) -> None:
        (tmp_path / "out" / "late.txt").write_bytes(b"late")
        settle(folder)

    monkeypatch.setattr(swap, "settle", busy)
    publish(NEW, tmp_path / "out")
    assert contents(tmp_path / "out") == {**NEW, "late.txt": b"late"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few kilobytes, where this machine lets us make one."""
    disk_of_memory = tmp_path / "disk"
    disk_of_memory.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk_of_memory)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this user may not mount a file system")
    yield disk_of_memory
    subprocess.run(["umount", str(disk_of_memory)], check=True)


@pytest.mark.parametrize("inside", ["out", "."], ids=["a folder on it", "the disk itself"])
def test_a_disk_that_is_full_keeps_the_old_edition(small_disk: Path, inside: str) -> None:
    out = small_disk / inside
    publish(OLD, out)
    with pytest.raises(MachineFailure, match=r"No space left on device; .* is as it was"):
        publish({**NEW, "large.html": bytes(100_000)}, out)
    assert contents(out) == OLD
    assert not [path for path in small_disk.rglob("*") if ".cablepress" in path.name]
    assert publish(NEW, out).is_new
    assert contents(out) == NEW


def test_a_disk_that_cannot_be_written_keeps_the_old_edition(small_disk: Path) -> None:
    publish(OLD, small_disk / "out")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(MachineFailure, match=r"Read-only file system; .* is as it was"):
        publish(NEW, small_disk / "out")
    assert contents(small_disk / "out") == OLD
