"""Candidates for labels → whether people speak to each other after them; a list is told about those it names."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from cablepress.importing.candidates import Candidate
from cablepress.importing.likeness import COUNTRY
from cablepress.importing.paragraphs import Paragraph

_FEW, _MANY = 0.15, 0.5  # of all turns, those in which somebody says “I” or asks
_TURNS = 3
_LABELLED = ("(Label)", "（Label）", "Label:", "Label：", "Q.", "Label —")
_ENDED = re.compile(r"[.?!…。」][”’\"')\]}]*$")
_HIDDEN = re.compile(r"[\[(（■]")
# The first and second person, a question, a request; and whatever is not in Latin letters. “US” is a country.
_VOICE = re.compile(
    r"(?<![\w-])(?:I|[Mm]e|[Mm]y|MY|[Ww]e|WE|us|[Oo]urs?|OUR|[Yy]ou|YOU|[Yy]ours?|YOUR|[Ll]et|[Yy]es|[Pp]lease|[Tt]hank(?!-)|[Ww]elcome)\b"
    r"|[?？!]|[\u3040-\u9fff]"
)
_CLAUSE = re.compile(
    rf"{_VOICE.pattern}|\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|"
    r"did|not|[a-z]+n[’']t)\b"
)


def speaks(some: list[Candidate], paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether somebody speaks to somebody after these labels; a list of people is told about them."""
    said = [one.rest or (paragraphs[one.at + 1].text if one.at + 1 < len(paragraphs) else "") for one in some]
    return _share(said, _VOICE) >= _FEW


def tells(some: list[Candidate]) -> bool:
    """Whether anything is said at all after these labels: a schedule has none but places and times."""
    return any(not one.rest for one in some) or _share([one.rest for one in some], _CLAUSE) > 0


def _share(said: list[str], form: re.Pattern[str]) -> float:
    told = [words for words in said if not _HIDDEN.match(words)]
    return sum(bool(form.search(words)) for words in told) / len(told) if told else 1.0


def is_exchange(some: list[Candidate]) -> bool:
    """Mere names: they answer each other, and two of them recur; or one does, and half of it has a voice."""
    if len(some) < _TURNS:
        return False
    recurring = sum(count > 1 for count in Counter(one.bare for one in some).values())
    answers = sum(one.bare != other.bare for one, other in pairwise(some))
    if recurring > 1:
        return answers >= _TURNS
    return bool(recurring) and answers == len(some) - 1 and _share([one.rest for one in some], _VOICE) >= _MANY


def is_talk(strong: list[Candidate], plausible: list[Candidate]) -> bool:
    """Whether an office and a name, each perhaps once, talk: in parentheses, and half of what follows has a voice."""
    some = [*strong, *plausible]
    is_formed = all(one.form in ("(Label)", "（Label）") and one.rest for one in some)
    return bool(strong and plausible) and is_formed and _share([one.rest for one in some], _VOICE) >= _MANY


def strays(candidates: list[Candidate], spoken: dict[int, str]) -> tuple[Candidate, ...]:
    """Find the turns of a speaker that a typist has labelled otherwise: “(Minister): I see.” among “(Minister) I see.”.

    `spoken` are the turns that are known: by paragraph, who speaks, as `Candidate.bare` has it.
    """
    known, first = frozenset(spoken.values()), min(spoken, default=0)
    return tuple(
        one
        for one in candidates
        if one.form in _LABELLED
        and one.bare in known
        and one.at > first
        and one.at not in spoken
        and _is_said(one.rest)
    )


def _is_said(rest: str) -> bool:
    return not rest[:1].islower() and bool(_ENDED.search(rest)) and bool(_VOICE.search(rest))


def with_countries(some: list[Candidate]) -> list[Candidate]:
    """Let countries be speakers, where they answer each other."""
    countries = [one for one in some if one.like.why == COUNTRY]
    if not is_exchange(countries):
        return some
    return [replace(one, like=replace(one.like, is_plausible=True)) if one in countries else one for one in some]
