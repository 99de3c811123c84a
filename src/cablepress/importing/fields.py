"""A line at the head of a cable → the field that it is: number, sender, dates, markings, and so on."""

import re
from dataclasses import dataclass

from cablepress.importing.dates import TIME, dates
from cablepress.importing.fieldforms import (
    ADDRESSED,
    ALONE,
    CODE,
    CODED,
    DTG,
    FORM,
    FROM_POST,
    HANDLED,
    HANDLED_ASIDE,
    HEAD_OF_MISSION,
    KINDS,
    LABEL,
    LINES,
    MARKS,
    NAMED,
    NUMBERED,
    OWN_NUMBER,
    POST_NUMBERED,
    REDACTION,
    REFERRING,
    SECTION,
    TELEGRAMS,
    TO_POST,
    WORDED,
)
from cablepress.importing.page import Line
from cablepress.importing.redactions import missing

ALONE_HIDDEN = "a redaction alone at the head"
_LINE = 90
_LONG = 200
_ROW = re.compile(r"(?P<number>\d{2,5}\.\s+)?(?P<rest>.*)")  # “811. Secret; Priority.”
_TIMES = re.compile(rf"(?:{TIME.pattern})\s*[-–—]\s*(?:{TIME.pattern})", re.IGNORECASE)
_BESIDE_MARKS = re.compile(
    rf"{CODE}|\b(?:indefinite(?:ly)?|unlimited(?: period)?|permanent(?:ly)?|no time limit|and|classification|copy)\b"
    r"|[.,;:!()/\s*-]+|（|）"
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the heading: its kind, the words of its line, how long the printed label is."""

    kind: str
    line: Line
    label: int = 0
    why: str = "its label"

    @property
    def text(self) -> str:
        """The words of the line, its label included."""
        return self.line.text

    @property
    def value(self) -> str:
        """The words after the label."""
        return self.line.text[self.label :]


def field(line: Line) -> Field | None:
    """Say what field a line is by its label or its form alone; None if it is none that we know."""
    text = line.text
    if len(text) > _LONG:  # a paragraph, unless it is a long list of people, a long subject
        return _labelled(line) if len(text) <= 3 * _LONG else None
    return _japanese(line) or _marked(line) or _labelled(line) or _formed(line)


def _japanese(line: Line) -> Field | None:
    """“往電第1468号に関し”."""
    return Field("reference", line, 0, "it names a telegram") if NAMED.fullmatch(line.text) else None


def _labelled(line: Line) -> Field | None:
    text = line.text
    if found := LABEL.match(text):
        return Field(KINDS[found.lastindex or 0], line, found.end())
    bare = ALONE.get(text.rstrip(" :").lower())
    if bare and text[:1].isupper():
        return Field(bare, line, len(text))
    return None


def _marked(line: Line) -> Field | None:
    """Know the row “No. 1468 Secret Top Urgent”, with a code or a redaction; or markings alone."""
    text = line.text
    found = NUMBERED.match(text)
    has_marks = found is not None and bool(MARKS.search(found["rest"]))
    if found and _only_marks(found["rest"]) and (has_marks or not found["value"][0].isalpha()):
        is_row = has_marks or not re.match(r"number\b", text, re.IGNORECASE)
        return Field("markings" if is_row else "registration", line, found.end("label"), "a number and markings")
    if bare := CODED.match(text):
        return Field("registration", line, bare.end(), "a number")
    if HANDLED_ASIDE.fullmatch(text):
        return Field("handling", line, 0, "a handling instruction in parentheses")
    if HANDLED.fullmatch(text):
        return Field("handling", line, 0, "a handling instruction")
    if (row := _ROW.fullmatch(text)) and MARKS.search(text) and _only_marks(row["rest"]):
        why = "a number and markings" if row["number"] else "markings and nothing else"
        return Field("markings", line, 0, why)
    return None


def _only_marks(text: str) -> bool:
    rest = MARKS.sub("", REDACTION.sub("", text))
    rest = _BESIDE_MARKS.sub("", rest)
    return rest == ""


def _formed(line: Line) -> Field | None:  # noqa: PLR0911 - one for each form
    text = line.text
    if OWN_NUMBER.fullmatch(text) and (text == text.upper() or text[:1].lower() == "c"):
        return Field("markings", line, 0, "the number of the telegram")
    if (
        REDACTION.fullmatch(text)
        and len(text) < _LINE
        and missing(re.sub(r"^[\[(■{]+(?:TN: ?)?|[\])}]+$", "", text) or "■")
    ):
        return Field("registration", line, 0, ALONE_HIDDEN)
    if SECTION.fullmatch(text):
        return Field("section", line, 0, "a section mark")
    if DTG.fullmatch(text):
        return Field("date", line, 0, "a date-time group")
    if FROM_POST.fullmatch(text):
        return Field("from", line, text.index(" ") + 1, "FM and a post")
    if TO_POST.fullmatch(text) and text == text.upper():
        return Field(
            "to" if not text.startswith("INFO") else "distribution", line, text.index(" ") + 1, "TO and a post"
        )
    if LINES.fullmatch(text) and len(text) < 120:  # noqa: PLR2004 - a line of the form
        return Field("line", line, 0, "a line of the telegraph")
    return _shaped(line)


def _shaped(line: Line) -> Field | None:  # noqa: PLR0911 - one for each form
    text = line.text
    if TELEGRAMS.match(text) and REFERRING.fullmatch(text):
        return Field("reference", line, 0, "it names telegrams and nothing else")
    if found := WORDED.match(text):
        return Field("received" if text[0] == "R" else "sent", line, found.end(), "its first words")
    if text[-1] in "発着" and len(text) < _LINE and dates(text):
        return Field("sent" if text[-1] == "発" else "received", line, 0, "a date, and where from or to")
    if ADDRESSED.fullmatch(text):
        return Field("to", line, 0, "殿")
    if HEAD_OF_MISSION.fullmatch(text):
        return Field("from", line, 0, "an office alone on its line")
    if _is_dateline(text):
        return Field("date", line, 0, "a place and a date")
    if text == text.upper() and POST_NUMBERED.fullmatch(text):
        return Field("markings", line, 0, "a post and a number")
    if FORM.fullmatch(text) and len(text) < 110 and (text[-1] != "." or re.search(r"[ap]\.m\.$", text)):  # noqa: PLR2004 - a heading
        return Field("form", line, 0, "the form of the document")
    return None


def _is_dateline(text: str) -> bool:
    """Whether a line is like “Washington, October 3, 1958, 3 p.m.”, or like “10:40-12:10”."""
    found = dates(text) if len(text) <= _LINE else ()
    if not found:
        return bool(_TIMES.fullmatch(text))
    place = text[: found[0].start].rstrip(" ,.—–-")
    rest = re.sub(r"\b\d{4}Z\b|GMT|\bto\b", "", TIME.sub("", text[found[-1].end :])).strip(" ,.—–-()")
    is_place = re.fullmatch(r"(?:[A-Z][\w.’'-]*[ ,.]*){0,5}", place) is not None
    return is_place and rest == "" and not place.lower().startswith(("on", "in", "by", "since"))
