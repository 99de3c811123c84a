"""A stylesheet with what it includes in its place is the same stylesheet."""

from pathlib import Path

from cablepress.flatten import flattened
from cablepress.saxon import Stylesheet, tree

XSL = 'version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
MAIN = f"""<xsl:package {XSL} name="urn:test" declared-modes="no" expand-text="yes" xpath-default-namespace="urn:a">
  <xsl:include href="parts/first.xsl"/>
  <xsl:template match="b"><main>{{.}}</main></xsl:template>
</xsl:package>"""
FIRST = f"""<!-- not said twice --><xsl:stylesheet {XSL} xmlns:map="http://www.w3.org/2005/xpath-functions/map">
  <xsl:include href="second.xsl"/>
  <xsl:variable name="size" select="map:size(map{{1: 2}})"/>
</xsl:stylesheet>"""
SECOND = f"""<xsl:stylesheet {XSL} xmlns:f="urn:f" xpath-default-namespace="urn:c" exclude-result-prefixes="#all">
  <xsl:template match="d"><second>{{.}}<xsl:value-of select="$size, f:of(.)"/></second></xsl:template>
  <xsl:function name="f:of"><xsl:param name="of"/><xsl:sequence select="name($of)"/></xsl:function>
</xsl:stylesheet>"""


def test_each_module_keeps_its_own_names_and_habits(tmp_path: Path) -> None:
    """The outer one writes what is in braces and means urn:a by b; the inner one writes braces and means urn:c by d."""
    (tmp_path / "parts").mkdir()
    for name, text in {"main.xsl": MAIN, "parts/first.xsl": FIRST, "parts/second.xsl": SECOND}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    flat = flattened(tmp_path / "main.xsl")
    assert "include" not in flat
    made = Stylesheet(flat).transform(tree(b"<x><b xmlns='urn:a'>1</b><d xmlns='urn:c'>2</d><b>3</b></x>"))
    assert made.endswith("<main>1</main><second>{.}1 d</second>3")
