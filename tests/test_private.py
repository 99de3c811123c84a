"""Nothing of the machine shows in an edition: no path, no user, no host, no time, no environment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """Build a small edition in a folder, in an environment that differs in all that could show."""
    shutil.copytree(ROOT / "tests" / "cases" / "base", folder / "tei")
    shutil.copy(ROOT / "tests" / "cases" / "plain" / "in.xml", folder / "tei")
    for path in (folder / "tei").iterdir():
        os.utime(path, (len(environment["USER"]) * 10_000_000,) * 2)
    command = [sys.executable, "-m", "cablepress", "build"]
    told = {**os.environ, "SECRET_TOKEN": f"token-of-{environment['USER']}", **environment}
    subprocess.run(command, cwd=folder, env=told, check=True, capture_output=True, timeout=120)
    return {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "dist").rglob("*") if path.is_file()}


def test_two_machines_make_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "canary-one", tmp_path / "a folder of 外務省"
    first = built(one, USER="canary-user", HOME=str(one), TZ="Asia/Tokyo", LANG="C", LC_ALL="C")
    second = built(other, USER="nobody", HOME=str(other), TZ="America/New_York", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    assert first == second
    words = (str(tmp_path), "canary", os.uname().nodename + "/", "token-of", str(ROOT))
    assert [(name, word) for name, data in first.items() for word in words if word.encode() in data] == []
