"""How Schematron becomes findings: the language that schema/transpile.xsl understands, and odd documents."""

import re
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from cablepress import check, saxon
from cablepress.document import Document
from cablepress.facts import facts
from cablepress.finding import Finding, Severity
from cablepress.parse import parse
from cablepress.resources import folder
from cablepress.rules import schematron
from cablepress.rules.suspicion import LIKELY
from cablepress.source import Source

TEI = "http://www.tei-c.org/ns/1.0"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
TEXT = f"""<TEI xmlns="{TEI}" type="cable">
  <text><p n="1" xml:id="a">One</p><p n="2">Two</p><q><p>Three</p></q></text>
</TEI>"""


def document(text: str, stem: str = "in") -> Document:
    parsed = parse(Source(f"{stem}.xml", stem, text.encode()))
    assert isinstance(parsed, Document), parsed
    return parsed


def found(patterns: str, text: str = TEXT, leave_out: str = "") -> tuple[Finding, ...]:
    schema = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"
      xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><ns prefix="t" uri="{TEI}"/>{patterns}</schema>"""
    return schematron.apply(schematron.compile_rules(schema.encode()), document(text), leave_out)


def said(patterns: str, leave_out: str = "") -> list[str]:
    return [finding.message for finding in found(patterns, leave_out=leave_out)]


# The language


def test_an_assert_speaks_when_it_fails_and_a_report_when_it_holds() -> None:
    checks = '<assert id="A" test="@n">{0}</assert><report id="B" test="@n">{0}</report>'
    rule = f'<pattern><rule context="t:p">{checks}</rule></pattern>'
    messages = said(rule.format('<value-of select="."/>'))
    assert messages == ["One", "Two", "Three"]
    assert [finding.code for finding in found(rule.format("!"))] == ["B", "B", "A"]


def test_the_first_rule_that_matches_has_the_node_in_each_pattern() -> None:
    first = '<rule context="t:p[@n]"><report id="A" test="true()">numbered</report></rule>'
    second = '<rule context="t:p"><report id="A" test="true()">any</report></rule>'
    assert said(f"<pattern>{first}{second}</pattern>") == ["numbered", "numbered", "any"]
    assert sorted(said(f"<pattern>{first}</pattern><pattern>{second}</pattern>")) == ["any"] * 3 + ["numbered"] * 2


def test_a_let_is_seen_by_its_schema_pattern_or_rule() -> None:
    messages = said("""<let name="all" value="count(//t:p)"/>
      <pattern><let name="numbered" value="count(//t:p[@n])"/>
        <rule context="t:p[@n][$numbered = 2]"><let name="own" value="string(@n)"/>
          <let name="both" value="$own || $all"/>
          <report id="A" test="true()"><value-of select="$own, $both, $numbered"/></report></rule></pattern>
      <pattern><rule context="t:q"><let name="own" value="'q'"/>
        <report id="A" test="true()"><value-of select="$own"/></report></rule></pattern>""")
    assert messages == ["1 13 2", "2 23 2", "q"]


def test_two_lets_of_one_name_do_not_compile() -> None:
    with pytest.raises(saxon.StylesheetFailure):
        found('<let name="x" value="1"/><pattern><let name="x" value="2"/></pattern>')


def test_a_diagnostic_becomes_the_remedy_and_sees_the_lets_of_the_rule() -> None:
    (finding,) = found("""<pattern><rule context="t:q"><let name="own" value="count(t:p)"/>
        <assert id="A" role="warning" diagnostics="one two" test="false()">No.</assert></rule></pattern>
      <diagnostics><diagnostic id="one">Write <value-of select="$own"/>.</diagnostic>
        <diagnostic id="two">Or <emph>remove</emph> the <name/>.</diagnostic></diagnostics>""")
    assert finding.remedy == "Write 1. Or remove the q."
    assert finding.severity is Severity.WARNING


def test_a_code_is_the_id_up_to_its_hyphen_and_an_error_if_nothing_else_is_said() -> None:
    rule = '<pattern><rule context="t:q" {}><assert id="X99-why" {} test="false()">No.</assert></rule></pattern>'
    (finding,) = found(rule.format("", ""))
    assert (finding.code, finding.severity) == ("X99", Severity.ERROR)
    assert found(rule.format('role="warning"', ""))[0].severity is Severity.WARNING
    assert found(rule.format('role="warning"', 'role="error"'))[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("context", "subject", "column"),
    [
        ("t:p[@xml:id]", "", 9),
        ("t:p[@xml:id]", 'subject="@n"', 12),
        ("t:p[@xml:id]", 'subject="@xml:id"', 18),
        ("t:p[@xml:id]", 'subject="@absent"', 9),
        ("t:p/@xml:id", "", 18),
        ("t:p[@xml:id]/text()", "", 9),
    ],
)
def test_a_finding_stands_at_its_subject(context: str, subject: str, column: int) -> None:
    (finding,) = found(
        f'<pattern><rule context="{context}"><assert id="A" {subject} test="false()">!</assert></rule></pattern>'
    )
    assert (finding.line, finding.column) == (2, column)


def test_foreign_keys_and_functions_are_carried_over() -> None:
    messages = said("""<ns prefix="f" uri="urn:f"/><xsl:key name="n" match="t:p" use="@n"/>
      <xsl:function name="f:twice" xmlns:f="urn:f">
        <xsl:param name="word"/><xsl:sequence select="$word || $word"/></xsl:function>
      <pattern><rule context="t:q">
        <report id="A" test="true()"><value-of select="f:twice(key('n', '2'))"/></report></rule></pattern>""")
    assert messages == ["TwoTwo"]


@pytest.mark.parametrize(
    "unknown", ["<include href='x'/>", "<pattern abstract='true'><rule abstract='true' id='r'/></pattern>"]
)
def test_what_is_not_understood_is_refused(unknown: str) -> None:
    with pytest.raises(saxon.StylesheetFailure):
        found(unknown)


def test_a_message_is_one_line() -> None:
    check = '<assert id="A" test="false()">One\n   <!-- not said -->two.</assert>'
    assert said(f'<pattern><rule context="t:q">{check}</rule></pattern>') == ["One two."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("t:p[@n] | t:q", "t:p"),
        ("/t:TEI/t:text/t:p", "t:q//t:p | t:text"),
        ("t:q/t:p", "t:p[1] | t:p[@n = '2|2']"),
        ("t:p[. = 'One']/@n", "@n | t:q"),
        ("/t:TEI", "/t:TEI//t:q[t:p]"),
        ("t:p[1]", "*"),
    ],
)
def test_a_context_matches_what_a_template_would_match(first: str, second: str) -> None:
    rule = '<rule context="{}"><report id="A" test="true()">{} <value-of select="path()"/></report></rule>'
    by_rules = said(f"<pattern>{rule.format(first, 1)}{rule.format(second, 2)}</pattern>")
    template = '<xsl:template match="{}" priority="{}"><f>{} {{path()}}</f>{}</xsl:template>'
    on = '<xsl:apply-templates select="@*, node()"/>'
    by_templates = saxon.Stylesheet(
        f"""<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
        xmlns:t="{TEI}"><xsl:mode on-no-match="shallow-skip"/>
        {template.format(first, 3, 1, on)}{template.format(second, 2, 2, on)}
        <xsl:template match="/" priority="1"><all><xsl:apply-templates/></all></xsl:template></xsl:stylesheet>"""
    ).transform(saxon.tree(TEXT.encode()))
    assert sorted(by_rules) == sorted(each.text or "" for each in etree.fromstring(by_templates.encode()))


def test_a_pattern_can_be_left_out() -> None:
    pattern = '<pattern id="one"><rule context="t:q"><report id="A" test="true()">!</report></rule></pattern>'
    assert said(pattern) == ["!"]
    assert said(pattern, "two one") == []


# The schema itself


@pytest.fixture
def schema(root: Path) -> etree._Element:
    return etree.parse(root / "schema" / "cable.sch").getroot()


def test_the_rules_are_iso_schematron(schema: etree._Element) -> None:
    """By the grammar of ISO Schematron itself, as lxml brings it."""
    assert isoschematron.schematron_schema_valid.validate(schema), isoschematron.schematron_schema_valid.error_log


def test_every_rule_says_how_grave_it_is_and_how_to_mend_it(schema: etree._Element) -> None:
    remedies = {each.get("id"): each for each in schema.iter(f"{SCH}diagnostic")}
    checks = [each for name in ("assert", "report") for each in schema.iter(f"{SCH}{name}")]
    assert all(re.fullmatch(r"[IRX]\d\d(-[a-z]+)?", each.get("id", "")) for each in checks)
    assert {each.get("role") for each in checks} == {"error", "warning"}
    assert {each.get("diagnostics") for each in checks} == set(remedies)
    assert len({each.get("id") for each in checks}) == len(checks)


ODD = [
    "[",
    "TN",
    "tn :",
    "(blacked-out)",
    "(Withheld)",
    "TODO",
    "a sample",
    "John",
    "Doe",
    "\u00a0",
    "e\u0301",
    "\u200b",
    "\ufeff",
    "か\u3099",
    "\uf900",
]


@pytest.fixture(scope="module")
def every() -> saxon.Stylesheet:
    return schematron.compile_rules((folder("schema") / "cable.sch").read_bytes())


def test_every_glance_is_for_a_pattern(schema: etree._Element) -> None:
    assert set(LIKELY) <= {each.get("id") for each in schema.iter(f"{SCH}pattern")}


def test_no_glance_keeps_a_finding_back(every: saxon.Stylesheet, root: Path) -> None:
    """With the glances and without, all wrong and right files have the same findings."""
    texts = [path.read_bytes() for path in sorted((root / "tests" / "cases").glob("*/*.xml"))]
    texts += [path.read_bytes() for path in sorted((root / "tei").glob("*.xml"))]
    rows = (root / "tests" / "mutations.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for _, stem, _, find, replace, _ in (row.split("\t") for row in rows):
        texts.append((root / "tei" / f"{stem}.xml").read_text(encoding="utf-8").replace(find, replace).encode())
    for text in texts:
        parsed = parse(Source("in.xml", "in", text))
        if isinstance(parsed, Document):
            assert schematron.check(parsed) == schematron.apply(every, parsed)


@pytest.mark.parametrize("odd", ODD)
def test_no_glance_keeps_an_odd_word_back(odd: str, plain: str, every: saxon.Stylesheet) -> None:
    """Wherever it is typed: as a text, in the midst of one, beside another element, in an attribute."""
    words = "I am glad to see you."
    assert words in plain
    for typed in (f" {odd} ", f"<hi/>{odd}<hi/>:", f"{odd} <!-- --> Doe", f"({odd}<hi/>out) sanitized"):
        for text in (plain.replace(words, typed), plain.replace("<publisher>", f"<publisher>{typed}")):
            assert schematron.check(document(text)) == schematron.apply(every, document(text))
    text = plain.replace('<pb n="', f'<pb n="{odd}').replace('target="', f'target="{odd} ')
    assert schematron.check(document(text)) == schematron.apply(every, document(text))


# Odd documents: no rule may fail, whatever the grammar will say of them


@pytest.fixture
def plain(root: Path) -> str:
    return (root / "tests" / "cases" / "plain" / "in.xml").read_text(encoding="utf-8")


def across(*documents: Document) -> tuple[Finding, ...]:
    return check.across(map(facts, documents), {each.stem: each for each in documents}.__getitem__)


def checked(*texts: str) -> tuple[Finding, ...]:
    documents = tuple(document(text, stem) for text, stem in zip(texts, ("in", "authority", "other"), strict=False))
    within = tuple(finding for each in documents for finding in schematron.check(each))
    return (*within, *across(*documents))


def test_nothing_at_all_can_be_checked() -> None:
    assert checked(f'<TEI xmlns="{TEI}"/>') == ()


def test_every_element_may_be_missing(plain: str) -> None:
    for number in range(1, len(list(etree.fromstring(plain.encode()).iter("{*}*")))):
        root = etree.fromstring(plain.encode())
        victim = list(root.iter("{*}*"))[number]
        parent = victim.getparent()
        assert parent is not None
        parent.remove(victim)
        checked(etree.tostring(root, encoding="unicode"))


@pytest.mark.parametrize(
    "value",
    ["", " ", "  #ed  #tr ", "person:", "0", "-1", "99999999999999999999", "Ａ１", "#", "a.xml#", "1994-13-45", "{}"],
)
def test_every_attribute_may_hold_anything(plain: str, value: str) -> None:
    """All at once, then those of one name at a time."""
    names = sorted(set(re.findall(r'\s([\w:]+)="', plain)) - {"xmlns", "version", "encoding"})
    for name in names:
        checked(re.sub(rf'\s{name}="[^"]*"', f' {name}="{value}"', plain))
    checked(re.sub(r'\s(?!xmlns|version|encoding|type)([\w:]+)="[^"]*"', rf' \1="{value}"', plain))


@pytest.mark.parametrize(
    "text", ["", "１２", "99999999999999999999999", "(", "[", "TN:", "(Minister)", "\ufffd", "February 31, 1994", "0"]
)
def test_every_text_may_be_anything(plain: str, text: str) -> None:
    checked(re.sub(r">[^<>]*[^<>\s][^<>]*<", f">{text}<", plain))


def test_several_people_may_speak_at_once(plain: str) -> None:
    text = plain.replace('who="person:visitor"', 'who="person:visitor person:stranger person:minister"')
    messages = [finding.message for finding in schematron.check(document(text))]
    assert messages == ["Speaks here, but is not among the participants: person:stranger."]


def test_several_hands_may_sign_one_gap_and_one_note(plain: str) -> None:
    text = plain.replace('resp="#rv"', 'resp="#ed #rv"').replace('resp="#tr" place', 'resp="#tr #ed" place')
    assert schematron.check(document(text)) == ()


def test_without_an_authority_file_one_finding_says_so(plain: str, root: Path) -> None:
    other = (root / "tests" / "cases" / "base" / "cable-2.xml").read_text(encoding="utf-8")
    (finding,) = across(document(plain), document(other, "cable-2"))
    assert (finding.code, finding.path) == ("X03", "in.xml")


def test_a_sum_in_words_that_nobody_can_count_is_passed_over(plain: str) -> None:
    money = '<measure type="currency" quantity="1" unit="USD">one whole lot of money</measure>'
    assert schematron.check(document(plain.replace("I am glad", f"I owe {money} and am glad"))) == ()
