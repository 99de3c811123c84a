"""The grammar: what is right is accepted, and every document that it rejects is explained."""

import re
from copy import deepcopy
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.grammar import explain, verdict
from cablepress.grammar.derivative import accepts, after_attribute, after_text, named
from cablepress.grammar.pattern import NOT_ALLOWED, nullable
from cablepress.grammar.rng import GrammarFailure, merge, read
from cablepress.parse import parse
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"

RIGHT = sorted(
    file
    for case in CASES.iterdir()
    if case.name in ("base", "plain", "features") or "-ok-" in case.name
    for file in case.glob("*.xml")
)
EDITION = sorted((ROOT / "tei").glob("*.xml"))
SUBJECTS = [CASES / "features" / "in.xml", CASES / "features" / "authority.xml", CASES / "plain" / "in.xml"]


def document(data: bytes, name: str = "in.xml") -> Document:
    parsed = parse(Source(name, Path(name).stem, data))
    assert isinstance(parsed, Document)
    return parsed


def edited(path: Path, *changes: tuple[str, str]) -> tuple[Finding, ...]:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return verdict.check(document(text.encode()))


@pytest.mark.parametrize("path", [*RIGHT, *EDITION], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_right_is_accepted_and_needs_no_explanation(path: Path) -> None:
    right = document(path.read_bytes(), path.name)
    assert verdict.check(right) == ()
    assert explain.explain(right, verdict.grammar()) == ()


def mutate(data: st.DataObject, root: etree._Element) -> None:
    """Do to a document what editors do to it by mistake."""
    elements = list(root.iter("{*}*"))
    element, other = (data.draw(st.sampled_from(elements[1:] or [root])) for _ in range(2))
    names = sorted(element.attrib) or [""]
    attribute = str(data.draw(st.sampled_from(names)))
    match data.draw(
        st.sampled_from(["drop", "double", "rename", "misspell", "strip", "scramble", "add", "text", "tail"])
    ):
        case "drop" if element is not root:
            next(element.iterancestors()).remove(element)
        case "double" if element is not root:
            element.addnext(deepcopy(element))
        case "rename" if element is not root:
            element.tag = other.tag
        case "misspell" if element is not root:
            element.tag = f"{element.tag!s}x"
        case "strip" if attribute:
            del element.attrib[attribute]
        case "scramble" if attribute:
            element.set(
                attribute, data.draw(st.sampled_from(["", "x", "#tr", "1994", "person:x", "translator", "a b"]))
            )
        case "add":
            element.attrib.update(other.attrib)
        case "text":
            element.text = f"{element.text or ''}loose"
        case "tail" if element is not root:
            element.tail = f"{element.tail or ''}loose"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_explanation_agrees_with_the_verdict(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(SUBJECTS))
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(collect_ids=False))
    for _ in range(data.draw(st.integers(1, 3))):
        mutate(data, root)
    mutated = document(etree.tostring(root))
    assert (explain.explain(mutated, verdict.grammar()) == ()) == verdict.accepts(mutated)


def test_mistakes_far_apart_are_all_found_each_once_and_in_place() -> None:
    changes = {
        'status="restricted"': 'status="restrictet"',
        '<sp xml:id="in-t01" who="person:minister">': '<sp xml:id="in-t01">',
        "<head>A Plain Cable</head>": "<heading>A Plain Cable</heading>",
        "<persName>Visitor</persName>": "<person>Visitor</person>",
    }
    text = (CASES / "plain" / "in.xml").read_text(encoding="utf-8")
    for old, new in changes.items():
        text = text.replace(old, new, 1)
    found = verdict.check(document(text.encode()))
    lines = text.splitlines()
    assert [(lines[each.line - 1][each.column - 1 :][:10], each.code, each.message) for each in found] == [
        (
            'status="re',
            "R21",
            'The attribute status of availability is "restrictet"; it takes free, restricted or unknown.',
        ),
        ("<heading>A", "R21", "heading is not an element of this edition."),
        ("<sp xml:id", "R05", "sp needs the attribute who."),
        ("<person>Vi", "R21", "person may not stand in speaker."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<p xml:id", '<p xmlns="" xml:id', "Remove its xmlns"),
        (
            ' who="person:minister"',
            ' whom="person:minister"',
            "sp has no attribute whom in this edition. Did you mean who?",
        ),
        ("I am glad to", 'I am <a href="x">glad</a> to', "a is not an element of this edition. Did you mean ref?"),
        ('place="inline"', 'place="margin"', 'it must be "inline"'),
        ('<note type="translator"', '<note type="editorial"', 'note with type="editorial" has no attribute subtype'),
        (
            "</speaker>",
            "</speaker> hm <rs type='office'>he</rs> said",
            'The text "hm" may not stand directly in sp. Wrap it in p.',
        ),
        (
            "I am glad",
            "<sp who='person:x'><speaker>x</speaker><p>y</p></sp>",
            "sp may not stand in p. It may stand in div.",
        ),
        ('<idno type="edition">in</idno>', '<idno type="edition"> </idno>', "idno is empty."),
        ('resp="#rv"/>', 'resp="#rv">cut</gap>', 'The text "cut" may not stand directly in gap.'),
        ("</speaker>", "<stage type='business'>x</stage></speaker>", "may not stand in speaker. Put it after speaker."),
    ],
)
def test_a_mistake_is_told_in_an_editors_words(old: str, new: str, expected: str) -> None:
    [told, *more] = edited(CASES / "plain" / "in.xml", (old, new))
    assert expected in told.sentence
    assert all(finding.code != "R21" for finding in more)


