"""The rules by which a schema is cut down, one by one."""

from pathlib import Path

import pytest
from lxml import etree

from cablepress.errors import WrongUsage
from cablepress.grammar.files import RNG, Schema
from cablepress.grammar.specialise import specialise

NS = RNG.strip("{}")


def schema(text: str) -> Schema:
    path = Path("in.rng")
    return Schema(path, {path: etree.fromstring(text)})


def content(pattern: str, *kept: str) -> str:
    """Say what is left of the content of an element `e`, when of x, y and z only some occur."""
    start = f'<element name="e">{pattern}</element>'
    left = specialise(schema(f'<grammar xmlns="{NS}"><start>{start}</start>{DEFINES}</grammar>'), {"e", *kept})
    definition = left.find(f"{RNG}define")
    return brief(left[0][0]) if definition is None else " ".join(map(brief, definition[0][1:]))


def brief(node: etree._Element) -> str:
    """Write a part in short: `choice(x empty)`."""
    kind = str(node.tag).removeprefix(RNG)
    inner = " ".join(brief(each) for each in node if each.tag != f"{RNG}name")
    local = node.findtext(f"{RNG}name") or node.get("name", "").partition(".")[2]
    if kind == "element":
        return local
    if kind == "ref":
        return f"-{local}"
    return f"{kind}{'=' * bool(local)}{local}{f'({inner})' * bool(inner)}"


X, Y, Z = (f'<element name="{name}"><empty/></element>' for name in "xyz")
DEFINES = f"""
<define name="dead">{X}</define>
<define name="none"><optional>{X}</optional></define>
<define name="loop"><element name="y"><ref name="loop"/></element></define>
<define name="finite"><element name="y"><optional><ref name="finite"/></optional></element></define>
<define name="one"><ref name="other"/></define>
<define name="other"><element name="y"><choice><ref name="one"/><text/></choice></element></define>
<define name="twice" combine="choice">{X}</define>
<define name="twice" combine="choice">{Y}</define>
<define name="both" combine="interleave"><zeroOrMore>{X}</zeroOrMore></define>
<define name="both" combine="interleave">{Y}</define>
<define name="unused"><ref name="unused"/></define>
"""
RULES = [
    (X, "notAllowed"),
    (f"<choice>{X}{Y}</choice>", "y"),
    (f"<choice>{X}{X}</choice>", "notAllowed"),
    (f"<choice>{X}{Y}{Z}</choice>", "choice(y z)"),
    (f"<choice><optional>{X}</optional>{Y}{Z}</choice>", "choice(y z empty)"),
    (f"<choice><zeroOrMore>{X}</zeroOrMore>{Y}</choice>", "choice(y empty)"),
    (f"<choice><optional>{X}</optional><zeroOrMore>{X}</zeroOrMore></choice>", "empty"),
    (f"<group>{X}{Y}</group>", "notAllowed"),
    (f"<interleave>{X}{Y}</interleave>", "notAllowed"),
    (f"<group><optional>{X}</optional>{Y}</group>", "y"),
    (f"<interleave><optional>{X}</optional>{Y}{Z}</interleave>", "interleave(y z)"),
    (f"<group><optional>{X}</optional><zeroOrMore>{X}</zeroOrMore></group>", "empty"),
    (f"<oneOrMore>{X}</oneOrMore>", "notAllowed"),
    (f"<oneOrMore><optional>{X}</optional></oneOrMore>", "empty"),
    (f"<oneOrMore>{Y}<optional>{X}</optional>{Z}</oneOrMore>", "oneOrMore(y z)"),
    (f"<optional>{Y}{X}</optional>", "empty"),
    (f"<zeroOrMore>{Y}{X}</zeroOrMore>", "empty"),
    (f"<zeroOrMore><choice>{Y}{X}</choice></zeroOrMore>", "zeroOrMore(y)"),
    (f"<mixed>{X}</mixed>", "notAllowed"),
    (f"<mixed><optional>{X}</optional></mixed>", "text"),
    (f"<mixed>{Y}</mixed>", "mixed(y)"),
    ("<list><notAllowed/></list>", "notAllowed"),
    ("<list><empty/></list>", "list(empty)"),
    ("<list><zeroOrMore><notAllowed/></zeroOrMore></list>", "list(empty)"),
    ('<attribute name="a"><notAllowed/></attribute>', "notAllowed"),
    ('<attribute name="a"/>', "attribute=a(text)"),
    ('<attribute name="a"><choice><notAllowed/><text/></choice></attribute>', "attribute=a(text)"),
    (f'<optional><attribute name="a"><notAllowed/></attribute></optional>{Y}', "y"),
    (f'<optional><element name="y">{X}</element></optional>{Z}', "z"),
    (
        '<data type="token"><except><choice><value>v</value><notAllowed/></choice></except></data>',
        "data(except(value))",
    ),
    ('<data type="token"><except><notAllowed/></except></data>', "data"),
    ('<ref name="dead"/>', "notAllowed"),
    ('<optional><ref name="dead"/></optional>', "empty"),
    ('<choice><ref name="none"/><ref name="twice"/></choice>', "choice(-twice empty)"),
    ('<ref name="loop"/>', "notAllowed"),
    ('<ref name="finite"/>', "-finite"),
    ('<ref name="one"/>', "-one"),
    ('<ref name="both"/>', "-both"),
]


