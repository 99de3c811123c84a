"""The search index: every word of a passage leads to it, the same edition has the same index, nothing is made twice."""

import json
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablepress import press
from cablepress.corpus import read_corpus
from cablepress.edition import Edition
from cablepress.memory import Memory, Printed
from cablepress.publication import Kept, Made
from cablepress.search import index as indexing
from cablepress.search.index import files
from cablepress.search.making import index
from cablepress.search.passages import BAR, Filed, Passage, filed
from cablepress.search.postings import LETTERS, written
from cablepress.search.postings import places as places_of
from cablepress.search.terms import terms
from cablepress.validate import Validated, validate
from cablepress.workers import Pool

ValidatedCase = Callable[[Path], Validated]
CASE = Path(__file__).parent / "cases" / "search"


def data(index_files: dict[str, bytes], name: str) -> Any:  # noqa: ANN401 - JSON has no types
    script = index_files[f"search/{name}.js"].decode()
    return json.loads(f"[{script.strip().removeprefix('cablepress.put(').removesuffix(');')}]")[1]


def bits(letters: str) -> list[bool]:
    return [bit == "1" for letter in letters for bit in f"{LETTERS.index(letter):06b}"]


def mapped(present: str, repeated: str) -> list[tuple[int, bool]]:
    return list(zip((place for place, is_there in enumerate(bits(present)) if is_there), bits(repeated), strict=False))


def places(letters: str) -> list[tuple[int, bool]]:
    if letters.startswith("."):
        return mapped(*letters[1:].split("."))
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
    entries = (entry.partition(" ") for shelf in shelves for entry in shelf.split("|"))
    return {term: places(letters(index_files, where)) for term, _, where in entries}


def letters(index_files: dict[str, bytes], where: str) -> str:
    """Follow an entry that says where its places are, and check what it says of their length."""
    if not where.startswith("*"):
        return where
    number, size = where[1:].split(" ")
    found: str = data(index_files, f"places-{number}")
    assert len(found) == int(size)
    return found


def passages(edition: Edition) -> list[Passage]:
    return [passage for card in edition.cards for passage in filed(card.full, card.leaf.xml).passages]


def index_of(edition: Edition) -> dict[str, bytes]:
    return dict(files([filed(card.full, card.leaf.xml) for card in edition.cards], {}))


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


@given(st.integers(1, 400), st.integers(1, 6), st.integers(1, 5))
def test_places_that_are_close_are_a_map_and_read_alike(count: int, every: int, often: int) -> None:
    found = [(place, place % often == 0) for place in range(0, count, every)]
    written_out = written(array("L", [2 * place + again for place, again in found]))
    assert places(written_out) == found
    assert len(written_out) <= count / 3 + 4


