"""`cablepress explain`: every code, element and attribute, from the grammar and the cases."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cablepress import examples, lesson, mistakes
from cablepress.cases import EXEMPLARY, case
from cablepress.cli import main
from cablepress.codes import Code, codes
from cablepress.finding import Finding, Severity
from cablepress.grammar.guide import guide
from cablepress.grammar.verdict import grammar
from cablepress.meaning import meanings

# A file that cannot be read, is too large or late, or is judged by another schema, is no case; nor what lies beside one
NO_CASE = {"W05", "W06", "W07", "W09", "W20", "S01", "S02"}


def explain(*subject: str) -> Result:
    return CliRunner().invoke(main, ["explain", *subject], prog_name="cablepress")


@pytest.mark.parametrize("code", codes().values(), ids=lambda code: code.name)
def test_every_code_is_explained(code: Code) -> None:
    name = code.name
    said = explain(name.lower())
    assert said.exit_code == 0
    assert " ".join(code.says.split()) in " ".join(said.output.split())
    assert (f" {name}: " in said.output.partition("Wrong:")[2]) is (name not in NO_CASE)
    assert ("Right, as in" in said.output) is (name not in NO_CASE | {"W08"})


@pytest.mark.parametrize("name", lesson.elements())
def test_every_element_is_explained(name: str) -> None:
    said, entries = lesson.of_element(name), guide(grammar())[name]
    words = " ".join(said.split())
    assert all(entry.meaning and entry.meaning in words for entry in entries)
    assert all(f"@{each.name}" in said for entry in entries for each in entry.attributes)
    wrong = mistakes.in_element(name)
    assert wrong
    assert examples.subject_of(wrong).partition("/")[0] == name
    assert f"<{name}" in examples.right_elements()[name].excerpt.text


def test_every_attribute_is_explained() -> None:
    for name in lesson.attribute_names():
        assert "takes" in lesson.of_attribute(name)
        assert examples.right_attribute(name), name


@pytest.mark.parametrize("name", EXEMPLARY)
def test_what_is_shown_as_right_is_right(name: str) -> None:
    assert not [finding for finding in case(name).findings if finding.severity is Severity.ERROR]


def test_one_element_in_full() -> None:
    said = explain("sp").output
    assert "stands in   div" in said
    assert "speaker, " in said
    assert re.search(r"@who +\(required\) Who speaks", said)
    assert re.search(r"mistakes    .*R05", said)


def test_without_a_subject_all_codes_are_listed() -> None:
    said = explain().output
    assert [line.split()[0] for line in said.splitlines() if re.match(r"  [A-Z]\d\d ", line)] == list(codes())


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("persname", "Did you mean persName?"),
        ("r090", "Did you mean R09?"),
        ("redaction", "Did you mean gap?"),
        ("i", "Lettering is not recorded"),
        ("@reasn", "Did you mean @reason?"),
        ("who", "Did you mean @who?"),
        ("gap/@who", "@who"),
        ("qqqq", "lists all codes"),
    ],
)
def test_what_does_not_exist_is_wrong_usage(subject: str, says: str) -> None:
    result = explain(subject)
    assert result.exit_code == 2
    assert says in result.stderr


def meaning(line: str, code: str = "R21", about: str = "") -> str:
    finding = Finding("in.xml", 1, line.index("¶") + 1, code, "m", about=about)
    return meanings([finding], {"in.xml": line.replace("¶", "").encode()}).get(finding, "")


def test_the_meaning_is_that_of_what_is_concerned() -> None:
    assert meaning('<TEI type="cable"><text><body>¶<div type="cable">').startswith("div: ")
    assert meaning("<TEI><text><body><div><sp ¶who='x'>").startswith("sp/@who: Who speaks")
    assert meaning("<TEI><text><body><div>¶<sp>", about="sp/@who").startswith("sp/@who: Who speaks")
    assert meaning("<TEI><text><body><div>¶<sp>", about="sp/speaker").startswith("speaker: ")
    assert meaning("<TEI><text><body><div><sp><p>¶<persname>", about="persName").startswith("persName: ")
    assert meaning("<TEI><text><body><div><sp>¶text</sp>").startswith("sp: ")


def test_an_attribute_is_told_apart_by_the_others() -> None:
    path = '<TEI type="cable"><text><body><div type="cable"><p>'
    translators, margin = (meaning(f'{path}<note type="{kind}" ¶place="x">') for kind in ("translator", "marginal"))
    assert translators.startswith("note/@place: ")
    assert margin.startswith("note/@place: ")
    assert translators != margin


def test_an_element_is_told_apart_by_its_place() -> None:
    withheld = meaning('<TEI type="withheld"><text><body><div type="cable">¶<gap reason="withheld" unit="document"/>')
    assert withheld != meaning('<TEI type="cable"><text><body><div type="cable"><p>¶<gap reason="redacted"/>')


@pytest.mark.parametrize(("line", "code"), [("<TEI><text>¶<foo>", "R21"), ("¶<TEI", "W03"), ("¶", "R21")])
def test_of_what_the_grammar_does_not_know_nothing_is_said(line: str, code: str) -> None:
    assert meaning(line, code) == ""


def test_the_examples_are_those_of_the_cases() -> None:
    wrong = examples.wrong("R09")
    assert wrong
    folder = Path(__file__).parent / "cases"
    assert (folder / wrong.finding.path).read_bytes() == wrong.data
