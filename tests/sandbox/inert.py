"""A published folder → whatever in it is alive: a script, a handler, an address of another kind, a broken name.

Pages are read by a parser that works as browsers do. To take in another kind of file, add what reads it to `_LOOKERS`.
"""

import csv
import io
import json
import re
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import html5lib
from lxml import etree

MARK = "pwned"  # stands in what a case tries to smuggle

_WRITTEN = (
    "html head meta title link script body a header nav ul ol li main article section div span p b i em strong h1 h2 h3"
    " h4 dl dt dd time aside footer blockquote q cite table caption thead tbody tr th td col colgroup svg rect path g"
    " details summary fieldset legend label input button form search output select option hr br wbr abbr sup sub"
    " small mark ins del s u dfn bdi figure figcaption data ruby rt rp img noscript pre code kbd"
)
_ELEMENTS = frozenset(_WRITTEN.split())
_ADDRESSES = frozenset(["href", "src", "action", "cite", "data", "poster", "xlink:href", "longdesc", "background"])
_FORBIDDEN = frozenset(["style", "srcdoc", "formaction", "ping", "srcset", "target", "manifest", "archive", "codebase"])
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20]")  # by browsers, before and within a scheme
_DATA_TYPES = frozenset({"application/json", "application/ld+json"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_PLAIN = frozenset("\n\t\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_FORMULA = re.compile(r"[=+\-@\t\r]")


def alive(folder: Path, known: Container[str] = ()) -> list[str]:
    """List what is alive in a published folder: nothing, if all is well. What is known was there before."""
    there = sorted(path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    paths = [path for path in there if f"{folder.name}/{path.relative_to(folder)}" not in known]
    named = [f"{path.relative_to(folder)}: {what}" for path in paths for what in _misnamed(path, folder)]
    folded = [unicodedata.normalize("NFC", str(path.relative_to(folder))).casefold() for path in paths]
    twice = [f"{name}: twice, for systems that do not tell case" for name in set(folded) if folded.count(name) > 1]
    return [*named, *twice, *(f"{path.relative_to(folder)}: {what}" for path in paths for what in _living(path))]


def _misnamed(path: Path, folder: Path) -> Iterator[str]:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or stat.S_IMODE(status.st_mode) != 0o644:
        yield f"mode {status.st_mode:o}"
    for part in path.relative_to(folder).parts:
        if not _NAME.fullmatch(part) or part.endswith(".") or _DEVICE.fullmatch(part):
            yield f"the name {part!r}"


def _living(path: Path) -> Iterator[str]:
    look = _LOOKERS.get(path.suffix)
    return look(path.read_bytes()) if look and path.is_file() else iter(())


def page(data: bytes) -> Iterator[str]:
    """Name whatever is alive in a page."""
    tree = html5lib.parse(data.decode(), treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"a comment: {element.text!r}"
            continue
        name = element.tag.rpartition("}")[2]
        if name not in _ELEMENTS:
            yield f"an element {name}"
        if name == "script":
            yield from _script(element.attrib, element.text or "")
        if name == "meta":
            yield from _header(element.attrib)
        for attribute, value in element.attrib.items():
            yield from _attribute(str(attribute).rpartition("}")[2], value)
    yield from unseen("".join(tree.itertext()))


def _header(attributes: Mapping[str, str]) -> Iterator[str]:
    name, content = attributes.get("http-equiv"), attributes.get("content", "")
    if name and (name != "Content-Security-Policy" or MARK in content):
        yield f"a header {name}: {content!r}"


def _script(attributes: Mapping[str, str], text: str) -> Iterator[str]:
    if attributes.get("type") in _DATA_TYPES:
        yield from _json(text.encode())
    elif text.strip() or not re.fullmatch(r"(assets|search)/[a-z0-9.-]+\.js", attributes.get("src", "")):
        yield f"a script: {dict(attributes)} {text[:60]!r}"


def _attribute(name: str, value: str) -> Iterator[str]:
    if name.startswith("on") or name in _FORBIDDEN:
        yield f"an attribute {name}={value!r}"
    if name in _ADDRESSES:
        yield from _address(value)
    yield from unseen(value)


def _address(value: str) -> Iterator[str]:
    """Read an address as a browser does: without control characters and blanks, whatever case, escapes undone too."""
    for read in (value, unquote(value)):
        bare = _IGNORED.sub("", read)
        scheme = _SCHEME.match(bare)
        if (scheme[1].lower() if scheme else "") not in _SCHEMES:
            yield f"an address {value!r}"
        if not scheme and (bare.startswith(("//", "\\", "/")) or ".." in bare.partition("#")[0].split("/")):
            yield f"an address that leads out: {value!r}"


def unseen(text: str) -> Iterator[str]:
    """Name the characters that nobody sees, or that turn others about."""
    found = {each for each in text if unicodedata.category(each) in _UNSEEN} - _PLAIN
    if found:
        yield f"unseen characters {sorted(map(hex, map(ord, found)))}"


def _text(data: bytes) -> Iterator[str]:
    yield from unseen(data.decode())


def _json(data: bytes) -> Iterator[str]:
    try:
        said = json.loads(data)
    except ValueError as error:
        yield f"broken JSON: {error}"
    else:
        yield from unseen(json.dumps(said, ensure_ascii=False))
    if b"</" in data or b"<!--" in data:
        yield "JSON that would end the script it stands in"


def _table(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield from (f"a formula {cell!r}" for cell in row if _FORMULA.match(cell))


def _xml(data: bytes) -> Iterator[str]:
    """Look into a published TEI file, or any other XML that a browser would open."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
    if root.getroottree().docinfo.internalDTD is not None:
        yield "a document type"
    for node in root.xpath("preceding::processing-instruction('xml-stylesheet') | //processing-instruction()"):
        if node.target == "xml-stylesheet":
            yield f"a stylesheet {node.text!r}"
    yield from (
        "an element of XHTML or SVG"
        for _ in root.iter("{http://www.w3.org/1999/xhtml}*", "{http://www.w3.org/2000/svg}*")
    )


def _book(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if not all(map(_NAME.fullmatch, filter(None, name.split("/")))):
                yield f"the name {name!r}"
            look = _LOOKERS.get(Path(name).suffix)
            yield from (f"{name}: {what}" for what in (look(book.read(name)) if look else ()))


_LOOKERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".html": page,
    ".txt": _text,
    ".json": _json,
    ".csv": _table,
    ".xml": _xml,
    ".epub": _book,
    ".zip": _book,
    ".bib": _text,
    ".ris": _text,
}
