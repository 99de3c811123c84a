"""The facts of all documents of an edition → findings about what they point to (X03, X04, X05), and about its names."""

import re
from collections.abc import Iterator

from cablepress.document import TEI, XML_ID, Document
from cablepress.facts import FILE, HANDS, WEB, Facts
from cablepress.finding import Finding, Related
from cablepress.rules import identity
from cablepress.rules.index import AUTHORITY, Index, Pointer, did_you_mean, pointers

_DIGITS = re.compile(r"\d+")


def check(edition: Index) -> tuple[Finding, ...]:
    """Find names given wrongly or twice, and pointers that lead nowhere or to the wrong thing."""
    found = [*identity.check(edition)]
    for one in edition.facts.values():
        if one.is_loose or not _resolves(one, edition):
            found += _unresolved(edition.reread(one.stem), edition)
    return (*found, *_without_authority(edition))


def _resolves(one: Facts, edition: Index) -> bool:
    """Whether everything outside the file that it points to is there."""
    keys = not edition.has_authority or all(key.replace(":", "-", 1) in edition.records for key in one.keys)
    return keys and all(_leads_somewhere(target, edition) for target in one.targets)


def _leads_somewhere(target: str, edition: Index) -> bool:
    match = FILE.fullmatch(target)
    stem, fragment = (match[1], match[2] or "") if match else ("", "")
    if stem not in edition.stems:
        return False
    return not fragment or fragment in (edition.ids(stem) or {fragment})


def _unresolved(document: Document, edition: Index) -> Iterator[Finding]:
    declared = frozenset(each.get("ident", "") for each in document.root.iter(f"{TEI}prefixDef"))
    are_told = "" not in declared  # who forgot the name of one has declared it all the same
    hands, missing = _hands(document), set[str]()
    undeclared: set[str] = set()
    for pointer in pointers(document):
        if key := pointer.key:
            if are_told and key[0] not in declared | undeclared:
                undeclared.add(key[0])
                yield _undeclared(document, pointer, key[0])
            yield from _no_record(document, pointer, key, edition)
        elif pointer.token.startswith("#"):
            if pointer.attribute not in HANDS or pointer.token not in missing:
                found = tuple(_no_target(document, pointer, edition, hands))
                missing.update(pointer.token for _ in found if pointer.attribute in HANDS)
                yield from found
        else:
            yield from _no_file(document, pointer, edition)


def _undeclared(document: Document, pointer: Pointer, prefix: str) -> Finding:
    """X03: a prefix means something only where it is declared. Said once a file."""
    message = f"The prefix {prefix}: is not declared in this file."
    remedy = f'Add a prefixDef with ident="{prefix}" to listPrefixDef, as in the other files.'
    return _at(document, pointer, "X03", message, remedy)


def _no_record(document: Document, pointer: Pointer, key: tuple[str, str], edition: Index) -> Iterator[Finding]:
    """X03: a key that the authority file does not have."""
    if "-".join(key) in edition.records or not edition.has_authority:
        return
    message = f"{pointer.attribute}={pointer.token!r} names no record of authority.xml.".replace("'", '"')
    near = _nearest_record(key, edition.records)
    if near is None:
        yield _at(document, pointer, "X03", message, f'Add a record with xml:id="{"-".join(key)}" to authority.xml.')
    else:
        meant = near.replace("-", ":", 1)
        there = edition.named(AUTHORITY, near, f"The record of {meant}.")
        yield _at(document, pointer, "X03", message, f"Did you mean {meant}?", there)


def _nearest_record(key: tuple[str, str], records: frozenset[str]) -> str | None:
    """Find the same name under another prefix, else the nearest under the same one."""
    prefix, name = key
    elsewhere = (f"{other}-{name}" for other in ("person", "org", "place", "mark") if f"{other}-{name}" in records)
    alike = frozenset(each for each in records if each.startswith(f"{prefix}-"))
    return next(elsewhere, None) or did_you_mean("-".join(key), alike)


