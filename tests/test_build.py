"""Building: the whole edition, the same bytes every time, and a folder that changes all at once or not at all."""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree, html

ROOT = Path(__file__).resolve().parents[1]
STEMS = {*(f"cable-{number}" for number in range(1456, 1463)), "cable-1468"}
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
REDACTIONS = "//t:text//t:gap[@reason = 'redacted' or @reason = 'withheld']"


def build(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cablepress", "build", *arguments]
    given = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=given, capture_output=True, text=True, check=False, timeout=120)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "edition"
    result = build("--out", str(out), cwd=ROOT)
    assert result.returncode == 0, result.stderr
    return out


def test_every_telegram_has_its_page_its_text_and_its_source(built: Path) -> None:
    for stem in STEMS:
        for suffix in ("html", "txt", "xml"):
            assert (built / f"{stem}.{suffix}").is_file()
        assert (built / f"{stem}.xml").read_bytes() == (ROOT / "tei" / f"{stem}.xml").read_bytes()
    assert {"index.html", "people.html", "manifest.json"} <= set(contents(built))


def test_the_manifest_names_every_file_with_its_hash(built: Path) -> None:
    files = contents(built)
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == {name: sha256(data).hexdigest() for name, data in files.items()}


@pytest.mark.parametrize("stem", sorted(STEMS))
def test_redactions_are_counted_alike_in_tei_html_and_text(built: Path, stem: str) -> None:
    gaps = etree.parse(built / f"{stem}.xml").xpath(f"count({REDACTIONS})", namespaces=TEI)
    page = html.parse(built / f"{stem}.html", html.HTMLParser(encoding="utf-8"))
    bars = page.xpath("//main//*[contains(concat(' ', @class, ' '), ' redact ')]")
    assert len(bars) == gaps
    text = (built / f"{stem}.txt").read_text(encoding="utf-8")
    assert len(re.findall(r"\[(?:TN: [^]]*blacked out|redacted|withheld)", re.sub(r"\s+", " ", text))) == gaps
    for bar in bars:
        assert re.sub(r"\s+", " ", bar.text_content()).strip() in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--jobs", "1"), {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"}),
        (("--jobs", "3"), {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/New_York"}),
    ],
)
def test_the_same_input_gives_the_same_bytes(
    built: Path, tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "a folder with spaces" / "tei")
    result = build(*arguments, cwd=tmp_path / "a folder with spaces", **environment)
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path / "a folder with spaces" / "dist") == contents(built)


def test_nothing_of_this_machine_is_in_the_edition(built: Path) -> None:
    for name, data in contents(built).items():
        for trace in (str(ROOT).encode(), b"file:///", b"/tmp/", b"/home/"):
            assert trace not in data, (name, trace)


def test_a_second_build_changes_nothing(built: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    result = build("--out", str(built), cwd=ROOT)
    assert result.returncode == 0
    assert "unchanged" in result.stdout
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == times


def test_check_lists_what_is_missing_changed_and_extra(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(built, out)
    (out / "people.html").unlink()
    (out / "index.html").write_bytes(b"x")
    (out / ".gitignore").touch()
    (out / "cablepress-0.1.0-py3-none-any.whl").touch()
    before = contents(out)
    result = build("--out", str(out), "--check", cwd=ROOT)
    assert result.returncode == 1
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == ["missing", "changed", "extra", "extra"]
    assert contents(out) == before


def test_the_committed_edition_is_fresh(built: Path) -> None:
    assert contents(ROOT / "dist") == contents(built)


def test_a_preview_despite_errors_elsewhere(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    (tmp_path / "tei" / "cable-1460.xml").write_bytes(b"<TEI")
    result = build("--only", "cable-1468", "--out", "preview", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "preview" / "cable-1468.html").is_file()
    assert not (tmp_path / "preview" / "cable-1459.html").exists()
    assert build("--only", "tei/cable-1459.xml", "--out", "preview", cwd=tmp_path).returncode == 0
    assert build("--only", "cable-1460", "--out", "preview", cwd=tmp_path).returncode == 1


def test_a_preview_is_alone_and_tells_nothing_of_this_machine(tmp_path: Path) -> None:
    result = build("--only", str(ROOT / "tei" / "cable-1468.xml"), "--out", str(tmp_path / "preview"), cwd=ROOT)
    assert result.returncode == 0, result.stderr
    files = contents(tmp_path / "preview")
    assert json.loads(files["manifest.json"])["preview"] == "cable-1468"
    for name in (each for each in files if each.endswith(".html")):
        links = html.fromstring(files[name]).xpath("//a/@href")
        assert {link.partition("#")[0] for link in links if "//" not in link} <= {*files, ""}, name


def test_an_edition_of_the_same_shape_anywhere(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "cases" / "base", tmp_path / "telegrams")
    shutil.copy(ROOT / "tests" / "cases" / "plain" / "in.xml", tmp_path / "telegrams" / "in.xml")
    result = build("--source", "telegrams", "--out", "pages", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert {"in.html", "in.txt", "in.xml", "cable-2.html"} <= set(contents(tmp_path / "pages"))


def test_files_can_be_read_by_everybody(built: Path) -> None:
    for path in (built, *built.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
