"""What was found, and how long it took → a line that says so."""

from collections.abc import Mapping

from cablepress.finding import Finding


def summary(findings: tuple[Finding, ...], files: int, *, seconds: float | None = None, omitted: int = 0) -> str:
    """Say in one line what was checked, in what time, and what came of it; `omitted` findings were not shown."""
    severe = sum(each.is_error for each in findings)
    taken = "" if seconds is None else f", in {seconds:.2f} s"
    checked = counted(files, "file")
    if not findings:
        return f"{checked} checked: nothing found{taken}."
    unseen = f" {omitted} of them not shown." if omitted else ""
    said = f"{counted(severe, 'error')}, {counted(len(findings) - severe, 'warning')}"
    return f"{checked} checked: {said}{taken}.{unseen}"


def spent(seconds: Mapping[str, float], wall: float) -> str:
    """Say where the time went, the longest stage first; stages run side by side in several processes."""
    total = sum(seconds.values())
    rows = sorted(seconds.items(), key=lambda item: -item[1])
    lines = [f"{stage:14} {took:8.2f} s {took / total:5.0%}\n" for stage, took in rows]
    return "".join((*lines, f"{'all stages':14} {total:8.2f} s, in {wall:.2f} s by the clock\n"))


def counted(number: int, noun: str) -> str:
    """Count something, in the singular or the plural."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
