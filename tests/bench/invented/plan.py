"""How large an edition is → which telegrams it has: whole, divided, withheld, described only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from invented import vocabulary

_FIRST_DAY = date(1994, 1, 3)
_DAYS = 330


@dataclass(frozen=True, slots=True)
class Plan:
    """One telegram before it is written."""

    number: int
    kind: str
    part: int
    parts: int
    sent: date
    topic: str
    related: tuple[int, ...]

    @property
    def stem(self) -> str:
        """The name of its file, without the extension."""
        return f"cable-{self.number}"

    @property
    def subject(self) -> str:
        """Its subject line, which also says which part of a divided telegram it is."""
        return f"Talks on {self.topic}" + (f" ({self.part} of {self.parts})" if self.parts > 1 else "")

    @property
    def neighbours(self) -> tuple[tuple[str, int], ...]:
        """The parts before and after it."""
        before = (("prev", self.number - 1),) if self.part > 1 else ()
        return (*before, *((("next", self.number + 1),) if self.part < self.parts else ()))


def plans(count: int) -> Iterator[Plan]:
    """Plan the telegrams of an edition; the first is always whole."""
    rng = Random(f"plan {count}")
    number = 1
    while number <= count:
        kind, parts = _kind(rng) if number > 1 else ("cable", 1)
        parts = min(parts, count - number + 1)
        sent = _FIRST_DAY + timedelta(number * _DAYS // (count + 1))
        topic = rng.choice(vocabulary.SUBJECTS)
        for part in range(1, parts + 1):
            yield Plan(number, kind, part, parts, sent, topic, _related(number, count, rng))
            number += 1


def _kind(rng: Random) -> tuple[str, int]:
    """Of a hundred telegrams five have no text, and about a sixth are parts of one that was divided."""
    chance = rng.random()
    if chance < 0.06:
        return rng.choice(("withheld", "stub")), 1
    return "cable", rng.choice((2, 2, 3)) if chance < 0.13 else 1


def _related(number: int, count: int, rng: Random) -> tuple[int, ...]:
    """Choose a few others: neither itself nor those beside it, which may be parts of the same telegram."""
    chosen = {rng.randint(1, count) for _ in range(rng.randrange(6))}
    return tuple(sorted(other for other in chosen if abs(other - number) > 3))
