"""A short run of each target of fuzz/, always the same; and all that a longer one has ever found.

`FUZZ=20000 python -m pytest tests/test_fuzz.py` looks further than the suite has time for.
"""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from targets import TARGETS

CORPUS = Path(__file__).with_name("fuzz") / "corpus"
FURTHER = settings(max_examples=int(os.environ.get("FUZZ", "60")), deadline=None, derandomize="FUZZ" not in os.environ)
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


# What pages are made of
PHRASES = st.sampled_from(
    [
        "CONFIDENTIAL",
        "Telegram No. 1234",
        "Sent: February 12, 1994",
        "From: The Ambassador",
        "Participants: Minister A; [redacted]",
        "(Prime Minister) ",
        "[1.5 lines redacted]",
        "[TN: ",
        "]",
        "[",
        "(laughter)",
        "■■■",
        "Q. ",
        "Mr. GORE. ",
        "総理：",
        "（大臣）",
        "* * *",
        "1. ",
        "[1]",
        "\n",
        "\n\n",
        "\n[1] A note.\n",
        "\r",
        "\f",
        "\u2028",
        "\u00a0",
        " words and words ",
        "…",
        "(END)",
        "<html><p>",
        "&amp;",
    ]
)
PAGES = st.lists(PHRASES, max_size=40).map("".join).map(str.encode)
MARKUP = st.lists(PIECES, max_size=24).map("".join)
BYTES = st.one_of(MARKUP.map(str.encode), st.binary(max_size=60), st.tuples(MARKUP, st.binary(max_size=4)).map(joined))


@pytest.mark.parametrize("target", ["document", "tags", "scanner"])
@FURTHER
@given(data=BYTES)
def test_whatever_bytes_there_are(target: str, data: bytes) -> None:
    TARGETS[target](data)


@pytest.mark.parametrize("target", ["matcher", "renderers"])
@FURTHER
@given(data=st.binary(min_size=6, max_size=24))
def test_however_a_cable_is_spoilt(target: str, data: bytes) -> None:
    TARGETS[target](data)


@FURTHER
@given(data=st.one_of(PAGES, BYTES))
def test_whatever_a_page_says(data: bytes) -> None:
    TARGETS["importer"](data)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_once_is_tried_for_ever(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())
