"""Labels and names → keys of the authority file, by name and by office as of the date; or draft records for it.

What is not found, or is found twice, is never guessed at: it becomes a record of its own, marked as a draft, and the
report says with whom it might be one.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cablepress.importing.holdings import Holdings, Person
from cablepress.importing.likeness import COUNTRY, SEVERAL, VOICES, bare_label, likeness, without_redactions
from cablepress.importing.redactions import missing

UNKNOWN = "person:unknown"
_OFFICES = (
    (
        re.compile(r"\bminister (?:for|of) foreign affairs\b|\bforeign minister\b|\bforeign secretary\b|^fm\b"),
        "foreign minister",
    ),
    (re.compile(r"\bpremier\b|\bprime minister\b|^pm\b"), "prime minister"),
    (
        re.compile(r"\b(?:us|u\.s\.|united states) trade representative\b|\bustr\b"),
        "united states trade representative",
    ),
    (re.compile(r"\bsecretary of state\b"), "secretary of state"),
)
_FILLER = re.compile(r"\b(?:of|for|to|the|and|at)\b|[^\w ]")
_LADY = re.compile(r"(?:mrs|miss|ms|lady|madame?|mme)\b", re.IGNORECASE)
_SIDE = re.compile(r"\b(?:side|delegation)$|側$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a label means: a key, how surely, why; and whether the key's record is yet to be written."""

    key: str
    sure: str
    why: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A draft record for the authority file."""

    key: str
    name: str
    office: str
    is_group: bool


def find(label: str, date: str, holdings: Holdings) -> Found:
    """Find whom a label means on a date, an ISO date or nothing."""
    bare = bare_label(label)
    like = likeness(label)
    said = re.sub(r"^(?:TN: ?)", "", bare.strip("[]()■{}"))
    if VOICES.fullmatch(bare) or bare.startswith("■") or (bare[:1] in "[(" and missing(said or "■")):
        return Found(UNKNOWN, "high", "nobody is named", UNKNOWN not in holdings.keys)
    name = like.name if like.is_plausible else bare
    return _by_name(name, bare, holdings) or _by_office(bare, date, holdings) or _new(name, bare, holdings)


def _by_name(name: str, bare: str, holdings: Holdings) -> Found | None:
    table = holdings.by_name
    for wanted in (bare.casefold(), name.casefold(), name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""):
        some = table.get(wanted, ()) if wanted else ()
        if len(some) == 1 and _fits(name, some[0]):
            if some[0].is_draft or _LADY.match(bare):
                return Found(
                    some[0].key, "medium", f"its name is that of {some[0].names[0]}, but is it the same person?"
                )
            return Found(some[0].key, "high", f"its name is {some[0].names[0]}")
        if len(some) > 1:
            return None
    return None


def _fits(name: str, person: Person) -> bool:
    """Whether forenames in a label, if any, are those of the person."""
    others = {word.casefold() for each in person.names for word in re.findall(r"\w+", each)}
    given = [word.casefold() for word in re.findall(r"\w+", name)[:-1]]
    return all(word in others or any(other.startswith(word) for other in others if len(word) < 3) for word in given)  # noqa: PLR2004


def _office(words: str) -> tuple[str, ...]:
    text = words.casefold()
    for form, plain in _OFFICES:
        text = form.sub(plain, text)
    return tuple(_FILLER.sub(" ", text).split())


def _by_office(bare: str, date: str, holdings: Holdings) -> Found | None:
    wanted = _office(bare)
    holders = {
        one.key: one
        for one in holdings.people
        for words, begin, end in one.offices
        if wanted and _office(words)[: len(wanted)] == wanted and _held(date, begin, end)
    }
    if len(holders) != 1:
        return None
    ((key, one),) = holders.items()
    return Found(key, "medium" if date else "low", f"{one.names[0]} held the office{' on the day' if date else ''}")


def _held(date: str, begin: str, end: str) -> bool:
    """Dates are compared as far as both go."""
    if not re.match(r"\d{4}", date):
        return True
    since = not begin or begin[: len(date)] <= date[: len(begin)]
    until = not end or date[: len(end)] <= end[: len(date)]
    return since and until


def _new(name: str, bare: str, holdings: Holdings) -> Found:
    lady = _LADY.match(bare)  # Mrs. Noble is not Mr. Noble
    key = f"person:{slug(f'{lady[0]} {name}' if lady else name or without_redactions(bare)) or 'speaker'}"
    if key in holdings.keys:
        key = next(f"{key}-{n}" for n in range(2, 1000) if f"{key}-{n}" not in holdings.keys)
    some = holdings.by_name.get((name.split() or [""])[-1].casefold(), ())
    why = f"the name could be {' or '.join(one.key for one in some)}" if some else "authority.xml names nobody so"
    return Found(key, "low", why, is_new=True)


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Make a key of a name: small letters, digits and hyphens, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’.]", "", plain)).strip("-")
    if not plain and text:
        plain = "u" + "-".join(f"{ord(each):x}" for each in text[:6])  # a script without Latin letters
    return plain if plain[:1].isalpha() else f"x-{plain}" if plain else ""


def record(label: str, key: str) -> Record:
    """Draft a record for whoever has a label."""
    if key == UNKNOWN:
        return Record(key, "Unknown speaker", "", is_group=False)
    bare, name = without_redactions(bare_label(label)), likeness(label).name
    office = bare.removesuffix(name).strip(" ,") if name and name != bare else ""
    return Record(
        key, name or bare, office, is_group=bool(_SIDE.search(bare)) or likeness(label).why in (COUNTRY, SEVERAL)
    )


def known_names(holdings: Holdings) -> frozenset[str]:
    """List the last words of all names on file, in small letters."""
    return frozenset(name.split()[-1] for name in holdings.by_name if name.split())
