"""Reports: one record, many writers."""

import json
from pathlib import Path

import pytest

from cablepress.finding import Finding, Severity
from cablepress.report import FORMATS, as_json, concise, full, github, summary

FOUND = Finding("tei/in.xml", 2, 5, "X03", 'who="person:goer" names no person.', "Did you mean person:gore?")
WHOLE = Finding("tei/empty.xml", 0, 0, "W01", "The file is empty.", "Remove it.", Severity.WARNING)
SOURCES = {"tei/in.xml": b"<TEI>\n<sp who='person:goer'>\n"}


def test_concise_is_one_line_that_editors_can_click() -> None:
    assert concise([FOUND, WHOLE], {}).splitlines() == [
        'tei/in.xml:2:5: error X03 who="person:goer" names no person. Did you mean person:gore?',
        "tei/empty.xml: warning W01 The file is empty. Remove it.",
    ]


def test_full_shows_the_line_and_a_caret_under_the_place() -> None:
    lines = full([FOUND, WHOLE], SOURCES).splitlines()
    assert lines[:6] == [
        'error X03: who="person:goer" names no person.',
        "  --> tei/in.xml:2:5",
        "  |",
        "2 | <sp who='person:goer'>",
        "  |     ^",
        "  = Did you mean person:gore?",
    ]


def test_full_cuts_a_long_line_round_the_place() -> None:
    data = ("x" * 500 + "HERE" + "y" * 500).encode()
    text = full([Finding("a", 1, 501, "X01", "m")], {"a": data})
    shown, caret = text.splitlines()[3:5]
    assert shown[caret.index("^") :].startswith("HERE")


def test_full_counts_lines_as_places_does() -> None:
    data = "one\u2028still\x0bone\x85\rtwo\r\nthree".encode()
    assert "\n2 | two\n" in full([Finding("a", 2, 1, "X01", "m")], {"a": data})
    assert "\n3 | three\n" in full([Finding("a", 3, 1, "X01", "m")], {"a": data})


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_obeys_what_a_file_says(form: str) -> None:
    rude = "\x1b[2J\x9b\u202e\u200b\x07\udcff"
    found = Finding(f"tei/{rude}.xml", 1, 1, "X01", rude, rude)
    text = FORMATS[form]([found], {found.path: rude.encode(errors="replace")})
    assert not set(rude) - set("[2J") & set(text)
    assert "001b[2J" in text if form == "json" else "\\x1b[2J" in text


def test_the_caret_stands_under_its_place_behind_what_is_spelt_out() -> None:
    shown, caret = full([Finding("a", 1, 3, "X01", "m")], {"a": b"\x1b\tHERE"}).splitlines()[3:5]
    assert shown[caret.index("^") :].startswith("HERE")


def test_json_is_an_array_of_records() -> None:
    first = json.loads(as_json([FOUND], {}))[0]
    assert (first["code"], first["line"], first["severity"]) == ("X03", 2, "error")


def test_paths_are_relative_to_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "edition").mkdir()
    monkeypatch.chdir(tmp_path / "edition")
    assert json.loads(as_json([FOUND], {}))[0]["path"] == "edition/tei/in.xml"
    assert github([FOUND], {}).startswith("::error file=edition/tei/in.xml,line=2,col=5,title=X03::who=")


def test_annotations_escape_what_would_break_them() -> None:
    assert "100%25%0Anew" in github([Finding("a,b", 0, 0, "X01", "100%\nnew")], {})
    assert "file=a%2Cb" in github([Finding("a,b", 0, 0, "X01", "m")], {}).replace(str(Path.cwd()), "")


@pytest.mark.parametrize(
    ("findings", "says"),
    [((), "3 files checked: nothing found."), ((FOUND, WHOLE), "3 files checked: 1 error, 1 warning.")],
)
def test_the_summary_counts(findings: tuple[Finding, ...], says: str) -> None:
    assert summary(findings, 3) == says


def test_the_summary_says_how_long_it_took_and_what_is_not_shown() -> None:
    said = "3 files checked: 1 error, 1 warning, in 0.25 s. 1 of them not shown."
    assert summary((FOUND, WHOLE), 3, seconds=0.25, omitted=1) == said
