"""The README: its commands are ours, its help is the program's, its links lead somewhere."""

import re
import shlex
import shutil
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

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


class Walk:
    """The walk-through of the README, as somebody who follows it to the letter would go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def block(self, name: str) -> str:
        found = re.findall(rf"<!-- walk: {re.escape(name)} -->\n```\w*\n(.*?)```", README, re.DOTALL)
        assert len(found) == 1, name
        return str(found[0])

    def run(self, name: str) -> list[Result]:
        return [result for line in self.block(name).splitlines() if (result := self._command(line))]

    def replaced(self, text: str) -> str:
        table = re.search(r"<!-- walk: replace -->\n\|.*\n\|-.*\n((?:\|.*\n)+)", README)
        assert table
        for old, new in re.findall(r"^\| `(.+)` \| `(.+)` \|$", table[1], re.MULTILINE):
            assert old in text, old
            text = text.replace(old, new)
        return text

    def _command(self, line: str) -> Result | None:
        program, *arguments = shlex.split(line)
        if program == "cd":
            self._monkeypatch.chdir(arguments[0])
        elif program == "cablepress":
            return CliRunner().invoke(main, arguments, prog_name="cablepress")
        else:
            assert line == "pip install cablepress"
        return None


def test_an_edition_of_ones_own_begins_as_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    walk = Walk(monkeypatch)
    assert not [result.output for result in walk.run("begin") if result.exit_code]
    Path("cable-2.txt").write_text(walk.block("page"), encoding="utf-8")
    assert not [result.output for result in walk.run("import") if result.exit_code]
    cable, authority = Path("tei/cable-2.xml"), Path("tei/authority.xml")
    encoded = walk.replaced(cable.read_text(encoding="utf-8"))
    slip = encoded.replace("to your captain", "to the captain")
    cable.write_text(slip, encoding="utf-8")
    records = authority.read_text(encoding="utf-8")
    kept = re.sub(r'\s*<person xml:id="person-minister".*?</person>', "", records, flags=re.DOTALL)
    authority.write_text(kept, encoding="utf-8")
    (found,) = walk.run("collate")
    shown, said = (re.sub(r"xml:\d+:", "xml:", text) for text in (walk.block("said"), found.stdout))
    assert (found.exit_code, said) == (1, shown)  # on which line of a draft a word stands is no promise
    told = CliRunner().invoke(main, ["validate"], prog_name="cablepress").stdout
    assert [line.split(" ")[2] for line in told.splitlines() if " error " in line] == ["X30"]
    cable.write_text(encoded, encoding="utf-8")
    assert not [result.output for result in walk.run("check") if result.exit_code]
    assert len(records) > len(kept)
    assert len(slip) < len(encoded)
    assert "burns. My thanks to your captain." in Path("dist/cable-2.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", re.findall(r"^ *(?:\$ )?cablepress (\w+)", README, re.MULTILINE))
def test_no_command_is_shown_that_there_is_not(name: str) -> None:
    assert name in main.commands
