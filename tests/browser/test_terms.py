"""The browser takes apart what readers type as Python did the texts: a term that differs would never be found."""

import pydoc_data.topics
import random
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from snowballstemmer.english_stemmer import EnglishStemmer

from cablepress.resources import folder
from cablepress.search.terms import APART, TOGETHER, terms

ENDINGS = re.findall(
    "[a-z]+",
    """
    s es ies sses us ss ed ied eed edly eedly ing ying ingly y ly e l ll at bl iz bb dd tional enci anci abli
    entli izer ization ational ation ator alism aliti alli fulness fulli ousli ousness iveness iviti biliti bli
    ogi ogist lessli li alize icate iciti ical ful ness ative al ance ence er ic able ible ant ement ment ent ism
    ate iti ous ive ize ion
""",
)
STARTS = re.findall(
    "[a-z]+",
    """
    succ proc exc even cann inn earr herr out arsen commun emerg gener inter later organ past univers skis skies
    sky idly gently ugly early only singly news howe atlas cosmos bias andes d l t ag eb add say yyy ayay
""",
)
LETTERS = "aeiouyyysstdblngrmzivcf"
# Letters of many scripts, and signs that some Unicode, somewhere, might call letters
SCRIPTS = (
    "aZéßœﬁ'’-_.,1９Ａ½Ⅳ²ªİıſKΣσςάЙёһա֊א־ب،हि।ไท๏ราーｶﾞがが・々〇漢字𠮷한국ᄒ်ក។🇯😀\u200b\u00ad\ufffd\U0001f1ef\ue000 \n"
)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """Open a page that has the script and nothing else."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(path=folder("xslt") / "assets" / "terms.js")
    yield page
    context.close()


def in_browser(page: Page, function: str, texts: list[str]) -> Any:  # noqa: ANN401 - JSON has no types
    return page.evaluate(f"(texts) => texts.map(cablepress.{function})", texts)


def many_words() -> list[str]:
    """Thousands of English words, with every ending that the rules know, and as many that are none."""
    prose = set(re.findall("[a-z]+", " ".join(pydoc_data.topics.topics.values()).lower()))
    chosen = random.Random(1994)
    babble = {"".join(chosen.choices(LETTERS, k=chosen.randint(1, 9))) for _ in range(4_000)}
    built = {"".join(parts) for parts in product(STARTS, ["", *ENDINGS], ["", "s", "ly"])}
    ended = {word + ending for word in sorted(prose)[::60] for ending in ENDINGS}
    return sorted(prose | babble | built | ended)


def test_the_stem_of_a_word_is_that_of_the_stemmer(blank: Page) -> None:
    words, stemmer = many_words(), EnglishStemmer()
    ours = in_browser(blank, "stem", words)
    assert len(words) > 15_000
    assert [(word, stem) for word, stem in zip(words, ours, strict=True) if stem != stemmer.stemWord(word)] == []


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), max_size=20)
        | st.text(SCRIPTS, max_size=25)
        | st.text(LETTERS, min_size=35, max_size=60)
        | st.builds(
            "{}{}{}".format, st.sampled_from(STARTS), st.sampled_from(ENDINGS), st.sampled_from(["’s", "'s!", "s’"])
        ),
        min_size=60,
        max_size=200,
    )
)
def test_a_text_has_the_same_terms_for_both(blank: Page, texts: list[str]) -> None:
    assert in_browser(blank, "terms", texts) == [terms(text) for text in texts]


def test_both_draw_the_same_lines_between_characters(blank: Page) -> None:
    """Every character of Unicode, in fact, by what parts words and what stands together."""
    script = """() => ['apart', 'together'].map((name) => {
      const sign = new RegExp('^[' + cablepress[name] + ']$', 'u'), found = [];
      for (let code = 0; code < 0x110000; code++) if (sign.test(String.fromCodePoint(code))) found.push(code);
      return found;
    })"""
    every = "".join(map(chr, range(0x110000)))
    expected = [[match.start() for match in re.finditer(f"[{signs}]", every)] for signs in (APART, TOGETHER)]
    assert blank.evaluate(script) == expected
    assert not set(expected[0]) & set(expected[1])
