"""What is known of a page → what its cable is about, when and by whom it was sent, and who speaks in it."""

from collections.abc import Iterator

from cablepress.importing.about import TRANSLATOR, About, segs
from cablepress.importing.dates import dates
from cablepress.importing.holdings import Held
from cablepress.importing.nodes import Node, node, walk
from cablepress.importing.references import relation
from cablepress.importing.sourceheader import held


def profile(about: About) -> Node:
    """Describe a cable, as far as its page does."""
    parts: list[Node] = []
    if about.laid.abstract:
        parts.append(node("abstract", *(node("p", each) for each in about.laid.abstract), resp="#ab"))
    found = dates(about.laid.date) if about.laid.date else ()
    if found and found[0].attributes:
        parts.append(node("creation", node("date", about.laid.date, **dict(found[0].attributes))))
    language = (
        ("Japanese", "ja")
        if about.language == "ja"
        else ("English (translation)" if TRANSLATOR.search(" ".join(about.laid.source)) else "English", "en")
    )
    parts.append(node("langUsage", node("language", language[0], ident=language[1])))
    marks = dict.fromkeys(key for one in about.opening for each in walk(one) for key in each.get("ana").split())
    if marks:
        parts.append(node("textClass", node("catRef", scheme="authority.xml#markings", target=" ".join(marks))))
    parts += _correspondence(about)
    if about.speakers:
        people = (node("person", sameAs=key, role="speaker") for key in about.speakers)
        parts.append(node("particDesc", node("listPerson", *people, type="participants")))
    return node("profileDesc", *parts)


def _correspondence(about: About) -> Iterator[Node]:
    sent = _action(
        "sent",
        [*segs(about.opening, "from")],
        [
            one
            for opener in about.opening
            for one in opener.children
            if isinstance(one, Node) and one.name == "dateline"
        ],
    )
    if sent is None:
        return
    received = _action("received", [*segs(about.opening, "to")], [*segs(about.opening, "received")])
    links = [(one, found) for one in about.laid.related if (found := held(one, about.holdings))]
    refs = tuple(_ref(about.stem, one, n) for n, (_, one) in enumerate(links, 1))
    context = (node("correspContext", *refs),) if refs else ()
    yield node("correspDesc", sent, *((received,) if received else ()), *context, type="telegram")


def _ref(stem: str, one: Held, n: int) -> Node:
    kind = relation(one, stem)
    said = f"Cable No. {one.number}" if one.number else one.title
    subtype = "divided" if kind in ("prev", "next") else ""
    return node("ref", said, type=kind, subtype=subtype, target=f"{one.stem}.xml", n=str(n))


def _action(kind: str, who: list[Node], lines: list[Node]) -> Node | None:
    """Say who, where and when; what is blacked out stays out of the header."""
    names = [
        _clean(each)
        for one in who
        for each in one.children
        if isinstance(each, Node) and each.name in ("persName", "rs", "orgName")
    ]
    places = [
        _clean(each)
        for one in lines[:1]
        for each in one.children
        if isinstance(each, Node) and each.name in ("placeName", "orgName")
    ]
    dated = [
        each
        for one in lines
        for each in one.children
        if isinstance(each, Node) and each.name == "date" and each.attributes
    ]
    date = (Node("date", dated[0].attributes),) if dated else ()
    parts = (*(each for each in names if each), *(each for each in places if each), *date)
    return node("correspAction", *parts, type=kind, xml_id=f"act-{kind}") if parts else None


def _clean(one: Node) -> Node | None:
    return (
        None
        if any(each.name in ("gap", "note", "supplied", "expan", "sic", "abbr", "pc") for each in walk(one))
        else one
    )
