"""The paragraphs of a text → the convention by which this document labels its speakers, and its labels.

No pattern holds for all documents. What a paragraph begins with is a candidate; a form of label is the document's
convention when its labels recur, name offices or people who are known to take part, and nothing else explains them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from cablepress.importing.candidates import BRACKET, FORMS, Candidate
from cablepress.importing.candidates import candidates as candidates_of
from cablepress.importing.exchange import is_exchange, is_talk, speaks, strays, tells, with_countries
from cablepress.importing.likeness import NUMBER, OFFICE, SIDE, VOICES, bare_label, is_numbered, likeness
from cablepress.importing.paragraphs import Paragraph
from cablepress.importing.redactions import missing

_ALIKE = 0.75
_SPOKEN = 60
_SENTENCE = re.compile(r"[.?!…—–)\]”\"’。」』}■]$|[a-z]{2}[.?!]\s+[A-Z“\"]")
_AFFILIATION = re.compile(r"\s*\([^()]*\)$")
_OFFICES = {"pm": "prime minister", "fm": "foreign minister"}  # “Premier” may well be somebody else
_MANY = 200  # labels: in a document with more, the rare ones are not compared


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that begins a turn: the label and the rest of it, how surely, and why."""

    label: str
    rest: str
    sure: str
    why: str


@dataclass(frozen=True, slots=True)
class Convention:
    """How a document labels its speakers: the forms, the turns by paragraph, what was refused, which are alike."""

    forms: tuple[str, ...]
    turns: dict[int, Turn]
    refused: tuple[tuple[int, str, str], ...]  # paragraph, label, why
    variants: tuple[tuple[str, str], ...]  # a rare label and the frequent one that it may stand for
    speakers: tuple[str, ...]  # the labels as those who have them are called in a sentence, in small letters


def convention(paragraphs: tuple[Paragraph, ...], known: frozenset[str]) -> Convention:
    """Decide how a document labels its speakers; `known` are the names of who takes part, in small letters."""
    candidates = [
        one for n, each in enumerate(paragraphs) if each.kind == "text" for one in candidates_of(n, each.text)
    ]
    turns: dict[int, Turn] = {}
    forms: list[str] = []
    for form, _ in FORMS:
        some = [one for one in candidates if one.form == form and one.at not in turns]
        taken = _taken(some, known, paragraphs, has_turns=bool(turns))
        if taken:
            forms.append(form)
            turns |= taken
    for one in strays(candidates, {at: _bare(turn.label) for at, turn in turns.items()}):
        turns[one.at] = Turn(one.label, one.rest, "medium", "recurs in another form")
    turns = {at: turn for at, turn in sorted(turns.items()) if turn.rest or _is_followed(at, turns, paragraphs)}
    refused = tuple(
        (one.at, one.label, one.like.why) for one in candidates if one.at not in turns and one.like.is_strong
    )
    speakers = tuple({_bare(turn.label): None for turn in turns.values()})
    return Convention(tuple(forms), turns, refused, _variants(turns), speakers)


def _taken(
    some: list[Candidate], known: frozenset[str], paragraphs: tuple[Paragraph, ...], *, has_turns: bool
) -> dict[int, Turn]:
    """Choose the candidates of one form that are turns."""
    if not some:
        return {}
    some = with_countries(some)
    counts = Counter(one.bare for one in some)
    likely = [one for one in some if one.like.is_plausible]
    if not likely or sum(_is_speech(one.rest) for one in likely) * 2 < len(likely):
        return {}  # a list: of offices and their holders, of things and their amounts
    some = [one for one in some if (_is_speech(one.rest) and not _is_named(one.rest)) or counts[one.bare] > 1]
    strong = [one for one in some if one.like.is_strong]
    others = [one for one in some if not one.like.is_strong and one.like.is_plausible]
    named = [one for one in others if is_known(one, known)]
    plausible = [one for one in others if not is_known(one, known)]
    people = {one.bare for one in (*strong, *named)}
    is_plain = len(people) > 1 and any(counts[label] > 1 for label in people)
    if not some or not tells([*strong, *named, *plausible]):
        return {}
    if some[0].form == "Label:" and not is_plain and not speaks([*strong, *named, *plausible], paragraphs):
        return {}
    if not _is_convention(
        strong, named, plausible, counts, paragraphs, form=some[0].form, known=known, has_turns=has_turns
    ):
        return {}
    support = len(strong) + len(named) + sum(counts[one.bare] > 1 for one in plausible)
    if is_exchange(plausible) or is_talk(strong, plausible):
        support = len(some)
    numbered = sum(is_numbered(one.label) for one in some) * 2 > len(some)
    return {
        one.at: turn
        for one in some
        if (turn := _turn(one, counts, known, support if is_numbered(one.label) == numbered else 0))
    }


def _is_convention(  # noqa: PLR0911, PLR0913 - all that speaks for it
    strong: list[Candidate],
    named: list[Candidate],
    plausible: list[Candidate],
    counts: Counter[str],
    paragraphs: tuple[Paragraph, ...],
    *,
    form: str,
    known: frozenset[str],
    has_turns: bool,
) -> bool:
    """Weigh what speaks for a form: recurrence, people who take part, position."""
    is_named = any(is_known(one, known) for one in [*strong, *named])
    sure = [*strong, *named]
    people = {one.bare for one in sure}
    recurring = {one.bare for one in [*sure, *plausible] if counts[one.bare] > 1}
    if form == "[redacted]":
        return has_turns
    if form == "Label —":
        return (len(people) > 1 and bool(recurring)) or is_exchange(plausible)
    if form == "Q.":
        return min(counts["q"], counts["a"]) > 0 and len(sure) > 2  # noqa: PLR2004 - one question and answer is a quotation
    if has_turns and form in ("Label:", "(Label)") and sure and not recurring and len(people) == 1:
        return is_named or any(one.like.why == "its name is redacted" for one in sure)
    if len(people) > 1 or (people and recurring):
        return True
    if sure and (is_named or _heads_numbered(sure[0], paragraphs)):
        return True
    return (bool(sure) and _is_alone_in_form(sure[0])) or is_exchange(plausible) or is_talk(strong, plausible)


