"""The grammar, the tables of codes and the cases → the document from which the page of encoding guidelines is made."""

from functools import cache

from lxml import etree

from cablepress.codes import codes
from cablepress.examples import right_elements
from cablepress.examples import wrong as mistake
from cablepress.grammar.rng import merge
from cablepress.report.prose import paragraph
from cablepress.resources import folder

_GUIDE = "urn:cablepress:guide"


@cache
def guidelines() -> bytes:
    """Join the grammar, an example of each element, what each code demands and a mistake of each."""
    root = etree.Element(f"{{{_GUIDE}}}guide", nsmap={"g": _GUIDE})
    root.append(merge(folder("schema") / "cable.rng"))
    for name, shown in sorted(right_elements().items()):
        _add(root, "example", shown.excerpt.text, element=name)
    for code in codes().values():
        _add(root, "code", code.says, name=code.name)
        if wrong := mistake(code.name):
            _add(root, "mistake", paragraph(wrong.finding, {wrong.finding.path: wrong.data}), code=code.name)
    return etree.tostring(root, encoding="utf-8")


def _add(root: etree._Element, kind: str, text: str, **attributes: str) -> None:
    etree.SubElement(root, f"{{{_GUIDE}}}{kind}", attributes).text = text
