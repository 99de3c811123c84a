"""Bad input: a clear message, the right exit code, no traceback, and an edition that stays as it was."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cablepress.corpus import read, read_corpus
from cablepress.finding import Finding

ROOT = Path(__file__).resolve().parents[1]


def cablepress(
    *arguments: str, cwd: Path, preexec_fn: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cablepress", *arguments]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, timeout=120, preexec_fn=preexec_fn
    )


def fingerprint(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An edition with a published folder that no failure may touch."""
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    shutil.copytree(ROOT / "dist", tmp_path / "dist")
    return tmp_path


def empty(cable: Path) -> None:
    cable.write_bytes(b"")


def not_well_formed(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace(b"</body>", b"</boby>"))


def not_utf8(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace("’".encode(), b"\x92", 1))


def utf16(cable: Path) -> None:
    cable.write_bytes(cable.read_text(encoding="utf-8").replace("UTF-8", "UTF-16").encode("utf-16"))


def other_encoding(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"', 1))


def with_nul(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace(b"</body>", b"\0</body>"))


def with_doctype(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace(b"<TEI", b'<!DOCTYPE TEI [<!ENTITY e "x">]>\n<TEI', 1))


def other_root(cable: Path) -> None:
    cable.write_bytes(b"<html/>")


def other_namespace(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace(b"http://www.tei-c.org/ns/1.0", b"http://example.org/"))


def too_deep(cable: Path) -> None:
    nested = b"<seg>" * 100 + b"</seg>" * 100
    cable.write_bytes(cable.read_bytes().replace(b"<body>", b"<body>" + nested, 1))


def too_large(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes() + b" " * 20 * 1024 * 1024)


def a_link(cable: Path) -> None:
    cable.rename(cable.with_suffix(".old"))
    cable.symlink_to(cable.with_suffix(".old"))


def a_pipe(cable: Path) -> None:
    cable.unlink()
    os.mkfifo(cable)


def invalid(cable: Path) -> None:
    cable.write_bytes(cable.read_bytes().replace(b' who="person:gore"', b"", 1))


BROKEN: list[tuple[Callable[[Path], None], str]] = [
    (empty, "W01"),
    (not_utf8, "W02"),
    (utf16, "W02"),
    (other_encoding, "W02"),
    (not_well_formed, "W03"),
    (other_root, "W04"),
    (other_namespace, "W04"),
    (too_deep, "W05"),
    (too_large, "W05"),
    (with_nul, "W06"),
    (a_link, "W07"),
    (a_pipe, "W07"),
    (with_doctype, "X31"),
    (invalid, "R05"),
]


@pytest.mark.parametrize(("broken", "code"), BROKEN, ids=[broken.__name__ for broken, _ in BROKEN])
def test_a_bad_cable_among_good_ones(project: Path, broken: Callable[[Path], None], code: str) -> None:
    before = fingerprint(project / "dist")
    broken(project / "tei" / "cable-1468.xml")
    result = cablepress("build", cwd=project)
    assert result.returncode == 1
    assert "tei/cable-1468.xml" in result.stderr
    assert f" {code} " in result.stderr
    assert "nothing was published" in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprint(project / "dist") == before
    assert sorted(path.name for path in project.iterdir()) == [".cablepress", "dist", "tei"]


def test_an_unreadable_cable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, since the superuser can read every file."""
    opened = os.open

    def refusing(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).name == "cable-1468.xml":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refusing)
    (found,) = (each for each in map(read, read_corpus(project / "tei").files) if isinstance(each, Finding))
    assert (found.code, found.is_error) == ("W07", True)
    assert "Permission denied" in found.message


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("build", "--source", "nowhere"), "nowhere: no such folder"),
        (("build", "--source", "tei/cable-1468.xml"), "not a folder"),
        (("build", "--source", "bare"), "no TEI file"),
        (("build", "--out", "tei/out"), "overlap"),
        (("build", "--out", "."), "overlap"),
        (("build", "--source", "tei", "--out", "tei"), "overlap"),
        (("build", "--out", "strange"), "index.html: no edition put this file there"),
        (("build", "--out", "bare/file"), "not a folder"),
        (("build", "--only", "cable-1468"), "--out"),
        (("build", "--only", "cable-1468", "--out", "dist"), "preview"),
        (("build", "--only", "cable-9", "--out", "preview"), "no cable cable-9"),
        (("build", "--only", ""), "names no cable"),
        (("build", "--only", "", "--out", "preview"), "names no cable"),
        (("build", "--only", "authority", "--out", "preview"), "not a cable"),
        (("build", "--jobs", "0"), "--jobs"),
        (("validate", "nowhere"), "no such file"),
        (("validate", "bare"), "no TEI file"),
        (("validate", "tei/README.md"), "tei/README.md"),
        (("validate", "tei/transcriptions/.page.txt"), "tei/transcriptions/.page.txt is no part"),
        (("validate", "--format", "prose"), "--format"),
    ],
)
def test_wrong_usage(project: Path, arguments: tuple[str, ...], says: str) -> None:
    (project / "bare").mkdir()
    (project / "bare" / "file").touch()
    (project / "tei" / "transcriptions" / ".page.txt").touch()
    (project / "strange").mkdir()
    (project / "strange" / "thesis.doc").touch()
    (project / "strange" / "index.html").touch()
    before = fingerprint(project / "dist")
    result = cablepress(*arguments, cwd=project)
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
    assert says in result.stderr
    assert fingerprint(project / "dist") == before
    assert (project / "strange" / "thesis.doc").exists()


@pytest.mark.parametrize("out", [".", "..", "../../", "here"])
def test_the_working_directory_is_not_published_into(project: Path, out: str) -> None:
    work = project / "site" / "work"
    work.mkdir(parents=True)
    (work / "here").symlink_to(work)
    result = cablepress("build", "--source", str(ROOT / "tei"), "--out", out, cwd=work)
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
    assert "working directory" in result.stderr


def test_what_is_asked_about_is_answered(project: Path) -> None:
    """A transcription is asked about with its cable; a folder named twice is one."""
    page, cable = project / "tei" / "transcriptions" / "cable-1468.txt", project / "tei" / "cable-1468.xml"
    page.write_text(page.read_text(encoding="utf-8") + "\nA line that nobody encoded.\n", encoding="utf-8")
    invalid(cable)
    result = cablepress("validate", "tei/transcriptions/cable-1468.txt", cwd=project)
    assert "tei/cable-1468.xml" in result.stdout
    assert result.stderr.startswith("1 file checked")
    mend = cablepress("validate", "tei", str(project / "tei"), "tei/../tei/cable-1460.xml", cwd=project)
    assert mend.stderr.startswith("10 files checked: 1 error")


def test_a_transcription_is_read_as_strictly_as_a_cable(project: Path) -> None:
    pages = project / "tei" / "transcriptions"
    for name in ("edition.txt", "authority.txt"):
        (pages / name).write_text("Words.", encoding="utf-8")
    too_large(pages / "cable-1468.txt")
    (pages / "cable-1460.TXT").touch()
    findings = cablepress("validate", cwd=project).stdout
    assert [line.split()[2] for line in findings.splitlines()] == ["X30", "X01", "W05", "X30"]


def test_the_authority_file_is_the_one_of_that_name(project: Path) -> None:
    """Another of its type, before or behind it in the alphabet, is an error and replaces nothing."""
    for kind, other in (("authority", "zpeople"), ("edition", "about")):
        text = (project / "tei" / f"{kind}.xml").read_text(encoding="utf-8")
        (project / "tei" / f"{other}.xml").write_text(text.replace(f'"{kind}"', f'"{other}"', 1), encoding="utf-8")
    result = cablepress("validate", "tei/zpeople.xml", "tei/about.xml", cwd=project)
    assert result.stdout.count("error X01 An edition has one file of type") == 2
    out = ("--out", "preview")
    assert cablepress("build", "--only", "cable-1468", *out, cwd=project).returncode == 0


def test_names_that_differ_only_by_case(project: Path) -> None:
    shutil.copy(project / "tei" / "cable-1460.xml", project / "tei" / "cable-1460.XML")
    shutil.copy(project / "tei" / "cable-1461.xml", project / "tei" / "Cable-1461.xml")
    findings = cablepress("validate", cwd=project).stdout
    assert "tei/cable-1460.XML: error X01" in findings
    assert "tei/Cable-1461.xml:4:1: error X01" in findings


def test_a_folder_without_a_cable(project: Path) -> None:
    for cable in (project / "tei").glob("cable-*.xml"):
        cable.unlink()
    shutil.rmtree(project / "tei" / "transcriptions")
    result = cablepress("build", cwd=project)
    assert result.returncode in (1, 2)
    assert "Traceback" not in result.stderr


def no_room() -> None:
    """Let no file grow beyond a few bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def test_no_room_for_the_edition(project: Path) -> None:
    before = fingerprint(project / "dist")
    (project / "tei" / "cable-1460.xml").write_bytes((ROOT / "tei" / "cable-1460.xml").read_bytes() + b"<!-- new -->")
    result = cablepress("build", cwd=project, preexec_fn=no_room)
    assert result.returncode == 3
    assert "File too large" in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprint(project / "dist") == before
    assert sorted(path.name for path in project.iterdir()) == [".cablepress", "dist", "tei"]


def test_an_unwritable_folder(project: Path) -> None:
    target = Path("/proc/cablepress/out")
    result = cablepress("build", "--out", str(target), cwd=project)
    assert result.returncode == 3
    assert "Traceback" not in result.stderr


def test_a_link_that_leads_to_itself(project: Path) -> None:
    (project / "loop").symlink_to("loop")
    result = cablepress("build", "--out", "loop", cwd=project)
    assert result.returncode in (2, 3)
    assert "Traceback" not in result.stderr


def test_a_stray_file_in_a_subfolder_is_named(project: Path) -> None:
    (project / "tei" / "drafts").mkdir()
    shutil.copy(project / "tei" / "cable-1460.xml", project / "tei" / "drafts" / "cable-1470.xml")
    result = cablepress("validate", cwd=project)
    assert result.returncode == 0
    assert "tei/drafts/cable-1470.xml: warning W08" in result.stdout


@pytest.mark.parametrize(
    "broken", [empty, not_well_formed, with_doctype, other_root], ids=lambda broken: broken.__name__
)
def test_one_broken_file_is_one_finding(project: Path, broken: Callable[[Path], None]) -> None:
    """What points to it, what is named in it, what the page of another cable says of it: no mistakes of their own."""
    broken(project / "tei" / "cable-1460.xml")
    result = cablepress("validate", cwd=project)
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1, result.stdout
