"""The words in a bracket → what was removed, and how much of it; or nothing, if they report no redaction.

The wordings are those of the ministry's translators and of the State Department's editors, with any number and unit.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from unicodedata import normalize

_REMOVED = re.compile(
    r"\b(?:black(?:ed|ened)|block(?:ed)?|whit(?:ed|ened)|ink(?:ed)?)[ -]?(?:out|over)\b|\bredacted\b|^redactions?$"
    r"|\bwithdrawn item\b|\bnot (?:yet )?declassified\b"
    r"|\b(?:excised|sanitized|sanitised|expunged|censored)\b|\bstill classified\b"
    r"|黒塗り|墨塗り|不開示|非公開|マスキング",
    re.IGNORECASE,
)
# Ordinary diplomatic words, unless they end a short remark about the text itself
_AMBIGUOUS = re.compile(
    r"\b(?:withheld|deleted|removed|exempted|obscured|concealed)(?: (?:by|from|in|under|for) .*)?\W*$", re.IGNORECASE
)
_UNREAD = (
    ("inaudible", re.compile(r"\b(?:inaudible|unintelligible)\b", re.IGNORECASE)),
    ("garbled", re.compile(r"\bgarble[ds]?\b|\bgarbled\b", re.IGNORECASE)),
    (
        "illegible",
        re.compile(
            r"\b(?:illegible|indistinct|unreadable|undecipherable|not legible|unclear|判読不能|判読不明)\b|判読",
            re.IGNORECASE,
        ),
    ),
)
_UNITS = (
    (
        "turn",
        (
            r"(?:name|speaker|label)s? and (?:the )?(?:statement|speech|remark|comment|"
            r"word|response|utterance)s?|(?:statement|speech|remark)s? and (?:the )?(?:name|"
            r"speaker)s?|(?:statement|speech|remark)s? (?:by|of) (?:an? |one |another |unidentified |unknown )*"
            r"(?:speaker|participant|person)s?"
        ),
    ),
    ("amount", r"(?:dollar |monetary )?amounts?|figures?|sums?|金額"),
    (
        "number",
        r"telegram indicators?|(?:(?:document|telegram|cable|file|reference|registration|telephone) )?numbers?|番号",
    ),
    ("marking", r"handling restrictions?|(?:classification )?markings?|classification|captions?"),
    ("initials", r"initials?"),
    ("codeword", r"code ?words?|cryptonyms?|code ?names?|codes?|pseudonyms?"),
    ("paragraph", r"(?:sub)?paragraphs?|段落"),
    ("line", r"lines?|行"),
    ("page", r"pages?|頁|ページ"),
    ("section", r"sections?|項"),
    ("statement", r"statements?|remarks?|speech(?:es)?|comments?|sentences?|utterances?|発言"),
    ("title", r"titles?|positions?|官職|件名"),
    ("name", r"names?|speakers?|persons?|individuals?|(?:personal |official )?identit(?:y|ies)|氏名|人名|名前"),
    ("time", r"times?|hours?|時刻|時間"),
    ("day", r"days?"),
    ("date", r"dates?|months?|years?|日付|月日"),
    ("place", r"place(?: ?names?)?s?|locations?|countr(?:y|ies)|cit(?:y|ies)|地名"),
    ("word", r"words?|語"),
    ("char", r"characters?|letters?|字|文字"),
    ("group", r"groups?"),
    ("passage", r"passages?|texts?|columns?|portions?|部分"),
    ("document", r"documents?|文書"),
)
_UNIT = re.compile(
    "|".join(rf"(?P<{unit}>(?<![A-Za-z])(?:{words})(?![A-Za-z]))" for unit, words in _UNITS), re.IGNORECASE
)
_WORDS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_NUMBER = rf"\d+(?:[-– ]?\d/\d|[.]\d+|[¼½¾⅓⅔])?|[¼½¾⅓⅔]|(?:{'|'.join(_WORDS)}|an?|half(?: an?)?)(?![A-Za-z])"
_HALF = re.compile(rf"\b({'|'.join(_WORDS)}) and (?:a|one)[- ]half\b", re.IGNORECASE)
_LESS = re.compile(rf"\b(?:less than|under|up to|at most|fewer than)\s+(?:about )?({_NUMBER})", re.IGNORECASE)
_MORE = re.compile(rf"\b(?:more than|over|at least)\s+({_NUMBER})", re.IGNORECASE)
_COUNT = re.compile(rf"(?<![\w.])({_NUMBER})(?=[\s-]|[^\W\d_a-zA-Z]|$)", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:part|portion|parts|rest|remainder|half|end|beginning)\s+of\b|\bpartial(?:ly)?\b|一部", re.IGNORECASE
)
_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_LONG = 14  # words: more are a sentence about something else that tells of a removal too
_COUNTED = frozenset(("char", "group", "line", "page", "paragraph", "passage", "section", "word", "document"))


@dataclass(frozen=True, slots=True)
class Missing:
    """What a gap says: why, what, how much; and whether the wording alone tells it."""

    reason: str
    unit: str
    measure: str  # quantity, atMost, atLeast or extent
    amount: str
    is_sure: bool = True
    is_black: bool = False


@lru_cache(maxsize=4096)
def missing(words: str, *, default: str = "", is_note: bool = False) -> Missing | None:
    """Read a bracket as the report of a redaction, or of something that cannot be read.

    `default` is the unit where the words name none, known from where the bracket stands. `is_note` says that the
    bracket is signed as a note. Returns None if it reports nothing missing.
    """
    words = _HALF.sub(lambda found: f"{_WORDS[found[1].lower()]}½", words)
    reason = _reason(words, is_note=is_note)
    if reason is None:
        return None
    text = (
        normalize("NFKC", words)
        if not words.isascii() and any("\uff10" <= each <= "\uff19" for each in words)
        else words
    )
    unit = (
        _unit(text) or default or ("word" if reason == "illegible" else "group" if reason == "garbled" else "passage")
    )
    measure, amount = _amount(text, unit, is_named=bool(_unit(text) or default))
    is_black = bool(re.search(r"black|ink|黒塗り|墨塗り", text, re.IGNORECASE))
    return Missing(reason, unit, measure, amount, bool(_unit(text) or default), is_black)


def _reason(words: str, *, is_note: bool) -> str | None:
    count = len(words.split())
    if _REMOVED.search(words) or (count <= _LONG and _is_withheld(words)):
        return None if is_note and count > 2 * _LONG else "redacted"
    if count <= _LONG // 2:
        return next((reason for reason, form in _UNREAD if form.search(words)), None)
    return None


def _is_withheld(words: str) -> bool:
    """Whether an ordinary word, “withheld”, is said here of names or lines; or says all there is."""
    found = _AMBIGUOUS.search(words)
    return found is not None and (not words[: found.start()].strip() or bool(_UNIT.search(words[: found.start()])))


def _unit(text: str) -> str:
    found = _UNIT.search(_REMOVED.sub("", text))
    return (found.lastgroup or "") if found else ""


def _amount(text: str, unit: str, *, is_named: bool) -> tuple[str, str]:
    if unit == "turn":
        return "quantity", "1"
    if found := _LESS.search(text):
        return "atMost", str(max(ceil(_number(found[1])), 1))
    if _PART.search(text):
        return "extent", "part"
    if found := _MORE.search(text):
        return "atLeast", str(max(int(_number(found[1])), 1))
    if found := _COUNT.search(text):
        number = _number(found[1])
        return ("quantity", str(int(number))) if number == int(number) > 0 else ("atMost", str(max(ceil(number), 1)))
    return _uncounted(text, unit, is_named=is_named)


def _uncounted(text: str, unit: str, *, is_named: bool) -> tuple[str, str]:
    """One name or time is one; lines in the plural, or text of no unit, are so many as nobody says."""
    found = _UNIT.search(text)
    plural = found is not None and found[0].lower().endswith("s") and unit != "initials"
    if plural or not is_named or unit == "passage":
        return "extent", "unknown"
    return "quantity", "1"


def _number(text: str) -> float:
    text = text.lower()
    if text in _WORDS:
        return _WORDS[text]
    if text.startswith("half"):
        return 0.5
    if text in ("a", "an"):
        return 1
    if text[-1] in _FRACTIONS:
        return int(text[:-1] or 0) + _FRACTIONS[text[-1]]
    if "/" in text:
        whole, over, under = re.fullmatch(r"(\d+?)[-– ]?(\d)/(\d)", text).groups()  # type: ignore[union-attr]
        return int(whole) + int(over) / max(int(under), 1)
    return float(text)
