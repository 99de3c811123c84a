"""A document → the findings of the rules in schema/cable.sch.

The rules are ISO Schematron, so that an editor's tools can run them while the file is written. Here
schema/transpile.xsl turns them into XSLT once per process; each document is then one short run of it.
"""

from functools import cache

from lxml import etree

from cablepress import saxon
from cablepress.document import Document
from cablepress.finding import Finding, Related, Severity
from cablepress.resources import folder
from cablepress.rules.suspicion import unlikely

_NOTHING = "<findings/>"  # what the rules say of nearly every file, and then need not be parsed


def check(document: Document) -> tuple[Finding, ...]:
    """Find what the rules for a single file forbid, sorted by place."""
    return apply(_rules(), document, unlikely(document))


def compile_rules(schema: bytes) -> saxon.Stylesheet:
    """Turn a Schematron schema into a stylesheet that finds what it forbids."""
    transpiler = saxon.Stylesheet((folder("schema") / "transpile.xsl").read_text("utf-8"))
    return saxon.Stylesheet(transpiler.transform(saxon.tree(schema)))


def apply(rules: saxon.Stylesheet, document: Document, leave_out: str = "") -> tuple[Finding, ...]:
    """Find what some compiled rules forbid in a document, sorted by place; `leave_out` names patterns not to ask."""
    rules.bind(unlikely=leave_out)
    said = rules.transform(saxon.tree(document.source.data))
    if said.endswith(_NOTHING):
        return ()
    reported = etree.fromstring(said.encode())
    return tuple(sorted(_finding(document, element) for element in reported))


@cache
def _rules() -> saxon.Stylesheet:
    return compile_rules((folder("schema") / "cable.sch").read_bytes())


def _finding(document: Document, reported: etree._Element) -> Finding:
    """Give a reported mistake its place: the rules know the path to it, the document where that is."""
    element, attribute = document.at(reported.get("path", "/"))
    severity = Severity(reported.get("severity", "error"))
    message, remedy = (_sentence(reported, part) for part in ("message", "remedy"))
    code = reported.get("code", "")
    related = tuple(_related(document, each) for each in reported.iterchildren("related"))
    return document.finding(
        code, message, element, attribute=attribute, severity=severity, remedy=remedy, related=related
    )


def _related(document: Document, reported: etree._Element) -> Related:
    element, attribute = document.at(reported.get("path", "/"))
    return document.related(element, attribute, reported.text or "")


def _sentence(reported: etree._Element, part: str) -> str:
    return " ".join(reported.findtext(part, "").split())
