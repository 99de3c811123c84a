"""The cable's lines and the page's title → the fields of its heading, its subject, and where its text begins."""

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from cablepress.importing.fieldforms import MARKS, NUMBERED
from cablepress.importing.fields import ALONE_HIDDEN, Field, field
from cablepress.importing.firstline import is_numbered_title, is_title, is_whole
from cablepress.importing.layout import Laid
from cablepress.importing.likeness import COUNTRY, SIDE
from cablepress.importing.likeness import likeness as likeness_of
from cablepress.importing.page import Line

_ALIKE = 0.6
_APART = 3  # lines that no rule knows, between two that it knows
_SHORT = 170
_SENTENCE = 9  # words
_QUOTED = re.compile(r"[‘'“\"](.+)[’'”\"]")
_LISTS = frozenset(("participants", "topics"))
_CONTINUED = frozenset(("subject", "to", "from", "date", "place", *_LISTS))
_BEGINS_FIELD = re.compile(r"(?:Number|Primary|Sent|Received|To|From)\s*[:：]|総?番号|.{1,40}殿\s")
_ASIDE = re.compile(r"[（(].*[)）]")  # “(Top Secret; unchecked)”
_REMARK = re.compile(r"[（(].*\.[)）]")
_NEXT_FIELD = re.compile(r"(?<=\S)\s+(?=(?:Primary|Sent|Received|To|From)\s*[:：]|(?:主管|発信|受信)\s)|(?<=殿)\s+")
_TELEGRAM = re.compile(r"(?:(?:ciphered|coded|incoming|outgoing) )*(?:telegram|cable|message)s?", re.IGNORECASE)
_SIDE = re.compile(r"(?:the )?(.{2,40}?)[:：]\s+(?:the )?(\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The fields before and after the subject, the subject, and the lines that are the text."""

    fields: tuple[Field, ...]
    head: Line | None
    after: tuple[Field, ...]
    rest: tuple[Line, ...]
    sure: str = "high"
    why: str = ""

    @property
    def all(self) -> tuple[Field, ...]:
        """The fields in the order of the page."""
        return (*self.fields, *self.after)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of all lines in the order of the page."""
        before, after = (tuple(one.text for one in some) for some in (self.fields, self.after))
        return (*before, self.head.text if self.head else "", *after)

    def of(self, kind: str) -> tuple[Field, ...]:
        """Give the fields of one kind."""
        return tuple(each for each in self.all if each.kind == kind)


def head_of(laid: Laid) -> Heading:
    """Read the heading of a cable: fields in any order, with lines among them that no rule knows."""
    lines = tuple(part for line in laid.cable for part in _divided(line))
    found = _told_apart([field(line) for line in lines[:60]])
    last = _continued(lines, found)
    head, sure, why = _head(laid, lines, found, last)
    if head is not None:
        last = max(last, head)
    return _heading(lines, found, last, head, (sure, why))


def _told_apart(found: list[Field | None]) -> list[Field | None]:
    """Of two numbers the one with the markings is the telegram's; one alone above it, “No.: 44120”, is another."""
    rows = [n for n, one in enumerate(found) if one and one.kind == "markings" and NUMBERED.match(one.text)]
    for n, after in pairwise(rows):
        one, other = found[n], found[after]
        if one and other and not MARKS.search(one.text) and MARKS.search(other.text):
            found[n] = replace(one, kind="registration")
    return found


def _divided(line: Line) -> tuple[Line, ...]:
    """`To: … From: …` on one line are two fields."""
    if not _BEGINS_FIELD.match(line.text) or len(line.text) > _SHORT * 2:
        return (line,)
    parts = _NEXT_FIELD.split(line.text)
    return tuple(replace(line, text=part, blanks=0 if n else line.blanks) for n, part in enumerate(parts))


def _last(lines: tuple[Line, ...], found: list[Field | None]) -> int:
    """Find the last line of the heading: fields stand close together, at the top."""
    last, unknown = -1, 0
    for n, one in enumerate(found):
        text = lines[n].text
        if one is not None and not (one.kind in ("form", "line") and n > last + 1 + _APART):
            last, unknown = n, 0
            continue
        unknown += 1
        is_heading = n == 0 and len(text) < _SHORT and not text.endswith((".", ":", ";", ","))
        if is_heading:
            continue
        if unknown > _APART or len(text) > _SHORT * 2 or (_is_text(text) and not _is_between(found, n)):
            break
    return last


def _is_between(found: list[Field | None], n: int) -> bool:
    """Whether a line stands right between two labelled fields: then it is one that no rule knows."""
    before, after = found[n - 1 : n], found[n + 1 : n + 2]
    return all(some and some[0] and some[0].label for some in (before, after))


def _is_text(text: str) -> bool:
    """Whether a line is clearly no longer of the heading: a turn, a numbered paragraph, a sentence or two."""
    if len(text) > _SHORT or (text.endswith(".") and len(text.split()) > _SENTENCE) or text.endswith("。"):
        return True
    return bool(
        re.match(r"\(?\d{1,2}[.)]\s|[（(][A-Z][^()]{1,50}[)）]\s+[A-Z]|[A-Z][\w.’ ]{1,40}:\s+[A-Z“\"]", text)
        or re.search(r"[a-z]{2}\.\s+[A-Z]", text)
    )


def _continued(lines: tuple[Line, ...], found: list[Field | None]) -> int:
    """Claim what stands below a label alone, the subject or the participants; return the last line of the heading."""
    last = -1
    while (further := _last(lines, found)) > last:
        for at in range(last + 1, further + 1):
            one = found[at]
            if one is not None and one.kind in _CONTINUED and (not one.value.strip() or one.kind in _LISTS):
                _claim(lines, found, at, one)
        last = further
    return last


def _claim(lines: tuple[Line, ...], found: list[Field | None], at: int, one: Field) -> None:
    """Claim the lines below a label: of a list with its first entry beside the label, those without a blank line."""
    is_alone = not one.value.strip()
    for n in range(at + 1, len(found)):
        hidden = one.kind in _LISTS and (other := found[n]) and other.why == ALONE_HIDDEN
        if (
            (found[n] is not None and not hidden)
            or not _follows(one.kind, lines[n], n - at)
            or not (is_alone or lines[n].blanks == 0)
        ):
            return
        found[n] = Field(one.kind, lines[n], 0, f"it follows “{one.text[:30]}”")


def _follows(kind: str, line: Line, distance: int) -> bool:
    if kind in _LISTS:
        return is_person_line(line.text) or _is_side(line.text)
    return distance == 1 and len(line.text) < _SHORT


def _is_side(text: str) -> bool:
    """Whether a line names a side and those who are present for it."""
    found = _SIDE.fullmatch(text)
    return found is not None and likeness_of(found[1]).why in (COUNTRY, SIDE) and is_person_line(found[2])


def is_person_line(text: str) -> bool:
    """Whether a line could name somebody present: short, no sentence, no speech after a label."""
    if len(text) > _SHORT or (
        re.search(r"[a-z]\.$", text)
        and not re.search(r"\b(?:Jr|Sr|Dept|Govt|Div|Affairs|interpreter|notetaker)\.$", text)
    ):
        return False
    return (
        not re.match(r"\d{1,2}\.\s|[（(]|.{1,50}[:：]\s+\S", text)
        and bool(re.match(r"[A-Z\[—–•*-]", text))
        and not re.search(r"\b(?:said|was|were|is|are|asked|met|had)\b", text)
    )


def _head(laid: Laid, lines: tuple[Line, ...], found: list[Field | None], last: int) -> tuple[int | None, str, str]:
    """Choose the subject: a line that says so, else one like the page's title, else one among the fields."""
    said = next(
        (n for n, one in enumerate(found[: last + 1]) if one and one.kind == "subject" and one.value.strip()), None
    )
    if said is None:
        said = next(
            (n for n, one in enumerate(found[: last + 1]) if one and one.kind == "subject" and not one.label), None
        )
    if said is not None:
        return said, "high", "it is labelled as the subject"
    quoted = _QUOTED.search(laid.title)
    title = quoted[1] if quoted else laid.title
    free = [
        n
        for n in range(min(last + 3, len(found)))
        if found[n] is None
        and len(lines[n].text) <= _SHORT * 2
        and (not _is_text(lines[n].text) or (n == 0 and is_numbered_title(lines)))
        and not _REMARK.fullmatch(lines[n].text)
    ]
    if title:
        alike = sorted(((likeness(lines[n].text, title), -n) for n in free), reverse=True)
        if (
            alike
            and alike[0][0] >= _ALIKE
            and all(found[n] is not None or n in free for n in range(last + 1, -alike[0][1]))
        ):
            return -alike[0][1], "high", "it is like the title of the page"
    return _placed(laid, lines, found, last, free)


def _placed(
    laid: Laid, lines: tuple[Line, ...], found: list[Field | None], last: int, free: list[int]
) -> tuple[int | None, str, str]:
    known = [one.kind for one in found[: last + 1] if one]
    free = [n for n in free if not _ASIDE.fullmatch(lines[n].text)]
    inside = [n for n in free if n < last and is_whole(lines, n) and len(lines[n].text) <= _SHORT]
    after_from = [n for n in inside if any(one and one.kind in ("from", "to", "sent", "received") for one in found[:n])]
    if after_from:
        return after_from[0], "high", "it stands among the fields"
    forms = [n for n in range(last + 1) if (one := found[n]) and one.kind == "form"]
    below = last + 1
    is_below = (
        len(known) > 1
        and below < len(lines)
        and below in free
        and not re.search(r"[.:;,!?]$", lines[below].text)
        and len(lines[below].text) <= _SHORT
    )
    says_nothing = all(_TELEGRAM.fullmatch(lines[n].text) for n in forms)
    if forms and laid.kind in ("memorandum", "telegram", "site", "plain") and not (is_below and says_nothing):
        return forms[0], "medium", "it says what the document is"
    if inside:
        return inside[0], "medium", "it stands among the fields"
    if is_below:
        return below, "medium", "it stands below the fields and is no sentence"
    if last < 0 and not laid.is_site and 0 in free and is_title(lines):
        return 0, "low", "it is the first line and no sentence, and stands alone"
    return None, "low", "no line was found that could be one"


def _heading(
    lines: tuple[Line, ...], found: list[Field | None], last: int, head: int | None, sure: tuple[str, str]
) -> Heading:
    made = [found[n] or Field("unknown", lines[n], 0, "no rule") for n in range(last + 1)]
    top = len(made) if head is None else head
    fields = tuple(each for n, each in enumerate(made) if n < top)
    after = tuple(each for n, each in enumerate(made) if n > top)
    return Heading(fields, None if head is None else lines[head], after, lines[last + 1 :], *sure)


def likeness(one: str, other: str) -> float:
    """Say how alike two titles are, from 0 to 1; of a long title, so much counts as the short one has words."""
    left, right = (re.sub(r"[^\w ]", "", each).casefold().split() for each in (one, other))
    if not left or not right:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()
