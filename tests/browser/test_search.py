"""The search page: from a folder and from a server, under the same strict policy, by word, person, day and state."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from searching import built, hits, marked

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
Visit = Callable[..., Page]
Ask = Callable[..., Page]


class Strict(SimpleHTTPRequestHandler):
    """A server that forbids what a page of the edition does not need."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as it is there
        """Say nothing."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the case, in place of the corpus."""
    return built(tmp_path_factory.mktemp("search"))


@pytest.fixture(scope="module")
def server(edition: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(edition))) as httpd:
        Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


@pytest.fixture
def by_http(browser: Browser, server: str) -> Iterator[Visit]:
    """Open pages as `visit` does, from a server."""
    context, faults = browser.new_context(), list[str]()
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(server) else faults.append(request.url))

    def visit(name: str) -> Page:
        page.goto(f"{server}/{name}")
        return page

    yield visit
    context.close()
    assert faults == []


@pytest.fixture
def ask(request: pytest.FixtureRequest) -> Ask:
    """Return a function that types words into the form, sets filters and sends it off, and waits for the answer."""
    visit: Visit = request.getfixturevalue("by_http" if getattr(request, "param", "") == "http" else "visit")
    opened: list[Page] = []

    def asked(words: str, **filters: str) -> Page:
        page = opened[0] if opened else visit("search.html")
        opened.append(page)
        page.get_by_label("Words").fill(words)
        page.locator("#narrow").evaluate("(narrow) => { narrow.open = true; }")
        for name in ("person", "as", "state"):
            page.locator(f"#{name}").select_option(filters.get(name, ""))
        for name in ("from", "to"):
            page.locator(f"#{name}").fill(filters.get(name, ""))
        page.locator("#found").evaluate("(found) => { found.textContent = ''; }")
        page.get_by_label("Words").press("Enter")
        expect(page.get_by_role("status")).not_to_be_empty()
        return page

    return asked


BOTH = pytest.mark.parametrize("ask", ["file", "http"], indirect=True)


@BOTH
def test_a_word_is_found_in_singular_and_plural(ask: Ask) -> None:
    for word in ("tariff", "tariffs", "TARIFFS", "tariff’s"):
        page = ask(word)
        assert (hits(page), marked(page)) == (["in.html#p1", "in.html#p2"], ["tariffs", "tariff"])
        expect(page.get_by_role("status")).to_have_text("2 passages were found.")
    assert hits(ask("treaty")) == hits(ask("treaties")) == ["in.html#p2", "in.html#p4"]


def test_a_hit_says_who_speaks_where_and_when_and_leads_there(ask: Ask) -> None:
    page = ask("semiconductor")
    where = page.locator("#hits .hit-where")
    expect(where).to_have_text("No. 1, ¶ 1 Minister, Ada Minister February 12, 1994")
    where.get_by_role("link").click()
    assert page.url.endswith("in.html#p1")


def test_a_telegram_without_a_text_says_so(ask: Ask) -> None:
    where = ask("", state="described").locator("#hits .hit-where")
    expect(where).to_have_text("No. 2 February 12, 1994 Description only")


def test_scripts_without_spaces_are_searched(ask: Ask) -> None:
    for words, found, marks in [
        ("数値目標", "in.html#p3", ["数値目標"]),
        ("総理", "in.html#p3", ["総理"]),
        ("格", "in.html#p3", ["格"]),
        ("ｶﾞｿﾘﾝ", "in.html#p3", ["ガソリン"]),
        ("1994年", "in.html#p3", ["1994年"]),
        ("อเมริกา", "in.html#p5", ["อเมริกา"]),
        ("시장", "in.html#t2", ["시장"]),
    ]:
        page = ask(words)
        assert hits(page) == [found], words
        assert set(marks) <= set(marked(page)), words
    assert ask("数値目標").locator(".hit-text").first.get_attribute("lang") == "ja"


@BOTH
def test_a_phrase_is_found_as_it_is_said(ask: Ask) -> None:
    for words, found, marks in [
        ('"the talks"', ["in.html#p1"], ["the talks"]),
        ("“talk in Tokyo”", ["in.html#p1"], ["talks in Tōkyō"]),
        ('"talks the"', [], []),
        ('"talks tariffs"', [], []),
        ('"colleague ideas" tariff', ["in.html#p2"], ["tariff", "colleague’s idea"]),
        ('"was my" "the value"', ["in.html#p2"], ["was my", "the value"]),
        ('"tariff"', ["in.html#p1", "in.html#p2"], ["tariffs", "tariff"]),
        ('"zebra talks"', [], []),
        ('"the talks', ["in.html#p4"], ["the", "talks"]),
        ('"数値目標"', ["in.html#p3"], ["数値目標"]),
        ('"数値標目"', [], []),
        ('"目標 数値"', [], []),
    ]:
        page = ask(words)
        assert hits(page)[: len(found) or 1] == found, words
        assert set(marks) <= set(marked(page)), words
    expect(ask('"the talks"').get_by_role("status")).to_have_text("1 passage was found.")


@BOTH
def test_a_note_is_found_where_it_stands(ask: Ask) -> None:
    assert hits(ask("spring")) == ["in.html#n1"]
    assert ask("spring").locator("#hits a").first.inner_text() == "No. 1, note 1"
    assert hits(ask("archive blank")) == ["in.html#about"]