def _no_target(document: Document, pointer: Pointer, edition: Index, hands: frozenset[str]) -> Iterator[Finding]:
    """X04: a #pointer to nothing, or to something that is no hand where a hand is asked for."""
    name = pointer.token[1:]
    if name not in (edition.ids(document.stem) or frozenset()):
        near = did_you_mean(name, (edition.ids(document.stem) or frozenset()))
        message = f'Nothing in this file has the xml:id "{name}".'
        remedy = f"Did you mean #{near}?" if near else "Give the element it should lead to this xml:id."
        remedy = _right_hand(near, hands) if pointer.attribute in HANDS else remedy
        there = edition.named(document.stem, near, f"This is #{near}.") if near and near in remedy else ()
        yield _at(document, pointer, "X04", message, remedy, there)
    elif pointer.attribute in HANDS and name not in hands:
        message = f"{pointer.attribute} points to {pointer.token}, which is no respStmt."
        remedy = f"Point to a respStmt: {_listed(hands) or 'add one to titleStmt'}."
        there = edition.named(document.stem, name, f"This is {pointer.token}.")
        yield _at(document, pointer, "X04", message, remedy, there)


def _right_hand(near: str | None, hands: frozenset[str]) -> str:
    """Say which hands there are, and how to add one."""
    if near in hands:
        return f"Did you mean #{near}?"
    return f"Add a respStmt with this xml:id to titleStmt{', or use ' if hands else ''}{_listed(hands)}."


def _listed(hands: frozenset[str]) -> str:
    return " or ".join(f"#{hand}" for hand in sorted(hands))


def _hands(document: Document) -> frozenset[str]:
    return frozenset(each.get(XML_ID, "") for each in document.root.iter(f"{TEI}respStmt"))


def _no_file(document: Document, pointer: Pointer, edition: Index) -> Iterator[Finding]:
    """X05: a file, or an element of a file, that is not in the edition. Without an authority file, X03 has said so."""
    file = pointer.file
    if file and (file[0] == AUTHORITY and not edition.has_authority):
        return
    if file and file[0] in edition.stems:
        yield from _no_fragment(document, pointer, *file, edition)
    elif file or (pointer.attribute == "target" and not WEB.match(pointer.token) and not pointer.key):
        message = f"There is no file {pointer.token.partition('#')[0]} in the edition."
        near = _nearest_file(document, file[0] if file else pointer.token, edition)
        remedy = f"Did you mean {near}.xml?" if near else 'A telegram outside the edition is a bibl type="telegram".'
        there = (edition.related(near, "/*", "This telegram."),) if near in edition.facts else ()
        yield _at(document, pointer, "X05", message, remedy, there)


def _nearest_file(document: Document, stem: str, edition: Index) -> str:
    """Find a file of a like name, but neither this one nor one with another number: a number is seldom a slip."""
    digits = _DIGITS.findall(stem)
    others = frozenset(each for each in edition.stems if each != document.stem and _DIGITS.findall(each) == digits)
    return did_you_mean(stem, others) or ""


def _no_fragment(document: Document, pointer: Pointer, stem: str, name: str, edition: Index) -> Iterator[Finding]:
    ids = edition.ids(stem)
    if ids is not None and name and name not in ids:
        near = did_you_mean(name, ids)
        remedy = f"Did you mean {stem}.xml#{near}?" if near else f"Look for its xml:id in {stem}.xml."
        there = edition.named(stem, near, f"This is {stem}.xml#{near}.") if near else ()
        yield _at(document, pointer, "X05", f'Nothing in {stem}.xml has the xml:id "{name}".', remedy, there)


def _without_authority(edition: Index) -> Iterator[Finding]:
    """X03, once: an edition whose keys have nothing to lead to."""
    if edition.has_authority:
        return
    for one in edition.facts.values():
        if one.keys or any(target.removeprefix("./").startswith(f"{AUTHORITY}.xml") for target in one.targets):
            yield from _keyless(edition.reread(one.stem))
            return


def _keyless(document: Document) -> Iterator[Finding]:
    for pointer in pointers(document):
        if pointer.key or (pointer.file or ("",))[0] == AUTHORITY:
            message = "There is no authority.xml that could be read, so no key leads anywhere."
            yield _at(document, pointer, "X03", message, "Add it, or mend it, beside this file.")
            return


def _at(  # noqa: PLR0913, PLR0917 - a finding has this many parts
    document: Document, pointer: Pointer, code: str, message: str, remedy: str, related: tuple[Related, ...] = ()
) -> Finding:
    return document.finding(code, message, pointer.element, attribute=pointer.attribute, remedy=remedy, related=related)
