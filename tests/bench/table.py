"""What everything cost → rows: a figure, what it must be, what it should be, and whether it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from measure import Cost

Round = Mapping[str, Cost]
_HEADINGS = ("", "cables", "figure", "must be", "aim", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Its limits are what must be and what should be: upper ones, unless `is_speed`."""

    name: str
    count: int
    figure: float | None
    limits: tuple[float, ...] = ()
    is_speed: bool = False
    missing: str = ""

    @property
    def verdict(self) -> str:
        """Say whether the figure is what it must be, or even what it should be."""
        if self.figure is None:
            return f"not measured: {self.missing}"
        kept = [self._is_within(limit) for limit in self.limits]
        if not kept:
            return ""
        return "no" if not kept[0] else "yes" if all(kept) else "yes, but short of the aim"

    def _is_within(self, limit: float) -> bool:
        figure = self.figure or 0
        return figure >= limit if self.is_speed else figure <= limit


def ratio(rounds: Sequence[Round], over: str, under: str, what: Callable[[Cost], float]) -> float | None:
    """Divide one cost by another, in each round, and take the median; nothing if one of them was not measured."""
    found = [what(each[over]) / what(each[under]) for each in rounds if over in each and under in each]
    return median(found) if found else None


def cpu(cost: Cost) -> float:
    """Take the time of the processor."""
    return cost.cpu


def wall(cost: Cost) -> float:
    """Take the time of the wall."""
    return cost.wall


def printed(rows: Sequence[Row]) -> str:
    """Lay rows out as a table."""
    cells = [_HEADINGS, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join((one[0].ljust(widths[0]), *map(str.rjust, one[1:5], widths[1:5]), one[5])).rstrip() for one in cells
    )


def _cells(row: Row) -> tuple[str, ...]:
    sign = "≥" if row.is_speed else "≤"
    limits = [f"{sign} {limit:g}" for limit in row.limits] + [""] * (2 - len(row.limits))
    return row.name, f"{row.count:,}", _figure(row.figure), *limits, row.verdict


def _figure(figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"