def test_terms_stand_as_a_browser_sorts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser compares halves of characters: 𠮷 comes before ﬀ, and is a later character all the same."""
    monkeypatch.setattr(indexing, "_TERMS", 1)
    passage = Passage("one 𠮷 two ꬠ zwei 한 사람")
    index_files = dict(files([Filed("cable-1", "1", "", "", "", "full", (passage,))], {}))
    shelves = data(index_files, "index")["terms"].split("|")
    assert shelves == sorted(shelves, key=lambda term: term.encode("utf-16-be"))
    assert [data(index_files, f"terms-{number}").split(" ")[0] for number in range(len(shelves))] == shelves


def test_days_tell_how_many_passages_they_have() -> None:
    def cable(stem: str, date: str, count: int) -> Filed:
        return Filed(stem, "", "", date, "", "full", (Passage(stem),) * count)

    cables = [cable("a", "1994", 2), cable("b", "1994-02-12", 1), cable("c", "1994-02-12", 3), cable("d", "", 1)]
    assert data(dict(files(cables, {})), "dates") == "1994 2|1994-02-12 4| 1"


def test_a_day_leaves_out_what_the_day_before_has_told() -> None:
    days = ("1994", "1994-02", "1994-03", "1994-03-01", "1994-03-02", "1994-04-02", "1995-04-02", "1995-05", "")
    cables = [Filed(day, "", "", day, "", "full", (Passage("word"),)) for day in days]
    written_out = data(dict(files(cables, {})), "dates").replace(" 1", "").split("|")
    assert written_out == ["1994", "1994-02", "-03", "1994-03-01", "-02", "-04-02", "1995-04-02", "1995-05", ""]


def test_a_note_whose_words_no_passage_has_is_one(validated_case: ValidatedCase) -> None:
    found = {each.anchor: each.text for each in passages(validated_case(CASE).edition) if each.anchor[:1] in {"n", "a"}}
    assert found == {"about": "A field for an archive is blank.", "n1": "They went on in spring."}


def test_a_note_that_stands_in_a_passage_is_not_one_as_well(validated_case: ValidatedCase) -> None:
    found = passages(validated_case(CASE.parent / "features").edition)
    assert {passage.anchor for passage in found if passage.anchor.startswith("n")} == {"n1", "n2", "nd"}
    assert ["[In the margin" in passage.text for passage in found].count(True) == 1


def test_an_edition_without_cables_has_an_index_as_well() -> None:
    index_files = dict(files([], {}))
    assert data(index_files, "index")["passages"] == 0
    assert data(index_files, "dates") == ""


def test_no_file_of_an_index_grows_with_the_edition() -> None:
    text = "the council met in {} and spoke of {} with nobody there to hear"
    cables = [Filed(f"cable-{n}", "", "", "", "", "full", (Passage(text.format(n, n * n)),) * 3) for n in range(1500)]
    index_files = dict(files(cables, {}))
    assert max(map(len, index_files.values())) < 8_000
    assert any(name.startswith("search/places-") for name in index_files)
    assert all(len(letters) <= 4500 / 3 + 4 for letters in map(written, places_of(cables).values()))
    assert data(index_files, "index")["common"] == sorted(set(terms(text)))


def named(document: bytes) -> bytes:
    return press.page("people", document)


def test_whoever_speaks_has_a_name_and_can_be_chosen(corpus: Edition) -> None:
    index_files = {file.name: file.data for file in index(corpus, "tools", {}, {}, named) if isinstance(file, Made)}
    people = data(index_files, "people")
    assert {"hosokawa", "clinton", "gore", "reagan"} <= {key for key, _ in people}
    texts = [data(index_files, Path(name).stem) for name in index_files if name.startswith("search/text-")]
    speakers = {(row[2], names[who]) for _, rows, names in texts for row in rows for who in row[3]}
    assert ("Clinton", dict(people)["clinton"]) in speakers
    assert {name for _, name in speakers} <= {name for _, name in people}


def printed(made: list[Made | Kept], keys: dict[str, str]) -> dict[str, Printed]:
    return {file.name: Printed("digest", keys[file.name], 0, 0, 0) for file in made}


def test_an_index_of_the_same_edition_is_kept(corpus: Edition) -> None:
    keys: dict[str, str] = {}
    made = list(index(corpus, "tools", {}, keys, named))
    again: dict[str, str] = {}
    kept = list(index(corpus, "tools", printed(made, keys), again, named))
    assert [file.name for file in kept] == [file.name for file in made]
    assert all(isinstance(file, Kept) for file in kept)
    assert again == keys


@pytest.mark.parametrize("change", ["a file is gone", "other tools", "a cable is gone"])
def test_an_index_is_made_anew_as_a_whole(change: str, corpus: Edition) -> None:
    keys: dict[str, str] = {}
    before = printed(list(index(corpus, "tools", {}, keys, named)), keys)
    if change == "a file is gone":
        del before["search/text-0.js"]
    edition = corpus.only("cable-1468") if change == "a cable is gone" else corpus
    made = list(index(edition, "others" if change == "other tools" else "tools", before, keys, named))
    assert made
    assert all(isinstance(file, Made) for file in made)
