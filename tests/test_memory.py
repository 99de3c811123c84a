"""What is remembered from build to build: exactly what has changed is done again, and doubt is a full build."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cablepress.corpus import read_corpus, same_again
from cablepress.errors import Refused

ROOT = Path(__file__).resolve().parents[1]
LONG_AGO = 1_700_000_000


def cablepress(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cablepress", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders with the sources of an edition, as many as wanted, that have lain untouched for a while."""
    folders = [tmp_path_factory.mktemp("project") for _ in range(40)]
    for folder in folders:
        shutil.copytree(ROOT / "tei", folder / "tei")
        for path in (folder / "tei").rglob("*"):
            os.utime(path, (LONG_AGO, LONG_AGO))
    time.sleep(2.1)  # what was changed within a tick of the coarsest clock is looked into again
    return iter(folders)


@pytest.fixture
def project(untouched: Iterator[Path]) -> Path:
    """An edition that was built, and lay untouched since."""
    folder = next(untouched)
    assert cablepress("build", cwd=folder).returncode == 0
    return folder


def memory(project: Path) -> Path:
    return project / ".cablepress" / "tei.memory"


def clean(project: Path, scratch: Path) -> dict[str, bytes]:
    """Build the same sources where nothing is remembered."""
    shutil.copytree(project / "tei", scratch / "tei")
    assert cablepress("build", cwd=scratch).returncode == 0
    return contents(scratch / "dist")


# What holds the edition as a whole is new with every source
WHOLE = {"manifest.json", "download.html", "print.html", "edition.epub", "edition.zip"}


def own(stem: str, *, texts: bool = True) -> set[str]:
    """Name the files of a cable; without those of its text, the files that cite it by the hash of its source."""
    return {f"{stem}.{end}" for end in ("html", "xml", "bib", "ris", "json", *(["txt"] if texts else []))}


def rebuilt(project: Path) -> set[str]:
    """Build again; return the files that were written anew, but for those that hold or search all of the edition."""
    before = times(project / "dist")
    result = cablepress("build", cwd=project)
    assert result.returncode == 0, result.stderr
    after = times(project / "dist")
    anew = {name for name in after if before.get(name) != after[name]}
    return {name for name in anew if name not in WHOLE and not name.startswith("search/")}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def examined(project: Path) -> bool:
    """Build with the times of all stages; whether anything was looked into."""
    return "rules" in cablepress("build", "--stats", cwd=project).stderr


def test_a_build_of_old_news_looks_into_nothing(project: Path) -> None:
    result = cablepress("build", "--stats", cwd=project)
    assert result.stdout == f"{Path('dist') / 'index.html'}: 8 cables, unchanged.\n"
    assert "rules" not in result.stderr
    assert "html" not in result.stderr
    assert cablepress("validate", cwd=project).stderr.startswith("10 files checked: nothing found, in ")


def test_one_cable_changed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    replace(project / "tei" / "cable-1456.xml", "<abstract", "<!-- seen again --><abstract")
    assert rebuilt(project) == own("cable-1456", texts=False)  # a comment changes no reading, but what is cited
    assert contents(project / "dist") == clean(project, tmp_path_factory.mktemp("clean"))


def test_what_was_checked_since_the_last_build_is_built_all_the_same(project: Path) -> None:
    replace(project / "tei" / "cable-1456.xml", "<abstract", "<!-- seen again --><abstract")
    assert cablepress("validate", cwd=project).returncode == 0
    assert "cable-1456.xml" in rebuilt(project)
    assert "unchanged" in cablepress("build", cwd=project).stdout


