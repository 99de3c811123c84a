"""Elements and text as values → XML, and the words that a source page has for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator  # noqa: TC003 - as in the other modules
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

# Elements whose children stand on lines of their own; within all others white space is text.
_STRUCTURE = frozenset(
    """
    TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability seriesStmt sourceDesc msDesc
    msIdentifier encodingDesc samplingDecl editorialDecl listPrefixDef profileDesc langUsage textClass
    correspDesc correspAction correspContext particDesc listPerson revisionDesc text body div opener sp
    list closer standOff relatedItem
    """.split()  # noqa: SIM905 - so many are read better in lines
)
_XML = {"xml_id": "xml:id", "xml_lang": "xml:lang"}
_SPECIAL = re.compile(r"[&<>\"\t\n\r]")
_MARKS = {
    "": ("[TN: ", "]"),
    "bare": ("[", "]"),
    "long": ("[Translator’s note: ", "]"),
    "short": ("[Translator note: ", "]"),
    "paren": ("(", ")"),
    "braces": ("■■{", "}"),
    "tight": ("[TN:", "]"),
    "bars": ("", ""),
}
_TOUCHES = re.compile(r"[）：．」\u3000]$|\w—$")  # no space after it: wide punctuation, a dash that touches the name
_LINES = frozenset(
    ["opener", "head", "sp", "p", "list", "item", "trailer", "closer", "signed", "dateline", "fw", "label", "speaker"]
)


@dataclass(frozen=True, slots=True)
class Node:
    """An element: its name, its attributes in order, its children."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: Content = ()

    def get(self, name: str) -> str:
        """Return an attribute's value; nothing where there is none."""
        for key, value in self.attributes:
            if key == name:
                return value
        return ""

    def having(self, name: str, value: str) -> Node:
        """Return the same element with one attribute first."""
        rest = tuple(each for each in self.attributes if each[0] != name)
        return Node(self.name, ((name, value), *rest), self.children)


Content = tuple["Node | str", ...]


def node(name: str, *children: Node | str, **attributes: str) -> Node:
    """Make an element; `xml_id` and `xml_lang` are xml:id and xml:lang, and an empty attribute is left out."""
    given = [(_XML.get(key, key), value) for key, value in attributes.items() if value]
    return Node(name, tuple(given), children)


def texts(children: Iterable[Node | str]) -> str:
    """Return the words that the source page has for some content, with its apparatus put back."""
    children = tuple(children)
    first = children[0] if children else ""
    if isinstance(first, Node) and first.name in ("speaker", "label") and _TOUCHES.search(texts(first.children)):
        return texts(first.children) + texts(children[1:]).removeprefix("\n")
    return "".join(child if isinstance(child, str) else printed(child) for child in children)


def printed(one: Node) -> str:  # noqa: PLR0911 - one for each way of printing
    """Return the words that the source page has for an element, as the collation makes them of the encoding."""
    if one.name in ("opener", "closer"):  # each of their parts is a line
        return "".join(f"\n{printed(child)}\n" for child in one.children if isinstance(child, Node))
    inside = texts(one.children)
    match one.name:
        case "note" if one.get("type") == "footnote":
            return f"[{one.get('n') or '*'}]"
        case "note":
            opening, closing = _MARKS[one.get("rend")]
            return f"{opening}{inside}{closing}"
        case "supplied" | "ex":
            return f"[{inside}]"
        case "sic":
            return f"{inside} [sic]"
        case "gap" if one.children:
            return f"[{inside}]"
        case name if name in _LINES:
            return f"\n{inside}\n"
    return inside


def walk(one: Node) -> Iterator[Node]:
    """Go through an element and all within it, in document order."""
    stack = [one]
    while stack:
        one = stack.pop()
        yield one
        stack += [child for child in reversed(one.children) if isinstance(child, Node)]


def serialised(one: Node, depth: int = 0) -> str:
    """Write an element as XML; `depth` is how deep it stands in its file."""
    parts: list[str] = []
    _write(one, "\n" + "  " * depth, parts.append)
    return "".join(parts)


def _write(one: Node, line: str, put: Callable[[str], None]) -> None:
    """Write an element piece by piece; `line` begins a line with the indent that the element has."""
    put(f"<{one.name}")
    for name, value in one.attributes:
        put(f" {name}={_quoted(value)}")
    if not one.children:
        put("/>")
        return
    put(">")
    is_structure = one.name in _STRUCTURE or one.get("type") == "digital"
    indented = f"{line}  " if is_structure and not any(isinstance(child, str) for child in one.children) else ""
    for child in one.children:
        if isinstance(child, str):
            put(_escaped(child))
        else:
            put(indented)
            _write(child, indented or line, put)
    put(f"{indented and line}</{one.name}>")


def _escaped(text: str) -> str:
    return escape(text) if _SPECIAL.search(text) else text


def _quoted(value: str) -> str:
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'
