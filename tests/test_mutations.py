"""The edition in tei/ with one defect at a time: each is found, by its code, on its line, and nothing else is.

The defects are rows of mutations.tsv: the codes expected; the file; what is wrong with it; what is replaced there, and
by what; what the line of the finding holds (`cable-1456: …` if that is a line of another file). A slip that is stated
in two places breaks two rules: then both codes are given, and no line.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from cablepress import check
from cablepress.cascade import told_once
from cablepress.document import Document
from cablepress.facts import facts
from cablepress.finding import Finding
from cablepress.parse import parse
from cablepress.source import Source

TESTS = Path(__file__).resolve().parent
EDITION = tuple(sorted((TESTS.parent / "tei").glob("*.xml")))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in EDITION}


@dataclass(frozen=True, slots=True)
class Mutation:
    """A defect: what is replaced by what in a file, and what is expected to be found."""

    codes: str
    stem: str
    defect: str
    find: str
    replace: str
    line: str

    @property
    def text(self) -> str:
        """The file with the defect in it."""
        right = TEXTS[self.stem]
        assert self.find in right, f"{self.stem}.xml has changed: it no longer holds {self.find}"
        return right.replace(self.find, self.replace, 1)

    @property
    def place(self) -> tuple[str, int]:
        """The name of the file in which the finding is expected, and its line."""
        stem, colon, held = self.line.partition(": ")
        if not (colon and stem in TEXTS):
            stem, held = self.stem, self.line
        lines = (self.text if stem == self.stem else TEXTS[stem]).split("\n")
        return f"{stem}.xml", next(number for number, line in enumerate(lines, 1) if held in line)


ROWS = (TESTS / "mutations.tsv").read_text(encoding="utf-8").splitlines()[1:]
MUTATIONS = [Mutation(*row.split("\t")) for row in ROWS]


def parsed(stem: str, text: str) -> Document:
    document = parse(Source(f"{stem}.xml", stem, text.encode()))
    assert isinstance(document, Document)
    return document


@cache
def right(stem: str) -> Document:
    return parsed(stem, TEXTS[stem])


def findings(mutation: Mutation) -> tuple[Finding, ...]:
    """Check the whole edition with one file changed; that the others are right by themselves is tested once."""
    changed = parsed(mutation.stem, mutation.text)
    edition = tuple(changed if stem == mutation.stem else right(stem) for stem in TEXTS)
    by_stem = {document.stem: document for document in edition}
    return told_once((*check.within(changed), *check.across(map(facts, edition), by_stem.__getitem__)))


def test_there_are_as_many_as_the_model_was_tried_with() -> None:
    assert len({mutation.defect for mutation in MUTATIONS}) == len(MUTATIONS) >= 46


def test_the_edition_itself_has_no_findings() -> None:
    documents = tuple(map(right, TEXTS))
    within = tuple(finding for document in documents for finding in check.within(document))
    assert (*within, *check.across(map(facts, documents), right)) == ()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: f"{mutation.codes} {mutation.defect}")
def test_a_defect_is_found_by_its_code_on_its_line(mutation: Mutation) -> None:
    found = findings(mutation)
    assert sorted({each.code for each in found}) == mutation.codes.split()
    # The grammar's messages say themselves what a value may be
    assert all(each.line and each.column and (each.remedy or each.code.startswith("R")) for each in found)
    if mutation.line:
        assert [(each.path, each.line) for each in found] == [mutation.place]
