"""Places: every element and attribute is found where it stands, whatever stands around it."""

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cablepress.collation.page import read_page
from cablepress.document import XML_ID, Document
from cablepress.finding import Place
from cablepress.parse import parse
from cablepress.places import Places
from cablepress.source import Source

NOISE = st.sampled_from(
    [
        "",
        " ",
        "\n",
        "\r\n",
        "text",
        "<!-- <a b='c'> -->",
        "<![CDATA[<p>]]>",
        "<?pi <p a='1'> ?>",
        "日本語",
        "&amp;",
        "a > b",
    ]
)
ATTRIBUTES = st.lists(
    st.tuples(
        st.sampled_from(["who", "n", "xml:id", "rend"]), st.sampled_from(['"a>b"', "'x'", "\"who='1'\"", '"\n"'])
    ),
    max_size=3,
    unique_by=lambda pair: pair[0],
)


@st.composite
def element(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(st.sampled_from(["p", "sp", "persName"]))
    gap = draw(st.sampled_from([" ", "\n  "]))
    attributes = "".join(f"{gap}{key} = {value}" for key, value in draw(ATTRIBUTES))
    children = draw(st.lists(element(depth - 1), max_size=2)) if depth else []
    content = draw(NOISE) + "".join(child + draw(NOISE) for child in children)
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def tei(body: str) -> Document:
    data = f'<?xml version="1.0"?>\n<!-- a --><TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>'.encode()
    document = parse(Source("in.xml", "in", data))
    assert isinstance(document, Document), document
    return document


def offset(text: str, place: Place) -> int:
    lines = text.replace("\r\n", "\n").split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


@given(element())
def test_every_tag_and_attribute_is_found(body: str) -> None:
    document = tei(body)
    text = document.source.data.decode().replace("\r\n", "\n")
    assert len(document.elements) == len(document.places.tags)
    for each in document.elements:
        assert text[offset(text, document.place(each)) :].startswith(f"<{etree.QName(each).localname}")
        for name in map(str, each.attrib):
            written = "xml:id" if name == XML_ID else name
            assert text[offset(text, document.place(each, name)) :].startswith(f"{written} =")


def test_columns_count_characters_not_bytes() -> None:
    document = tei("日本<p/>")
    assert (
        document.place(document.elements[1]).column
        == len('<!-- a --><TEI xmlns="http://www.tei-c.org/ns/1.0">日本') + 1
    )


def test_a_missing_attribute_is_placed_at_its_element() -> None:
    document = tei('<p n="1"/>')
    child = document.elements[1]
    assert document.place(child, "who") == document.place(child)


def test_lines_end_as_they_do_in_any_editor() -> None:
    assert Places("a\r\nb\rc\nd").place(7) == Place(4, 1)


def test_the_lines_of_a_page_end_as_in_any_editor() -> None:
    page = read_page("page.txt", "a\x0cb\u2028c\x85d\r\ne\rf\n\ng")
    assert (page.text.lines, page.numbers) == ((("a", "b", "c", "d"), ("e",), ("f",), ("g",)), (1, 2, 3, 5))


def test_a_path_leads_back_to_its_element() -> None:
    document = tei('<p><!-- c --><hi/>x<hi n="2"/></p><p/>')
    namespace = "Q{http://www.tei-c.org/ns/1.0}"
    top = f"/{namespace}TEI[1]/{namespace}p[1]"
    assert document.at(f"{top}/{namespace}hi[2]/@n") == (document.elements[3], "n")
    assert document.at(f"{top}/text()[1]") == (document.elements[1], None)
    assert document.at(f"/{namespace}TEI[1]") == (document.root, None)


def test_many_paths_are_followed_in_time_that_grows_with_their_number() -> None:
    count = 20_000
    document, namespace = tei("<p/>" * count), "Q{http://www.tei-c.org/ns/1.0}"
    begin = perf_counter()
    found = [document.at(f"/{namespace}TEI[1]/{namespace}p[{n}]")[0] for n in range(1, count + 1)]
    assert perf_counter() - begin < 2
    assert found == list(document.elements[1:])