def test_accents_make_no_difference(ask: Ask) -> None:
    assert marked(ask("tokyo")) == marked(ask("TŌKYŌ")) == ["Tōkyō"]


def test_a_redaction_is_seen_in_a_snippet(ask: Ask) -> None:
    bar = ask("colleagues idea").locator("#hits .redact")
    expect(bar).to_have_text("[redacted: 3 words]")
    assert marked(ask("redacted")) == ["redacted"]


@BOTH
def test_passages_are_filtered_by_person_day_and_state(ask: Ask) -> None:
    assert hits(ask("the")) == ["in.html#p2", "in.html#p4", "in.html#p1"]  # where it stands twice, comes first
    assert hits(ask("the", person="visitor", **{"as": "speaks"})) == ["in.html#p4"]
    assert hits(ask("the", person="envoy")) == hits(ask("the", person="envoy", **{"as": "named"})) == ["in.html#p4"]
    assert hits(ask("the", person="envoy", **{"as": "speaks"})) == []
    assert hits(ask("", person="visitor", **{"as": "speaks"})) == ["in.html#p4", "in.html#p5", "in.html#t2"]
    assert hits(ask("", state="described")) == ["cable-2.html"]
    assert hits(ask("the", state="full")) == hits(ask("the"))
    for within, found in [
        ({"from": "1994"}, 3),
        ({"to": "1994-02"}, 3),
        ({"from": "1994-02-13"}, 0),
        ({"to": "1993"}, 0),
    ]:
        assert len(hits(ask("the", **within))) == found, within


def test_what_is_not_found_is_said(ask: Ask) -> None:
    page = ask("zebra")
    expect(page.get_by_role("status")).to_contain_text("Nothing was found.")
    assert hits(page) == []
    expect(ask("tariff zebra").get_by_role("status")).to_contain_text("these have most of them")
    expect(ask("semicond").get_by_role("status")).to_contain_text("“semicond” was not found; words that begin with")
    assert hits(ask("semicond")) == ["in.html#p1"]


@pytest.mark.parametrize(
    "words", ['<script>alert("treaty', '"treaty & talks"', "<img src=x>", "%F0 + # ? & treaty", "|@visitor ="]
)
def test_signs_do_no_harm(words: str, ask: Ask) -> None:
    page = ask(words)
    assert page.locator("#q").input_value() == words
    assert page.locator("#hits script, #hits img").count() == 0
    assert ("in.html#p4" in hits(page)) == ("treaty" in words)
    page.reload()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.locator("#q").input_value() == words


@pytest.mark.parametrize("word", ["constructor", "toString", "__proto__", "hasOwnProperty"])
def test_names_that_a_browser_knows_are_words_like_any_other(word: str, ask: Ask) -> None:
    assert hits(ask(word)) == (["in.html#p2"] if word in {"constructor", "toString"} else [])


@BOTH
def test_an_address_asks_and_back_leads_back(ask: Ask) -> None:
    page = ask("tariff")
    assert page.url.endswith("?q=tariff")
    ask("treaty", state="full")
    assert page.url.endswith("?q=treaty&state=full")
    page.go_back()
    expect(page.locator("#q")).to_have_value("tariff")
    expect(page.locator("#hits a").first).to_have_attribute("href", "in.html#p1")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("treaty")
    expect(page.locator("#state")).to_have_value("full")
    page.locator("#hits a").first.click()
    page.go_back()
    expect(page.locator("#hits a").first).to_have_attribute("href", "in.html#p2")


def test_every_word_of_a_passage_finds_it(edition: Path, visit: Visit) -> None:
    page = visit("search.html")
    found = page.evaluate(
        """async () => {
          const none = {person: '', as: '', from: '', to: '', state: ''}, missed = [];
          let place = 0, texts = [];
          const put = cablepress.put;
          cablepress.put = (name, data) => { put(name, data); if (name.startsWith('text')) texts = data[1]; };
          const block = await cablepress.answer({q: 'tariff', ...none}) && document.createElement('script');
          block.src = 'search/text-0.js';
          await new Promise((done) => { block.onload = done; document.head.append(block); });
          for (const row of texts) {
            for (const word of row[5].split(/\\s+/)) {
              const {order} = await cablepress.answer({q: word, ...none});
              if (cablepress.terms(word).length && !order.includes(place)) missed.push(word);
            }
            place++;
          }
          return [place, missed];
        }"""
    )
    assert (edition / "search" / "text-0.js").is_file()
    assert found == [10, []]


def test_a_missing_index_is_told(edition: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/terms-0.js*", lambda route: route.abort())
    page.goto(f"{edition.as_uri()}/search.html?q=tariff")
    expect(page.get_by_role("status")).to_contain_text("could not be read: search/terms-0.js.")
    context.close()


def test_without_javascript_the_page_says_what_to_do_instead(visit: Visit) -> None:
    page = visit("search.html", java_script_enabled=False)
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()


def test_hits_do_not_stick_out_sideways(visit: Visit) -> None:
    page = visit("search.html?q=tariff&person=minister", 320)
    expect(page.locator("#hits a")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
