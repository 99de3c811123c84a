"""The invented editions of the benchmark are always the same, of the right size, and without fault."""

import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

BENCH = Path(__file__).parent / "bench"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("invented") / "tei", 12)


def generated(folder: Path, count: int) -> Path:
    subprocess.run([sys.executable, BENCH / "corpus.py", folder, str(count)], check=True, timeout=60)
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_edition_is_invented_every_time(invented: Path, tmp_path: Path) -> None:
    assert bytes_of(generated(tmp_path / "again", 12)) == bytes_of(invented)


def test_its_cables_are_as_long_as_real_ones(tmp_path: Path) -> None:
    sizes = [len(data) for name, data in bytes_of(generated(tmp_path / "tei", 200)).items() if name.startswith("cable")]
    assert len(sizes) == 200
    assert 12 * 1024 < mean(sizes) < 16 * 1024


def test_it_is_published_without_a_finding(invented: Path) -> None:
    command = [sys.executable, "-m", "cablepress", "build", "--jobs", "1"]
    done = subprocess.run(command, cwd=invented.parent, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("dist/index.html: 12 cables published.\n", "")
