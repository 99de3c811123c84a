"""Whatever bytes there are: they are a document or have findings, and the scanner sees what lxml sees.

`FUZZ=20000 python -m pytest tests/test_fuzz.py` looks further than the suite has time for.
"""

import os

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cablepress.document import Document
from cablepress.parse import parse
from cablepress.places import Places
from cablepress.source import Source

FURTHER = settings(max_examples=int(os.environ.get("FUZZ", "60")), deadline=None)
# What markup is made of, and what takes markup apart
PIECES = st.sampled_from(
    [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="in" type="cable">',
        "</TEI>",
        "<p>",
        "</p>",
        "<p n='\"'>",
        '<p n="\'>">',
        "<lb/>",
        "<p\n  n = '1' >",
        "<!-- <p> -->",
        "<!--",
        "-->",
        "<![CDATA[<p>]]>",
        "<![CDATA[",
        "]]>",
        "<?x <p> ?>",
        "<?",
        "?>",
        "<!DOCTYPE TEI>",
        '<!DOCTYPE TEI [<!ENTITY e "x">]>',
        "&e;",
        "&amp;",
        "&#x41;",
        "&#0;",
        "&",
        "<",
        ">",
        '"',
        "'",
        "=",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "外務",
        "\r\n",
        "\t",
        "x",
    ]
)


def joined(parts: tuple[str, bytes]) -> bytes:
    return parts[0].encode() + parts[1]


MARKUP = st.lists(PIECES, max_size=24).map("".join)
BYTES = st.one_of(MARKUP.map(str.encode), st.binary(max_size=60), st.tuples(MARKUP, st.binary(max_size=4)).map(joined))


@FURTHER
@given(BYTES)
def test_any_bytes_are_a_document_or_findings(data: bytes) -> None:
    found = parse(Source("in.xml", "in", data))
    assert isinstance(found, Document) or found
    if isinstance(found, Document):
        assert found.root.getroottree().docinfo.internalDTD is None
    else:
        assert all(finding.message and finding.line <= data.count(b"\n") + data.count(b"\r") + 1 for finding in found)


@FURTHER
@given(MARKUP)
def test_the_scanner_sees_the_tags_that_the_parser_sees(text: str) -> None:
    text = f"<TEI>{text}</TEI>"
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, collect_ids=False))
    except etree.XMLSyntaxError:
        return
    tags = Places(text).tags
    elements = list(root.iter("{*}*"))
    assert len(tags) == len(elements)
    for tag, element in zip(tags, elements, strict=True):
        assert text[tag.start + 1 :].startswith(etree.QName(element).localname)
        assert sum(not name.startswith("xmlns") for name, _ in tag.attributes) == len(element.attrib)
