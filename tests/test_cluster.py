"""Beyond one machine: the workers of a Dask scheduler, and sources and pages in a store. The same bytes as here."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import fsspec
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from cablepress.cli import main

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "tests" / "bench"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cablepress(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cablepress", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of several chunks."""
    folder = tmp_path_factory.mktemp("corpus")
    command = [sys.executable, str(BENCH / "corpus.py"), str(folder / "tei"), "160"]
    subprocess.run(command, check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as running:
        yield running


def kill_one(running: LocalCluster) -> None:
    time.sleep(1)
    with suppress(ProcessLookupError):
        os.kill(next(iter(running.workers.values())).pid, signal.SIGKILL)


@pytest.mark.filterwarnings("ignore")  # of Dask's own, about a worker that we killed
def test_a_cluster_makes_the_same_bytes_even_if_a_worker_is_killed(corpus: Path, cluster: LocalCluster) -> None:
    assert cablepress("build", "--out", "here", "--jobs", "2", cwd=corpus).returncode == 0
    shutil.rmtree(corpus / ".cablepress")
    killing = Thread(target=kill_one, args=(cluster,))
    killing.start()
    result = cablepress("build", "--out", "there", "--cluster", cluster.scheduler_address, cwd=corpus)
    killing.join()
    assert result.returncode == 0, result.stderr
    assert contents(corpus / "there") == contents(corpus / "here")


def test_where_no_scheduler_answers_the_command_says_so(corpus: Path) -> None:
    result = cablepress("build", "--out", "nothing", "--cluster", "tcp://127.0.0.1:9", cwd=corpus)
    assert result.returncode == 3
    assert "no Dask scheduler answers there" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (corpus / "nothing").exists()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> fsspec.AbstractFileSystem:
    """A store that holds the sources of the edition, and a working directory that holds nothing."""
    monkeypatch.chdir(tmp_path)
    memory = fsspec.filesystem("memory")
    memory.rm("/", recursive=True) if memory.ls("/") else None
    for name, data in contents(ROOT / "tei").items():
        memory.pipe_file(f"/archive/tei/{name}", data)
    return memory


def published(store: fsspec.AbstractFileSystem) -> dict[str, bytes]:
    return {path.removeprefix("/archive/site/"): store.cat_file(path) for path in store.find("/archive/site")}


def build() -> str:
    command = ["build", "--source", "memory://archive/tei", "--out", "memory://archive/site"]
    result = CliRunner().invoke(main, command, prog_name="cablepress")
    assert result.exit_code == 0, result.output
    return result.output


def test_sources_and_pages_may_lie_in_a_store(store: fsspec.AbstractFileSystem) -> None:
    build()
    assert published(store) == contents(ROOT / "dist")
    store.pipe_file("/archive/site/CNAME", b"example.net")
    assert "unchanged" in build()
    assert published(store) == {**contents(ROOT / "dist"), "CNAME": b"example.net"}


def test_only_what_changes_is_sent(store: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    sent: list[str] = []
    pipe = type(store).pipe_file

    def noting(self: fsspec.AbstractFileSystem, path: str, value: bytes, **given: object) -> object:
        sent.append(path)
        return pipe(self, path, value, **given)

    cable = store.cat_file("/archive/tei/cable-1460.xml").replace(b"<abstract", b"<!-- seen --><abstract", 1)
    store.pipe_file("/archive/tei/cable-1460.xml", cable)
    monkeypatch.setattr(type(store), "pipe_file", noting)
    build()
    names = [path.rpartition("/")[2] for path in sent]
    # Its own files, each of which names the hash of its text, and what holds or cites the edition as a whole
    assert {name.partition(".")[0] for name in names} == {"cable-1460", "download", "edition", "manifest", "print"}
    assert names[-1] == "manifest.json"


@pytest.mark.parametrize(
    ("address", "code", "says"),
    [("nowhere://x/tei", 2, "nowhere"), ("memory://empty/tei", 2, "no TEI file")],
)
def test_what_cannot_be_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "--source", address], prog_name="cablepress")
    assert result.exit_code == code
    assert says in result.output


def test_a_manifest_in_a_store_cannot_name_files_outside(store: fsspec.AbstractFileSystem) -> None:
    build()
    store.pipe_file("/archive/letter.txt", b"Dear")
    store.pipe_file("/archive/site/manifest.json", b'{"files": {"../letter.txt": "", "gone.html": ""}}')
    build()
    assert store.cat_file("/archive/letter.txt") == b"Dear"
    assert published(store) == contents(ROOT / "dist")
