"""A schema cut down to the names in some documents has the verdict on them that the whole schema has."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from lxml import etree

from cablepress.grammar.files import read_schema
from cablepress.grammar.specialise import specialise

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = tuple(
    path.read_bytes() for path in sorted((*ROOT.glob("tei/*.xml"), *ROOT.glob("tests/cases/*-ok-*/in.xml")))
)
TEI = "{http://www.tei-c.org/ns/1.0}"
ATTRIBUTES = ("n", "type", "ref", "target", "when", "cert", "{http://www.w3.org/XML/1998/namespace}id", "nonsense")
VALUES = ("", "1", "high", "1994-02-12", "#x", "two words", "13 o'clock")
STRANGE = (f"{TEI}lg", f"{TEI}choice", f"{TEI}egXML", f"{TEI}nonsense", "{http://www.w3.org/2000/svg}svg", "none")

Change = Callable[[Random, etree._Element], None]  # noqa: SLF001 - lxml's name for what is no private class


def parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(collect_ids=False))


def names(root: etree._Element) -> frozenset[str]:
    return frozenset(str(element.tag) for element in root.iter("{*}*"))


def some(random: Random, root: etree._Element) -> etree._Element:
    return random.choice(list(root.iter("{*}*"))[1:] or [root])


def rename(random: Random, root: etree._Element) -> None:
    other = random.choice(STRANGE) if random.random() < 0.3 else str(some(random, root).tag)
    some(random, root).tag = other


def delete(random: Random, root: etree._Element) -> None:
    gone = some(random, root)
    if (parent := gone.getparent()) is not None:
        parent.remove(gone)


def move(random: Random, root: etree._Element) -> None:
    moved, new = some(random, root), some(random, root)
    if moved is not root and moved not in (new, *new.iterancestors()):
        new.insert(random.randint(0, len(new)), moved)


def duplicate(random: Random, root: etree._Element) -> None:
    twin = parsed(etree.tostring(some(random, root), with_tail=False))
    for each in twin.iter("{*}*") if random.random() < 0.7 else ():
        each.attrib.pop(ATTRIBUTES[6], None)
    some(random, root).append(twin)


def set_attribute(random: Random, root: etree._Element) -> None:
    some(random, root).set(random.choice(ATTRIBUTES), random.choice(VALUES))


def drop_attribute(random: Random, root: etree._Element) -> None:
    element = some(random, root)
    if element.attrib:
        del element.attrib[random.choice(list(element.attrib))]


def write(random: Random, root: etree._Element) -> None:
    some(random, root).text = random.choice(VALUES)


def unwrap(random: Random, root: etree._Element) -> None:
    element = some(random, root)
    if (parent := element.getparent()) is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def rewrap(random: Random, root: etree._Element) -> None:
    """Put an element into one more of a name that occurs: often it stays right."""
    element, name = some(random, root), some(random, root).tag
    if (parent := element.getparent()) is not None:
        wrapper = etree.Element(name)
        parent.replace(element, wrapper)
        wrapper.append(element)


CHANGES: tuple[Change, ...] = (
    rename,
    delete,
    move,
    duplicate,
    set_attribute,
    drop_attribute,
    write,
    unwrap,
    rewrap,
)


def mutated(seed: int) -> bytes:
    """Take a document of ours and change a little in it."""
    random = Random(seed)
    root = parsed(random.choice(DOCUMENTS))
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        random.choice(CHANGES)(random, root)
    return etree.tostring(root)


def test_mutations_are_judged_as_by_all_of_tei(tei_schema: Path, whole_tei: etree.RelaxNG) -> None:
    """Each also by what its own names leave of TEI; and by what those of the first few do, which may reject more."""
    schema = read_schema(tei_schema)
    mutations = [mutated(seed) for seed in range(400)]
    union = etree.RelaxNG(specialise(schema, frozenset().union(*(names(parsed(each)) for each in mutations))))
    first = etree.RelaxNG(specialise(schema, names(parsed(mutations[0]))))
    verdicts = [whole_tei.validate(parsed(each)) for each in mutations]
    assert 40 < sum(verdicts) < 360
    assert [union.validate(parsed(each)) for each in mutations] == verdicts
    assert all(right or not first.validate(parsed(each)) for each, right in zip(mutations, verdicts, strict=True))
    for each, right in list(zip(mutations, verdicts, strict=True))[:20]:
        own = etree.RelaxNG(specialise(schema, names(parsed(each))))
        assert own.validate(parsed(each)) is right
