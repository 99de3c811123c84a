"""A source's bytes → a TEI document, or the findings that say why there is none.

The parser is locked down: it reads bytes only (a path would be unpacked if it were gzip), follows no entity and
loads nothing. A DOCTYPE is refused rather than ignored, since an entity left unresolved would vanish from the text.
"""

from collections.abc import Iterator

from lxml import etree

from cablepress import glance
from cablepress.document import TEI, Document
from cablepress.finding import Finding
from cablepress.glance import MAX_ATTRIBUTES, MAX_DEPTH, MAX_NAME
from cablepress.places import Places
from cablepress.recover.names import wrong_root
from cablepress.recover.recover import LONGEST, recover
from cablepress.recover.scan import MOST
from cablepress.slips import explained
from cablepress.source import Source
from cablepress.threshold import refused, refused_asides, text_of


def parse(source: Source) -> Document | tuple[Finding, ...]:
    """Parse a file; return its document, or what keeps it from being one (codes W01-W06, X31)."""
    found = refused(source)
    if found:
        return _with_slips(source, found)
    try:
        root = etree.fromstring(source.data, _parser())
    except etree.XMLSyntaxError as error:
        return _with_slips(source, _not_well_formed(source, error))
    if root.getroottree().docinfo.internalDTD is not None:
        raise TypeError(f"{source.name} has a document type that was overlooked")
    document = Document(source, root, Places(text_of(source)))
    return beyond_limits(document) or tuple(refused_asides(source)) or document


def beyond_limits(document: Document) -> tuple[Finding, ...]:
    """Find what makes a tree too much for Saxon, which would fail at it and not say why (codes W03-W05)."""
    suspects = glance.suspicious(document.source.data)
    return tuple(_refuse_tree(document, suspects)) or _refuse_names(document, suspects)


def _with_slips(source: Source, found: Finding) -> tuple[Finding, ...]:
    """Add to the first thing that disqualifies a file every slip in it; a parser's own words are the last resort."""
    if found.code in ("W01", "W05") or len(source.data) > LONGEST:
        return (found,)
    places = {(found.line, found.column)} if found.code != "W03" else set()
    slips = tuple(each for each in recover(source).slips if (each.line, each.column) not in places)
    if found.code != "W03" and len(slips) >= MOST:
        return (found,)  # what is no text has no slips
    is_told = found.code == "W03" and slips
    return tuple(sorted(slips if is_told else (found, *slips)))


def _parser() -> etree.XMLParser:
    # collect_ids=False: a repeated xml:id is a finding with a place of its own, not a parse error
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, collect_ids=False)


def _not_well_formed(source: Source, error: etree.XMLSyntaxError) -> Finding:
    line, column = error.position
    said = error.msg.partition(", line ")[0].rstrip(". ")
    fact, remedy = explained(said)
    return Finding(source.name, line, max(column, 1), "W03", f"The file is not well-formed XML: {fact}.", remedy)


def _refuse_tree(document: Document, suspects: tuple[bytes, ...]) -> Iterator[Finding]:
    root = document.root
    if root.tag != f"{TEI}TEI":
        what = etree.QName(root)
        remedy = 'Begin the file with <TEI xmlns="http://www.tei-c.org/ns/1.0">.'
        attribute = f"xmlns:{root.prefix}" if root.prefix else "xmlns"
        message = wrong_root(what.localname, what.namespace or "")
        is_named = what.localname == "TEI"
        yield document.finding("W04", message, root, attribute=attribute if is_named else None, remedy=remedy)
    if glance.is_too_deep(root) or glance.may_be_too_wide(suspects):
        yield from _too_deep(document)


def _refuse_names(document: Document, suspects: tuple[bytes, ...]) -> tuple[Finding, ...]:
    """Find the first name that TEI cannot have; Saxon knows fewer letters than libxml2, and says less."""
    if not glance.may_be_strange(suspects):
        return ()
    remedy = "Names in TEI are short, and in plain letters."
    for element in document.elements:
        strange = next(filter(_is_strange, _names(document, element)), None)
        if strange is not None:
            message = f"There is no element or attribute {strange[:40]} in TEI."
            return (document.finding("W03", message, element, remedy=remedy),)
    for instruction in document.root.xpath("//processing-instruction()"):
        if _is_strange(instruction.target):
            message = f"There is no processing instruction {instruction.target[:40]} in TEI."
            return (Finding(document.name, instruction.sourceline or 0, 1, "W03", message, remedy),)
    return ()


def _names(document: Document, element: etree._Element) -> Iterator[str]:
    """Iterate over all names in a start tag, prefixes and namespaces among them."""
    yield etree.QName(element).localname
    yield element.prefix or ""
    for written, _ in document.tag(element).attributes:
        yield from written.split(":")
    yield from element.nsmap.values()


def _is_strange(name: str) -> bool:
    return not name.isascii() or len(name) > MAX_NAME


def _too_deep(document: Document) -> Iterator[Finding]:
    depths = {document.root: 1}
    for element in document.elements:
        parent = element.getparent()
        depths[element] = 1 if parent is None else depths[parent] + 1
        if depths[element] > MAX_DEPTH or len(document.tag(element).attributes) > MAX_ATTRIBUTES:
            message = f"Elements are nested more than {MAX_DEPTH} deep, or have more than {MAX_ATTRIBUTES} attributes."
            yield document.finding("W05", message, element, remedy="Simplify the markup here.")
            return
