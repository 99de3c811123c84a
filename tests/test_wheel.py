"""The wheel: built, installed somewhere else, and run outside the checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "src" / "cablepress" / "init" / "template"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


def built(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_it_is_the_same_whenever_it_is_built(wheel: Path, tmp_path: Path) -> None:
    assert built(tmp_path).read_bytes() == wheel.read_bytes()


def test_it_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    tracked = {
        *(
            path.relative_to(ROOT / "src").as_posix()
            for path in (ROOT / "src" / "cablepress").rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        ),
        *(
            f"cablepress/{path.relative_to(ROOT).as_posix()}"
            for top in ("xslt", "schema")
            for path in (ROOT / top).rglob("*.*")
        ),
        *(
            f"cablepress/{path.relative_to(ROOT / 'tests').as_posix()}"
            for path in (ROOT / "tests" / "cases").rglob("*.*")
            if path.stem != "reading" and path.is_file()
        ),
    }
    assert names == tracked


def test_it_builds_an_edition_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(command, check=True, timeout=300)
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    command = [sys.executable, "-m", "cablepress", "build"]
    environment = {**os.environ, "PYTHONPATH": str(site)}
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, timeout=120)
    begun = [sys.executable, "-m", "cablepress", "init", "begun"]
    subprocess.run(begun, check=True, cwd=tmp_path, env=environment, timeout=120, stdout=subprocess.DEVNULL)
    assert len(list((tmp_path / "begun" / "tei").glob("*.xml"))) == len(list((TEMPLATES / "tei").glob("*.xml")))
    built = {path.name: path.read_bytes() for path in (tmp_path / "dist").glob("*") if path.is_file()}
    command = [sys.executable, "-m", "cablepress", "explain", "gap"]
    said = subprocess.run(
        command, check=True, cwd=tmp_path, env=environment, timeout=60, capture_output=True, text=True
    )
    assert "Right, as in features/in.xml" in said.stdout
    assert built == {path.name: path.read_bytes() for path in (ROOT / "dist").glob("*") if path.is_file()}
