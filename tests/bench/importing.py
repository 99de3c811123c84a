"""The pages in tests/importing and what is true of them → how well an import finds it, and how fast.

`python tests/bench/importing.py` prints precision and recall for speakers, redactions and each field of the heading,
with `--each` also for each kind of page (the first word of its folder's name); and the pages imported in a second.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from time import process_time

from cablepress.importing import account, draft, page, tei
from cablepress.importing.holdings import Holdings
from cablepress.importing.nodes import Node, texts, walk
from cablepress.source import Source

ROOT = Path(__file__).resolve().parents[2]
CASES, REAL = ROOT / "tests" / "importing", ROOT / "tei" / "transcriptions" / "cable-1468.txt"
PARAGRAPH = 150  # characters
FIELDS: tuple[str, ...] = ("number", "registration", "to", "from", "sent", "received", "subject")
FIELDS += ("markings", "handling", "reference", "distribution", "abstract")
Truth = dict[str, list[str]]


@dataclass(slots=True)
class Tally:
    """What was right, what should have been found, what was found."""

    right: int = 0
    due: int = 0
    found: int = 0

    def add(self, due: list[str], found: list[str]) -> None:
        """Compare two lists in order."""
        blocks = SequenceMatcher(None, due, found, autojunk=False).get_matching_blocks()
        self.right += sum(block.size for block in blocks)
        self.due += len(due)
        self.found += len(found)

    @property
    def precision(self) -> float:
        """How much of what was found is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """How much of what there is was found; 1 where there is nothing."""
        return self.right / self.due if self.due else 1.0


