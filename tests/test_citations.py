"""How a telegram is cited: what reference managers read is what the header says, whatever letters that has."""

import html as entities
import json
import re
from pathlib import Path
from typing import Any, cast

import pytest
import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from pybtex.database import Entry, parse_string

from cablepress import press, render
from cablepress.document import Document
from cablepress.edition import Edition, edition
from cablepress.facts import facts
from cablepress.parse import parse
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
TITLE = "Cable No. 1468, Ambassador Kuriyama to the Foreign Minister, 'Japan-United States Summit Meeting (Small Group Meeting) (2 of 2)'"  # noqa: E501
# What TeX prints for what is written; it prints every other letter as itself.
PRINTED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textasciigrave{}": "`",
    **{"\\" + letter: letter for letter in "#$%&_"},
    "{}": "",
}
TEX = re.compile("|".join(map(re.escape, PRINTED)))
LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# XML holds no control characters; these letters are likely to end something
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("{}\\%&#$_^~`\"'@,=<>-\u2028\x85")
WORDS = st.text(LETTERS, min_size=1, max_size=60).filter(lambda text: text.split() != [])
# The variables of the CSL data schema, version 1.0.2, that are used, and what each may hold
CSL = {
    **dict.fromkeys(("id", "title", "genre", "number", "archive", "archive_location", "source"), str),
    **dict.fromkeys(("container-title", "version", "publisher", "language", "note"), str),
    **dict.fromkeys(("author", "translator"), list),
    "type": str,
    "issued": dict,
}


def document(name: str, data: bytes) -> Document:
    found = parse(Source(f"{name}.xml", name, data))
    assert isinstance(found, Document)
    return found


def cited(cable: Document, authority: bytes | None = None) -> render.Reading:
    about = document("edition", (ROOT / "tei" / "edition.xml").read_bytes())
    names = document("authority", authority or (ROOT / "tei" / "authority.xml").read_bytes())
    card = render.entry(cable)
    formed: Edition = edition((about, names), (card,))
    return press.read(cable.source, card, formed.around(facts(cable)))


def source() -> bytes:
    return (ROOT / "tei" / "cable-1468.xml").read_bytes()


def titled(title: str) -> bytes:
    return source().replace(TITLE.encode(), entities.escape(title, quote=False).encode(), 1)


def bibtex(data: bytes) -> Entry:
    entries = parse_string(data.decode(), "bibtex").entries
    assert list(entries) == ["cable-1468"]
    return entries["cable-1468"]


def printed(field: str) -> str:
    return TEX.sub(lambda match: PRINTED[match[0]], field)


def ris(data: bytes) -> dict[str, Any]:
    (record,) = rispy.loads(data.decode())
    return cast("dict[str, Any]", record)


def csl(data: bytes) -> dict[str, Any]:
    (item,) = json.loads(data)
    assert all(isinstance(value, CSL[key]) and value for key, value in item.items())
    return cast("dict[str, Any]", item)


def json_ld(page: bytes) -> dict[str, Any]:
    (data,) = html.fromstring(page).xpath("//script[@type = 'application/ld+json']/text()")
    return cast("dict[str, Any]", json.loads(data))


@given(WORDS, WORDS)
@example("</script><!--", "} , author = {Nobody")
@example("100% {unbalanced} \\", "A---B -- C ``D''")
@example("One\u2028TI  - Two\x85ER  - ", "@misc{x, title={y}}")
@settings(max_examples=60, deadline=None)
def test_whatever_a_title_holds_comes_back(one: str, other: str) -> None:
    said = f"Z{one} {other}Z"
    reading = cited(document("cable-1468", titled(said)))
    title = " ".join(re.split("[ \t\r\n]+", LINE_ENDS.sub(" ", said)))  # what XML counts as white space
    fields = bibtex(reading.bib).fields
    assert printed(fields["title"][1:-1]).split() == title.split()  # pybtex makes every space a plain one
    assert set(fields) == {"date", "howpublished", "month", "note", "title", "translator", "year"}
    assert ris(reading.ris)["title"] == title
    assert csl(reading.csl)["title"] == title
    assert json_ld(reading.html)["name"] == title
    assert html.fromstring(reading.html).xpath("string(//meta[@name = 'citation_title']/@content)") == title
    assert len(html.fromstring(reading.html).xpath("//script")) == 2


