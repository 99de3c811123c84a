"""A draft → the account of it: what was recognised, how surely and why, and every line that no rule knows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cablepress.importing.draft import Draft, unclaimed
from cablepress.importing.nodes import Node, walk

_LONG = 70


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what was decided, how surely (high, medium, low), why, and the line that it is about."""

    what: str
    said: str
    sure: str = "high"
    why: str = ""
    line: int = 0

    @property
    def sentence(self) -> str:
        """The decision as one line of the report."""
        where = f"line {self.line}: " if self.line else ""
        why = f", {self.why}" if self.why else ""
        return f"  {self.what}: {where}{self.said} ({self.sure}{why})"


def decisions(draft: Draft) -> tuple[Decision, ...]:
    """List every decision about a page, in the order of the work."""
    return (*_layout(draft), *_heading(draft), *_speakers(draft), *_apparatus(draft), *_people(draft), *_rest(draft))


def report(draft: Draft, target: str) -> str:
    """Write the account of a page as text."""
    some = decisions(draft)
    counts = Counter(one.sure for one in some)
    tally = ", ".join(f"{counts[sure]} {sure}" for sure in ("high", "medium", "low") if counts[sure])
    return "\n".join((f"{draft.page.name} → {target}", *(one.sentence for one in some), f"  decisions: {tally}")) + "\n"


def quoted(text: str) -> str:
    """Quote a line, the beginning of it if it is long."""
    return f"“{text}”" if len(text) <= _LONG else f"“{text[:_LONG].rstrip()}…”"


def _layout(draft: Draft) -> Iterator[Decision]:
    laid = draft.laid
    for what, sure, why in laid.why:
        yield Decision(what, laid.kind if what == "layout" else "set apart" if sure != "low" else "none", sure, why)
    if laid.title:
        yield Decision("title", quoted(laid.title), "high", "the page's")
    counted = (
        ("other documents", laid.related),
        ("lines on the source", laid.source),
        ("lines on rights", laid.rights),
        ("lines of furniture", laid.furniture),
    )
    yield from (Decision(what, str(len(some)), "high") for what, some in counted if some)


def _heading(draft: Draft) -> Iterator[Decision]:
    for one in draft.heading.all:
        if one.kind != "unknown":
            yield Decision(one.kind, quoted(one.text), "high" if one.label else "medium", one.why, one.line.number)
    head = draft.heading.head
    if head:
        yield Decision("subject", quoted(head.text), draft.heading.sure, draft.heading.why, head.number)
    elif draft.heading.all:
        yield Decision("subject", "none", draft.heading.sure, draft.heading.why)


def _speakers(draft: Draft) -> Iterator[Decision]:
    forms = draft.convention.forms
    yield Decision("labels of speakers", ", ".join(f"“{form}”" for form in forms) if forms else "none in this document")
    for one in draft.spoken:
        yield Decision(
            "turn",
            f"{quoted(one.label.strip())} is {one.found.key}",
            _worse(one.sure, one.found.sure),
            f"{one.why}; {one.found.why}",
            one.line,
        )
    for at, label, why in draft.convention.refused:
        yield Decision(
            "not a speaker",
            quoted(label),
            "medium",
            f"{why}, but neither recurs nor takes part",
            draft.paragraphs[at].line.number,
        )
    for rare, frequent in draft.convention.variants:
        yield Decision(
            "perhaps one person", f"“{rare}” and “{frequent}”", "low", "the labels are alike; they were not merged"
        )


def _worse(one: str, other: str) -> str:
    return max((one, other), key=("high", "medium", "low").index)


def _apparatus(draft: Draft) -> Iterator[Decision]:
    parts = tuple(walk(draft.root))
    gaps = [each for each in parts if each.name == "gap"]
    for reason in sorted({gap.get("reason") for gap in gaps}):
        some = Counter((gap.get("unit"), gap.get("cert") or "high") for gap in gaps if gap.get("reason") == reason)
        for (unit, sure), count in sorted(some.items()):
            yield Decision(
                reason, f"{count} × {unit}", sure, "" if sure == "high" else "the words do not say what is missing"
            )
    kinds = Counter(
        _kind(each) for each in parts if each.name in ("note", "supplied", "expan", "sic", "stage", "pc", "bibl")
    )
    yield from (Decision(kind, str(count)) for kind, count in sorted(kinds.items()) if kind)


def _kind(one: Node) -> str:
    match one.name:
        case "note":
            is_own = one.get("type") in ("translator", "footnote") and not one.get("subtype")
            return {"translator": "translator's notes", "footnote": "footnotes"}[one.get("type")] if is_own else ""
        case "bibl":
            return "telegrams named" if one.get("type") == "telegram" else ""
    return {
        "supplied": "insertions",
        "expan": "words filled in",
        "sic": "slips marked",
        "stage": "stage remarks",
        "pc": "brackets kept",
    }[one.name]


def _people(draft: Draft) -> Iterator[Decision]:
    for one in draft.records:
        yield Decision(
            "new in authority.xml", f"{one.key}, {quoted(one.name)}", "low", "a draft record, for an editor to confirm"
        )


def _rest(draft: Draft) -> Iterator[Decision]:
    for one in unclaimed(draft):
        yield Decision("no rule knows", quoted(one.text), "low", "kept as a line of the heading", one.line.number)
    for line in draft.laid.unclaimed:
        yield Decision("no rule knows", quoted(line.text), "low", "kept as furniture of the page", line.number)
    if draft.laid.kind == "plain" and not draft.heading.all and not draft.spoken:
        for each in draft.paragraphs:
            yield Decision("no rule knows", quoted(each.text), "low", "kept as a paragraph", each.line.number)
    for words in draft.lost:
        yield Decision("words differ", quoted(words), "low", "compare the draft with the page")
