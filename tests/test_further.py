"""A stylesheet of an edition's own makes a further file of each cable, when it is asked to, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cablepress.cli import main

CASES = Path(__file__).parent / "cases"
XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0"'
TEX = f"""<xsl:stylesheet {XSL} xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <!-- The encoding of the file is not for the stylesheet to say. -->
  <xsl:output method="text" encoding="utf-16"/>
  <xsl:template match="/">§ <xsl:value-of select="//titleStmt/title"/></xsl:template>
</xsl:stylesheet>"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for stylesheets, beside an edition of two cables."""
    shutil.copytree(CASES / "base", tmp_path / "tei")
    shutil.copy(CASES / "plain" / "in.xml", tmp_path / "tei")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "tex.xsl").write_text(TEX, encoding="utf-8")
    return folder


def build(*words: str) -> Result:
    return CliRunner().invoke(main, ["build", *words], prog_name="cablepress")


def built(*words: str) -> dict[str, bytes]:
    result = build(*words)
    assert result.exit_code == 0, result.output
    return {path.relative_to("dist").as_posix(): path.read_bytes() for path in Path("dist").rglob("*.*")}


def test_it_makes_a_file_of_each_cable_in_utf_8(own: Path) -> None:
    files = built("--xslt", str(own / "tex.xsl"))
    assert files["in.tex"].decode().startswith("§ ")
    assert {"in.tex", "cable-2.tex"} <= json.loads(files["manifest.json"])["files"].keys()


def test_whatever_else_is_in_the_edition_is_as_without_it(own: Path) -> None:
    without = built()
    files = built("--xslt", str(own / "tex.xsl"))
    changed = {name for name in files if files[name] != without.get(name)}
    assert changed == {"in.tex", "cable-2.tex", "manifest.json", "edition.zip"}
    assert built() == without


def test_it_is_the_same_from_any_folder(own: Path) -> None:
    files = built("--xslt", str(own / "tex.xsl"))
    shutil.copytree(own, own.with_name("other"))
    assert built("--xslt", "other/tex.xsl") == files
    assert "up to date" in build("--xslt", "other/tex.xsl", "--check").output


def test_only_its_own_files_are_made_anew_when_it_changes(own: Path) -> None:
    built("--xslt", str(own / "tex.xsl"))
    before = Path("dist/in.html").stat().st_ino, Path("dist/in.tex").read_bytes()
    (own / "tex.xsl").write_text(TEX.replace("§", "¶"), encoding="utf-8")
    assert "tex" in build("--xslt", str(own / "tex.xsl"), "--check").output
    files = built("--xslt", str(own / "tex.xsl"))
    assert Path("dist/in.html").stat().st_ino == before[0]
    assert files["in.tex"] == before[1].replace("§".encode(), "¶".encode())


def test_what_it_includes_is_part_of_it(own: Path) -> None:
    (own / "parts").mkdir()
    (own / "parts" / "a b.xsl").write_text(TEX, encoding="utf-8")
    (own / "tei.xsl").write_text(f'<xsl:stylesheet {XSL}><xsl:include href="parts/a%20b.xsl"/></xsl:stylesheet>')
    files = built("--xslt", str(own / "tei.xsl"), "--xslt", str(own / "tex.xsl"))
    assert files["in.tei"] == files["in.tex"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TEX.replace("//titleStmt", "//("), "own/tex.xsl:4:"),
        (TEX.replace("//titleStmt/title", "error((), 'No title')"), "own/tex.xsl:4:"),
        (TEX.replace("<xsl:value-of", '<xsl:message terminate="yes">Ask us.</xsl:message><xsl:value-of'), "Ask us."),
        (TEX.replace("§", '<xsl:include href="x.xsl"/>'), "own/x.xsl: no such file"),
        (TEX.replace("//titleStmt", "current-date(), //titleStmt"), "own/tex.xsl:4: current-date()"),
    ],
)
def test_what_is_wrong_with_it_is_told_with_its_place_and_the_edition_stays(own: Path, text: str, says: str) -> None:
    files = built("--xslt", "own/tex.xsl")
    (own / "tex.xsl").write_text(text, encoding="utf-8")
    result = build("--xslt", "own/tex.xsl")
    assert result.exit_code == 2
    assert says in result.output
    assert {path: path.read_bytes() for path in Path("dist").glob("*.*")} == {
        Path("dist", name): data for name, data in files.items() if "/" not in name
    }


@pytest.mark.parametrize("name", ["html.xsl", "txt.xsl", "TEX.xsl", "a-b.xsl", "tex.xslt", ".xsl"])
def test_its_name_says_what_it_makes(own: Path, name: str) -> None:
    (own / "tex.xsl").rename(own / name)
    result = build("--xslt", f"own/{name}")
    assert result.exit_code == 2
    assert "name a stylesheet for the files that it makes" in result.output
    assert not Path("dist").exists()


def test_a_module_is_included_once(own: Path) -> None:
    twice = '<xsl:include href="a.xsl"/>' * 2
    (own / "tex.xsl").write_text(f"<xsl:stylesheet {XSL}>{twice}</xsl:stylesheet>")
    (own / "a.xsl").write_text(f"<xsl:stylesheet {XSL}/>")
    result = build("--xslt", "own/tex.xsl")
    assert (result.exit_code, "own/a.xsl is included twice" in result.output) == (2, True)
