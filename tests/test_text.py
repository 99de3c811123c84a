"""The plain-text reading: 72 columns, no word lost, no redaction silent."""

import re
import time
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cablepress import render, saxon
from cablepress.document import Document
from cablepress.edition import edition as assembled
from cablepress.fill import MARK, by_lines, by_words, filled
from cablepress.parse import parse
from cablepress.resources import folder
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
TEI = "{http://www.tei-c.org/ns/1.0}"
PLAIN = (ROOT / "tests" / "cases" / "plain" / "in.xml").read_text(encoding="utf-8")
PARAGRAPH = "I am glad to see you."
CASES = sorted((ROOT / "tests" / "cases").glob("*/reading.txt"))
OWN = sorted((ROOT / "tei").glob("cable-*.xml"))


@cache
def edition(folder_of_tei: Path) -> saxon.Tree:
    sources = (Source(path.name, path.stem, path.read_bytes()) for path in sorted(folder_of_tei.glob("*.xml")))
    documents = tuple(found for found in map(parse, sources) if isinstance(found, Document))
    return saxon.tree(assembled(documents, (render.entry(one) for one in documents if one.is_cable)).shared())


def text_of(cable: str, folder_of_tei: Path = ROOT / "tests" / "cases" / "base") -> str:
    stylesheet = saxon.Stylesheet(folder("xslt") / "text.xsl")
    stylesheet.bind(edition=edition(folder_of_tei))
    return filled(stylesheet.transform(saxon.tree(cable.encode())))


def with_paragraph(markup: str) -> str:
    return PLAIN.replace(PARAGRAPH, markup)


