"""A validated edition, and which of its cables are asked about → what collating them came to."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from cablepress.collation.account import Account
from cablepress.corpus import LEDGER, TRANSCRIPTIONS, Corpus
from cablepress.finding import Finding, errors
from cablepress.known import Known
from cablepress.validate import Validated

_BY_KIND = {"stub": "only described", "withheld": "withheld, it has no text"}


@dataclass(frozen=True, slots=True)
class Apart:
    """A cable that was not compared with anything, and why."""

    path: str
    why: str
    is_mistake: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """The cables asked about: those that were compared, those that were not; and what is wrong with pages or ledger."""

    accounts: tuple[Account, ...]
    apart: tuple[Apart, ...]
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing departs that is not declared, and nothing kept a cable from being compared."""
        departs = any(each.undeclared for each in self.accounts)
        return not departs and not self.findings and not any(each.is_mistake for each in self.apart)


def overview(validated: Validated, stems: Collection[str]) -> Overview:
    """Gather what collating came to, for some cables; for all, if none is named."""
    accounts = tuple(each for each in validated.accounts if not stems or each.stem in stems)
    compared = {each.stem for each in validated.accounts}
    rest = (known for known in validated.files if known.file.stem not in compared)
    pages = {page.stem for page in validated.corpus.transcriptions}
    apart = tuple(each for known in rest if not stems or known.file.stem in stems for each in _apart(known, pages))
    return Overview(accounts, apart, tuple(_others(validated, stems)))


def joined(seen: Iterable[Overview]) -> Overview:
    """Put what collating several editions came to together."""
    parts = tuple(seen)
    return Overview(
        tuple(each for part in parts for each in part.accounts),
        tuple(each for part in parts for each in part.apart),
        tuple(each for part in parts for each in part.findings),
    )


def _apart(known: Known, pages: Collection[str]) -> Iterator[Apart]:
    facts = known.examination.facts
    if facts is not None and not facts.is_cable:
        return
    if known.file.stem not in pages:
        yield Apart(known.file.name, _BY_KIND.get(facts.kind if facts else "", "there is no transcription"))
    elif errors(known.examination.findings):
        yield Apart(known.file.name, "it has errors, which cablepress validate tells", is_mistake=True)
    else:
        yield Apart(known.file.name, "its transcription could not be compared", is_mistake=True)


def _others(validated: Validated, stems: Collection[str]) -> Iterator[Finding]:
    """Find what is wrong with pages and ledger as such."""
    corpus = validated.corpus
    told = {finding for each in validated.accounts for finding in each.findings()}
    yield from (
        each
        for each in errors(validated.findings)
        if _concerns(corpus, stems, PurePath(each.path)) and each not in told
    )


def _concerns(corpus: Corpus, stems: Collection[str], path: PurePath) -> bool:
    """Whether a file is the ledger, the folder of the pages, or the page of a cable asked about, readable or not."""
    pages = PurePath(corpus.folder.as_posix(), TRANSCRIPTIONS)
    is_page = path.parent == pages and path.suffix == ".txt" and (not stems or path.stem in stems)
    return is_page or path in {pages, pages.with_name(LEDGER)}
