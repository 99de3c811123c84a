"""`validate --schema`: another grammar's verdict on files, each mistake by line; a schema that is read with care."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cablepress import against
from cablepress.cli import main
from cablepress.corpus import read_corpus
from cablepress.errors import WrongUsage
from cablepress.grammar.files import read_schema

ROOT = Path(__file__).resolve().parents[1]
NS = "http://relaxng.org/ns/structure/1.0"
TEI = "http://www.tei-c.org/ns/1.0"
START = f'<grammar xmlns="{NS}" ns="{TEI}"><start><element name="TEI">{{}}</element></start></grammar>'
TEXT = START.format("<zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name='any'/>").replace(
    "</start>",
    "</start><define name='any'><zeroOrMore><choice><text/><element><anyName/><zeroOrMore><attribute><anyName/>"
    "</attribute></zeroOrMore><ref name='any'/></element></choice></zeroOrMore></define>",
)


def cablepress(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["validate", *arguments], prog_name="cablepress")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cable(project: Path, find: str = "", replace: str = "") -> Path:
    path = project / "tei" / "cable-1468.xml"
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, replace, 1), encoding="utf-8")
    return path


@pytest.mark.usefixtures("project")
def test_our_own_grammar_and_that_of_all_tei_accept_the_edition(tei_schema: Path) -> None:
    for schema in (ROOT / "schema" / "cable.rng", tei_schema):
        assert cablepress("--schema", str(schema)).output.startswith("10 files checked: nothing found, in ")


def test_each_line_that_is_rejected_is_one_finding(project: Path, tei_schema: Path) -> None:
    """What only the edition forbids is accepted, and a name that no other file has is judged like any."""
    cable(project, ' who="person:gore"')
    assert cablepress("--schema", str(tei_schema)).exit_code == 0
    path = cable(project, "<speaker>", "<nonsense/><speaker>")
    line = next(number for number, line in enumerate(path.read_text().split("\n"), 1) if "<nonsense/>" in line)
    result = cablepress("--schema", str(tei_schema))
    assert result.exit_code == 1
    first, *_ = result.stdout.splitlines()
    assert first.startswith("tei/cable-1468.xml:")
    assert ": error S01 The schema rejects this: " in first
    assert f"tei/cable-1468.xml:{line}:1: error S01" in result.stdout
    lines = [each.split(":")[1] for each in result.stdout.splitlines()]
    assert len(set(lines)) == len(lines)


def test_the_report_is_the_same_with_any_number_of_threads(project: Path, tei_schema: Path) -> None:
    for number in range(70):
        text = (ROOT / "tei" / "cable-1460.xml").read_text(encoding="utf-8")
        changed = text.replace("<body>", f"<body><lg n='{number}'/>" if number % 3 else "<body>")
        (project / "tei" / f"more-{number}.xml").write_text(changed, encoding="utf-8")
    corpus = read_corpus(Path("tei"))
    one, two, many = (against.check(corpus, tei_schema, threads=threads) for threads in (1, 2, 5))
    assert one == two == many
    assert {each.path for each in one} == {f"tei/more-{number}.xml" for number in range(70) if number % 3}


def test_a_name_that_is_rare_is_judged_with_the_rest(project: Path) -> None:
    """The sample may not hold it: then the file is rejected at first, and accepted in the end."""
    for number in range(100):
        shutil.copy(ROOT / "tei" / "cable-1460.xml", project / "tei" / f"more-{number:02}.xml")
    rare = project / "tei" / "more-51.xml"
    rare.write_text(rare.read_text().replace("<body>", "<body><rare/>"))
    schema = project / "any.rng"
    schema.write_text(TEXT.replace("<anyName/><zero", "<choice><nsName/></choice><zero", 1))
    (project / "no-rare.rng").write_text(
        TEXT.replace("<anyName/><zero", "<nsName><except><name>rare</name></except></nsName><zero", 1)
    )
    assert cablepress("--schema", "any.rng").exit_code == 0
    found = cablepress("--schema", "no-rare.rng")
    assert [line.split(":")[0] for line in found.stdout.splitlines()] == ["tei/more-51.xml"]


def test_what_cannot_be_read_or_parsed_is_told_as_ever(project: Path) -> None:
    (project / "any.rng").write_text(TEXT)
    cable(project, "<TEI", "<!DOCTYPE TEI><TEI")
    (project / "tei" / "cable-1460.xml").write_bytes(b"")
    (project / "tei" / "cable-1461.xml").unlink()
    (project / "tei" / "cable-1461.xml").symlink_to("cable-1462.xml")
    (project / "tei" / "transcriptions" / "cable-1.TXT").touch()
    result = cablepress("--schema", "any.rng")
    assert [line.split(" error ")[1][:3] for line in result.stdout.splitlines()] == ["W01", "W07", "X31"]
    alone = cablepress("--schema", "any.rng", "tei/cable-1460.xml", "tei/cable-1456.xml")
    assert alone.output.splitlines()[-1].startswith("2 files checked: 1 error, 0 warnings, in ")


GRAMMARS = {
    "compact.rnc": ("start = text", "trang"),
    "nothing.rng": (None, "no such file"),
    "prose.rng": ("prose", "prose.rng:1: the schema is not well-formed XML"),
    "html.rng": ("<html/>", "no RELAX NG schema: its root element is html"),
    "schematron.rng": (f"<r:x xmlns:r='{NS}'/>", "x may not stand here"),
    "entity.rng": (f"<!DOCTYPE g [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>{TEXT}", "document type"),
    "http.rng": (START.format('<externalRef href="http://127.0.0.1/a.rng"/>'), "is not followed"),
    "file.rng": (START.format('<externalRef href="file:///etc/passwd"/>'), "is not followed"),
    "nul.rng": (START.format('<externalRef href="a%00.rng"/>'), "is not followed"),
    "empty.rng": (START.format('<externalRef href=""/>'), "is not followed"),
    "above.rng": (START.format('<externalRef href="../above.rng"/>'), "lies outside"),
    "escaped.rng": (START.format('<externalRef href="%2e%2e/above.rng"/>'), "lies outside"),
    "root.rng": (START.format('<externalRef href="/etc/hostname"/>'), "lies outside"),
    "link.rng": (START.format('<externalRef href="linked.rng"/>'), "lies outside"),
    "circle.rng": (START.format('<externalRef href="circle.rng"/>'), "includes itself"),
    "missing.rng": (START.format('<externalRef href="absent.rng"/>'), "absent.rng: no such file"),
    "folder.rng": (START.format('<externalRef href="sub"/>'), "not a regular file"),
    "type.rng": (
        START.format('\n<data datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" type="nonsense"/>'),
        "type.rng:2: the schema cannot be used",
    ),
    "deep.rng": (START.format("<group>" * 90 + "<text/>" + "</group>" * 90), "more than 90 deep"),
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_a_schema_that_cannot_be_used_is_wrong_usage(project: Path, name: str) -> None:
    folder = project / "schemas"
    (folder / "sub").mkdir(parents=True)
    (project / "above.rng").write_text(TEXT)
    (folder / "linked.rng").symlink_to("../above.rng")
    text, says = GRAMMARS[name]
    if text is not None:
        (folder / name).write_text(text)
    result = cablepress("--schema", f"schemas/{name}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_a_pipe_is_no_schema(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rng")
    with pytest.raises(WrongUsage, match="not a regular file"):
        read_schema(tmp_path / "pipe.rng")


def test_files_that_a_schema_includes_are_read(project: Path) -> None:
    """A definition in an include replaces the one included; prefixes and datatypes are those of each file."""
    folder = project / "schemas"
    (folder / "sub dir").mkdir(parents=True)
    (folder / "top.rng").write_text(
        f'<grammar xmlns="{NS}" ns="{TEI}" datatypeLibrary="urn:none"><include href="sub%20dir/inner.rng"><define'
        ' name="replaced"><text/></define></include></grammar>'
    )
    (folder / "sub dir" / "inner.rng").write_text(
        f'<grammar xmlns="{NS}" xmlns:t="{TEI}"><start><element name="t:TEI"><attribute name="n"><value type="token">1'
        '</value></attribute><externalRef href="../outer.rng"/><ref name="replaced"/></element></start>'
        '<div><define name="replaced"><notAllowed/></define></div></grammar>'
    )
    (folder / "outer.rng").write_text(f'<element xmlns="{NS}" name="p"><empty/></element>')
    shutil.rmtree(project / "tei")
    (project / "tei").mkdir()
    (project / "tei" / "a.xml").write_text(f'<TEI xmlns="{TEI}" n="1"><p/>text</TEI>')
    assert cablepress("--schema", "schemas/top.rng").output.startswith("1 file checked: nothing found, in ")
    (project / "tei" / "a.xml").write_text(f'<TEI xmlns="{TEI}" n="2"><p/>text</TEI>')
    assert cablepress("--schema", "schemas/top.rng").exit_code == 1
    assert set(read_schema(folder / "top.rng").trees) == {
        folder / "top.rng",
        folder / "sub dir" / "inner.rng",
        folder / "sub dir" / ".." / "outer.rng",
    }
