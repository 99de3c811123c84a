"""The README: its commands are ours, its help is the program's, its links lead somewhere."""

import re
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
