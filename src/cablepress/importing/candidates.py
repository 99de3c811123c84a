"""The beginning of a paragraph → what might be a speaker's label in it, in each form that a label may have."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cablepress.importing.header import is_person_line
from cablepress.importing.likeness import CAPITAL, NUMBER, SIDE, SLANT, Likeness, bare_label, likeness

_NUMBER = rf"(?:{NUMBER})?"
BRACKET = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
FORMS = (
    (
        "(Label)",
        re.compile(
            rf"(?P<label>{_NUMBER}\((?=[^()]*[{CAPITAL}\[■\u3040-\u9fff])(?:[^()\[\]]|{BRACKET})+\))(?=\s|$)(?P<rest>.*)",
            re.DOTALL,
        ),
    ),
    ("（Label）", re.compile(r"(?P<label>（(?:[^（）]){1,40}）\s*)(?P<rest>.*)", re.DOTALL)),
    (
        "Label:",
        re.compile(
            (
                rf"(?P<label>{_NUMBER}{SLANT}(?=[{CAPITAL}\[■(]|v[ao]n |de )(?:[^:：\[\]\n]|"
                rf"{BRACKET}){{1,90}}?\s?:{SLANT})(?=\s|$)(?P<rest>.*)"
            ),
            re.DOTALL,
        ),
    ),
    ("Label：", re.compile(r"(?P<label>[^:：\n。、]{1,30}：\s*)(?P<rest>.*)", re.DOTALL)),
    ("Q.", re.compile(r"(?P<label>[QA]\.)(?=\s)(?P<rest>.*)", re.DOTALL)),
    (
        "Mr. LABEL.",
        re.compile(
            (
                r"(?P<label>(?:(?:Mr|Mrs|Ms|Miss|Dr|Gen|Adm|The|Senator|Secretary|General|"
                r"Ambassador|Admiral)\.?\s)(?:[A-Z][A-Z’'-]{2,}\s?){1,3}\.)(?=\s)(?P<rest>.*)"
            ),
            re.DOTALL,
        ),
    ),
    (
        "Label —",
        re.compile(
            (
                rf"(?P<label>{_NUMBER}(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Adm|Amb|Sen|M)\.\s)?(?=[{CAPITAL}\[])[{CAPITAL}\[]"
                r"[^:—–.,;]{1,50}?(?:[.\s]\s?—|\.?\s?(?:–|--)|(?<=\w)—(?=\S)))(?=\s|[A-Z“\"])(?P<rest>.*)"
            ),
            re.DOTALL,
        ),
    ),
    (
        "Name.",
        re.compile(
            rf"(?P<label>(?:[{CAPITAL}]\.\s?){{0,3}}[{CAPITAL}][\w’'-]+(?:\s\([^()]{{2,40}}\))?\.)(?=\s+[{CAPITAL}“\"\[(])(?P<rest>.*)",
            re.DOTALL,
        ),
    ),
    ("[redacted]", re.compile(rf"(?P<label>{BRACKET})(?=\s+[A-Z“\"])(?P<rest>.*)", re.DOTALL)),
)
_NONE = re.compile(  # the beginning of an attendance list, a salutation
    (
        rf"{_NUMBER}\(?\s*(?:present|attend\w*|participants?|also present|in attendance|those "
        r"present|interpreters?|note-?takers?)\s*[:：]|(?:my )?(?:dear|esteemed|respected|honou?red|"
        r"distinguished|highly|your|excellency)\b[^:]{0,60}:|\((?:[\w.]+ ){1,2}side\s*[:：]"
    ),
    re.IGNORECASE,
)

_SAID = re.compile(r"[.?!][”’\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a paragraph begins with, in one form of label: its words, what follows, how like a person it is."""

    at: int  # which paragraph
    form: str
    label: str
    rest: str
    like: Likeness

    @property
    def bare(self) -> str:
        """The label as one that recurs is known by."""
        return bare_label(self.label).casefold().removeprefix("the ")


def candidates(at: int, text: str) -> Iterable[Candidate]:
    """Give each way in which a paragraph may begin with a label: but not as an attendance list or a letter does."""
    if _NONE.match(text):
        return
    for form, pattern in FORMS:
        found = pattern.match(text)
        if not found:
            continue
        one = Candidate(at, form, found["label"], found["rest"].strip(), likeness(found["label"]))
        if one.like.why == SIDE and one.rest and is_person_line(one.rest) and not _SAID.search(one.rest):
            continue
        if form == "Label:" and one.label[0] == "(" and one.label[-1] != ")" and ")" not in one.label:
            continue
        yield one
