"""Limits: what the quick look passes over breaks none of them, wherever in a file the excess stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablepress import glance
from cablepress.document import Document
from cablepress.parse import parse
from cablepress.source import Source

LONG = "n" * (glance.MAX_NAME + 1)
PLACES = (
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><{}/></TEI>",
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'>“=”><a b='>=’' c = \">é\"><{}>=é</{}></a>é='</TEI>",
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><!-- <a --><![CDATA[<b>]]><{}\n/>é</TEI>",
)


def codes(text: str) -> list[str]:
    found = parse(Source("in.xml", "in", text.encode()))
    return [] if isinstance(found, Document) else [each.code for each in found]


def put(place: str, name: str, attributes: str = "") -> str:
    """Put an element into a place that may want its name twice."""
    return place.format(f"{name} {attributes}", name)


def many(number: int, between: str) -> str:
    return between.join(f"a{n} = '>’'" for n in range(number))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("name", "attributes", "code"),
    [
        ("é", "", "W03"),
        ("aé", "b='c'", "W03"),
        ("a", "é='c'", "W03"),
        ("a", "b='>' cé\n= '='", "W03"),
        ("a", "b=\"'\" xml:é='c'", "W03"),
        (LONG, "", "W03"),
        ("a", f"{LONG} = '>'", "W03"),
        ("a", f"b='c' {LONG}='d' e='f'", "W03"),
        ("a", many(101, " "), "W05"),
        ("a", many(101, "\n"), "W05"),
        ("a", many(100, " "), ""),
        ("a", f"{LONG[1:]}='’'", ""),
        ("a", f"b='{LONG}' c='é=é'", ""),
    ],
)
def test_excess_is_found(place: str, name: str, attributes: str, code: str) -> None:
    assert codes(put(place, name, attributes)) == [code] * bool(code)


@pytest.mark.parametrize(("depth", "found"), [(glance.MAX_DEPTH - 1, []), (glance.MAX_DEPTH, ["W05"])])
def test_depth_is_counted_from_the_root(depth: int, found: list[str]) -> None:
    inner = "<!-- - -->x<a>" * depth + "</a>y" * depth
    assert codes(f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{inner}</TEI>") == found


@given(st.text("aé='\"> \n/x’", max_size=40), st.text("aé='\"> \n/x’", max_size=40))
def test_a_name_that_is_passed_over_is_plain(inside: str, after: str) -> None:
    """Whatever the tag holds: if it can be parsed and is passed over, all its names are in plain letters."""
    found = parse(
        Source("in.xml", "in", f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><a {inside}/>{after}</TEI>".encode())
    )
    if isinstance(found, Document):
        assert all(str(name).isascii() for each in found.elements for name in (each.tag, *each.attrib))


@pytest.mark.parametrize("declared", ["<!DOCTYPE TEI>", "<!doctype TEI>", "<?a?><!-- b --><!DocType TEI>"])
def test_a_document_type_is_seen_however_it_is_written(declared: str) -> None:
    assert codes(f"{declared}<TEI xmlns='http://www.tei-c.org/ns/1.0'/>") == ["X31"]
    assert codes(f"<!-- {declared.replace('<!-- b -->', '')} --><TEI/>") == ["W04"]