@pytest.mark.parametrize("order", ["{1}{a}{b}{2}{c}", "{a}<pb/>{1}{b}{2}{c}"])
def test_an_item_without_the_label_that_others_have_is_told_what_it_lacks(order: str) -> None:
    items = {each: f"<item>{each}</item>" for each in "abc"}
    labels = {f"{n}": f"<label>{n}.</label>" for n in (1, 2)}
    (told,) = edited(
        SUBJECTS[2], ("</speaker>", f"</speaker><list>{order}</list>".format(*["", *labels.values()], **items))
    )
    assert told.sentence.endswith("item needs its label, as the others have. Add label before it, or give none to any.")


def test_loose_text_is_found_where_its_first_letter_stands() -> None:
    text = (CASES / "plain" / "in.xml").read_text(encoding="utf-8")
    broken = text.replace("</sp>", "</sp>\n<!-- an aside --> <?also this?>\n   Loose <![CDATA[words]]>", 1)
    [found] = verdict.check(document(broken.encode()))
    line = broken.splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("Loose")


def test_a_rejection_that_cannot_be_explained_is_reported_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "explain", lambda *_: ())
    found = edited(CASES / "plain" / "in.xml", (' who="person:minister"', ""))
    assert found
    assert all(finding.code == "R21" and "The grammar rejects this" in finding.message for finding in found)


def test_a_large_document_is_explained_in_a_few_seconds() -> None:
    text = (CASES / "plain" / "in.xml").read_text(encoding="utf-8")
    turns = re.search(r"<sp .*</sp>", text, re.DOTALL)
    assert turns
    large = text.replace(turns[0], re.sub(' who="[^"]*"', "", turns[0]) * 800)
    begin = perf_counter()
    found = verdict.check(document(large.encode()))
    assert len(found) == 1600
    assert perf_counter() - begin < 20


def small(tmp_path: Path, body: str, **modules: str) -> Path:
    for name, text in (("main", body), *modules.items()):
        (tmp_path / f"{name}.rng").write_text(
            f'<grammar xmlns="{RNG[1:-1]}" ns="{TEI[1:-1]}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
            f"{text}</grammar>",
            encoding="utf-8",
        )
    return tmp_path / "main.rng"


def test_definitions_combine_and_an_include_can_replace_them(tmp_path: Path) -> None:
    path = small(
        tmp_path,
        '<include href="part.rng"><define name="b"><element name="new"><empty/></element></define></include>'
        '<start><element name="a"><ref name="b"/><ref name="c"/></element></start>'
        '<define name="c" combine="interleave"><element name="x"><empty/></element></define>'
        '<define name="c" combine="interleave"><element name="y"><empty/></element></define>',
        part='<define name="b"><element name="old"><empty/></element></define>',
    )
    found = read(merge(path))
    assert {each.name for each in found.declarations} == {f"{TEI}{name}" for name in ("a", "new", "x", "y")}
    content = found.contents[f"{TEI}a"]
    for name in ("new", "y", "x"):  # interleaved: either order
        [(_, content)] = named(content, f"{TEI}{name}")
    assert nullable(content)


def test_patterns_step_over_attributes_in_any_order_text_and_lists(tmp_path: Path) -> None:
    path = small(
        tmp_path,
        '<start><element name="a">'
        '<attribute name="n"><list><oneOrMore><data type="integer"/></oneOrMore></list></attribute>'
        '<attribute name="m"><choice><value>x</value><empty/></choice></attribute>'
        '<mixed><optional><element name="b"><notAllowed/></element></optional></mixed></element></start>',
    )
    content = read(merge(path)).contents[f"{TEI}a"]
    assert after_attribute(content, "n", "1 two") is NOT_ALLOWED
    inside = after_attribute(after_attribute(content, "m", " x "), "n", "1 2")
    assert after_text(inside) is inside
    assert accepts(inside, "words")
    assert named(inside, f"{TEI}b")


@pytest.mark.parametrize(
    "body",
    ['<start><ref name="nowhere"/></start>', '<start><element name="a"><externalRef href="x"/></element></start>'],
)
def test_a_grammar_that_cannot_be_read_says_so(tmp_path: Path, body: str) -> None:
    with pytest.raises(GrammarFailure):
        _ = read(merge(small(tmp_path, body))).declarations
