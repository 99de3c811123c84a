"""What a question loads of the search index, and what is shown or looked for on demand, however much there is."""

import json
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from cablepress.search.index import files
from cablepress.search.passages import Filed, Passage
from searching import built, hits, marked

WORDS = [f"word{number}" for number in range(40)]  # each in a fifth of all passages
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the case, in place of the corpus."""
    return built(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def large(edition: Path) -> Path:
    """Put beside the page the index of a large edition, in which words are as frequent as can be."""
    chosen = random.Random(1994)
    out = edition / "large"  # within the edition: no page asks for anything outside
    shutil.copytree(edition / "assets", out / "assets")
    shutil.copy(edition / "search.html", out)
    (out / "search").mkdir()
    cables = []
    for number in range(3_000):
        passages = tuple(
            Passage(" ".join(chosen.sample(WORDS, 8)) + "." * 300, f"p{each}", "", (f"p{each % 4}",))
            for each in range(1, 11)
        )
        day = f"1994-01-{number // 100 + 1:02}"
        cables.append(Filed(f"cable-{number}", "", "", day, day, "full", passages))
    for name, script in files(cables, {f"p{each}": f"Person {each}" for each in range(300)}):
        (out / name).write_bytes(script)
    return out


def served(page: Page, scripts: Mapping[str, object]) -> list[str]:
    """Answer with scripts in place of the index; returns the names of those asked for, as they come to be."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        name = Path(route.request.url.partition("?")[0]).stem
        asked.append(name)
        route.fulfill(body=f"cablepress.put({name!r}, {json.dumps(scripts[name])});", content_type="text/javascript")

    page.route("**/search/*.js*", answer)
    return asked


def test_the_rest_of_many_hits_is_shown_on_demand(edition: Path, visit: Visit) -> None:
    """An edition of its own, in the same page: as many passages as a page of hits and a half."""
    page = visit("index.html")
    rows = [[0, f"p{number}", "", [], "", f"passage number {number}"] for number in range(1, 16)]
    scripts = {
        "index": {"version": "x", "passages": 15, "block": 15, "common": ["the"], "terms": "passag"},
        "terms-0": "passag 0" + "2" * 14,
        "text-0": [[["in", "1", "", "", "full"]], rows, []],
    }
    served(page, scripts)
    page.goto(f"{edition.as_uri()}/search.html?q=the+passages")
    left_out = "Left out, since so many passages have them: the."
    expect(page.get_by_role("status")).to_have_text(f"15 passages were found. The first 10 are shown. {left_out}")
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.get_by_role("status")).to_have_text(f"15 passages were found. {left_out}")
    assert len(hits(page)) == 15
    assert page.evaluate("document.activeElement.getAttribute('href')") == "in.html#p11"
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_frequent_words_are_looked_up_as_far_as_one_question_may_load(edition: Path, visit: Visit) -> None:
    """The rare word first; of the two that have files of their own, the one that there is still room for."""
    page = visit("index.html")
    rows = [[0, f"p{number}", "", [], "", "rare fair huge"] for number in range(1, 7)]
    asked = served(
        page,
        {
            "index": {"version": "x", "passages": 6, "block": 6, "common": [], "terms": "fair"},
            "terms-0": "fair *0 20000|huge *1 20001|rare 22",
            "places-0": ".N.0",  # 2, 4 and 5 of 6 passages: 0b010111
            "text-0": [[["in", "1", "", "", "full"]], rows, []],
        },
    )
    page.goto(f"{edition.as_uri()}/search.html?q=huge+fair+rare")
    left_out = "Left out, since so many passages have them: huge."
    expect(page.get_by_role("status")).to_have_text(f"1 passage was found. {left_out}")
    assert hits(page) == ["in.html#p2"]
    assert "places-1" not in asked


def test_of_a_phrase_more_is_looked_for_on_demand(edition: Path, visit: Visit) -> None:
    """In 20 files of a passage each: a phrase is in the last of those looked through first, and in the last of all."""
    page = visit("index.html")
    said = {11: "trade talks failed", 19: "the trade talks"}
    texts = {
        f"text-{number}": [
            [["in", "1", "", "", "full"]],
            [[0, f"p{number}", "", [], "", said.get(number, "talks on trade")]],
            [],
        ]
        for number in range(20)
    }
    head = {"version": "x", "passages": 20, "block": 1, "common": [], "terms": "talk"}
    everywhere = "0" + "2" * 19
    asked = served(page, {"index": head, "terms-0": f"talk {everywhere}|trade {everywhere}", **texts})
    page.goto(f"{edition.as_uri()}/search.html?q=%22trade+talks%22")
    so_far = "Found so far: 1. Of the 20 passages that have all these words, 12 were looked through."
    expect(page.get_by_role("status")).to_have_text(so_far)
    assert hits(page) == ["in.html#p11"]
    assert len([name for name in asked if name.startswith("text-")]) == 12
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.get_by_role("status")).to_have_text("2 passages were found.")
    assert hits(page) == ["in.html#p11", "in.html#p19"]
    assert page.evaluate("document.activeElement.getAttribute('href')") == "in.html#p19"
    assert marked(page) == ["trade talks", "trade talks"]


@pytest.mark.parametrize(
    "question",
    [
        "q=word0",
        "q=wor",
        "q=%22word1+word2%22",
        f"q={'+'.join(WORDS[:25])}",
        f"q={'+'.join(WORDS[:25])}&person=p1&as=speaks&from=1994-01-02",
    ],
)
def test_a_first_question_loads_no_more_than_200_kilobytes(question: str, large: Path, visit: Visit) -> None:
    """All of it counts: the page, its style sheet and scripts, as they lie in the folder."""
    page, asked = visit("index.html"), set[str]()
    page.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    page.goto(f"{large.as_uri()}/search.html?{question}")
    expect(page.get_by_role("status")).not_to_be_empty()
    loaded = [large / url.removeprefix(f"{large.as_uri()}/") for url in asked if url.startswith(large.as_uri())]
    assert any(path.name.startswith("text-") for path in loaded)
    assert sum(path.stat().st_size for path in loaded) < 200_000
