"""`cablepress init`: an edition that is sound from the first minute, and a copy of the schema that does not age."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cablepress import __version__
from cablepress.cli import main
from cablepress.init.plant import plant

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "src" / "cablepress" / "init" / "template"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def begun(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("init", "ours").exit_code == 0
    monkeypatch.chdir(here / "ours")
    return here / "ours"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="cablepress")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_edition_is_valid_equal_to_its_page_and_built(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("init", "ours", "--title", "Letters & Cables <1971>")
    assert result.exit_code == 0
    monkeypatch.chdir(here / "ours")
    assert {f"ours/{name}" for name in files(Path())} == set(result.stdout.splitlines())
    assert run("validate").output.startswith("3 files checked: nothing found")
    assert "equal to its transcription but for what is declared (1)" in run("collate").stdout
    assert run("build").exit_code == 0
    assert "<title>Letters &amp; Cables &lt;1971&gt;" in Path("dist/index.html").read_text(encoding="utf-8")


def test_every_template_has_its_place_and_nothing_is_left_open(begun: Path) -> None:
    schema = [path.name for path in (ROOT / "schema").iterdir() if path.suffix in {".rng", ".sch"}]
    templates = [path for path in TEMPLATES.rglob("*") if path.is_file()]
    made = files(begun)
    assert len(made) == len(templates) + len(schema)
    assert all((begun / "schema" / name).read_bytes() == (ROOT / "schema" / name).read_bytes() for name in schema)
    assert not [name for name, data in made.items() if re.search(rb"@[A-Z]+@", data)]
    for name in (".vscode/settings.json", ".vscode/extensions.json"):
        assert json.loads(made[name])
    for path in (begun / "tei").glob("*.xml"):
        models = re.findall(r'<\?xml-model href="([^"]+)"', path.read_text(encoding="utf-8"))
        assert len(models) == 2
        assert all((path.parent / model).is_file() for model in models)


def test_the_version_that_made_it_is_the_one_that_checks_it(begun: Path) -> None:
    workflow, hook = (
        (begun / name).read_text(encoding="utf-8")
        for name in (".github/workflows/edition.yml", ".pre-commit-config.yaml")
    )
    assert f'pip install "cablepress=={__version__}"' in workflow
    assert f'additional_dependencies: ["cablepress=={__version__}"]' in hook
    steps = re.findall(r"- run: (cablepress .*)", workflow)
    assert [step.split()[1] for step in steps] == ["validate", "collate", "build"]
    for step in steps:
        result = run(*step.split()[1:])
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("taken", ["README.md", "tei/authority.xml", "schema/cable.rng", "tei"])
def test_nothing_is_overwritten(here: Path, taken: str) -> None:
    path = here / "ours" / taken
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    result = run("init", "ours")
    assert result.exit_code == 2
    assert (taken if taken != "tei" else "tei/authority.xml") in result.stderr
    assert files(here / "ours") == {taken: b"mine"}


def test_a_folder_that_holds_other_things_is_good_enough(here: Path) -> None:
    (here / ".git").mkdir()
    (here / "LICENSE").write_text("mine", encoding="utf-8")
    assert run("init").exit_code == 0
    assert (here / "tei" / "authority.xml").is_file()
    assert (here / "LICENSE").read_text(encoding="utf-8") == "mine"


def test_what_leads_elsewhere_is_taken_too(here: Path) -> None:
    (here / "ours").mkdir()
    (here / "ours" / "README.md").symlink_to(here / "nowhere")
    assert run("init", "ours").exit_code == 2
    (here / "file").touch()
    assert run("init", "file").exit_code == 2


@pytest.mark.parametrize("title", ["", "  ", "a\x07b"])
def test_a_title_is_words(here: Path, title: str) -> None:
    assert run("init", "ours", "--title", title).exit_code == 2
    assert not (here / "ours").exists()


def test_a_failure_leaves_no_half_edition(here: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        plant(here, {"first": b"1", "x" * 300: b"2"})
    assert not files(here)


def test_a_copy_of_another_version_is_told_and_renewed(begun: Path) -> None:
    copy = begun / "schema"
    assert run("validate").stdout == ""
    (copy / "body.rng").write_text("old", encoding="utf-8")
    (copy / "older.rng").write_text("older", encoding="utf-8")
    (copy / "cable.sch").unlink()
    before = {name: data for name, data in files(begun).items() if not name.startswith(("schema/", ".cablepress/"))}
    result = run("validate")
    said = f"The copy of the schema is not that of Cablepress {__version__}: body.rng differs; cable.sch is missing."
    assert result.exit_code == 0
    assert result.stdout == f"schema/body.rng: warning W20 {said} Run cablepress init --update.\n"
    assert run("init", "--update").stdout.splitlines() == [
        "schema/body.rng: replaced",
        "schema/cable.sch: added",
        "schema/older.rng: not of this version; left as it is",
    ]
    assert run("validate").stdout == ""
    assert (copy / "older.rng").read_text(encoding="utf-8") == "older"
    assert run("init", "--update").stdout.splitlines()[-1] == "schema is up to date."
    after = {name: data for name, data in files(begun).items() if not name.startswith(("schema/", ".cablepress/"))}
    assert after == before


def test_where_there_is_no_copy_there_is_nothing_to_warn_of(begun: Path) -> None:
    shutil.rmtree(begun / "schema")
    assert run("validate").stdout == ""
    assert run("init", "--update").exit_code == 0
    assert (begun / "schema" / "cable.rng").is_file()


def test_only_an_edition_is_renewed(here: Path) -> None:
    assert run("init", "--update", "nothing").exit_code == 2
    assert not (here / "nothing").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_copy_that_cannot_be_read_differs(begun: Path) -> None:
    (begun / "schema" / "body.rng").unlink()
    os.mkfifo(begun / "schema" / "body.rng")
    assert "body.rng differs" in run("validate").stdout
