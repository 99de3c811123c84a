"""A text → the terms by which a search finds it. `xslt/assets/terms.js` has the same rules, for what readers ask.

A term is a word without its ending, or two neighbouring characters of a script that parts no words.
"""

import re
import unicodedata
from functools import cache, lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

# What parts words: controls, spaces, punctuation and symbols of the scripts in use. Named one by one, since what a
# newer Unicode calls a letter must not change an index.
APART = (
    r"\u0000-/:-@\[-`{-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u037e\u0387\u055a-\u055f"
    r"\u0589\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e3f\u0e4f\u0e5a\u0e5b\u0f04-\u0f14\u104a-\u104f"
    r"\u1361-\u1368\u17d4-\u17da\u1800-\u180a\u2000-\u206f\u20a0-\u20cf\u2190-\u245f\u2500-\u2bff\u2e00-\u2e7f"
    r"\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ud800-\uf8ff\ufe10-\ufe6f\uff00-\uff0f\ufff0-\uffff"
    r"\U0001f000-\U0001faff"
)
# Scripts in which words stand together: Thai to Tibetan, Burmese, Korean, Khmer, Japanese, Chinese.
TOGETHER = (
    r"\u0e00-\u0e3e\u0e40-\u0e4e\u0e50-\u0e59\u0e80-\u0f03\u0f15-\u1049\u1050-\u109f\u1100-\u11ff\u1780-\u17d3\u17db-\u17ff\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
LONGEST = 40  # characters of a word that count

_WORD = re.compile(f"[^{APART}]+")
_OWNER = re.compile(f"['\u2019]s(?![^{APART}])")
_RUN = re.compile(f"[{TOGETHER}]+|[^{TOGETHER}]+")
_TOGETHER = re.compile(f"[{TOGETHER}]")
_ACCENT = re.compile("[\u0300-\u036f]")


def terms(text: str) -> list[str]:
    """List the terms under which a text is filed, in their order, each as often as it occurs."""
    found: list[str] = []
    for word in _WORD.findall(_OWNER.sub("", fold(text))):
        found += _terms_of(word)
    return found


def fold(text: str) -> str:
    """Level what makes no difference: capitals, accents, ligatures, full-width letters."""
    if text.isascii():
        return text.lower()
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", bare).replace("ς", "σ")  # noqa: RUF001 - the letter itself


@lru_cache(maxsize=1 << 17)
def _terms_of(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (_stemmed(word),)
    return tuple(
        term for run in _RUN.findall(word) for term in (_pairs(run) if _TOGETHER.match(run) else [_stemmed(run)])
    )


def _pairs(run: str) -> list[str]:
    """Pair each character with its neighbour; the last stands alone, so that any single one begins some term."""
    return [run[place : place + 2] for place in range(len(run))]


def _stemmed(word: str) -> str:
    """Take off the endings of English from a word of Latin letters."""
    short = word[:LONGEST]
    return str(_stemmer().stemWord(short)) if short.isascii() and short.isalpha() else short


@cache
def _stemmer() -> EnglishStemmer:
    # Asked for by name: the package's own choice, a library in C where there is one, may be of another version
    return EnglishStemmer()
