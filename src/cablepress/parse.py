"""A source's bytes → a TEI document, or the findings that say why there is none.

The parser is locked down: it reads bytes only (a path would be unpacked if it were gzip), follows no entity and
loads nothing. A DOCTYPE is refused rather than ignored, since an entity left unresolved would vanish from the text.
"""

import re
from collections.abc import Iterator

from lxml import etree

from cablepress import glance
from cablepress.document import TEI, Document
from cablepress.finding import Finding
from cablepress.glance import MAX_ATTRIBUTES, MAX_DEPTH, MAX_NAME
from cablepress.places import Places
from cablepress.recover.names import wrong_root
from cablepress.recover.recover import LONGEST, recover
from cablepress.slips import explained
from cablepress.source import MAX_BYTES, Source

_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_PASSED_OVER = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_VERSION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s+version\s*=\s*[\"']([^\"']*)")
_ROOT = re.compile(r"<[^!?]")


def parse(source: Source) -> Document | tuple[Finding, ...]:
    """Parse a file; return its document, or what keeps it from being one (codes W01-W06, X31)."""
    found = _refuse_bytes(source) or _refuse_doctype(source)
    if found:
        return _with_slips(source, found)
    try:
        root = etree.fromstring(source.data, _parser())
    except etree.XMLSyntaxError as error:
        return _with_slips(source, _not_well_formed(source, error))
    document = Document(source, root, Places(_text(source)))
    suspects = glance.suspicious(source.data)
    return tuple(_refuse_tree(document, suspects)) or _refuse_names(document, suspects) or document


def _with_slips(source: Source, found: Finding) -> tuple[Finding, ...]:
    """Add to the first thing that disqualifies a file every slip in it; a parser's own words are the last resort."""
    if found.code in ("W01", "W05") or len(source.data) > LONGEST:
        return (found,)
    places = {(found.line, found.column)} if found.code != "W03" else set()
    slips = tuple(each for each in recover(source).slips if (each.line, each.column) not in places)
    is_told = found.code == "W03" and slips
    return tuple(sorted(slips if is_told else (found, *slips)))


def _parser() -> etree.XMLParser:
    # collect_ids=False: a repeated xml:id is a finding with a place of its own, not a parse error
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, collect_ids=False)


def _text(source: Source) -> str:
    return source.data.decode("utf-8-sig")


def _whole(source: Source, code: str, message: str, remedy: str) -> Finding:
    return Finding(source.name, 0, 0, code, message, remedy)


def _refuse_bytes(source: Source) -> Finding | None:
    """Find what disqualifies the bytes before any parser sees them."""
    if not source.data or source.data.isspace():
        return _whole(source, "W01", "The file is empty.", "Write a TEI document into it, or remove it.")
    if len(source.data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1024 // 1024} MB"
        return _whole(source, "W05", f"The file is larger than {limit}.", "Split it.")
    return _refuse_encoding(source)


def _refuse_encoding(source: Source) -> Finding | None:
    remedy = "Save it as UTF-8."
    if source.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _whole(source, "W02", "The file is UTF-16, not UTF-8.", remedy)
    try:
        _text(source)
    except UnicodeDecodeError as error:
        return _at(source, error.start, "W02", f"Byte 0x{source.data[error.start]:02X} is not UTF-8.", remedy)
    if b"\0" in source.data:
        return _at(source, source.data.index(0), "W06", "The file holds a NUL character.", "Remove it.")
    declared = _DECLARED.match(source.data)
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        named = declared[1].decode("ascii", "replace")
        return _at(source, declared.start(1), "W02", f"The file declares the encoding {named}, not UTF-8.", remedy)
    return _refuse_version(source)


def _refuse_version(source: Source) -> Finding | None:
    written = _VERSION.match(source.data)
    if written is None or written[1] == b"1.0":
        return None
    return _at(source, written.start(1), "W03", "The file is not XML 1.0.", 'Write version="1.0" in its first line.')


def _at(source: Source, byte: int, code: str, message: str, remedy: str) -> Finding:
    before = source.data[:byte].decode("utf-8-sig", "replace")
    place = Places(before).place(len(before))
    return Finding(source.name, place.line, place.column, code, message, remedy)


def _refuse_doctype(source: Source) -> Finding | None:
    if not glance.may_have_doctype(source.data):
        return None
    text = _text(source)
    blanked = _blank(text)
    root = _ROOT.search(blanked)
    found = _DOCTYPE.search(blanked, 0, root.start() if root else len(text))
    if not found:
        return None
    place = Places(text).place(found.start())
    remedy = "Delete it; write characters themselves instead of entities."
    return Finding(source.name, place.line, place.column, "X31", "A document type declaration is not allowed.", remedy)


def _blank(text: str) -> str:
    """Blank comments and processing instructions out, keeping every offset."""
    return _PASSED_OVER.sub(lambda passed: " " * len(passed[0]), text)


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
    for element in document.elements:
        names = (etree.QName(element).localname, *(etree.QName(name).localname for name in map(str, element.attrib)))
        strange = next((name for name in names if not name.isascii() or len(name) > MAX_NAME), None)
        if strange is not None:
            message = f"There is no element or attribute {strange[:40]} in TEI."
            return (document.finding("W03", message, element, remedy="Names in TEI are short, and in plain letters."),)
    return ()


def _too_deep(document: Document) -> Iterator[Finding]:
    depths = {document.root: 1}
    for element in document.elements:
        parent = element.getparent()
        depths[element] = 1 if parent is None else depths[parent] + 1
        if depths[element] > MAX_DEPTH or len(element.attrib) > MAX_ATTRIBUTES:
            message = f"Elements are nested more than {MAX_DEPTH} deep, or have more than {MAX_ATTRIBUTES} attributes."
            yield document.finding("W05", message, element, remedy="Simplify the markup here.")
            return
