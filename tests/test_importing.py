"""A page becomes a draft in which no word is lost, what is known is encoded, and what is doubtful says so."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from cablepress.cli import main
from cablepress.corpus import read_corpus
from cablepress.document import Document
from cablepress.grammar import verdict
from cablepress.importing import account, desk, draft, html, inline, page, people, redactions, run, tei
from cablepress.importing.holdings import Holdings, holdings
from cablepress.importing.nodes import Node, texts, walk
from cablepress.memory import Memory
from cablepress.parse import parse
from cablepress.source import Source
from cablepress.validate import validate

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "bench"))

import importing as bench  # noqa: E402 - a script of the benchmark

PAGE = ROOT / "tei" / "transcriptions" / "cable-1468.txt"
CASES = bench.cases()
TODAY = "2026-11-25"


def drafted(text: str, known: Holdings | None = None, layout: str | None = None) -> draft.Draft:
    read = page.read(Source("page.txt", "cable-1", text.encode()))
    assert isinstance(read, page.Page)
    return draft.draft(read, "cable-1", known or Holdings(), TODAY, layout)


def named(one: Node, name: str) -> list[Node]:
    return [each for each in walk(one) if each.name == name]


def imported(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, arguments)], input=stdin)


# ─── Cases ───


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_becomes_the_draft_expected_of_it(case: Path, *, updates_golden: bool) -> None:
    made = bench.drafted(case)
    found = {"expected.xml": tei.written(made.root).decode(), "expected-report.txt": account.report(made, "draft.xml")}
    for name, text in found.items():
        if updates_golden:
            (case / name).write_text(text, encoding="utf-8")
        assert text == (case / name).read_text(encoding="utf-8")


def test_what_is_true_of_the_pages_is_found() -> None:
    """The truth was written with the pages, before there was anything to find it."""
    scored = bench.score(CASES)
    assert len(CASES) >= 60
    assert (scored.false_turns, scored.lost) == (0, 0)
    for kind, tally in scored.tallies.items():
        least = 0.97 if kind in ("speaker", "redaction") else 0.95
        assert min(tally.precision, tally.recall) >= least, kind


def test_all_drafts_together_are_an_edition_without_an_error(tmp_path: Path, inline: object) -> None:
    """Grammar, rules, pointers, and every word of every page compared with its draft."""
    sources = tuple(Source(case.name, f"{case.name}.txt", (case / "page.txt").read_bytes()) for case in CASES)
    made = run.import_pages(sources, tmp_path, TODAY, None, is_dry=False, is_forced=False)
    assert made.findings == ()
    found = validate(read_corpus(tmp_path), inline, Memory("", "")).findings  # type: ignore[arg-type]
    assert [one for one in found if one.is_error] == []
    assert {one.code for one in found} <= {"I01", "R10", "R16", "X08", "X16", "X19", "X29"}


# ─── The page that was encoded by hand ───


def test_the_draft_of_the_page_that_was_encoded_by_hand_comes_close_to_it() -> None:
    read = page.read(Source("cable-1468.txt", "cable-1468", PAGE.read_bytes()))
    assert isinstance(read, page.Page)
    made = draft.draft(read, "cable-1468", holdings(ROOT / "tei"), TODAY)
    hand = parse(Source("cable-1468.xml", "cable-1468", (ROOT / "tei" / "cable-1468.xml").read_bytes()))
    assert isinstance(hand, Document)
    turns = [each.get("who") for each in named(made.root, "sp")]
    div = named(made.root, "div")[0]
    assert turns == [each.get("who") for each in hand.root.iter("{*}sp")]
    assert [len(named(div, name)) for name in ("p", "gap", "note", "stage")] == [16, 3, 3, 1]
    links = [(each.get("type"), each.get("target")) for each in named(made.root, "ref") if each.get("n")]
    assert links == [(each.get("type"), each.get("target")) for each in hand.root.iter("{*}ref") if each.get("n")]
    assert made.records == ()


@pytest.mark.parametrize(
    "blank", ["", "\n", "\n \n", "\n\u00a0\n \n"], ids=["none", "one", "lone-space", "no-break-space"]
)
def test_the_same_page_is_recognised_with_blank_lines_and_without(blank: str) -> None:
    lines = [line for line in PAGE.read_text(encoding="utf-8").split("\n") if line.strip()]
    made = drafted(f"\n{blank}".join(lines))
    assert (made.laid.kind, len(made.laid.abstract), len(made.laid.related), len(made.laid.rights)) == ("site", 1, 7, 2)
    assert [one.label for one in made.spoken][:3] == ["(Prime Minister)", "(Clinton)", "(Prime Minister)"]
    assert (len(made.spoken), made.laid.unclaimed, made.lost) == (7, (), ())


# ─── No word is lost ───

_WORDS = st.sampled_from(
    """the talks [TN: name blacked out] (laughter) [sic] F[oreign] [Japanese] (redacted) wire 1350 [1] said: Mr.
    ■■{2字黒塗り} ■■■ [ ] ( ) [TN:x] [... ] (Prime Minister) Clinton: End. & < > " 総理： （総理）
    12. (1) A. — – No. 3 Secret
    September28 [part of statement blacked out]""".split()  # noqa: SIM905 - words as a page has them
)
_SPECIAL = st.sampled_from(
    [
        "Skip to content",
        "February 12, 1994",
        "Cable No. 1, A to B, 'The Talks'",
        "Related Documents",
        "Document Information",
        "Record ID",
        "Number: [TN: blacked out]",
        "To: The Minister From: Ambassador Togo",
        "Sent: China 03:58 Year Month 24",
        "No. 1 Secret",
        "(Limited Distribution)",
        "(Prime Minister) Yes.",
        "Premier Zhao:",
        "Mr. Noble: No.",
        "THE CHAIRMAN: So be it.",
        "PARTICIPANTS",
        "SUBJECT",
        "SECRET",
        "SECTION 02 OF 02",
        "(End)",
        "[name and statement blacked out]",
        "Passed to all missions.",
        "BT",
        "Search in",
        "Citation",
        "English HTML",
        "Summary",
        "",
        "",
        "   ",
        "\u3000",
        "\f",
        "[1] A note.",
        "1. Source: a file.",
        "Memorandum of Conversation1",
        "It was said.1",
        "USSR: We see.",
        "M.S. Gorbachev. I see.",
        "PM Zhao (hereafter Zhao): [Page 3]",
        "Participants from the GDR:",
        "外務大臣殿 栗山大使",
        "1990年09月29日 20時15分 国連発",
        "(Everyone laughs.)",
        "ALL CAPS",
    ]
)
_LINES = st.one_of(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), _SPECIAL)
_PAGES = st.lists(_LINES, min_size=1, max_size=25).map("\n".join).filter(lambda text: bool(text.strip()))


@given(_PAGES, st.sampled_from([None, "site", "old-site", "telegram", "memorandum", "japanese", "plain"]))
@settings(max_examples=60, deadline=None)
def test_no_word_of_any_page_is_lost_and_every_draft_is_valid(text: str, layout: str | None) -> None:
    made = drafted(text, layout=layout)
    assert made.lost == ()
    document = parse(Source("cable-1.xml", "cable-1", tei.written(made.root)))
    assert isinstance(document, Document)
    assert verdict.check(document) == ()


@given(_PAGES)
@settings(max_examples=10, deadline=None)
def test_import_and_then_collate_has_no_departure(text: str) -> None:
    from cablepress import render, saxon  # noqa: PLC0415
    from cablepress.collation import collate  # noqa: PLC0415
    from cablepress.edition import edition  # noqa: PLC0415

    document = parse(Source("cable-1.xml", "cable-1", tei.written(drafted(text).root)))
    assert isinstance(document, Document)
    whole = saxon.tree(edition((document,), (render.entry(document),)).shared())
    assert collate.check(document, Source("page.txt", "cable-1", text.encode()), whole).differences == ()


@given(st.text(alphabet="[]()TN: abé■{}…", max_size=40))
def test_whatever_stands_in_brackets_its_words_stay(text: str) -> None:
    assert texts(inline.inline(text)) == text


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


# ─── The command ───


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_a_page_is_imported_with_its_transcription_and_the_people_it_brings(tmp_path: Path) -> None:
    done = imported(PAGE, "--out", tmp_path / "tei")
    assert done.exit_code == 0
    there = files(tmp_path / "tei")
    assert sorted(there) == ["authority.xml", "cable-1468.xml", "transcriptions/cable-1468.txt"]
    assert there["transcriptions/cable-1468.txt"] == PAGE.read_bytes()
    assert "person:gore" in done.stdout
    assert 'cert="low"' in there["authority.xml"].decode()


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    imported(PAGE, "--out", tmp_path)
    (tmp_path / "cable-1468.xml").write_text("mine", encoding="utf-8")
    before = files(tmp_path)
    again = imported(PAGE, "--out", tmp_path)
    assert (again.exit_code, files(tmp_path)) == (1, before)
    assert "I02" in again.stderr
    assert imported(PAGE, "--out", tmp_path, "--force").exit_code == 0
    assert files(tmp_path)["cable-1468.xml"] != b"mine"


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    done = imported(PAGE, "--out", tmp_path, "--dry-run", "--report", tmp_path / "r.txt")
    assert (done.exit_code, done.stdout, list(files(tmp_path))) == (0, "", ["r.txt"])


def test_records_join_an_authority_file_that_keeps_every_other_byte(tmp_path: Path) -> None:
    before = (ROOT / "tei" / "authority.xml").read_bytes()
    (tmp_path / "authority.xml").write_bytes(before)
    done = imported("-", "--out", tmp_path, stdin=b"Mr. Noble: Yes.\n\nDr. Gore: No.\n\nMr. Noble: So.\n")
    after = (tmp_path / "authority.xml").read_bytes()
    assert done.exit_code == 0
    assert b'xml:id="person-noble" cert="low"' in after
    assert (
        after.replace(
            after[after.index(b'      <person xml:id="person-noble"') : after.index(b"    </listPerson>")], b""
        )
        == before
    )
    assert b'who="person:gore"' in (tmp_path / "page.xml").read_bytes()


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd.txt", "passwd"),
        ("1468.page.txt", "cable-1468"),
        ("Index.html", "cable-index"),
        ("authority.txt", "cable-authority"),
        ("..\\x.txt", "x"),
        ("Ünï code.txt", "uni-code"),
        (".txt", "cable"),
        ("person-gore.txt", "cable-person-gore"),
        ("con.txt", "cable-con"),
        ("a" * 300 + ".txt", "a" * 100),
    ],
)
def test_a_draft_is_named_safely(name: str, stem: str) -> None:
    assert desk.stem_of(name) == stem


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "W01"),
        (b" \n\xc2\xa0\n", "W01"),
        (b"one\nt\xffwo", ":2:2: error W02"),
        ("text".encode("utf-16"), "W02"),
        (b"one\nt\0wo", ":2:2: error W06"),
        (b"one\x08", ":1:4: error W06"),
        (b"x" * (20 * 1024 * 1024 + 1), "W05"),
    ],
    ids=["empty", "blank", "not-utf-8", "utf-16", "nul", "control", "too-large"],
)
def test_what_cannot_be_read_is_an_error_at_its_place(tmp_path: Path, data: bytes, said: str) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text("A page.", encoding="utf-8")
    done = imported(bad, good, "--out", tmp_path / "tei")
    assert done.exit_code == 1
    assert said in done.stderr
    assert sorted(files(tmp_path / "tei")) == ["good.xml", "transcriptions/good.txt"]


@pytest.mark.parametrize("arguments", [["no-such-page.txt"], ["."], []])
def test_a_page_that_is_not_there_is_wrong_usage(
    tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert imported(*arguments).exit_code == 2


def test_two_pages_of_one_name_are_not_one_draft(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(f"Page {folder}.", encoding="utf-8")
    done = imported(tmp_path / "a" / "one.txt", tmp_path / "b" / "one.txt", "--out", tmp_path / "tei")
    assert (done.exit_code, "I02" in done.stderr) == (1, True)


def test_a_failing_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert imported(PAGE, "--out", tmp_path).exit_code == 3
    assert files(tmp_path) == {}


def test_html_is_read_as_a_browser_copies_it(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in PAGE.read_text(encoding="utf-8").split("\n") if line.strip())
    head = "<!DOCTYPE html><html><head><title>x</title><script>var a;</script></head>"
    saved = f"{head}<body><nav></nav>{body}</body></html>"
    (tmp_path / "1468.html").write_text(saved, encoding="utf-8")
    done = imported(tmp_path / "1468.html", "--out", tmp_path / "tei")
    assert (done.exit_code, done.stdout.count("\n  turn:")) == (0, 7)
    there = files(tmp_path / "tei")
    assert there["transcriptions/cable-1468.txt"].decode().split() == PAGE.read_text(encoding="utf-8").split()
    assert html.text(b"<html><pre>a\nb</pre>c<br>d") == "a\n\nb\n\nc\n\nd\n"


def test_an_unknown_kind_of_page_is_kept_whole_and_said_to_be_unknown(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("One thing.\n\nAnother: thing.\n", encoding="utf-8")
    done = imported(tmp_path / "odd.txt", "--out", tmp_path / "tei")
    assert done.exit_code == 0
    assert done.stdout.count("no rule knows") == 2


def test_what_is_doubtful_is_a_warning_until_somebody_confirms_it(tmp_path: Path, inline: object) -> None:
    imported("-", "--out", tmp_path, stdin=b"Mr. Noble: Yes.\n\nMr. Sisco: No.\n\nMr. Noble: So.\n")

    def doubts() -> int:
        found = validate(read_corpus(tmp_path), inline, Memory("", "")).findings  # type: ignore[arg-type]
        assert not [one for one in found if one.is_error]
        return sum(one.code == "I01" for one in found)

    assert doubts() == 5
    for name in ("page.xml", "authority.xml"):
        text = (tmp_path / name).read_text(encoding="utf-8").replace(' cert="low"', "")
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert doubts() == 0


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
