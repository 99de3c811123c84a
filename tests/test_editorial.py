"""Every wording that the edition adds, by table: xslt/modules/editorial.xsl."""

from functools import cache
from unicodedata import normalize

import pytest

from cablepress import saxon
from cablepress.registers import initial
from cablepress.resources import folder

ED = "{urn:cablepress:editorial}"
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{}</div></body></text></TEI>'
AUTHORITY = """<standOff xmlns="http://www.tei-c.org/ns/1.0">
  <person xml:id="person-a"><persName type="display"><surname>Sato</surname> <forename>Ken</forename></persName>
    <affiliation ref="place:x" from="1990" to="1993-07">East</affiliation>
    <affiliation ref="place:y" from="1993-08">West</affiliation>
    <occupation to="1993-08-09">Clerk</occupation><occupation from="1993-08-10">Minister</occupation></person>
  <person xml:id="person-b"><persName>Lee</persName><affiliation>The Island</affiliation></person>
  <place xml:id="place-y"><placeName type="display">The West</placeName></place>
</standOff>"""


@cache
def stylesheet() -> saxon.Stylesheet:
    return saxon.Stylesheet(folder("xslt") / "entry.xsl")


def said(function: str, xml: str, xpath: str, *arguments: str) -> str:
    node = saxon.select(saxon.tree(xml.encode()), xpath)[0]
    return stylesheet().call(f"{ED}{function}", node, *arguments)


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ('reason="redacted" unit="time" quantity="1"', "[redacted: time]"),
        ('reason="redacted" unit="name" quantity="1"', "[redacted: name]"),
        ('reason="redacted" unit="line" quantity="3"', "[redacted: 3 lines]"),
        ('reason="redacted" unit="char" quantity="2"', "[redacted: 2 characters]"),
        ('reason="redacted" unit="initials" quantity="2"', "[redacted: 2 initials]"),
        ('reason="redacted" unit="day" quantity="2"', "[redacted: 2 days]"),
        ('reason="redacted" unit="line" atMost="1"', "[redacted: less than 1 line]"),
        ('reason="redacted" unit="line" atMost="3"', "[redacted: at most 3 lines]"),
        ('reason="redacted" unit="page" atLeast="2"', "[redacted: at least 2 pages]"),
        ('reason="redacted" unit="page" atLeast="2" atMost="4"', "[redacted: 2 to 4 pages]"),
        ('reason="redacted" unit="statement" extent="part"', "[redacted: part of statement]"),
        ('reason="redacted" unit="line" extent="unknown"', "[redacted: lines]"),
        ('reason="redacted" unit="section" extent="unknown"', "[redacted: section]"),
        ('reason="withheld" unit="document" quantity="1"', "[withheld in full]"),
        ('reason="withheld" unit="page" quantity="2"', "[withheld: 2 pages]"),
        ('reason="illegible" unit="word" quantity="1"', "[illegible: 1 word]"),
        ('reason="garbled" unit="group" quantity="2"', "[garbled: 2 groups]"),
        ('reason="inaudible" unit="word" extent="unknown"', "[inaudible]"),
        ('reason="omitted" unit="passage" extent="unknown"', "[omitted]"),
        ('reason="editorial" unit="document" quantity="1"', "[text not in this edition]"),
        ('reason="editorial" unit="paragraph" quantity="1"', "[left out by the editors: 1 paragraph]"),
    ],
)
def test_a_gap_without_a_note_is_worded_by_reason_and_extent(gap: str, words: str) -> None:
    assert said("wording", TEI.format(f"<p><gap {gap}/></p>"), "//tei:gap") == words


@pytest.mark.parametrize(
    ("rend", "words"),
    [
        ("", "[TN: time blacked out]"),
        ('rend="bare"', "[time blacked out]"),
        ('rend="long"', "[Translator’s note: time blacked out]"),
        ('rend="short"', "[Translator note: time blacked out]"),
        ('rend="paren"', "(time blacked out)"),
        ('rend="braces"', "■■{time blacked out}"),
    ],
)
def test_a_gap_with_its_note_is_worded_as_the_source_has_it(rend: str, words: str) -> None:
    note = f'<note type="translator" subtype="redaction" target="#g" {rend}>time blacked out</note>'
    xml = TEI.format(f'<p><gap xml:id="g" reason="redacted" unit="time" quantity="1"/>{note}</p>')
    assert said("wording", xml, "//tei:gap") == words
    assert said("reports-redaction", xml, "//tei:note") == "true"