@pytest.mark.parametrize(("pattern", "left"), RULES)
def test_a_rule(pattern: str, left: str) -> None:
    assert content(pattern, "y", "z") == left  # of notAllowed, the element and with it the start are left


def test_of_a_schema_that_nothing_fits_a_schema_is_left() -> None:
    left = specialise(schema(WHOLE), {"nonsense"})
    assert not etree.RelaxNG(left).validate(etree.fromstring("<nonsense/>"))


def test_only_what_is_referred_to_is_left() -> None:
    text = f'<grammar xmlns="{NS}"><start><element name="e"><ref name="one"/></element></start>{DEFINES}</grammar>'
    assert [each.get("name") for each in specialise(schema(text), "ey")[2:]] == ["g0.one", "g0.other"]


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        ("<anyName/>", True),
        ("<anyName><except><name>x</name></except></anyName>", False),
        ('<anyName><except><nsName ns="urn:n"/></except></anyName>', True),
        ('<anyName><except><choice><nsName/><name ns="urn:n">x</name></choice></except></anyName>', False),
        ("<nsName/>", True),
        ('<nsName ns="urn:n"/>', False),
        ("<nsName><except><name>x</name></except></nsName>", False),
        ("<choice><name>w</name><name>x</name></choice>", True),
        ("<choice><name>w</name><name> x </name></choice>", True),
        ('<choice><name>w</name><name ns="urn:n">x</name></choice>', False),
    ],
)
def test_a_class_of_names_is_kept_if_one_fits(names: str, kept: bool) -> None:
    left = specialise(schema(f'<element xmlns="{NS}">{names}<text/></element>'), {"x"})
    assert (left.find(f".//{RNG}element") is not None) is kept
    assert etree.RelaxNG(left).validate(etree.fromstring("<x>text</x>")) is kept


WHOLE = f"""
<grammar xmlns="{NS}" xmlns:p="urn:p" ns="urn:n" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="e"><ref name="c"/><attribute name="a"><data type="integer"/></attribute>
    <attribute name="p:b" ns="urn:x"><value type="date">2000-01-01</value></attribute>
    <attribute><name>c</name></attribute></element></start>
  <div ns=""><define name="c"><element name="f"><element name="p:g"><data type="string"><param name="maxLength">3
    </param></data></element><grammar><start><parentRef name="d"/><ref name="d"/></start>
    <define name="d"><element name="i"><empty/></element></define></grammar></element></define></div>
  <define name="d"><element name="h"><list><oneOrMore><value>v</value></oneOrMore></list></element></define>
</grammar>"""
RIGHT = """<e xmlns="urn:n" xmlns:p="urn:p" xmlns:n="urn:n" a="1" p:b="2000-01-01" n:c="x">
<f xmlns=""><p:g>abc</p:g><h xmlns="urn:n">v v</h><i/></f></e>"""


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ('"1"', '"x"'), ("2000-01-01", "2000-13-01"), ("abc", "abcd"), ("v v", "w"), ("n:c", "c"), ("p:g", "g")],
)
def test_what_is_inherited_is_kept(old: str, new: str) -> None:
    document = etree.fromstring(RIGHT.replace(old, new))
    left = specialise(schema(WHOLE), {str(each.tag) for each in document.iter()})
    assert etree.RelaxNG(left).validate(document) is (old == new)


@pytest.mark.parametrize(
    ("grammar", "says"),
    [
        ('<start><ref name="a"/></start>', "in.rng:1: there is no definition of a."),
        ("<start><parentRef name='a'/></start>", "parentRef may not stand here"),
        ("<define name='a'><text/></define>", "has no start"),
        ("<start><element name='q:e'><text/></element></start>", "the prefix of q:e is not declared"),
        ("<start><element><text/></element></start>", "text stands where a name should"),
        ("<start><element/></start>", "element has no name"),
        ("<start><text/></start><start><text/></start>", "defined twice"),
        ("<text/>", "text may not stand here"),
        ("<start><define name='a'/></start>", "define may not stand here"),
    ],
)
def test_a_mistake_in_a_schema_is_told(grammar: str, says: str) -> None:
    with pytest.raises(WrongUsage, match=says.replace(".", r"\.")):
        specialise(schema(f'<grammar xmlns="{NS}">{grammar}</grammar>'), {"e"})
