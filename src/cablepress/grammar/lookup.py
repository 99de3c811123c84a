"""A schema's files, and the element names that matter → its definitions, with everything looked up that is inherited.

After the RELAX NG specification, sections 4.2 to 4.18 (https://relaxng.org/spec-20011203.html): includes, divisions,
external references and nested grammars are gone, every name has its namespace and every datatype its library. Only what
can be reached is read, and an element that none of the names fits is read as notAllowed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from cablepress.errors import WrongUsage
from cablepress.foreign import target
from cablepress.grammar.files import MAX_VISITS, RNG, Schema, parts
from cablepress.grammar.parts import EMPTY, NOT_ALLOWED, TEXT, Definitions, Part, fits

_LEAVES = {leaf.kind: leaf for leaf in (EMPTY, NOT_ALLOWED, TEXT)}
_COMPOSED = frozenset(
    {"choice", "except", "group", "interleave", "list", "mixed", "oneOrMore", "optional", "zeroOrMore"}
)
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True, eq=False)
class _Scope:
    """What names mean within a grammar, and in which grammar that is nested. The start has the empty name."""

    key: str
    outer: "_Scope | None"
    definitions: dict[str, list["_Definition"]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a part stands, and what it inherits there."""

    path: Path
    scope: _Scope | None = None
    ns: str = ""
    library: str = ""

    def at(self, node: etree._Element) -> "_Context":
        """Add what the attributes of a part say."""
        ns, library = node.get("ns"), node.get("datatypeLibrary")
        if ns is None and library is None:
            return self
        return replace(self, ns=self.ns if ns is None else ns, library=self.library if library is None else library)

    def mistake(self, node: etree._Element, message: str) -> WrongUsage:
        """Make the exception that tells of a mistake in the schema, and where it is."""
        return WrongUsage(f"{self.path}:{node.sourceline}: {message}.")


_Definition = tuple[etree._Element, _Context]  # noqa: SLF001 - lxml's name for what is no private class


def read_parts(schema: Schema, names: Iterable[str]) -> Definitions:
    """Read what can be reached in a schema; `names` are those of elements, as lxml writes them."""
    split = (etree.QName(name) for name in names)
    return _Reader(schema, frozenset((name.namespace or "", name.localname) for name in split)).read()


def _kind(node: etree._Element) -> str:
    return str(node.tag).removeprefix(RNG)


def _text(node: etree._Element) -> str:
    return "".join(text for text in node.itertext() if isinstance(text, str))