def columns(line: str) -> int:
    """Count columns as a terminal does: two for East Asian wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def paragraphs_of(text: str) -> list[str]:
    """Take the numbered paragraphs out of a reading, unwrapped and without the numbers of notes."""
    body = re.sub(r"\n(NOTES|RELATED TELEGRAMS|SOURCE)\n.*", "", text, flags=re.DOTALL)
    blocks = re.findall(r"^ *\d+  (\S.*(?:\n     \S.*)*)", body, re.MULTILINE)
    return [re.sub(r"\[\d+\]", "", " ".join(block.split())) for block in blocks]


def paragraphs_in(cable: bytes) -> list[str]:
    root = etree.fromstring(cable)
    for note in list(root.iter(f"{TEI}note")):
        if note.get("type") == "editorial":
            note.tag, note.text = "note", None
    return [" ".join("".join(p.itertext()).split()) for p in root.iterfind(f"{TEI}text//{TEI}p")]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_every_paragraph_is_there_in_order(path: Path) -> None:
    assert paragraphs_of(text_of(path.read_text(encoding="utf-8"), path.parent)) == paragraphs_in(path.read_bytes())


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_every_redaction_is_worded(path: Path) -> None:
    cable = path.read_text(encoding="utf-8")
    flat = " ".join(text_of(cable, path.parent).split())
    tree = saxon.tree(cable.encode())
    wording = saxon.Stylesheet(folder("xslt") / "entry.xsl")
    gaps = saxon.select(tree, "//tei:text//tei:gap[tokenize(@reason) = ('redacted', 'withheld')]")
    words = [wording.call("{urn:cablepress:editorial}wording", gap) for gap in gaps]
    for each in set(words):
        assert flat.count(each) == words.count(each)


def reading_of(path: Path) -> str:
    given = path.read_text(encoding="utf-8")
    return given if path.suffix == ".txt" else text_of(given, path.parent)


@pytest.mark.parametrize("path", [*CASES, *OWN], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_page_is_well_made(path: Path) -> None:
    text = reading_of(path)
    assert text.endswith("\n")
    assert "\t" not in text
    assert "\n\n\n" not in text
    assert not text.endswith("\n\n")
    assert [line for line in text.splitlines() if line != line.rstrip() or columns(line) > 72] == []


words = st.text(st.sampled_from("abcdefgh,.-’éあ漢字、。「」한（）e\u0301"), min_size=1, max_size=90)


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=1, max_size=60))
def test_no_line_is_wider_than_72_columns_and_no_word_is_broken(written: list[str]) -> None:
    text = text_of(with_paragraph(" ".join(written)))
    (block,) = re.findall(r"^  1  (\S.*(?:\n     \S.*)*)", text, re.MULTILINE) or [""]
    lines = [line.strip() for line in block.splitlines()]
    assert "".join(lines).replace(" ", "") == "".join(written).replace(" ", "")
    for line in lines:
        assert columns(line) <= 67 or " " not in line
    latin = [word for word in written if not re.search(r"[あ漢字、。「」한（）]", word)]
    assert set(latin) <= set(block.split())


plain_words = st.text(st.sampled_from("abcdefgh,.-’é“$\\"), min_size=1, max_size=90)
indents = st.builds(lambda mark, spaces: mark + " " * spaces, st.text("1-ab", max_size=80), st.integers(0, 75))


@settings(max_examples=400, deadline=None)
@given(st.lists(plain_words, max_size=30), indents, st.integers(0, 75))
def test_plain_text_is_filled_by_lines_as_it_is_by_words(written: list[str], first: str, rest: int) -> None:
    text = " ".join(written)
    assert by_lines(text, first, " " * rest) == by_words(text, first, " " * rest)


@pytest.mark.parametrize("line", [MARK, f"{MARK}a", f"{MARK}a{MARK}b", f"a{MARK}b{MARK}c{MARK}d"])
def test_what_only_looks_like_a_line_to_be_filled_is_left_alone(line: str) -> None:
    assert filled(line) == line


def test_a_long_japanese_paragraph_is_filled_to_the_edge() -> None:
    text = text_of(with_paragraph("日本語の長い段落です。" * 40))
    lines = [line for line in text.splitlines() if "日本語" in line]
    assert all(columns(line) <= 72 for line in lines)
    assert all(columns(line) >= 68 for line in lines[:-1])
    assert not any(line.strip().startswith("。") for line in lines)


def test_wrapping_takes_linear_time() -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        text_of(with_paragraph("several words " * (size // 14)))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(1_000_000) < 16 * max(seconds(250_000), 0.2)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PARAGRAPH, "<unheard>of</unheard>"),
        (PARAGRAPH, "<hi>I <unheard/></hi>"),
        ("<head>A Plain Cable</head>", "<head>A <unheard>Plain</unheard> Cable</head>"),
        ("<speaker>(<persName>Visitor</persName>)", "<speaker>(<unheard>Visitor</unheard>)"),
        ('<div type="cable">', '<div type="cable"><unheard/>'),
        ('<seg type="markings">', '<seg type="markings"><unheard/>'),
        ("</body>", "<unheard/></body>"),
        ("</sp>", "<unheard/></sp>"),
        (">Secret<", "><unheard>Secret</unheard><"),
        ("Sent: ", "Sent: <unheard/>"),
    ],
)
def test_an_element_that_no_rule_knows_stops_the_build(old: str, new: str) -> None:
    assert old in PLAIN
    with pytest.raises(saxon.StylesheetFailure, match="unheard"):
        text_of(PLAIN.replace(old, new, 1))


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<choice><sic>teh</sic><corr>the</corr></choice> end", "teh[1] end"),
        ('<sic resp="#tr">teh</sic> end', "teh [sic] end"),
        ('all <supplied reason="clarification" resp="#tr">own</supplied> missions', "all [own] missions"),
        ('<expan>F<ex resp="#tr">oreign</ex> M<ex resp="#tr">inistry</ex></expan>', "F[oreign] M[inistry]"),
        ('<unclear cert="low" resp="#tr">Kim</unclear> left', "Kim [?] left"),
        ('<persName ref="person:envoy" cert="low">Kim</persName> left', "Kim [?] left"),
        ('end<note type="footnote" n="1">See 2.</note> of it', "end [Footnote 1: See 2.] of it"),
        ('one <note type="translator" resp="#tr">sic in the original</note> two', "one [TN: sic in the original] two"),
        ('gov<lb break="no"/>ernment', "government"),
        ('a<pb n="2"/>b', "a [page 2] b"),
        ("<app><lem>Lee</lem><rdg>Li</rdg></app> left", "Lee [another copy: Li] left"),
        ("<pc>[</pc>Comment<pc>]</pc>", "[Comment]"),
        ("<!-- not to be read --><?nor this?>seen", "seen"),
    ],
)
def test_words_within_a_paragraph(markup: str, words: str) -> None:
    assert f"\n  1  {words}\n" in text_of(with_paragraph(markup))


def test_a_correction_is_an_editors_note() -> None:
    assert "\n[1]  Editors: Read “the”.\n" in text_of(with_paragraph("<choice><sic>teh</sic><corr>the</corr></choice>"))


def test_an_editors_note_is_marked_at_what_it_is_about() -> None:
    cable = with_paragraph('<term xml:id="x">Glad</term> I am.').replace(
        "<trailer", '<note type="editorial" resp="#ed" target="#x">Well.</note><trailer'
    )
    noted = cable.replace("</div>", '<note type="editorial" resp="#ed" target="#x">Well.</note></div>')
    assert "\n  1  Glad[1] I am.\n" in text_of(noted)
    assert "\n[1]  Editors: Well.\n" in text_of(noted)


def test_a_cable_of_little_known_origin_has_a_page() -> None:
    bare = re.sub(r"<(correspDesc|creation|particDesc|textClass).*?</\1>", "", PLAIN, flags=re.DOTALL)
    bare = re.sub(r"<opener>.*?</opener>|<head>.*?</head>|<sourceDesc>.*?</sourceDesc>", "", bare, flags=re.DOTALL)
    text = text_of(bare)
    assert "\nTELEGRAM\n" in text
    assert "\nCable No. 1, A Plain Cable\n" in text
    assert PARAGRAPH in text


def test_what_the_opener_does_not_say_of_the_sending_the_header_does() -> None:
    actions = '<correspAction type="forwarded"><orgName>all missions</orgName></correspAction><correspContext>'
    fields = text_of(PLAIN.replace("<correspContext>", actions)).split("-" * 72)[0]
    labels = re.findall(r"^([A-Z][a-z ]+):", fields, re.MULTILINE)
    assert labels == ["From", "To", "Sent", "Received", "Forwarded", "Status"]
    assert "\nSent:       The Capital, February 12, 1994, [TN: time blacked out]\n" in fields


def test_a_field_that_the_opener_has_is_not_repeated_from_the_header() -> None:
    fields = text_of(PLAIN.replace("<opener>", '<opener><seg type="from">From: Cy</seg>', 1)).split("-" * 72)[0]
    assert re.findall(r"^From: +(.*)$", fields, re.MULTILINE) == ["Cy"]


def test_a_stamp_is_a_field_of_its_own() -> None:
    assert "\nStamp:      RECEIVED\n" in text_of(PLAIN.replace("<opener>", "<opener><stamp>RECEIVED</stamp>", 1))


def test_a_turn_that_names_nobody_begins_with_a_line_that_says_so() -> None:
    turn = '<sp who="person:unknown"><p>Nothing to add.</p></sp>'
    text = text_of(PLAIN.replace("</sp>", f"</sp>{turn}", 1))
    assert "\n\n[No speaker named]\n\n  3  Nothing to add.\n" in text


def test_words_on_a_line_of_their_own_begin_with_a_capital() -> None:
    date = '<date notBefore="1994-02-12" notAfter="1994-02-13"/>'
    text = text_of(re.sub(r"<creation>.*?</creation>", f"<creation>{date}</creation>", PLAIN))
    assert re.search(r"\nTELEGRAM No\. 1 +Between February 12, 1994 and February 13, 1994\n", text)


def test_the_copies_compared_stand_before_the_rights() -> None:
    page = '<bibl type="digital"><title>T</title><publisher>P</publisher><availability><p>Free.</p></availability>'
    source = f'{page}<note type="editorial" resp="#ed">Blank.</note></bibl>'
    copies = "<listWit><witness>Copy of 2014</witness><witness>Copy of 2019.</witness></listWit>"
    sources = f"<sourceDesc>{source}{copies}</sourceDesc>"
    text = text_of(re.sub(r"<sourceDesc>.*?</sourceDesc>", sources, PLAIN, flags=re.DOTALL))
    assert "\n\nBlank.\n\nCopies compared: Copy of 2014; Copy of 2019.\n\nFree.\n" in text


def test_a_hidden_number_is_said_to_be_hidden() -> None:
    note = '<note type="translator" subtype="redaction" target="#n" resp="#tr" place="inline">number blacked out</note>'
    gap = f'<gap xml:id="n" reason="redacted" unit="number" quantity="1" resp="#rv"/>{note}'
    text = text_of(PLAIN.replace('<idno type="telegram">1</idno> <seg', f"{gap} <seg"))
    assert "\nTELEGRAM No. [TN: number blacked out]" in text
