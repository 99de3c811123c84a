"""The tags of a file, and its root → what is wrong with their prefixes and with the namespace, and what mends it."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from cablepress.recover.edits import Edit, Slip
from cablepress.recover.scan import EndTag
from cablepress.recover.tags import StartTag

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_REMEDY = f'Begin the file with <TEI xmlns="{NAMESPACE}">.'
_ALIKE = 0.5


def undeclared(tags: Sequence[StartTag | EndTag]) -> Iterator[tuple[Slip | None, Edit]]:
    """Find prefixes that are declared nowhere: of each the first, and the edits that take all of them away."""
    declared = {"xml", "xmlns"} | {name[6:] for tag in _starts(tags) for name in tag.attributes if name[:6] == "xmlns:"}
    seen: set[str] = set()
    for tag in tags:
        prefix, colon, _ = tag.name.partition(":")
        if colon and prefix not in declared:
            slip = _slip(tag.start, tag.name, prefix) if prefix not in seen else None
            yield slip, Edit(tag.named, tag.named + len(prefix) + 1, "")
            seen.add(prefix)
        if isinstance(tag, StartTag):
            for name, (start, end) in tag.attributes.items():
                prefix, colon, _ = name.partition(":")
                if colon and prefix not in declared:
                    yield _slip(start, name, prefix), Edit(start, end, "")


def _slip(offset: int, name: str, prefix: str) -> Slip:
    return Slip(offset, f"the prefix {prefix} of {name} is not declared", f"Write {name.partition(':')[2]}.")


def _starts(tags: Iterable[StartTag | EndTag]) -> Iterator[StartTag]:
    return (tag for tag in tags if isinstance(tag, StartTag))


def wrong_root(local: str, space: str) -> str:
    """Tell that the root is not TEI, or not that of the Text Encoding Initiative."""
    where = f"in the namespace {space}" if space else "in no namespace"
    return f"The root element is {local} {where}; it must be TEI in the namespace {NAMESPACE}."


def root(tags: Sequence[StartTag | EndTag]) -> tuple[Slip | None, tuple[Edit, ...]]:
    """Find what is wrong with the root, and mend it if it is TEI all the same."""
    first = next(_starts(tags), None)
    if first is None:
        return None, ()
    prefix, _, local = first.name.rpartition(":")
    attribute = f"xmlns:{prefix}" if prefix else "xmlns"
    space = first.values.get(attribute, "")
    if (local, space) == ("TEI", NAMESPACE):
        return None, ()
    offset = first.start
    if local == "TEI" and attribute in first.attributes:
        offset = first.attributes[attribute][0]
    slip = Slip(offset, wrong_root(local, space), _REMEDY, "W04")
    if SequenceMatcher(None, local.casefold(), "tei").ratio() < _ALIKE and space != NAMESPACE:
        return slip, ()
    last = next((tag for tag in reversed(tags) if isinstance(tag, EndTag) and tag.name == first.name), None)
    renamed = () if prefix else tuple(Edit(tag.named, tag.named + len(tag.name), "TEI") for tag in (first, last) if tag)
    return slip, (*renamed, *_in_namespace(first, attribute, space))


def _in_namespace(first: StartTag, attribute: str, space: str) -> tuple[Edit, ...]:
    written = f'{attribute}="{NAMESPACE}"'
    if space == NAMESPACE:
        return ()
    if attribute in first.attributes:
        return (Edit(*first.attributes[attribute], written),)
    end = first.named + len(first.name)
    return (Edit(end, end, f" {written}"),)