@pytest.mark.parametrize(
    "between", ["words", "<hi>words</hi>", '<note type="translator" target="#other" subtype="redaction">other</note>']
)
def test_a_note_further_on_does_not_word_a_gap(between: str) -> None:
    note = '<note type="translator" subtype="redaction" target="#g">time blacked out</note>'
    xml = TEI.format(f'<p><gap xml:id="g" reason="redacted" unit="time" quantity="1"/>{between}{note}</p>')
    assert said("wording", xml, "//tei:gap") == "[redacted: time]"
    assert said("reports-redaction", xml, "//tei:note[last()]") == "false"


def test_a_description_words_its_gap() -> None:
    xml = TEI.format('<p><gap reason="withheld" unit="document" quantity="1"><desc>withheld by X</desc></gap></p>')
    assert said("wording", xml, "//tei:gap") == "[withheld by X]"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ('type="translator"', "[TN: | ]"),
        ('type="footnote" n="2"', "[Footnote 2: | ]"),
        ('type="marginal"', "[In the margin: | ]"),
    ],
)
def test_a_note_is_set_off(note: str, words: str) -> None:
    xml = TEI.format(f"<p><note {note}>x</note></p>")
    assert f"{said('note-open', xml, '//tei:note')}| {said('note-close', xml, '//tei:note')}" == words


def test_a_marginal_note_says_whose_hand_it_is() -> None:
    header = '<teiHeader><profileDesc><handNotes><handNote xml:id="h1">Unidentified reader, pencil.</handNote>'
    header += "</handNotes></profileDesc></teiHeader>"
    xml = TEI.format('<p><note type="marginal" hand="#h1">seen</note></p>').replace("<text>", f"{header}<text>")
    assert said("note-open", xml, "//tei:note") == "[In the margin (Unidentified reader, pencil): "


def test_the_parts_of_a_list_and_of_a_table_are_kept_apart() -> None:
    lists = "<list><head>To</head><item>Minister</item><item>Vice-Minister</item></list>"
    table = "<table><row><cell>Rice</cell><cell>2</cell></row><row><cell>Fish</cell><cell>3</cell></row></table>"
    xml = TEI.format(f'<note rend="paren"><p>One.</p><p>Two.</p>{lists}{table}</note>')
    assert said("plain", xml, "//tei:note") == "(One. Two. To Minister; Vice-Minister Rice 2; Fish 3)"


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("<dateline/>", "Sent"),
        ("<stamp/>", "Stamp"),
        ('<seg type="action-office"/>', "Primary"),
        ('<seg type="series"><ref type="prev" subtype="divided"/></seg>', "Other part"),
        ('<seg type="series"><ref type="whole" subtype="separate"/></seg>', "Belongs to"),
        ('<seg type="series"><ref type="part" subtype="separate"/></seg>', "Separate"),
        ('<seg type="series">1 of 2</seg>', "Series"),
        ('<seg type="subject"/>', ""),
    ],
)
def test_the_label_of_a_field(field: str, label: str) -> None:
    assert said("field-label", TEI.format(f"<opener>{field}</opener>"), "//tei:opener/*") == label