def test_a_changed_person_changes_the_pages_that_show_the_person(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    replace(project / "tei" / "authority.xml", "<forename>Al</forename>", "<forename>Albert</forename>")
    indexes = {"people.html", "person-gore.html", "place-united-states.html"}
    assert rebuilt(project) == {"cable-1468.html", "cable-1468.txt", *indexes}
    assert contents(project / "dist") == clean(project, tmp_path_factory.mktemp("clean"))


SPEAKERS = {f"person-{name}.html" for name in ("gore", "clinton", "hosokawa", "hata", "christopher")}
CHANGES = [
    # the words of a paragraph: of whoever says it
    ("A cooling off period will be necessary.", "A cooling down period will be necessary.", {"person-gore.html"}),
    # a word more: of the talk, of which everybody has a share
    ("period will be necessary.", "period will be quite necessary.", {*SPEAKERS, "people.html", "index.html"}),
    # a note
    ("the editors leave the reading as it stands", "the editors leave it as it stands", {"notes.html"}),
    # who made the redactions
    (
        '<orgName ref="org:mofa">Ministry of Foreign Affairs of Japan</orgName>',
        '<orgName ref="org:mofa">The Ministry of Foreign Affairs of Japan</orgName>',
        {"redactions.html", "redactions.csv", "redactions.json"},
    ),
    # nothing that an index shows
    ('n="7">Cable No. 1462</ref>', 'n="8">Cable No. 1462</ref>', set[str]()),
]


def test_a_changed_cable_changes_the_indexes_that_show_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.rmtree(project / "tei" / "transcriptions")  # which says what the cable said
    for old, new, pages in CHANGES:
        replace(project / "tei" / "cable-1468.xml", old, new)
        assert rebuilt(project) - own("cable-1468") == pages, new
    assert contents(project / "dist") == clean(project, tmp_path_factory.mktemp("clean"))


def test_only_the_pages_that_show_a_person_are_rendered(project: Path) -> None:
    replace(project / "tei" / "authority.xml", "<forename>Al</forename>", "<forename>Albert</forename>")
    written = cablepress("build", "--stats", cwd=project).stderr
    assert re.search(r"^html ", written, re.MULTILINE)
    known = json.loads(memory(project).read_bytes().split(b"\n", 2)[2].split(b"\n")[0])
    assert set(known["files"]) >= {"authority.xml", "cable-1468.xml", "transcriptions/cable-1468.txt"}


def test_a_cable_that_is_gone_takes_its_pages_with_it(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for path in (project / "tei").glob("*.xml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"<ref [^>]*cable-1459\.xml.*?</ref>", "", text, flags=re.DOTALL), encoding="utf-8")
    (project / "tei" / "cable-1459.xml").unlink()
    shutil.rmtree(project / "tei" / "transcriptions")  # the page of 1468 still tells of it
    result = cablepress("build", cwd=project)
    assert result.returncode == 0, result.stderr
    assert not list((project / "dist").glob("cable-1459.*"))
    assert contents(project / "dist") == clean(project, tmp_path_factory.mktemp("clean"))


def test_a_new_error_is_found_and_the_old_edition_stays(project: Path) -> None:
    before = contents(project / "dist")
    replace(project / "tei" / "authority.xml", 'xml:id="person-gore"', 'xml:id="person-goer"')
    result = cablepress("build", cwd=project)
    assert result.returncode == 1
    assert "X03" in result.stderr
    assert contents(project / "dist") == before
    again = cablepress("build", cwd=project)
    assert (again.returncode, again.stderr) == (1, result.stderr)
    replace(project / "tei" / "authority.xml", 'xml:id="person-goer"', 'xml:id="person-gore"')
    assert rebuilt(project) == set()


def test_a_page_that_somebody_changed_is_made_again(project: Path) -> None:
    right = contents(project / "dist")
    (project / "dist" / "cable-1460.html").write_bytes(b"mine")
    (project / "dist" / "people.html").unlink()
    assert rebuilt(project) == {"cable-1460.html", "people.html"}
    assert contents(project / "dist") == right


@pytest.mark.parametrize("keeps", [False, True], ids=["new time", "time put back"])
def test_a_change_of_the_same_length_is_seen(project: Path, *, keeps: bool) -> None:
    cable = project / "tei" / "cable-1468.xml"
    status = cable.stat()
    replace(cable, "in the future.", "in the fuxure.")
    if keeps:
        os.utime(cable, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert cablepress("validate", cwd=project).returncode == 1  # the page says otherwise


def test_what_only_looks_changed_is_not_done_again(project: Path) -> None:
    for path in (project / "tei").rglob("*"):
        path.touch()
    before = times(project / "dist")
    stats = cablepress("build", "--stats", cwd=project)
    assert "unchanged" in stats.stdout
    assert "rules" not in stats.stderr
    assert times(project / "dist") == before


def spoil_nothing(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(4096))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def other_tools(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"tools":"', b'"tools":"0', 1))


@pytest.mark.parametrize("spoil", [spoil_nothing, cut, empty, garbage, a_folder, a_pipe, a_link, other_tools])
def test_a_spoilt_memory_costs_time_and_nothing_else(project: Path, spoil: object) -> None:
    right = contents(project / "dist")
    assert callable(spoil)
    spoil(memory(project))
    assert examined(project)
    assert contents(project / "dist") == right


def test_a_bit_anywhere_in_the_memory_is_noticed(project: Path) -> None:
    right, whole = contents(project / "dist"), memory(project).read_bytes()
    chance = random.Random(1468)
    for _ in range(5):
        place = chance.randrange(len(whole))
        memory(project).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert examined(project), place
        assert contents(project / "dist") == right


def test_a_folder_where_nothing_can_be_remembered(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    (tmp_path / ".cablepress").touch()
    assert cablepress("build", cwd=tmp_path).returncode == 0
    assert cablepress("build", cwd=tmp_path).returncode == 0
    assert contents(tmp_path / "dist") == contents(ROOT / "dist")


def test_the_memory_is_hidden_from_git(project: Path) -> None:
    assert (project / ".cablepress" / ".gitignore").read_text(encoding="ascii") == "*\n"


def test_a_check_reads_every_file(project: Path) -> None:
    assert cablepress("build", "--check", cwd=project).returncode == 0
    page = project / "dist" / "cable-1460.html"
    status, data = page.stat(), page.read_bytes()
    page.write_bytes(data.replace(b"e", b"x", 1))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    result = cablepress("build", "--check", cwd=project)
    assert (result.returncode, result.stdout) == (1, "changed: dist/cable-1460.html\n")


def test_a_source_that_changes_during_a_build_is_noticed() -> None:
    file = read_corpus(ROOT / "tei").files[0]
    with pytest.raises(Refused, match="changed while the edition was being built"):
        same_again(file, "0" * 64)
