"""A bracket says what is missing and how much of it; a label leads to a person by name or office, and merges nobody."""

from pathlib import Path

import pytest

from cablepress.importing import people, redactions
from cablepress.importing.holdings import holdings
from drafts import ROOT, drafted, imported

# ─── Redactions ───


@pytest.mark.parametrize(
    ("words", "unit", "measure", "amount"),
    [
        ("less than 1½ lines of source text not declassified", "line", "atMost", "2"),
        ("1-1/2 pages of source text not declassified", "page", "atMost", "2"),
        ("2 names not declassified", "name", "quantity", "2"),
        ("1 paragraph (3 lines of source text) not declassified", "paragraph", "quantity", "1"),
        ("dollar amount not declassified", "amount", "quantity", "1"),
        ("two lines blacked out", "line", "quantity", "2"),
        ("one and a half lines blacked out", "line", "atMost", "2"),
        ("part of title blacked out", "title", "extent", "part"),
        ("lines blacked out", "line", "extent", "unknown"),
        ("name and statement blacked out", "turn", "quantity", "1"),
        ("text not declassified", "passage", "extent", "unknown"),
        ("more than 3 lines redacted", "line", "atLeast", "3"),
        ("２字黒塗り", "char", "quantity", "2"),
    ],
)
def test_a_redaction_says_what_and_how_much(words: str, unit: str, measure: str, amount: str) -> None:
    what = redactions.missing(words)
    assert what is not None
    assert (what.reason, what.unit, what.measure, what.amount) == ("redacted", unit, measure, amount)


@pytest.mark.parametrize(
    "words",
    [
        "Japanese transliteration",
        "recognition was withheld for years by both",
        "literally, a stone",
        "Foreign Ministry",
        "sic",
    ],
)
def test_not_every_note_is_a_redaction(words: str) -> None:
    assert redactions.missing(words) is None


# ─── People ───


@pytest.mark.parametrize(
    ("label", "date", "key", "sure"),
    [
        ("(Prime Minister)", "1994-02-12", "person:hosokawa", "medium"),
        ("(Foreign Minister)", "1994-02", "person:hata", "medium"),
        ("(Prime Minister)", "1990-02-12", "person:prime-minister", "low"),
        ("Vice President Gore:", "1994-02-12", "person:gore", "high"),
        ("Mr. Al Gore (to Mr. Hata):", "", "person:gore", "high"),
        ("Mr. Tipper Gore:", "", "person:tipper-gore", "low"),
        ("MRS. GORE:", "", "person:gore", "medium"),
        ("Mrs. Noble:", "", "person:mrs-noble", "low"),
        ("[name blacked out]:", "", "person:unknown", "high"),
        ("FROM THE FLOOR:", "", "person:unknown", "high"),
    ],
)
def test_a_label_leads_to_a_person_by_name_or_office(label: str, date: str, key: str, sure: str) -> None:
    found = people.find(label, date, holdings(ROOT / "tei"))
    assert (found.key, found.sure) == (key, sure)


@pytest.mark.parametrize(
    ("line", "is_turn"),
    [
        ("Foreign Minister: May I ask about the price?", True),
        ("(Holm): We have none.", True),
        ("Foreign Minister — I see.", True),
        ("Foreign Minister: a copy of your speech was handed over.", False),
        ("Foreign Minister: Thank-you letter to be drafted.", False),
        ("Foreign Minister — a learned man — smiled at us.", False),
        ("Interpreter: Dr. Marsh (University of Leeds)", False),
    ],
)
def test_who_speaks_elsewhere_may_be_labelled_otherwise_once(line: str, *, is_turn: bool) -> None:
    made = drafted(f"(Foreign Minister) I begin.\n\n(Holm) We end.\n\n{line}\n\n(Foreign Minister) I agree.\n")
    assert len(made.spoken) == 3 + is_turn


@pytest.mark.parametrize("said", ["■■{2字黒塗り}", "Dr. Marsh (University of Leeds)"])
def test_a_label_before_a_name_or_what_is_hidden_is_no_failure(said: str) -> None:
    assert drafted(f"総理： {said}\n\nInterviewer: {said}\n").lost == ()


def test_labels_that_may_be_one_person_are_named_and_not_merged() -> None:
    made = drafted(
        "Mr. Noble: I begin.\n\nDr. Kretzmann: Please.\n\nMr. Nobie: I end.\n\nDr. Kretzmann: You do.\n\n"
        "Mr. Noble: Yes.\n"
    )
    assert made.convention.variants == (("Mr. Nobie", "Mr. Noble"),)
    assert [one.key for one in made.records] == ["person:kretzmann", "person:nobie", "person:noble"]


def test_who_was_brought_by_one_page_is_known_to_the_next_and_doubted(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            "Mr. Noble: I see.\n\nMr. Fox: Do you?\n\nMr. Noble: Yes.\n", encoding="utf-8"
        )
    done = imported(tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / "tei")
    assert done.stdout.count("is person:noble (medium") == 2
    assert (tmp_path / "tei" / "authority.xml").read_text(encoding="utf-8").count('xml:id="person-noble"') == 1
