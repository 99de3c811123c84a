"""What is known of a page and its heading → the header of the draft.

Nothing is made up: what the page does not say is left out. A redaction stands in the text, where it was made.
"""

from collections.abc import Iterable, Iterator

from cablepress.importing.about import TRANSLATOR, About, is_reviewed, segs, site
from cablepress.importing.nodes import Node, node, walk
from cablepress.importing.profile import profile
from cablepress.importing.sourceheader import source

_PREFIXES = (
    ("person", "People and groups of people."),
    ("org", "Organisations."),
    ("place", "Places."),
    ("mark", "Security, precedence and handling markings."),
)
_MATCH = r"([a-z][a-z0-9\-]*)"


def header(about: About) -> Node:
    """Make the header of a draft."""
    sources = source(about)
    file = node("fileDesc", _titles(about), _publication(about), *_series(about), sources)
    about_cable = profile(about)
    change = node("change", "Draft imported from the page.", when=about.today, who="#ed")
    encoding = _encoding(about, (*walk(file), *walk(about_cable), *about.parts))
    return node("teiHeader", file, encoding, about_cable, node("revisionDesc", change, status="draft"))


def _titles(about: About) -> Node:
    authors = tuple(_author(about.opening))
    hands = tuple(_hands(about))
    return node("titleStmt", node("title", about.title, type="main"), *authors, *hands)


def _author(opening: tuple[Node, ...]) -> Iterator[Node]:
    for seg in segs(opening, "from"):
        found = next((each for each in walk(seg) if each.name in ("persName", "rs", "orgName")), None)
        if found is not None and not any(each.name in ("gap", "note", "supplied") for each in walk(found)):
            yield node("author", found)
            return


def _hands(about: About) -> Iterator[Node]:
    """Name who translated, reviewed, described and encoded; the translator is needed for every note and insertion."""
    said = " ".join(about.laid.source)
    signed = any("#tr" in each.get("resp").split() for each in about.parts)
    translator = TRANSLATOR.search(said)
    if translator:
        yield node(
            "respStmt",
            node("resp", "Translated by"),
            node("persName", translator["name"].strip(), ref=_person(translator["name"], about)),
            xml_id="tr",
        )
    elif signed:
        yield node(
            "respStmt",
            node("resp", "Notes and insertions by"),
            node("name", "the source’s translator or editor"),
            xml_id="tr",
        )
    if is_reviewed(about.laid):
        yield node(
            "respStmt",
            node("resp", "Declassification review and redaction"),
            node(
                "orgName",
                "Ministry of Foreign Affairs of Japan",
                ref=about.holdings.key("org", "Ministry of Foreign Affairs of Japan"),
            ),
            xml_id="rv",
        )
    if about.laid.abstract:
        yield node("respStmt", node("resp", "Abstract"), node("orgName", site(about)), xml_id="ab")
    yield node(
        "respStmt", node("resp", "TEI encoding"), node("orgName", about.holdings.editor or "Cablepress"), xml_id="ed"
    )


def _person(name: str, about: About) -> str:
    words = name.casefold().strip()
    return next((one.key for one in about.holdings.people if words in (each.casefold() for each in one.names)), "")


def _publication(about: About) -> Node:
    releaser = node("authority", about.holdings.releaser or about.holdings.editor or "Cablepress")
    idno = node("idno", about.stem, type="edition")
    if not about.laid.rights:
        return node("publicationStmt", releaser, idno)
    ref = node("ref", "the archive’s statement", target="#source-digital")
    said = node("p", "This edition claims no rights in the text; ", ref, " applies.")
    return node("publicationStmt", releaser, idno, node("availability", said, status="restricted"))


def _series(about: About) -> Iterator[Node]:
    titles = [(kind, words) for kind, words in about.holdings.titles if kind in ("main", "sub")]
    if titles:
        yield node("seriesStmt", *(node("title", words, level="s", type=kind) for kind, words in titles))


def _encoding(about: About, parts: Iterable[Node]) -> Node:
    own = [each for each in dict.fromkeys(about.laid.furniture) if each not in about.holdings.furniture]
    sampling: tuple[Node, ...] = ()
    if own:
        items = node("list", *(node("item", each) for each in own), type="furniture")
        sampling = (
            node(
                "samplingDecl",
                node("p", "Lines of the source page that are no part of the telegram:"),
                node("p", items),
            ),
        )
    where = "edition.xml#editorial-principles"
    principles = node(
        "p", "The principles of transcription and markup are those of ", node("ref", "the edition", target=where), "."
    )
    decl = (
        (node("editorialDecl", principles),)
        if about.holdings.titles
        else (node("editorialDecl", node("p", "A draft: the page’s words are kept, its apparatus is encoded.")),)
    )
    used = {
        key.split(":")[0]
        for each in parts
        for _, value in each.attributes
        if ":" in value
        for key in value.split()
        if ":" in key
    }
    defined = tuple(_prefix(ident, said) for ident, said in _PREFIXES if ident in used)
    return node("encodingDesc", *sampling, *decl, *((node("listPrefixDef", *defined),) if defined else ()))


def _prefix(ident: str, said: str) -> Node:
    pattern = f"authority.xml#{ident}-$1"
    return node("prefixDef", node("p", said), ident=ident, matchPattern=_MATCH, replacementPattern=pattern)
