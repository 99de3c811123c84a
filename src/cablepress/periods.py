"""Cards, and how many a page may hold → the years, or months, into which they are split."""

from collections.abc import Callable, Iterable

from cablepress.card import Card


def periods(cards: Iterable[Card], weight: Callable[[Card], int], most: int) -> dict[str, list[Card]]:
    """Sort cards by year, and those of a year with too many by month; what has no year comes last, as `undated`."""
    years, undated = _grouped(cards, lambda card: card.year), []
    if "" in years:
        undated = years.pop("")
    split: dict[str, list[Card]] = {}
    for year, some in years.items():
        is_long = sum(map(weight, some)) > most
        split |= _grouped(some, lambda card: card.order[0][:7]) if is_long else {year: some}
    return {**split, "undated": undated} if undated else split


def _grouped(cards: Iterable[Card], by: Callable[[Card], str]) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        found.setdefault(by(card), []).append(card)
    return found
