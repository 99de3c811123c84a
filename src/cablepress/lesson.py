"""A code, or the name of an element or attribute → what an editor should know of it, as text.

What it means, where it may stand and what it may hold is the grammar's to say; what a code demands, the table's in
schema/README.md; and both examples come from the cases that the tests replay.
"""

from collections.abc import Iterable, Iterator
from textwrap import fill

from cablepress import examples, mistakes
from cablepress.codes import Code, codes
from cablepress.excerpt import Excerpt
from cablepress.grammar import habits, sentences, spelling
from cablepress.grammar.derivative import attributes
from cablepress.grammar.guide import AttributeEntry, ElementEntry, guide
from cablepress.grammar.verdict import grammar
from cablepress.report.prose import paragraph
from cablepress.report.spelling import visible

_WIDTH = 100
_COLUMN = 12


def of_code(code: Code) -> str:
    """Explain a code: what it demands, which elements it is about, a wrong and a right example."""
    grave = " or ".join(code.severities)
    wrong, right = examples.wrong(code.name), examples.right(code.name)
    said = [f"{code.name}: {grave} ({code.group})\n", _filled(code.says), ""]
    concerned = _concerned(code.name)
    said += [_field("concerns", ", ".join(concerned))] if concerned else []
    said += [_field("more", f"cablepress explain {concerned[0].partition('/')[0]}")] if concerned else []
    if wrong is None:
        said += ["", _filled("There is no example: no case can hold a file like that.")]
    return "\n".join([*said, "", *_examples(wrong, right)])


def of_element(name: str) -> str:
    """Explain an element: what it means, where it may stand, what it may hold, a wrong and a right example."""
    entries = guide(grammar())[name]
    said = [f"{name}: element\n"]
    for entry in entries:
        said += [_entry(entry, is_alone=len(entries) == 1), ""]
    told = sorted(_codes(name))
    said += [_field("mistakes", ", ".join(told)), ""] if told else []
    return "\n".join([*said, *_examples(mistakes.in_element(name), examples.right_elements()[name].excerpt)])


def of_attribute(name: str, owner: str = "") -> str:
    """Explain an attribute, of one element or of all that have it."""
    said = [f"{f'{owner}/' if owner else ''}@{name}: attribute\n"]
    for meaning, owners in _meanings(name, owner).items():
        said += [_filled(meaning[0]), _field("takes", meaning[1]), _field("of", ", ".join(owners)), ""]
    return "\n".join([*said, *_examples(examples.wrong_attribute(name, owner), examples.right_attribute(name, owner))])


def elements() -> tuple[str, ...]:
    """Name the elements that can be explained."""
    return tuple(guide(grammar()))


def attribute_names(owner: str = "") -> tuple[str, ...]:
    """Name the attributes that can be explained, of one element or of all."""
    entries = (entry for name, some in guide(grammar()).items() if owner in ("", name) for entry in some)
    return tuple(sorted({each.name for entry in entries for each in entry.attributes}))


def contents() -> str:
    """List all codes by their groups, with what each demands."""
    said, group = list[str](), ""
    for code in codes().values():
        said += [f"{'' if not group else chr(10)}{code.group}\n"] if code.group != group else []
        group = code.group
        said.append(fill(f"{code.name}  {code.says}", _WIDTH, initial_indent="  ", subsequent_indent="       "))
    return "\n".join(
        [*said, "", "An element or attribute is explained by its name: cablepress explain gap, or @resp.\n"]
    )


def _concerned(code: str) -> list[str]:
    """Name what the grammar refuses under a code; if it is not the grammar that does, what the example is about."""
    found = dict.fromkeys(_under(code))
    wrong = examples.wrong(code) if not found else None
    return list(found) or ([examples.subject_of(wrong)] if wrong and examples.subject_of(wrong) else [])


def _under(code: str) -> Iterator[str]:
    for declaration in grammar().declarations:
        name = sentences.name(declaration.name)
        if declaration.advice.code == code:
            yield name
        for each in attributes(declaration.content):
            if each.advice.code == code:
                yield f"{name}/@{sentences.name(each.name)}"


def _codes(name: str) -> set[str]:
    """Name the codes under which the grammar refuses an element, or an attribute of it."""
    found = [each for each in grammar().declarations if sentences.name(each.name) == name]
    own = {each.advice.code for each in found}
    return (own | {each.advice.code for one in found for each in attributes(one.content)}) - {""}


def _entry(entry: ElementEntry, *, is_alone: bool) -> str:
    where = ", ".join(entry.parents) or "nothing: it is the root"
    place = [] if is_alone else [f"In {where}:"]
    inside = [_field("stands in", where)] if is_alone else []
    own = [_attribute(each) for each in entry.attributes] or [_field("attributes", "none")]
    return "\n".join([*map(_filled, (*place, entry.meaning)), *inside, _field("holds", entry.content), *own])


def _attribute(entry: AttributeEntry) -> str:
    need = "required" if entry.is_required else "optional"
    told = (f"{meaning} Takes {values}." for meaning, values in entry.meanings)
    return _field(f"@{entry.name}", f"({need}) {' '.join(told)}")


def _meanings(name: str, owner: str) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for element, entries in guide(grammar()).items():
        for each in (each for entry in entries for each in entry.attributes if each.name == name):
            for meaning in each.meanings if owner in ("", element) else ():
                owners = found.setdefault(meaning, [])
                owners += [element] if element not in owners else []
    return found


def _examples(wrong: examples.Mistake | None, right: Excerpt | None) -> Iterator[str]:
    if wrong:
        yield "Wrong:\n"
        shown = paragraph(wrong.finding, {wrong.finding.path: wrong.data})
        yield from _indented(shown.splitlines())
        yield ""
    if right:
        yield f"Right, as in {right.path}:\n"
        yield from _indented(map(visible, right.lines))
        yield ""


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}".rstrip() for line in lines)


def _filled(text: str) -> str:
    return fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _field(label: str, text: str) -> str:
    hanging = " " * (_COLUMN + 2)
    return fill(
        text,
        _WIDTH,
        initial_indent=f"  {label:{_COLUMN}}"[: max(_COLUMN + 2, len(label) + 3)],
        subsequent_indent=hanging,
    )


def unknown(subject: str) -> str:
    """Say that there is no such thing, and what was probably meant."""
    word = subject.rpartition("@")[2]
    if word != subject:
        near = spelling.likely(word, attribute_names())
        guess, hint = f"@{near}" if near else "", ""
    else:
        guess, hint = habits.meant(word) or spelling.likely(word, (*codes(), *elements())), habits.hint(word)
    if not guess and word in attribute_names():
        guess = f"@{word}"
    asked = f" Did you mean {guess}?" if guess else f" {hint}" if hint else " cablepress explain lists all codes."
    return f"There is no code, element or attribute {subject} in this edition.{asked}"
