"""Words → the dates in them, as ISO 8601 has them."""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?:{_NAME})\b\.?"
_HIDDEN = r"\[[^\[\]]*\]|■■\{[^{}]*\}|■+"
_YEAR = r"(?:1[89]|20)\d\d"
_BEFORE = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_FORMS = re.compile(
    rf"(?P<a>\b{_BEFORE}(?P<a_month>{_NAME})\.?\s*"
    rf"(?:(?P<a_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)|(?P<a_gone>{_HIDDEN}))(?:,?\s*(?P<a_year>{_YEAR}))?(?!\d))"
    rf"|(?P<b>(?<!\d[:：])\b{_BEFORE}(?P<b_day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?\s+(?P<b_month>{_MONTH})"
    rf"(?:,?\s+(?P<b_year>{_YEAR}))?(?!\d))"
    rf"|(?P<c>(?P<c_year>(?:{_YEAR})|昭和\d+|平成\d+|昭和元|平成元)年\s*(?P<c_month>\d{{1,2}})月\s*(?P<c_day>\d{{1,2}})日)"
    rf"|(?P<d>(?P<d_year>\b{_YEAR})[-/.](?P<d_month>\d{{1,2}})[-/.](?P<d_day>\d{{1,2}})\b)"
    rf"|(?P<e>\b(?P<e_day>\d{{1,2}})[./](?P<e_month>\d{{1,2}})[./](?P<e_year>{_YEAR})\b)"
    rf"|(?P<f>\b(?P<f_month>{_MONTH})\s+(?P<f_year>{_YEAR})\b)"
    rf"|(?P<g>\bYear\s+Month\s+(?P<g_day>\d{{1,2}})\b)"
    rf"|(?P<h>\b(?P<h_day>\d\d)(?P<h_time>\d{{4}})Z\s+(?P<h_month>{_MONTH})\s+(?P<h_year>\d{{2}}(?:\d\d)?)\b)",
    re.IGNORECASE,
)
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}
_DIGIT = re.compile(r"\d")
_ERAS = {"昭和": 1925, "平成": 1988}
TIME = re.compile(
    (
        r"(?<![\d:])(?:[01]?\d|2[0-3])[:：][0-5]\d(?::[0-5]\d)?(?:\s*[ap]\.?m\.?)?(?!\d)|"
        r"(?<!\d)(?:1[0-2]|0?[1-9])\s*[ap]\.m\.?|\d{1,2}時(?:\d{1,2}分)?"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: where it stands, its attributes, and whether a redaction stands in it."""

    start: int
    end: int
    attributes: tuple[tuple[str, str], ...]
    time: str = ""

    @property
    def iso(self) -> str:
        """The day, month or year in ISO 8601; of a range, its first day."""
        return self.attributes[0][1] if self.attributes else ""


@lru_cache(maxsize=4096)
def dates(text: str) -> tuple[Dated, ...]:
    """Find the dates in a text; what is no day of the calendar is none."""
    if not _DIGIT.search(text):
        return ()
    made = (_dated(found) for found in _FORMS.finditer(text.translate(_WIDE)))
    return tuple(each for each in made if each)


def _dated(found: re.Match[str]) -> Dated | None:
    form = str(found.lastgroup)[0]
    parts = {key[2:]: value for key, value in found.groupdict().items() if key[:2] == f"{form}_" and value}
    year, month = _year(parts.get("year", "")), _month(parts.get("month", ""))
    time = parts.get("time", "")
    if "gone" in parts:
        return Dated(*found.span(), _range(year, month))
    day = int(normalize("NFKC", parts["day"])) if "day" in parts else None
    iso = _iso(year, month, day)
    return Dated(*found.span(), (("when", iso),), f"{time[:2]}:{time[2:]}:00" if time else "") if iso else None


def _year(text: str) -> int | None:
    if not text:
        return None
    if text[:2] in _ERAS:
        count = normalize("NFKC", text[2:])
        return _ERAS[text[:2]] + (1 if count == "元" else int(count))
    return int(text) + (1900 if len(text) < len("1900") else 0)


def _month(text: str) -> int | None:
    if not text:
        return None
    text = normalize("NFKC", text)
    if text.isdigit():
        return int(text)
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(text[:3].lower())), None)


def _iso(year: int | None, month: int | None, day: int | None) -> str:
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004 - months
        return ""
    if day is not None and not 1 <= day <= (calendar.monthrange(year or 2000, month)[1] if month else 31):
        return ""
    if year is None:
        return f"---{day:02}" if month is None else f"--{month:02}-{day:02}"
    return f"{year}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _range(year: int | None, month: int | None) -> tuple[tuple[str, str], ...]:
    """Give the range of a day that is blacked out: its month, if the year is known."""
    if year is None or month is None:
        return ()
    last = calendar.monthrange(year, month)[1]
    return (("notBefore", f"{year}-{month:02}-01"), ("notAfter", f"{year}-{month:02}-{last}"))


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    text = text.strip().rstrip(".")
    found = dates(text)
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
