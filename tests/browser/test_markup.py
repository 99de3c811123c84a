"""Every file of the edition that a browser reads is what its standard says."""

import subprocess
from collections.abc import Callable
from pathlib import Path


def test_the_nu_checker_finds_no_error(
    edition: Path, node_file: Callable[[str], Path], find_program: Callable[[str], str]
) -> None:
    checker = node_file("vnu-jar/build/dist/vnu.jar")
    files = sorted(path for path in edition.rglob("*") if path.suffix in {".html", ".css", ".svg"})
    options = ["--errors-only", "--also-check-css", "--also-check-svg", "--stdout"]
    checked = subprocess.run(
        [find_program("java"), "-jar", checker, *options, *files], check=False, capture_output=True, text=True
    )
    assert (checked.stdout, checked.returncode) == ("", 0)
    assert {path.suffix for path in files} >= {".html", ".css"}