def _is_alone_in_form(one: Candidate) -> bool:
    """Whether a single turn is one: a redacted name in the label's own form, which nothing else explains."""
    return one.like.why == "its name is redacted" and one.form in ("(Label)", "Label:") and bool(one.rest)


def _heads_numbered(one: Candidate, paragraphs: tuple[Paragraph, ...]) -> bool:
    """`Premier Zhao:` alone on its line, with what he said in numbered paragraphs below."""
    after = paragraphs[one.at + 1].text if one.at + 1 < len(paragraphs) else ""
    return not one.rest and bool(re.match(r"\(?\d{1,3}[.)]|[（(]\d", after))


def _is_speech(rest: str) -> bool:
    """Whether words after a label could be said: a sentence, a redaction, or what follows below.

    “President Mitterrand: will arrive on the 8th.” only goes on from the name: he is told about.
    """
    if rest[:1].islower():
        return False
    return not rest or len(rest) > _SPOKEN or bool(_SENTENCE.search(rest))


def _is_named(rest: str) -> bool:
    """“Interviewer: Dr. Marsh (University of Leeds)” says who somebody is."""
    return not rest.endswith((".", "?", "!")) and likeness(_AFFILIATION.sub("", rest)).why == OFFICE


def _bare(label: str) -> str:
    return bare_label(label).casefold().removeprefix("the ")


def _turn(one: Candidate, counts: Counter[str], known: frozenset[str], support: int) -> Turn | None:
    recurs, is_named = counts[one.bare] > 1, is_known(one, known)
    if one.like.is_strong or is_named:
        sure = "high" if recurs or is_named or (one.like.why == OFFICE and support > 1) else "medium"
        why = "recurs" if recurs else "takes part" if is_named else one.like.why
        return Turn(one.label, one.rest, sure, why)
    if one.like.is_plausible and (recurs or (support > 2 and one.rest)):  # noqa: PLR2004 - the form is well established
        return Turn(
            one.label, one.rest, "medium" if recurs else "low", "recurs" if recurs else "has the form of the others"
        )
    return None


def is_known(one: Candidate, known: frozenset[str]) -> bool:
    """Whether a label names somebody who is known to take part."""
    words = re.findall(r"[^\W\d_][\w’'-]+", one.like.name)
    return bool(words) and one.like.is_plausible and words[-1].casefold() in known


def _is_followed(at: int, turns: dict[int, Turn], paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether a label alone on its line has speech below it."""
    after = next((n for n in range(at + 1, len(paragraphs)) if paragraphs[n].kind == "text"), None)
    return after is not None and after not in turns


def _variants(turns: dict[int, Turn]) -> tuple[tuple[str, str], ...]:
    """Pair labels that may be one name differently spelt: the rare one with the frequent one."""
    counts = Counter(bare_label(turn.label) for turn in turns.values())
    names = {label: likeness(label).name.casefold() for label in counts if _is_somebody(label)}
    order = sorted(names, key=lambda label: (-counts[label], label))[:_MANY]
    alike = (
        (rare, frequent)
        for n, rare in enumerate(order)
        for frequent in order[:n]
        if names[rare] != names[frequent] and _alike(names[rare], names[frequent])
    )
    return (*alike, *_holders(counts, names))


def _holders(counts: Counter[str], names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Pair an office with the one name that has it before it in the same text: “PM”, “Prime Minister Osada”."""
    offices = [label for label in counts if not likeness(label).name and likeness(label).why == OFFICE]
    for office in offices:
        held = [label for label in names if _spelt_out(_before(label, names[label])) == _spelt_out(office)]
        if len({names[label] for label in held}) == 1:
            yield office, held[0]


def _spelt_out(office: str) -> str:
    return " ".join(_OFFICES.get(word, word) for word in office.casefold().removeprefix("the ").split())


def _before(label: str, name: str) -> str:
    return label[: len(label) - len(name)] if label.casefold().endswith(name) else ""


def _is_somebody(label: str) -> bool:
    like = likeness(label)
    return bool(like.name) and like.why != SIDE and not VOICES.fullmatch(label)


def _alike(one: str, other: str) -> bool:
    """Whether two names differ by a slip or two; or are the same one with another title."""
    last = [re.findall(r"[^\W\d_]+", name)[-1:] for name in (one, other)]
    if not all(last) or min(len(last[0][0]), len(last[1][0])) < 4:  # noqa: PLR2004 - short names are alike by chance
        return one == other
    return SequenceMatcher(None, last[0][0], last[1][0], autojunk=False).ratio() >= _ALIKE


def whole_turn(text: str) -> bool:
    """Whether a paragraph is a turn blacked out together with its speaker."""
    found = re.fullmatch(rf"(?:{NUMBER})?\(?({BRACKET})\)?", text)
    if found is None:
        return False
    said = re.sub(r"^\[+(?:TN: |TN:|Translator[’']?s? note: )?|\]+$", "", found[1])
    what = missing(said)
    return what is not None and what.unit == "turn"
