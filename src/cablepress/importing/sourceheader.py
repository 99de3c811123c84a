"""What a page says of where it comes from → the description of its sources, with every line that the text has not."""

from collections.abc import Iterator

from cablepress.importing.about import ARCHIVE, TRANSLATOR, About, is_reviewed, segs, site
from cablepress.importing.dates import dates
from cablepress.importing.holdings import Held, Holdings
from cablepress.importing.nodes import Node, node, walk
from cablepress.importing.surroundings import Related


def source(about: About) -> Node:
    """Describe the archival document and the page, with every line of the page that the text does not have."""
    archival = tuple(_archival(about))
    return node("sourceDesc", *archival, _digital(about, is_translation=bool(archival)))


def _archival(about: About) -> Iterator[Node]:
    found = ARCHIVE.fullmatch(" ".join(about.laid.source))
    number = tuple(node("altIdentifier", node("idno", each), type="telegram") for each in _numbers(about)[:1])
    if not found and not number:
        return
    if found:
        org = about.holdings.key("org", found["repository"])
        place = (node("repository", found["repository"], ref=org), node("idno", found["file"], type="file"))
        identifier = node("msIdentifier", *place, *number)
    elif about.laid.source:
        identifier = node(
            "msIdentifier",
            node(
                "repository",
                TRANSLATOR.split(" ".join(about.laid.source))[0].strip(" .") or "The archive of the source",
            ),
            *number,
        )
    else:
        return
    is_japanese = is_reviewed(about.laid) and about.language == "en"
    language = (
        (
            node(
                "msContents",
                node("textLang", "Japanese (not transcribed; this text is an English translation)", mainLang="ja"),
            ),
        )
        if is_japanese
        else ()
    )
    yield node("msDesc", identifier, *language, xml_id="source-archival", xml_lang="en")


def _numbers(about: About) -> list[str]:
    """List the telegram's own numbers as the heading has them."""
    rows = [each for kind in ("markings", "registration") for each in segs(about.opening, kind)]
    return [
        "".join(map(str, each.children))
        for row in rows
        for each in walk(row)
        if each.name == "idno" and each.get("type") == "telegram"
    ]


def _digital(about: About, *, is_translation: bool) -> Node:
    laid = about.laid
    parts: list[Node] = [node("title", about.laid.title or about.title, level="a")]
    if laid.is_site:
        parts.append(node("publisher", site(about), ref=about.holdings.key("org", site(about))))
    if laid.uploaded:
        parts.append(node("date", laid.uploaded, **dict(dates(laid.uploaded)[0].attributes)))
    if not is_translation:
        parts += (node("idno", each, type="telegram") for each in _numbers(about)[:1])
    if laid.record:
        parts.append(node("idno", laid.record, type="record"))
    if laid.rights:
        parts.append(node("availability", *(node("p", each) for each in laid.rights), status="restricted"))
    if is_translation and laid.is_site:
        parts.append(node("relatedItem", type="translationOf", target="#source-archival"))
    parts += (_other(each) for each in _unheld(about))
    if laid.source and not ARCHIVE.fullmatch(" ".join(laid.source)):
        parts += (node("note", each, type="provenance") for each in laid.source)
    return node("bibl", *parts, xml_id="source-digital", type="digital")


def _other(one: Related) -> Node:
    """Keep what the page says of a document that the edition does not hold."""
    date = dates(one.date)
    parts = (
        *((node("date", one.date, **dict(date[0].attributes)),) if date and date[0].attributes else ()),
        *((node("title", one.title, level="a"),) if one.title else ()),
        *(node("note", each, type="abstract") for each in one.abstract),
    )
    return node("relatedItem", node("bibl", *parts), type="related")


def held(one: Related, holdings: Holdings) -> Held | None:
    """Find the telegram of the edition that a page lists, if it says there what the page says here."""
    return next(
        (
            each
            for each in holdings.telegrams
            if each.title == one.title and each.date == one.date and each.abstract == one.abstract
        ),
        None,
    )


def _unheld(about: About) -> tuple[Related, ...]:
    return tuple(one for one in about.laid.related if held(one, about.holdings) is None)
