"""A text and a place in it → what the element or attribute there means, in the grammar's words."""

from cablepress.document import TEI
from cablepress.grammar import meaning, sentences, verdict
from cablepress.grammar.derivative import attributes, children
from cablepress.lsp.cursor import Word, word

_MANY = 12


def hover(text: str, offset: int) -> tuple[Word, str] | None:
    """Return the name at a place, and what is to be said of it, in Markdown; None if there is nothing."""
    found = word(text, offset)
    if found is None:
        return None
    said = _attribute(found) if found.attribute else _element(found)
    return (found, said) if said else None


def _element(found: Word) -> str:
    says = meaning.of_element(found.element, found.parent)
    content = verdict.grammar().contents.get(TEI + found.element)
    if content is None:
        return ""
    names = [sentences.element_name(each.name) for each in children(content)]
    given = [sentences.name(each.name) for each in attributes(content)]
    parts = [f"**{found.element}**", *says, _list("Holds", names), _list("Attributes", given)]
    return "\n\n".join(filter(None, parts))


def _attribute(found: Word) -> str:
    says = meaning.of_attribute(found.element, found.attribute, found.parent)
    return "\n\n".join((f"**{found.element}/@{found.attribute}**", *says)) if says else ""


def _list(what: str, names: list[str]) -> str:
    unique = tuple(dict.fromkeys(names))
    if not unique:
        return ""
    shown = ", ".join(f"`{name}`" for name in unique[:_MANY])
    return f"{what}: {shown}{' …' if len(unique) > _MANY else ''}"
