"""Mistakes whose marks were written down beforehand → a table: what cablepress, libxml2 and jing say of them.

With `--misses`, every mark that our own messages miss, and what they say instead; with `--seconds`, what it takes.
"""

import re
import sys
from collections.abc import Callable, Mapping
from time import process_time

from mistakes import Case, Mark, cases
from validators import Message, has_jing, jing, libxml2, ours

_HEADINGS = ("", "line", "column", "named", "expected", "one message each", "all found")
_SLOW = 0.05


def is_named(mark: Mark, message: Message) -> bool:
    """Whether a message says what it is about."""
    return re.search(rf"(?<![\w-]){re.escape(mark.names)}(?![\w-])|^{re.escape(mark.names)}", message.text) is not None


def answer(mark: Mark, said: tuple[Message, ...]) -> Message | None:
    """Find the message that is about a mark: on its line, best at its column and with its name; else anywhere."""
    ranked = sorted(said, key=lambda each: (each.line == mark.line, each.column == mark.column, is_named(mark, each)))
    best = ranked[-1] if ranked else None
    return best if best and (best.line == mark.line or is_named(mark, best)) else None


def marks_hit(mark: Mark, message: Message | None) -> tuple[bool, bool, bool, bool]:
    """Say of a mark whether its line, its column, its name and what is expected are told."""
    if message is None:
        return (False, False, False, False)
    is_on_line = message.line == mark.line
    is_told = re.search(mark.expects, message.text) is not None
    return is_on_line, is_on_line and message.column == mark.column, is_named(mark, message), is_told


def score(found: Mapping[str, tuple[Message, ...]], tried: tuple[Case, ...]) -> tuple[float, ...]:
    """Count: the first four figures are shares of the marks, the last two of the cases."""
    hits = [marks_hit(mark, answer(mark, found[case.name])) for case in tried for mark in case.marks]
    single = [len(found[case.name]) == len(case.marks) for case in tried]
    every = [all(answer(mark, found[case.name]) for mark in case.marks) for case in tried]
    return tuple(sum(column) / len(column) for column in (*zip(*hits, strict=True), single, every))


def printed(rows: Mapping[str, tuple[float, ...]]) -> str:
    """Lay the figures out as a table."""
    lines = [_HEADINGS, *((name, *(f"{figure:.1%}" for figure in figures)) for name, figures in rows.items())]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.rjust, line, widths)) for line in lines)


def timed(function: Callable[[Case], tuple[Message, ...]], case: Case) -> tuple[tuple[Message, ...], float]:
    """Ask a validator, and count the time of the processor, which other programs cannot take."""
    begin = process_time()
    return function(case), process_time() - begin


def misses(found: Mapping[str, tuple[Message, ...]], tried: tuple[Case, ...]) -> None:
    """Print whatever is not told as it should be."""
    for case in tried:
        said = found[case.name]
        missed = [mark for mark in case.marks if not all(marks_hit(mark, answer(mark, said)))]
        if missed or len(said) != len(case.marks):
            print(f"\n{case.name}")
            print(*(f"  wanted {mark}" for mark in missed), sep="\n")
            print(*(f"  said   {each.line}:{each.column}: {each.text}" for each in said), sep="\n")


def main() -> None:
    """Print the table."""
    tried = cases()
    ours(tried[0])
    answers = {case.name: timed(ours, case) for case in tried}
    found = {name: said for name, (said, _) in answers.items()}
    rows = {"cablepress": score(found, tried), "libxml2": score({one.name: libxml2(one) for one in tried}, tried)}
    if has_jing():
        rows["jing"] = score(jing(tried), tried)
    print(f"{len(tried)} files with {sum(len(case.marks) for case in tried)} mistakes\n\n{printed(rows)}")
    if "--seconds" in sys.argv:
        slowest = sorted(answers.items(), key=lambda item: -item[1][1])[:5]
        print(*(f"{name}: {1000 * seconds:.0f} ms" for name, (_, seconds) in slowest), sep="\n")
    if "--misses" in sys.argv:
        misses(found, tried)


if __name__ == "__main__":
    main()