def test_every_format_says_what_the_header_says() -> None:
    cable = document("cable-1468", source())
    reading = cited(cable)
    entry, record, item, data = bibtex(reading.bib), ris(reading.ris), csl(reading.csl), json_ld(reading.html)
    assert [(person.last_names, person.first_names) for person in entry.persons["author"]] == [
        (["Kuriyama"], ["Takakazu"])
    ]
    assert item["author"] == [{"family": "Kuriyama", "given": "Takakazu"}]
    assert record["authors"] == html.fromstring(reading.html).xpath("//meta[@name = 'citation_author']/@content")
    assert item["issued"] == {"date-parts": [[1994, 2, 12]]}
    assert entry.fields["date"] == data["dateCreated"] == "1994-02-12"
    assert (entry.fields["year"], entry.fields["month"], record["date"]) == ("1994", "February", "1994/02/12")
    assert data["encoding"]["sha256"] == cable.source.digest
    for said in (entry.fields["note"], record["notes"][0], item["note"]):
        assert cable.source.digest in said


def test_the_text_that_is_cited_is_the_one_that_can_be_downloaded() -> None:
    cable = document("cable-1468", source())
    page = html.fromstring(cited(cable).html)
    assert page.xpath("string(//*[@class = 'hash'])") == cable.source.digest
    cites = [each.text_content() for each in page.xpath("//*[@class = 'citation']")]
    assert [f"text {cable.source.digest[:12]}" in each for each in cites] == [True, True]
    passages = [each.text_content() for each in page.xpath("//p[@class = 'passage']")]
    assert [f"¶ {number}, text {cable.source.digest[:12]}." in each for number, each in enumerate(passages, 1)] == (
        [True] * len(page.xpath("//div[starts-with(@id, 'p')][@class = 'para']"))
    )


@pytest.mark.parametrize(
    ("date", "mla", "year", "issued"),
    [
        ('when="1978-09"', "’” Sept. 1978. ", "1978", {"date-parts": [[1978, 9]]}),
        ('when="1994"', "’” 1994. ", "1994", {"date-parts": [[1994]]}),
        (
            'notBefore="1994-02-01" notAfter="1994-02-12"',
            "’” between February 1, 1994 and February 12, 1994. ",
            "between February 1, 1994 and February 12, 1994",
            {"literal": "between February 1, 1994 and February 12, 1994"},
        ),
    ],
)
def test_a_date_that_is_known_in_part_is_cited_as_far_as_it_is_known(
    date: str, mla: str, year: str, issued: object
) -> None:
    data = source().replace(b'<creation><date when="1994-02-12">', f"<creation><date {date}>".encode())
    reading = cited(document("cable-1468", data))
    assert mla in reading.html.decode()
    assert bibtex(reading.bib).fields["year"] == year
    assert csl(reading.csl)["issued"] == issued
    assert ris(reading.ris)["title"] == TITLE


def test_a_name_that_is_no_persons_stays_whole() -> None:
    author = b'<author><persName ref="person:kuriyama"><roleName>Ambassador</roleName> Kuriyama</persName></author>'
    data = source().replace(author, b"<author><orgName>Trade and Industry, Ministry of</orgName></author>")
    reading = cited(document("cable-1468", data))
    (name,) = bibtex(reading.bib).persons["author"]
    assert str(name) == "{Trade and Industry, Ministry of}"
    assert csl(reading.csl)["author"] == [{"literal": "Trade and Industry, Ministry of"}]