@dataclass(slots=True)
class Score:
    """The tallies of some pages by what was looked for, false turns on pages without any, pages that lost words."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    false_turns: int = 0
    lost: int = 0


def cases() -> list[Path]:
    """List the pages that somebody has said the truth about."""
    return sorted(path.parent for path in CASES.glob("*/truth.txt"))


def truth(case: Path) -> Truth:
    """Read what is true of a page: a line for each fact."""
    told: Truth = {}
    for line in (case / "truth.txt").read_text(encoding="utf-8").splitlines():
        kind, _, said = line.partition(": ")
        told.setdefault(kind, []).append(said)
    return told


def drafted(case: Path) -> draft.Draft:
    """Import a page, as into an edition that holds nothing yet."""
    read = page.read(Source("page.txt", case.name, (case / "page.txt").read_bytes()))
    if not isinstance(read, page.Page):
        raise TypeError(f"{case.name} cannot be read: {read.message}")
    return draft.draft(read, case.name, Holdings(), "2026-11-25")


def score(some: list[Path]) -> Score:
    """Compare what was found on some pages with the truth."""
    made = Score()
    for case in some:
        told, found = truth(case), facts(drafted(case))
        for kind in ("speaker", "redaction"):
            made.tallies[kind].add(told.get(kind, []), found[kind])
        for kind in FIELDS:
            if kind in told:  # of other pages nothing is said
                made.tallies[kind].add(told[kind], found[kind])
        made.false_turns += len(found["speaker"]) if not told.get("speaker") else 0
        made.lost += bool(found["lost"])
    return made


def facts(one: draft.Draft) -> Truth:
    """List what a draft says, in the terms of the truth."""
    div = next(each for each in walk(one.root) if each.name == "div")
    segs: dict[str, list[Node]] = defaultdict(list)
    for each in walk(div):
        segs[each.get("type") if each.name == "seg" else each.name].append(each)
    rows = [*segs["markings"], *segs["registration"]]
    inner = [each for row in segs["markings"] for each in walk(row) if each is not row]
    return {
        "speaker": [_label(sp) for sp in segs["sp"]],
        "redaction": [_missing(gap) for gap in segs["gap"] if gap.get("reason") == "redacted"],
        "number": [_said(each) for row in rows for each in walk(row) if each.get("type") == "telegram"],
        "registration": [
            _said(each) for row in rows for each in walk(row) if each.name == "idno" and each not in inner
        ],
        "to": [_value(seg) for seg in segs["to"]],
        "from": [_value(seg) for seg in segs["from"]],
        "sent": list(_dates(segs["dateline"]))[:1],
        "received": list(_dates(segs["received"]))[:1],
        "subject": [_said(head) for head in div.children if isinstance(head, Node) and head.name == "head"],
        "markings": [_said(each) for each in inner if each.get("type") in ("classification", "precedence")],
        "handling": [_said(seg) for seg in segs["handling"] if seg not in inner],
        "reference": [number for seg in (*segs["reference"], *segs["series"]) for number in _numbers(seg)],
        "distribution": ["yes"] if segs["distribution"] else [],
        "abstract": ["yes"] if one.laid.abstract else [],
        "lost": list(one.lost),
    }


def _said(one: Node) -> str:
    return " ".join(texts(one.children).split())


def _value(one: Node) -> str:
    return re.sub(r"^(?:to|from|fm|memorandum for)\b\s*:?\s*", "", _said(one), flags=re.IGNORECASE)


def _label(sp: Node) -> str:
    first = sp.children[0]
    return _said(first) if isinstance(first, Node) and first.name == "speaker" else "-"


def _missing(gap: Node) -> str:
    measure = next(each for each in ("quantity", "atMost", "atLeast", "extent") if gap.get(each))
    return f"{gap.get('unit')} {measure} {gap.get(measure)}"


def _dates(lines: list[Node]) -> Iterator[str]:
    dates = (each for line in lines for each in walk(line) if each.name == "date")
    return (found for each in dates if (found := each.get("when") or each.get("notBefore")))


def _numbers(seg: Node) -> list[str]:
    named = (re.search(r"\d+", _said(each)) for each in walk(seg) if each.name in ("bibl", "ref"))
    return [found[0] for found in named if found] or ["-"]


def invented(size: int, count: int) -> Iterator[Source]:
    """Make pages of about so many bytes, each with other words, for what was read once is read again in no time."""
    lines = REAL.read_text(encoding="utf-8").split("\n")
    text = [n for n, line in enumerate(lines) if len(line) > PARAGRAPH]
    words = [word for n in text for word in lines[n].split() if word[0] not in "(["]
    for number in range(count):
        chance = Random(number)
        left, kept = sum(map(len, lines)), set(range(len(lines)))
        for n in chance.sample(text, len(text)):
            if left > size:
                left, kept = left - len(lines[n]), kept - {n}
        made = (_reworded(lines[n], words, chance) if n in text else lines[n] for n in sorted(kept))
        yield Source("page.txt", f"page-{number}", "\n".join(made).encode())


def _reworded(line: str, words: list[str], chance: Random) -> str:
    """Put other words in the place of those of a paragraph; its label stays."""
    label = re.match(r"(?:\([A-Z][^()]*\) )?", line)
    drawn = " ".join(chance.choices(words, k=len(line.split()))).rstrip(".,")
    return f"{label[0] if label else ''}{drawn[0].upper()}{drawn[1:]}."


def pace(some: Iterable[Source]) -> float:
    """Import pages, with report and TEI; return how many in a second of processor time."""
    sources = tuple(some)
    begin = process_time()
    for source in sources:
        read = page.read(source)
        if isinstance(read, page.Page):
            made = draft.draft(read, source.stem, Holdings(), "2026-11-25")
            tei.written(made.root)
            account.report(made, "draft.xml")
    return len(sources) / (process_time() - begin)


def table(some: list[Path], name: str) -> str:
    """Print the tallies of some pages."""
    made = score(some)
    rows = (
        f"  {kind:13}{each.precision:10.3f}{each.recall:10.3f}{each.due:8}"
        for kind, each in made.tallies.items()
        if each.due or each.found
    )
    head = (
        f"{name}: {len(some)} pages, {made.false_turns} false turns where there are none, {made.lost} with lost words"
    )
    return "\n".join((head, f"  {'':13}{'precision':>10}{'recall':>10}{'due':>8}", *rows))


def main() -> None:
    """Print everything."""
    some = cases()
    kinds = sorted({case.name.split("-")[0] for case in some})
    for kind in kinds if "--each" in sys.argv else ():
        print(table([case for case in some if case.name.split("-")[0] == kind], kind), end="\n\n")
    print(table(some, "all"))
    print("\npages a second of processor time")
    for size in (5500, 12500):
        print(f"  of {size / 1000:4.1f} KB {pace(invented(size, 200)):10.0f}")


if __name__ == "__main__":
    main()