@dataclass(frozen=True, slots=True)
class _Reader:
    schema: Schema
    names: frozenset[tuple[str, str]]
    scopes: list[_Scope] = field(default_factory=list)
    defined: dict[str, Part] = field(default_factory=dict)
    wanted: list[tuple[_Scope, str]] = field(default_factory=list)
    visited: list[Path] = field(default_factory=list)

    def read(self) -> Definitions:
        start = self.pattern(self.schema.root, _Context(self.schema.path))
        while self.wanted:
            scope, name = self.wanted.pop()
            if scope.key + name not in self.defined:
                self.defined[scope.key + name] = self.combined(scope.definitions[name])
        return Definitions(start, self.defined)

    def combined(self, definitions: list[_Definition]) -> Part:
        """Join the definitions of one name (section 4.17)."""
        joined = [self.body(node, context) for node, context in definitions]
        how = next((node.get("combine", "") for node, _ in definitions if node.get("combine")), "")
        if len(joined) > 1 and how not in ("choice", "interleave"):
            node, context = definitions[-1]
            raise context.mistake(node, f"{node.get('name', 'start')} is defined twice, and not combined")
        return joined[0] if len(joined) == 1 else Part(how, tuple(joined))

    def body(self, node: etree._Element, context: _Context) -> Part:
        """Read a definition; or, of an external reference, the pattern that a file consists of."""
        if _kind(node) in ("define", "start"):
            return Part("group", self.all_in(node, context))
        return self.pattern(node, context)

    def all_in(self, node: etree._Element, context: _Context) -> tuple[Part, ...]:
        return tuple(self.pattern(child, context) for child in parts(node))

    def pattern(self, node: etree._Element, outer: _Context) -> Part:
        context = outer.at(node)
        match _kind(node):
            case "element" | "attribute":
                return self.named(node, context)
            case "data" | "value" | "param":
                return self.typed(node, context)
            case kind if kind in _LEAVES:
                return _LEAVES[kind]
            case kind if kind in _COMPOSED:
                return Part(kind, self.all_in(node, context), line=node.sourceline or 0)
        return self.elsewhere(node, context)

    def elsewhere(self, node: etree._Element, context: _Context) -> Part:
        """Refer to what a part of the schema refers to."""
        match _kind(node):
            case "ref" if context.scope:
                return self.reference(context.scope, node, context)
            case "parentRef" if context.scope and context.scope.outer:
                return self.reference(context.scope.outer, node, context)
            case "grammar":
                return self.nested(node, context)
            case "externalRef":
                return self.external(node, context)
        raise context.mistake(node, f"{_kind(node)} may not stand here")

    def reference(self, scope: _Scope, node: etree._Element, context: _Context) -> Part:
        name = node.get("name", "").strip()
        if not name or name not in scope.definitions:
            raise context.mistake(node, f"there is no definition of {name or 'a pattern without a name'}")
        return self.refer(scope, name)

    def refer(self, scope: _Scope, name: str) -> Part:
        self.wanted.append((scope, name))
        return Part("ref", settings=(("name", scope.key + name),))

    def opened(self, outer: _Scope | None) -> _Scope:
        """Open a scope. Its key begins the names in it, and keeps them apart from those in others (section 4.18)."""
        self.scopes.append(_Scope(f"g{len(self.scopes)}.", outer))
        return self.scopes[-1]

    def nested(self, node: etree._Element, context: _Context) -> Part:
        scope = self.opened(context.scope)
        for name, each, inner in self.definitions(node, replace(context, scope=scope)):
            scope.definitions.setdefault(name, []).append((each, inner))
        if "" not in scope.definitions:
            raise context.mistake(node, "the grammar has no start")
        return self.refer(scope, "")

    def definitions(self, node: etree._Element, context: _Context) -> Iterator[tuple[str, etree._Element, _Context]]:
        """Iterate over what is defined in a grammar, or in what is like one (section 4.7)."""
        for child in parts(node):
            inner = context.at(child)
            match _kind(child):
                case "define" | "start":
                    yield child.get("name", "").strip(), child, inner
                case "div":
                    yield from self.definitions(child, inner)
                case "include":
                    own = tuple(self.definitions(child, inner))
                    replaced = {name for name, *_ in own}
                    theirs = self.definitions(*self.followed(child, inner))
                    yield from (each for each in theirs if each[0] not in replaced)
                    yield from own
                case kind:
                    raise context.mistake(child, f"{kind} may not stand here")

    def followed(self, node: etree._Element, context: _Context) -> _Definition:
        """Go to the file that is named; a namespace is inherited there, but no library (sections 4.3, 4.9)."""
        path = target(node, context.path)
        self.visited.append(path)
        if len(self.visited) > MAX_VISITS:  # files that include each other twice would be read for ever
            raise context.mistake(node, f"the schema's files include each other more than {MAX_VISITS} times")
        root = self.schema.trees[path]
        if _kind(node) == "include" and _kind(root) != "grammar":
            raise context.mistake(node, f"{path} is included and no grammar")
        return root, replace(context, path=path, library="").at(root)

    def external(self, node: etree._Element, context: _Context) -> Part:
        scope = self.opened(context.scope)
        scope.definitions[""] = [self.followed(node, context)]
        return self.refer(scope, "")

    def named(self, node: etree._Element, context: _Context) -> Part:
        children = list(parts(node))
        if "name" in node.attrib:
            # An attribute so named inherits no namespace (section 4.8)
            ns = context.ns if _kind(node) == "element" else node.get("ns", "")
            names = self.name(node, node.get("name", ""), ns, context)
        elif children:
            names = self.name_class(children.pop(0), context)
        else:
            raise context.mistake(node, f"{_kind(node)} has no name")
        if _kind(node) == "element" and not self.is_kept(names):
            return NOT_ALLOWED
        inner = tuple(self.pattern(child, context) for child in children)
        is_short = _kind(node) == "attribute" and not inner
        return Part(_kind(node), (TEXT,) if is_short else inner, names=names, line=node.sourceline or 0)

    def is_kept(self, names: Part) -> bool:
        if names.kind == "name":
            return (names.setting("ns"), names.text) in self.names
        return any(fits(names, *name) for name in self.names)

    def name(self, node: etree._Element, written: str, ns: str, context: _Context) -> Part:
        prefix, colon, local = written.strip().rpartition(":")
        if colon and prefix not in (*node.nsmap, "xml"):
            raise context.mistake(node, f"the prefix of {written.strip()} is not declared")
        space = node.nsmap.get(prefix, _XML) if colon else ns
        return Part("name", settings=(("ns", space),), text=local)

    def name_class(self, node: etree._Element, outer: _Context) -> Part:
        context = outer.at(node)
        match _kind(node):
            case "name":
                return self.name(node, _text(node), context.ns, context)
            case "anyName" | "nsName" | "choice" | "except" as kind:
                settings = (("ns", context.ns),) if kind == "nsName" else ()
                return Part(kind, tuple(self.name_class(child, context) for child in parts(node)), settings)
            case kind:
                raise context.mistake(node, f"{kind} stands where a name should")

    def typed(self, node: etree._Element, context: _Context) -> Part:
        """Read a datatype, a value of one, or a parameter of one."""
        kind = _kind(node)
        given = tuple((name, node.get(name, "").strip()) for name in ("name", "type") if name in node.attrib)
        library = (("datatypeLibrary", context.library),) if "type" in node.attrib else ()
        if kind != "value":
            text = _text(node) if kind == "param" else ""
            return Part(kind, self.all_in(node, context), (*given, *library), text, line=node.sourceline or 0)
        settings = (*given, *library, ("ns", context.ns))
        prefixes = tuple(node.nsmap.items()) if ":" in _text(node) else ()
        return Part(kind, (), settings, _text(node), None, prefixes, node.sourceline or 0)
