"""The README: its commands are ours, its help is the program's, its links lead somewhere."""

import re
import shutil
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from cablepress.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HELP = re.findall(r"<!-- help: cablepress ?(\w*) -->\n```\n(.*?)```", README, re.DOTALL)
GUIDES = [ROOT / "README.md", *(ROOT / folder / "README.md" for folder in ("tei", "schema", "xslt", "tests"))]


@pytest.mark.parametrize(("command", "shown"), HELP, ids=[command or "cablepress" for command, _ in HELP])
def test_help_is_shown_as_the_program_gives_it(command: str, shown: str) -> None:
    arguments = [*command.split(), "--help"]
    result = CliRunner().invoke(main, arguments, prog_name="cablepress", terminal_width=100)
    assert shown == result.output


def test_every_command_is_shown() -> None:
    assert {command for command, _ in HELP} == {"", *main.commands}


@pytest.mark.parametrize("name", ["build", "test"])
def test_the_two_commands_stand_where_they_are_looked_for(name: str) -> None:
    found = re.findall(rf"<!-- command: {name} -->\n```sh\n([^\n]+)\n```", README)
    assert len(found) == 1


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(guide: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", guide.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (guide.parent / target).exists(), target


def test_the_finding_shown_is_what_the_program_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = re.search(r"   ```\n(   error .*?)   ```", README, re.DOTALL)
    assert shown
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    cable = tmp_path / "tei" / "cable-1468.xml"
    right, wrong = (f'<sp xml:id="c1468-t04" who="person:{name}">' for name in ("gore", "goer"))
    cable.write_text(cable.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["validate", "--format", "full"], prog_name="cablepress")
    assert result.exit_code == 1
    assert textwrap.dedent(shown[1]) == result.stdout


def test_an_edition_of_ones_own_begins_as_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = ROOT / "tests" / "cases"
    (tmp_path / "tei").mkdir()
    for name in ("authority.xml", "edition.xml"):
        shutil.copy(cases / "base" / name, tmp_path / "tei")
    cable = (cases / "plain" / "in.xml").read_text(encoding="utf-8")
    named = cable.replace('xml:id="in"', 'xml:id="cable-1"').replace(">in</idno>", ">cable-1</idno>")
    alone = re.sub(r"<correspContext>.*?</correspContext>", "", named, flags=re.DOTALL)
    (tmp_path / "tei" / "cable-1.xml").write_text(alone, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, ["validate"], prog_name="cablepress").output
    assert re.fullmatch(r"3 files checked: nothing found, in \d+\.\d\d s\.\n", said)
    assert CliRunner().invoke(main, ["build"], prog_name="cablepress").exit_code == 0
