"""The search index: every word of a passage leads to it, the same edition has the same index, nothing is made twice."""

import json
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablepress.corpus import read_corpus
from cablepress.edition import Edition
from cablepress.memory import Memory, Printed
from cablepress.publication import Kept, Made
from cablepress.search import index as indexing
from cablepress.search.index import files
from cablepress.search.making import index
from cablepress.search.passages import BAR, Filed, Passage, filed
from cablepress.search.postings import LETTERS, written
from cablepress.search.terms import terms
from cablepress.validate import Validated, validate
from cablepress.workers import Pool

ValidatedCase = Callable[[Path], Validated]
CASE = Path(__file__).parent / "cases" / "search"


def data(index_files: dict[str, bytes], name: str) -> Any:  # noqa: ANN401 - JSON has no types
    script = index_files[f"search/{name}.js"].decode()
    return json.loads(f"[{script.strip().removeprefix('cablepress.put(').removesuffix(');')}]")[1]


def places(letters: str) -> list[tuple[int, bool]]:
    found, last, value = [], 0, 0
    for letter in letters:
        bits = LETTERS.index(letter)
        value = value * 32 + bits % 32
        if bits < 32:
            last += value >> 1
            found.append((last, value % 2 == 1))
            value = 0
    return found


def postings(index_files: dict[str, bytes]) -> dict[str, list[tuple[int, bool]]]:
    shelves = (data(index_files, Path(name).stem) for name in index_files if name.startswith("search/terms-"))
    return {
        term: places(where) for shelf in shelves for term, where in (entry.split(" ") for entry in shelf.split("|"))
    }


def passages(edition: Edition) -> list[Passage]:
    return [passage for card in edition.cards for passage in filed(card.full, card.leaf.xml).passages]


def index_of(edition: Edition) -> dict[str, bytes]:
    return dict(files([filed(card.full, card.leaf.xml) for card in edition.cards]))


@pytest.fixture
def corpus(root: Path, inline: Pool) -> Edition:
    return validate(read_corpus(root / "tei"), inline, Memory("", "")).edition


def editions(corpus: Edition, validated_case: ValidatedCase) -> Iterator[Edition]:
    yield corpus
    yield validated_case(CASE).edition


def test_every_word_leads_to_its_passage(corpus: Edition, validated_case: ValidatedCase) -> None:
    for edition in editions(corpus, validated_case):
        found = postings(index_of(edition))
        for place, passage in enumerate(passages(edition)):
            for word in passage.text.split():
                assert all(place in dict(found[term]) for term in terms(word)), word


def test_every_passage_has_its_text_and_address(corpus: Edition) -> None:
    index_files = index_of(corpus)
    head = data(index_files, "index")
    rows = [
        row for number in range(-(-head["passages"] // head["block"])) for row in data(index_files, f"text-{number}")[1]
    ]
    assert [(row[1], row[5]) for row in rows] == [(passage.anchor, passage.text) for passage in passages(corpus)]
    assert {f"p{number}" for number in range(1, 17)} <= {row[1] for row in rows}


def test_a_redaction_is_told_from_other_words(validated_case: ValidatedCase) -> None:
    texts = [passage.text for passage in passages(validated_case(CASE).edition)]
    assert any(f"One tariff, of {BAR}[redacted: 3 words]{BAR}, was" in text for text in texts)


def test_a_passage_is_filed_under_who_speaks_and_who_is_named(validated_case: ValidatedCase) -> None:
    edition = validated_case(CASE).edition
    found, anchors = postings(index_of(edition)), [passage.anchor for passage in passages(edition)]
    assert [anchors[place] for place, _ in found["@visitor"]] == ["p4", "p5", "t2"]
    assert [anchors[place] for place, _ in found["+envoy"]] == ["", "p4", ""]  # who sent the second as well
    assert len(found["=described"]) == 1


@given(
    st.lists(st.tuples(st.integers(0, 1 << 40), st.booleans()), min_size=1, unique_by=lambda each: each[0]).map(sorted)
)
def test_places_are_read_as_they_were_written(found: list[tuple[int, bool]]) -> None:
    assert places(written(array("Q", [2 * place + often for place, often in found]))) == found


def test_terms_stand_as_a_browser_sorts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser compares halves of characters: 𠮷 comes before ﬀ, and is a later character all the same."""
    monkeypatch.setattr(indexing, "_TERMS", 1)
    passage = Passage("one 𠮷 two ꬠ zwei 한 사람")
    index_files = dict(files([Filed("cable-1", "1", "", "", "", "full", (passage,))]))
    shelves = data(index_files, "index")["terms"].split("|")
    assert shelves == sorted(shelves, key=lambda term: term.encode("utf-16-be"))
    assert [data(index_files, f"terms-{number}").split(" ")[0] for number in range(len(shelves))] == shelves


def test_days_tell_how_many_passages_they_have() -> None:
    def cable(stem: str, date: str, count: int) -> Filed:
        return Filed(stem, "", "", date, "", "full", (Passage(stem),) * count)

    cables = [cable("a", "1994", 2), cable("b", "1994-02-12", 1), cable("c", "1994-02-12", 3), cable("d", "", 1)]
    assert data(dict(files(cables)), "dates") == "1994 2|1994-02-12 4| 1"


def test_an_edition_without_cables_has_an_index_as_well() -> None:
    index_files = dict(files([]))
    assert data(index_files, "index")["passages"] == 0
    assert data(index_files, "dates") == ""


def test_no_file_of_an_index_grows_with_the_edition() -> None:
    text = "the council met in {} and spoke of {} with nobody there to hear"
    cables = [Filed(f"cable-{n}", "", "", "", "", "full", (Passage(text.format(n, n * n)),) * 3) for n in range(1500)]
    index_files = dict(files(cables))
    assert max(map(len, index_files.values())) < 16_000
    assert data(index_files, "index")["common"] == sorted(set(terms(text)))


def printed(made: list[Made | Kept], keys: dict[str, str]) -> dict[str, Printed]:
    return {file.name: Printed("digest", keys[file.name], 0, 0, 0) for file in made}


def test_an_index_of_the_same_edition_is_kept(corpus: Edition) -> None:
    keys: dict[str, str] = {}
    made = list(index(corpus, "tools", {}, keys))
    again: dict[str, str] = {}
    kept = list(index(corpus, "tools", printed(made, keys), again))
    assert [file.name for file in kept] == [file.name for file in made]
    assert all(isinstance(file, Kept) for file in kept)
    assert again == keys


@pytest.mark.parametrize("change", ["a file is gone", "other tools", "a cable is gone"])
def test_an_index_is_made_anew_as_a_whole(change: str, corpus: Edition) -> None:
    keys: dict[str, str] = {}
    before = printed(list(index(corpus, "tools", {}, keys)), keys)
    if change == "a file is gone":
        del before["search/text-0.js"]
    edition = corpus.only("cable-1468") if change == "a cable is gone" else corpus
    made = list(index(edition, "others" if change == "other tools" else "tools", before, keys))
    assert made
    assert all(isinstance(file, Made) for file in made)
