"""`cablepress collate`: what it shows, in every format; what the ledger declares; what it leaves apart, by name."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cablepress.cli import main

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "tei"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="cablepress")


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_equal_and_not_collated_are_said_of_every_cable(edition: Path) -> None:
    result = run("collate")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "tei/cable-1468.xml: equal to its transcription, 1496 words."
    assert "tei/cable-1456.xml: not collated: only described." in lines
    assert "tei/cable-1459.xml: not collated: withheld, it has no text." in lines
    assert len(lines) == len(list(edition.glob("cable-*.xml")))
    assert result.stderr == "1 cable collated: 0 departures; 7 cables not collated.\n"


@pytest.mark.parametrize(
    "named",
    ["cable-1468", "tei/cable-1468.xml", "tei/transcriptions/cable-1468.txt", "tei"],
)
def test_a_cable_is_named_in_several_ways(edition: Path, named: str) -> None:
    change(edition / "transcriptions" / "cable-1468.txt", ("insurance, I", "insurance I"))
    result = run("collate", named)
    line = "tei/cable-1468.xml:139:78: changed “insurance” → “insurance,” (tei/transcriptions/cable-1468.txt:46:56)"
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, line)


def test_on_a_terminal_both_texts_are_shown_one_above_the_other(edition: Path) -> None:
    page = edition / "transcriptions" / "cable-1468.txt"
    change(page, ("After a cooling", "After a long cooling"))
    result = run("collate", "cable-1468", "--format", "full")
    assert (
        result.stdout
        == """\
lost: tei/cable-1468.xml
   page 79:117 | …ng their jobs. (laughter) After a long cooling off period,…
               |                                    ^^^^
  text 165:164 | …ng their jobs. (laughter) After a cooling off period,…
               |                                    ^
  = “long” is in the transcription (tei/transcriptions/cable-1468.txt, line 79) and missing here. \
Put back “long” after “(laughter) After a”.
"""
    )


def test_the_ledger_that_is_written_declares_all_once_reasons_are_given(edition: Path) -> None:
    page = edition / "transcriptions" / "cable-1468.txt"
    moved = "After a cooling off period, I would like"
    change(page, ("insurance, I", "insurance I"), ("If we stop", "If we must stop"), ("tax cut", "taxcut"), (moved, ""))
    change(page, ("First, speaking", f"First, {moved} speaking"), ("Skip to content", "Skip to the “\\content”"))
    written = run("collate", "--format", "ledger").stdout
    kinds = {each["kind"] for each in tomllib.loads(written)["departure"]}
    assert kinds == {"changed", "lost", "white space", "moved"}
    ledger = edition / "ledger.toml"
    ledger.write_text(written, encoding="utf-8")
    assert run("validate").stdout.count(" X41 The entry does not say “reason”.") == len(written.split("[[")) - 1
    ledger.write_text(written.replace('reason = ""', 'reason = "As the scan has it."'), encoding="utf-8")
    result = run("collate", "cable-1468")
    assert (result.exit_code, run("validate").exit_code) == (0, 0)
    assert result.stdout.count("; declared: As the scan has it.") == len(written.split("[[")) - 1
    shutil.copy(ROOT / "tei" / "transcriptions" / "cable-1468.txt", page)
    assert run("validate").stdout.count(" X40 ") == len(written.split("[[")) - 1


def test_what_the_markup_declares_is_listed_and_no_departure(edition: Path) -> None:
    slip = "<choice><sic>cooling</sic><corr resp='#ed'>pausing</corr></choice>"
    change(edition / "cable-1468.xml", ("After a cooling", f"After a {slip}"))
    result = run("collate", "cable-1468")
    line = "tei/cable-1468.xml:165:192: correction “cooling” → “pausing” (tei/transcriptions/cable-1468.txt:79:117)"
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{line}; declared: in the markup",
        "tei/cable-1468.xml: equal to its transcription but for what is declared (1), 1496 words.",
    ]


def test_another_program_is_told_both_places(edition: Path) -> None:
    (edition.parent / ".git").mkdir()
    change(edition / "transcriptions" / "cable-1468.txt", ("insurance, I", "insurance I"))
    told = json.loads(run("collate", "--format", "json").stdout)
    cable, *apart = told["cables"]
    (departure,) = cable["departures"]
    assert (cable["cable"], cable["status"], cable["words"]) == ("tei/cable-1468.xml", "departs", 1496)
    assert {each["status"] for each in apart} == {"not collated"}
    assert (departure["kind"], departure["declared"]) == ("changed", None)
    assert [departure[side]["words"] for side in ("page", "cable")] == ["insurance", "insurance,"]
    assert [departure["page"][key] for key in ("line", "column")] == [46, 56]


def test_what_keeps_a_cable_from_being_compared_is_no_equality(edition: Path) -> None:
    change(edition / "cable-1468.xml", ("<head>", "<heading>"), ("</head>", "</heading>"))
    result = run("collate", "cable-1468")
    assert result.exit_code == 1
    assert result.stdout == "tei/cable-1468.xml: not collated: it has errors, which cablepress validate tells.\n"


def test_a_page_that_cannot_be_read_is_named(edition: Path) -> None:
    (edition / "transcriptions" / "cable-1468.txt").write_bytes(b"caf\xe9")
    result = run("collate")
    assert result.exit_code == 1
    assert "tei/cable-1468.xml: not collated: its transcription could not be compared.\n" in result.stdout
    assert "tei/transcriptions/cable-1468.txt:1:4: error X30 The transcription is not UTF-8" in result.stdout


@pytest.mark.parametrize("named", ["cable-7", "tei/authority.xml", "tei/nothing.xml"])
def test_what_is_no_cable_is_wrong_usage(edition: Path, named: str) -> None:
    assert edition.is_dir()
    assert run("collate", named).exit_code == 2
