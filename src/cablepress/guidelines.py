"""The grammar, the tables of codes and the cases → the document from which the page of encoding guidelines is made."""

from functools import cache

from lxml import etree

from cablepress.codes import codes
from cablepress.examples import Mistake, right_elements
from cablepress.examples import wrong as mistake
from cablepress.grammar.rng import merge
from cablepress.report.region import line_at, reach
from cablepress.report.spelling import visible
from cablepress.resources import folder

_REACH = 80  # characters of a line on either side of what is wrong
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
            _show(root, wrong, code.name)
    return etree.tostring(root, encoding="utf-8")


def _show(root: etree._Element, wrong: Mistake, code: str) -> None:
    """Add a mistake: what is said of it, and the line, of which the part at fault stands by itself."""
    found, line = wrong.finding, line_at(wrong.finding, {wrong.finding.path: wrong.data})
    begin, end = found.column - 1, (reach(found, line) or found.column) - 1
    shown = etree.SubElement(root, f"{{{_GUIDE}}}mistake", code=code, says=visible(found.message))
    start, stop = max(0, begin - _REACH), end + _REACH
    if line:
        _add(shown, "before", f"{'…' if start else ''}{visible(line[start:begin].lstrip())}")
        _add(shown, "wrong", visible(line[begin:end]))
        _add(shown, "after", f"{visible(line[end:stop].rstrip())}{'…' if stop < len(line) else ''}")


def _add(root: etree._Element, kind: str, text: str, **attributes: str) -> None:
    etree.SubElement(root, f"{{{_GUIDE}}}{kind}", attributes).text = text