@pytest.mark.parametrize(
    ("kind", "subtype", "words", "heading"),
    [
        ("prev", "divided", "Previous part of this divided telegram", "Previous part of this divided telegram"),
        ("next", "divided", "Next part of this divided telegram", "Next part of this divided telegram"),
        ("reply", "", "A reply", "A reply"),
        ("related", "", "Related", "Other related telegrams"),
    ],
)
def test_how_one_telegram_belongs_to_another(kind: str, subtype: str, words: str, heading: str) -> None:
    assert stylesheet().call(f"{ED}relation-words", kind, subtype) == words
    assert stylesheet().call(f"{ED}relation-heading", kind, subtype) == heading


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("1994-02-12", "February 12, 1994"),
        ("1994-02-12T03:58:00", "February 12, 1994"),
        ("1994-12", "December 1994"),
        ("1994", "1994"),
        ("--02-05", "February 5"),
        ("--02", "February"),
        ("---24", "day 24"),
        ("1994-02-11/1994-02-12", "February 11, 1994 to February 12, 1994"),
        ("around noon", "around noon"),
    ],
)
def test_long_dates(iso: str, words: str) -> None:
    assert stylesheet().call(f"{ED}long-date", iso) == words


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('when="1994-02-12"', "February 12, 1994"),
        ('notBefore="1978-09-01" notAfter="1978-09-30"', "between September 1, 1978 and September 30, 1978"),
        ('notAfter="1978"', "not after 1978"),
        ('from="1994-02-11" to="1994-02-12"', "February 11, 1994 to February 12, 1994"),
        ("", ""),
    ],
)
def test_dates_of_the_header(attributes: str, words: str) -> None:
    creation = f"<profileDesc><creation><date {attributes}/></creation></profileDesc>"
    title = "<fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>"
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{title}{creation}</teiHeader><text/></TEI>'
    entry = saxon.tree(stylesheet().transform(saxon.tree(xml.encode())).encode())
    assert [str(found) for found in saxon.select(entry, "string(ed:entry/@dated)")] == [words]


def test_names() -> None:
    assert said("display-name", AUTHORITY, "//tei:person[1]") == "Sato Ken"
    assert said("sort-name", AUTHORITY, "//tei:person[1]") == "Sato, Ken"
    assert said("sort-name", AUTHORITY, "//tei:person[2]") == "Lee"


@pytest.mark.parametrize(
    "names",
    [
        "<persName><surname>Lee</surname> <forename>Ann</forename></persName>",
        "<persName><forename>Ann</forename> <surname> Lee </surname></persName>",
        "<persName>Ann Lee</persName><persName type='display'><surname>Lee</surname></persName>",
        "<persName><surname>Ito</surname></persName><persName><surname>Lee</surname></persName>",
        "<persName>\n  The Envoy</persName>",
        "<persName><surname>Ōta</surname></persName>",
    ],
)
def test_a_name_is_listed_under_the_letter_by_which_it_is_sorted(names: str) -> None:
    record = f'<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="person-a">{names}</person>'
    assert initial(record) == normalize("NFKD", said("sort-name", record, "/*"))[0].lower()


@pytest.mark.parametrize(
    ("date", "office", "side"),
    [("1992-01-01", "Clerk", "East"), ("1993-08-10", "Minister", "The West"), ("1994", "Minister", "The West")],
)
def test_office_and_side_are_those_of_the_day(date: str, office: str, side: str) -> None:
    assert said("office", AUTHORITY, "//tei:person[1]", date) == office
    assert side in said("side", AUTHORITY, "//tei:person[1]", date)


def test_a_side_that_has_no_limits_holds_on_any_day() -> None:
    assert "The Island" in said("side", AUTHORITY, "//tei:person[2]", "1900")


def test_paragraphs_and_turns_are_counted_through_the_text() -> None:
    turns = "<sp><p>a</p><p>b<note><p>not counted</p></note></p></sp>" * 2
    xml = TEI.format(f"<p>one</p>{turns}<div><p>last</p></div>")
    assert said("paragraph-number", xml, "(//tei:div/tei:p)[last()]") == "6"
    assert said("paragraph-number", xml, "//tei:note[1]/tei:p") == "0"
    assert said("turn-number", xml, "//tei:sp[2]") == "2"
    assert said("words", xml, "//tei:body") == "6"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Cable No. 1, A to B, 'Talks (President’s Visit)'", "Talks (President’s Visit)"),
        ("Cable No. 1, the Minister's Office, 'Talks'", "Talks"),
        ("Cable No. 1, “Talks”", "Talks"),
        ("Cable No. 1, the Minister's Office", "Cable No. 1, the Minister's Office"),
    ],
)
def test_a_cable_without_a_head_is_headed_by_what_its_title_quotes(title: str, heading: str) -> None:
    header = f"<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc></teiHeader>"
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body><div/></body></text></TEI>'
    assert said("heading", xml, "/*") == heading
