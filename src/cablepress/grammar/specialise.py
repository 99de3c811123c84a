"""A RELAX NG schema, and the element names that occur in documents → a smaller schema with the same verdict on them.

libxml2 needs seconds to compile the grammar of all TEI, and milliseconds for the part of it that a document uses. An
element that does not occur cannot match: it is notAllowed, and what needs it falls with it, by the rules of the RELAX
NG specification, sections 4.20 and 4.21 (https://relaxng.org/spec-20011203.html). Two more hold because documents are
finite: an element whose content is notAllowed is so itself, and so is a definition that nothing finite satisfies.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from cablepress.grammar.files import RNG, Schema
from cablepress.grammar.lookup import read_parts
from cablepress.grammar.parts import EMPTY, NOT_ALLOWED, TEXT, Definitions, Part

_RNG = RNG.strip("{}")
_SETTLED = (EMPTY, NOT_ALLOWED)
_Known = Mapping[str, Part]


def specialise(schema: Schema, names: Iterable[str]) -> etree._Element:
    """Return the schema for documents whose elements have these names, given as lxml writes them.

    Its verdict on such a document is that of the whole schema. On any other it is stricter, and never more lenient:
    what it accepts, the whole schema accepts.
    """
    return written(simplified(read_parts(schema, names)))


def simplified(definitions: Definitions) -> Definitions:
    """Take out what cannot match, whatever needs that, and what nothing refers to any more."""
    known = settled(definitions.defined)
    start = simplify(definitions.start, known)
    reached: dict[str, Part] = {}
    wanted = list(_references(start))
    while wanted:
        name = wanted.pop()
        if name not in reached:
            reached[name] = known[name]
            wanted.extend(_references(known[name]))
    return Definitions(start, reached)


def settled(defined: _Known) -> dict[str, Part]:
    """Simplify definitions that refer to one another: the least fixpoint.

    Each begins as notAllowed. With what it refers to it can only rise, to empty or beyond, and then is done again.
    """
    users: dict[str, list[str]] = {name: [] for name in defined}
    for name, part in defined.items():
        for used in _references(part):
            users[used].append(name)
    known: dict[str, Part] = dict.fromkeys(defined, NOT_ALLOWED)
    pending = dict.fromkeys(defined)
    while pending:
        name, _ = pending.popitem()
        before, known[name] = known[name], simplify(defined[name], known)
        if (before in _SETTLED or known[name] in _SETTLED) and before != known[name]:
            pending.update(dict.fromkeys(users[name]))
    return known


def simplify(part: Part, known: _Known) -> Part:
    """Simplify a part, with what is known of the definitions."""
    if part.kind == "ref":
        found = known[part.setting("name")]
        return found if found in _SETTLED else part
    if not part.inner:
        return part if part.names is None else _named(part, (EMPTY,))
    return _RULES[part.kind](part, tuple(simplify(each, known) for each in part.inner))


def _all(part: Part, inner: tuple[Part, ...]) -> Part:
    """Let a group or interleave die with any of its parts, and take out those that are empty."""
    if NOT_ALLOWED in inner:
        return NOT_ALLOWED
    full = tuple(each for each in inner if each is not EMPTY)
    if len(full) > 1:
        return replace(part, inner=full)
    return full[0] if full else EMPTY


def _choice(part: Part, inner: tuple[Part, ...]) -> Part:
    """Take out of a choice what is not allowed; if something in it is empty, it may be empty."""
    live = tuple(each for each in inner if each is not NOT_ALLOWED)
    full = tuple(each for each in live if each is not EMPTY)
    if not full:
        return EMPTY if live else NOT_ALLOWED
    chosen = full if len(full) == len(live) else (*full, EMPTY)
    return full[0] if len(chosen) == 1 else replace(part, inner=chosen)


def _repeated(part: Part, inner: tuple[Part, ...]) -> Part:
    """Take something once or more as what it is once, if that is nothing."""
    content = _all(_GROUP, inner)
    return content if content in _SETTLED else replace(part, inner=_spread(content))


def _perhaps(part: Part, inner: tuple[Part, ...]) -> Part:
    """Take something that may be absent as absent, if it cannot be there."""
    content = _all(_GROUP, inner)
    return EMPTY if content in _SETTLED else replace(part, inner=_spread(content))


def _mixed(part: Part, inner: tuple[Part, ...]) -> Part:
    content = _repeated(part, inner)
    return TEXT if content is EMPTY else content


def _list(part: Part, inner: tuple[Part, ...]) -> Part:
    """Keep a list of nothing: it is white space, and no absence."""
    content = _all(_GROUP, inner)
    return content if content is NOT_ALLOWED else replace(part, inner=_spread(content))


def _named(part: Part, inner: tuple[Part, ...]) -> Part:
    """Let an element or attribute die with its content; if that is empty, say so."""
    content = _all(_GROUP, inner)
    if content is NOT_ALLOWED:
        return NOT_ALLOWED
    return replace(part, inner=_spread(content) if part.kind == "element" else (content,))


def _excepted(part: Part, inner: tuple[Part, ...]) -> Part:
    content = _choice(_CHOICE, inner)
    return content if content is NOT_ALLOWED else replace(part, inner=(content,))


def _data(part: Part, inner: tuple[Part, ...]) -> Part:
    """Keep the parameters of a datatype, and what is excepted from it if that can be."""
    return replace(part, inner=tuple(each for each in inner if each is not NOT_ALLOWED))


_CHOICE, _GROUP = Part("choice"), Part("group")
_RULES: Mapping[str, Callable[[Part, tuple[Part, ...]], Part]] = {
    "group": _all,
    "interleave": _all,
    "choice": _choice,
    "except": _excepted,
    "oneOrMore": _repeated,
    "optional": _perhaps,
    "zeroOrMore": _perhaps,
    "mixed": _mixed,
    "list": _list,
    "element": _named,
    "attribute": _named,
    "data": _data,
}


def _spread(content: Part) -> tuple[Part, ...]:
    """Spread a group where several parts stand for one."""
    return content.inner if content.kind == "group" else (content,)


def _references(part: Part) -> Iterator[str]:
    if part.kind == "ref":
        yield part.setting("name")
    for each in part.inner:
        yield from _references(each)


def written(definitions: Definitions) -> etree._Element:
    """Write definitions in the XML syntax. A line in it is that of the file that it comes from."""
    root = etree.Element(f"{RNG}grammar", nsmap={None: _RNG})
    _write(etree.SubElement(root, f"{RNG}start"), definitions.start)
    for name, part in definitions.defined.items():
        _write(etree.SubElement(root, f"{RNG}define", {"name": name}), part)
    return root


def _write(parent: etree._Element, part: Part) -> None:
    prefixes = dict(part.prefixes) if part.prefixes else None
    node = etree.SubElement(parent, RNG + part.kind, dict(part.settings), prefixes)
    node.text = part.text or None
    node.sourceline = part.line  # type: ignore[misc]  # the stubs do not know that it can be set
    if part.names is not None:
        _write(node, part.names)
    for each in part.inner:
        _write(node, each)
