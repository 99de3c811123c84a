"""A mistake of grammar, in its parts → what an editor reads: the message and the remedy.

An editor reads names as they are typed: `sp`, `xml:id`. Values are quoted, long ones are cut.
"""

import re
from collections.abc import Iterable

from lxml import etree

from cablepress.grammar.pattern import Data, Value
from cablepress.grammar.spelling import likely

Sentences = tuple[str, str]
"""A message, and a remedy that may be empty."""

_CLARK = re.compile(r"\{(.*)\}(.*)")
_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_LONGEST = 40
_FEW = 6


def name(clark: str) -> str:
    """Return a name as an editor types it; one of a foreign namespace with that namespace."""
    match = _CLARK.fullmatch(clark)
    if not match or match[1] == _TEI:
        return match[2] if match else clark
    return f"xml:{match[2]}" if match[1] == _XML else f"{match[2]} (of the namespace {match[1]})"


def element_name(clark: str) -> str:
    """Return an element's name as an editor types it; one without a namespace says so."""
    return name(clark) if clark.startswith("{") else f"{clark} (without a namespace)"


def tag(element: etree._Element) -> str:
    """Return an element's name as an editor types it."""
    return element_name(str(element.tag))


def listed(items: Iterable[str], last: str = "or") -> str:
    """Join words as in prose: a, b or c."""
    *most, final = items
    return f"{', '.join(most)} {last} {final}" if most else final


def quoted(text: str) -> str:
    """Quote a text, on one line and cut if it is long."""
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST].rstrip()}…"'


def expected(allowed: tuple[Data | Value, ...]) -> str:
    """Say what a text may be: the values themselves, or the grammar's words for a datatype."""
    values = dict.fromkeys(each.text for each in allowed if isinstance(each, Value))
    kinds = dict.fromkeys(each.advice.expects for each in allowed if isinstance(each, Data) and each.advice.expects)
    return listed([*values, *kinds]) if values or kinds else "text"


def _takes(allowed: tuple[Data | Value, ...]) -> str:
    only = {each.text for each in allowed if isinstance(each, Value)}
    if len(only) == 1 and all(isinstance(each, Value) for each in allowed):
        return f'it must be "{only.pop()}"'
    return f"it takes {expected(allowed)}"


def missing_attributes(owner: str, wanted: list[tuple[str, ...]], allowed: tuple[Data | Value, ...]) -> Sentences:
    """Tell that attributes are missing; of each inner tuple, one would do."""
    if len(wanted) == 1 and len(wanted[0]) > 1:
        return f"{owner} needs one of the attributes {listed(wanted[0])}.", f"Add {listed(wanted[0])}."
    names = [listed(each) for each in wanted]
    if len(names) > 1:
        return f"{owner} needs the attributes {listed(names, 'and')}.", f"Add {listed(names, 'and')}."
    message = f"{owner} needs the attribute {names[0]}."
    if len(allowed) == 1 and isinstance(allowed[0], Value):
        return message, f'Add {names[0]}="{allowed[0].text}".'
    return message, f'Add {names[0]}="…"; it takes {expected(allowed)}.'


def bad_value(owner: str, attribute: str, text: str, allowed: tuple[Data | Value, ...]) -> Sentences:
    """Tell that an attribute has a value it cannot have."""
    values = [each.text for each in allowed if isinstance(each, Value)]
    what = f"is {quoted(text)}" if text.strip() else "is empty"
    guess = likely(text, values) if len(values) > 1 else ""
    remedy = f'Did you mean "{guess}"?' if guess else ""
    return f"The attribute {attribute} of {owner} {what}; {_takes(allowed)}.", remedy


def unknown_attribute(owner: str, attribute: str, guess: str, allowed: Iterable[str]) -> Sentences:
    """Tell that an element has no such attribute."""
    message = f"{owner} has no attribute {attribute} in this edition."
    if guess:
        return message, f"Did you mean {guess}?"
    names = tuple(dict.fromkeys(allowed))
    return message, f"Remove it; {owner} may have {listed(names)}." if 0 < len(names) <= _FEW else "Remove it."


def conflicting_attribute(owner: str, attribute: str, other: str, other_value: str | None) -> Sentences:
    """Tell that two attributes exclude one another, or that one value of the other does not go with this."""
    if other_value is not None:
        return (
            f'{owner} with {other}="{other_value}" has no attribute {attribute}.',
            f"Remove {attribute}, or change {other}.",
        )
    if other:
        return f"{owner} cannot have both {other} and {attribute}.", "Remove one of them."
    return f"{owner} cannot have {attribute} together with its other attributes.", f"Remove {attribute}."


def missing_child(owner: str, wanted: Iterable[str]) -> Sentences:
    """Tell that an element lacks a child."""
    names = listed(dict.fromkeys(wanted))
    return f"{owner} needs {names}.", f"Add {names}."


def unknown_element(element: str, guess: str, hint: str) -> Sentences:
    """Tell that the edition does not use an element."""
    message = f"{element} is not an element of this edition."
    if guess and element.startswith(f"{guess} ("):
        return message, "Remove its xmlns, so that it is in the namespace of TEI like the elements around it."
    remedy = f"Did you mean {guess}?" if guess else hint or "Remove its tags, and keep its text where it may stand."
    return message, remedy


def misplaced(element: str, owner: str, guess: str, parents: tuple[str, ...]) -> Sentences:
    """Tell that an element may not stand where it stands."""
    message = f"{element} may not stand in {owner}."
    if guess:
        return message, f"Did you mean {guess}?"
    return message, f"It may stand in {listed(parents)}." if 0 < len(
        parents
    ) <= _FEW else "Move it, or remove its tags."


def beside(owner: str, parents: tuple[str, ...], around: str) -> str:
    """Tell where to put what must not become text of the element that holds it now."""
    if around in parents:
        return f"Put it after {owner}."
    return f"It may stand in {listed(parents)}." if 0 < len(parents) <= _FEW else f"Move it out of {owner}."


def unwrapped(what: str, owner: str, wrapper: str, holds: Iterable[str] = ()) -> Sentences:
    """Tell that something stands in a block without the paragraph that should hold it."""
    message = f"{what} may not stand directly in {owner}."
    if wrapper:
        return message, f"Wrap it in {wrapper}."
    names = tuple(dict.fromkeys(holds))
    what_may = f"holds {listed(names)}" if 0 < len(names) <= _FEW else "holds elements only" if names else "is empty"
    return message, f"Move or remove it; {owner} {what_may}."


def out_of_order(element: str, side: str, other: str) -> Sentences:
    """Tell that an element should stand before or after another."""
    return f"{element} must stand {side} {other}.", f"Move it {side} {other}."


def too_early(element: str, remedy: str) -> Sentences:
    """Tell that an element takes the place of another of the same name."""
    return f"{element} stands too early.", remedy or f"Put the {element} that is missing before it."


def unpaired(element: str, partner: str) -> Sentences:
    """Tell that an element lacks what stands before each of its like."""
    return f"{element} needs its {partner}, as the others have.", f"Add {partner} before it, or give none to any."


def repeated(element: str, owner: str) -> Sentences:
    """Tell that an element may stand only once."""
    return f"{owner} has a second {element}; only one may stand here.", "Join the two, or remove one."


def bad_content(owner: str, text: str, allowed: tuple[Data | Value, ...]) -> Sentences:
    """Tell that an element holds a text it cannot hold."""
    if not text.strip():
        return f"{owner} is empty.", f"Give it {expected(allowed)}, or leave {owner} out."
    return f"{owner} holds {quoted(text)}; it takes {expected(allowed)}.", ""
