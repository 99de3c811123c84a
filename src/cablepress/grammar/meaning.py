"""The name of an element, or of an attribute of one, and where it stands → what it means, in the grammar's words."""

from cablepress.document import TEI
from cablepress.grammar import verdict
from cablepress.grammar.derivative import attributes, children
from cablepress.grammar.guide import clark
from cablepress.grammar.pattern import Declaration


def of_element(name: str, parent: str = "") -> tuple[str, ...]:
    """Say what an element means where it stands in a certain parent; in several ways if it is declared in several."""
    return tuple(dict.fromkeys(each.meaning for each in _declared(name, parent) if each.meaning))


def of_attribute(element: str, attribute: str, parent: str = "") -> tuple[str, ...]:
    """Say what an attribute of an element means, in as many ways as it is declared."""
    own = (each for one in _declared(element, parent) for each in attributes(one.content))
    return tuple(dict.fromkeys(each.meaning for each in own if each.name == clark(attribute) and each.meaning))


def _declared(name: str, parent: str) -> tuple[Declaration, ...]:
    every = verdict.grammar().declarations
    around = (each for each in every if each.name == TEI + parent)
    inside = tuple(child for each in around for child in children(each.content) if child.name == TEI + name)
    return inside or tuple(each for each in every if each.name == TEI + name)
