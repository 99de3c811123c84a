"""The words before a colon or in parentheses → whether they could name somebody who speaks."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cablepress.importing.redactions import missing

CAPITAL = r"A-Z\u00c0-\u00de\u0100-\u024f"  # within brackets of a regular expression
ROLES = (
    "prime minister|deputy prime minister|vice[- ]prime minister|foreign minister|"
    "vice[- ]?foreign minister|vice[- ]minister|deputy (?:foreign )?minister|"
    "minister(?: of [\\w ]+| for [\\w ]+)?|"
    "vice[- ]president|president(?:[- ]elect)?|vice[- ]premier|premier|chancellor|"
    "secretary[- ]general|general secretary|(?:deputy|under|assistant|state|foreign|"
    "first|party)[- ]?secretary|secretary(?: of state| of defense| of the treasury)?|"
    "ambassador(?:[- ]designate)?|charg[eé](?: d['’]affaires)?(?: ad interim)?|"
    "consul(?:[- ]general)?|counselor|counsellor|(?:state )?councill?or|attach[eé]|vice[- "
    "]chairman|deputy chairman|chairman|chairwoman|chairperson|the chair|chair|"
    "director[- ]general|deputy director(?:[- ]general)?|bureau (?:chief|director(?:[- "
    "]general)?)|division director|director|chief cabinet secretary|chief of "
    "[\\w ]+|chief|commissioner|administrator|representative|"
    "(?:lieutenant|major|brigadier)[- ]general|general|field marshal|marshal|"
    "(?:vice |rear )?admiral|colonel|lieutenant[- ]colonel|captain|commander|"
    "major|senator|congressman|congresswoman|governor|mayor|judge|justice|"
    "king|queen|prince|princess|emperor|empress|shah|sultan|emir|crown prince|"
    "his majesty|her majesty|his excellency|the pope|cardinal|archbishop|bishop|"
    "comrade|professor|doctor|spokesman|spokesperson|interpreter|translator|delegate|"
    "delegation|party leader|leader|head of [\\w ]+|member|adviser|advisor|special "
    "envoy|envoy|trade representative|president of the [\\w ]+|d?pm|fm|aide|official|officer|expert"
)
_TITLES = (
    r"mr|mrs|ms|miss|messrs|dr|prof|sir|lord|lady|gen|lt\. gen|maj\. gen|brig\. "
    r"gen|adm|col|lt\. col|maj|capt|cdr|lt|sec|amb|sen|rep|gov|hon|fr|rev|rt\. "
    r"hon|com|cde|m|mme|herr|tov|pm|dpm|fm|vp|vm"
)
_ROLE = re.compile(
    (
        rf"(?:(?:the|former|acting|then|u\.?s\.?|united states|japanese|chinese|soviet|"
        rf"korean|american|british|french|german|hungarian|romanian|polish|first|second|"
        rf"our|israeli|egyptian|north korean|south korean|vietnamese)\s+)*(?:{ROLES})\b"
    ),
    re.IGNORECASE,
)
_AGENCY = re.compile(rf"(?:[{CAPITAL}][\w.&’-]*\s+){{1,5}}?(?i:{ROLES})\b")
_TITLED = re.compile(rf"(?:{_TITLES})\b\.?\s+(?=[{CAPITAL}\[■])", re.IGNORECASE)
_JAPANESE = re.compile(
    r".{0,12}(?:総理|首相|大臣|外相|外務大臣|大統領|長官|大使|主席|総書記|局長|次官|審議官|課長|議長|主任|部長|参事官|公使|先方|当方|我方|本使|氏|副総理|国務長官)"
)
VOICES = re.compile(
    (
        r"(?:a |the )?(?:(?:several |other |unidentified )?voices?(?: from the (?:floor|audience))?|from the (?:floor|"
        r"audience)|(?:unidentified|unknown) (?:speaker|voice|man|woman|participant)s?|"
        r"speaker|participants?|audience|reporter|press|(?:member|question) from the "
        r"(?:floor|audience)|all|several)"
    ),
    re.IGNORECASE,
)
_ASKING = re.compile(r"q(?:uestion)?|a(?:nswer)?", re.IGNORECASE)
_SIDES = re.compile(
    (
        rf"(?:(?:the )?[{CAPITAL}][\w.]+(?: [{CAPITAL}][\w.]+)? (?:side|delegation|delegate|representative|"
        r"party)|(?:our|their|your|other) (?:side|delegation)|the other side|us side|"
        r"(?:先方|当方|日本側|米側|中国側|米国側|日側|中側|ソ連側|韓国側))"
    ),
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?:(?:[{CAPITAL}][\w’'.-]*|(?:von|van|de|di|der|el|al|bin|ben|la|le|du|dos|da|y|ibn)|\[[^\]]*\])\s?){{1,5}}"
)
# Words that begin a paragraph before a colon and are nobody: fields, headings, arguments
_NOBODY = frozenset(Path(__file__).with_name("nobody.txt").read_text(encoding="utf-8").split())
# Of itself a country is what is spoken of; it speaks where countries answer each other
_COUNTRIES = frozenset(Path(__file__).with_name("nations.txt").read_text(encoding="utf-8").splitlines())
_CONTAINS = re.compile(
    (
        r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|"
        r"must|said|says|stated|asked|replied|added|follows?|following|that|which|"
        r"because|there|not|these|those|such|including|includes?|regarding|concerning|"
        r"about|according|during|between|against|namely|also|however)\b|[.!?;]\s|…|"
        r"\d{2,}|%|://|\"|[“”]|,.*,.*,"
    ),
    re.IGNORECASE,
)
# Words with which a sentence of the report begins that tells who speaks next
_THEN = re.compile(
    r"(?:thereupon|thereafter|afterwards?|subsequently|finally|next|later|again|meanwhile|here|now|lastly|and|but|when|"
    r"while|after|before|if|as|in|on|at|to|by|with|for)\b,?\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?", re.IGNORECASE)
_LONGEST = 70
# “1. ”, “1) ”, “(1) ”, “○ ”, of a paragraph or a list; what is left of italics
NUMBER = r"(?:\d{1,3}[.)]\s+|[（(]\d{1,2}[)）]\s*|[○●◎◇・•]\s*|[-–—*]\s+)"
SLANT = r"[_*]{0,3}"
_NUMBERED = re.compile(rf"^{NUMBER}")
_SLANTED = re.compile(r"^[_*]{1,3}|[_*]{1,3}$")
# Initials, and what is hidden or inserted in a name: a word like any other, as long as it is
_OPAQUE = re.compile(r"\[[^\]]*\]|■+(?:\{[^}]*\})?|\b[A-Z]\.(?:[ -]?[A-Z]\.)*(?=\s)")
_HIDDEN = re.compile(r"\[[^\]]*\]|■+(?:\{[^}]*\})?")
_OFFICE_AND_NAME = re.compile(rf"^([{CAPITAL}][^()]*?)\s*\(([{CAPITAL}\[■][^()]*)\)$")
# “HONECKER, ERICH”: the family name first, in capitals, as a typist of minutes sets it
_FAMILY_FIRST = re.compile(
    rf"(?P<family>[{CAPITAL}][{CAPITAL}’'-]+),\s(?P<given>[{CAPITAL}][\w.’'-]*(?:\s[{CAPITAL}][\w.’'-]*)?)$"
)
_ENDS = re.compile(r"\s*[:：.—–-]+$")
_OF = re.compile(r"(?<=\S)\s*\(([^()]{2,40})\)$")
_ASIDE = re.compile(
    r"(?<=\S)\s*\((?:here(?:in)?after|henceforth|abbreviated|referred|below|called|for short|"
    r"to|through|in|via|speaking|interrupting|continuing|aside|"
    r"reading|laugh\w*|smiling|cont\w*\.?|resuming|joking\w*|and)\b[^()]*\)$"
    r"|(?<=\S)[,;]\s+(?:turning|speaking|addressing|interrupting|continuing|pointing|reading|smiling|"
    r"laughing|joking|replying|referring|handing|again)\b[^()]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a label looks like a person: a role or title, a voice, a redaction; or only a capitalised name."""

    is_strong: bool
    is_plausible: bool
    name: str  # the words without role, title and asides
    why: str


COUNTRY, OFFICE, SIDE, SEVERAL = "a country", "a title or an office", "a side", "several who speak at once"
NOBODY = Likeness(is_strong=False, is_plausible=False, name="", why="it names nobody")


@lru_cache(maxsize=4096)
def likeness(label: str) -> Likeness:
    """Say whether a label could name a speaker."""
    bare = _FAMILY_FIRST.sub(_given_first, _OFFICE_AND_NAME.sub(_in_one, bare_label(label)))
    if not bare or len(bare) > _LONGEST:
        return NOBODY
    if bare[0] in "[■(" and (what := missing(bare.strip("[]()■{}").removeprefix("TN: ") or "■")):
        is_name = what.unit in ("name", "title", "passage", "turn", "char", "word", "initials")
        return Likeness(
            is_name and what.reason == "redacted", is_name and what.reason == "redacted", "", "its name is redacted"
        )
    if bare.startswith("■"):
        return Likeness(is_strong=True, is_plausible=True, name="", why="its name is redacted")
    return _worded(bare)


def _worded(bare: str) -> Likeness:  # noqa: PLR0911 - one for each kind of person
    plain = _OPAQUE.sub(lambda found: "X".ljust(len(found[0]), "x"), bare)
    if _JAPANESE.fullmatch(plain):
        return Likeness(is_strong=True, is_plausible=True, name=bare, why="a Japanese title")
    if not re.match(rf"[{CAPITAL}\u3040-\u9fff]|von |van |de ", plain) or _CONTAINS.search(
        re.sub(r"\b(?:" + _TITLES + r")\.\s", "", plain, flags=re.IGNORECASE)
    ):
        return NOBODY
    if (then := _THEN.match(plain)) and _without_role(plain[then.end() :])[1]:
        return NOBODY  # but To Huu is somebody
    if VOICES.fullmatch(plain) or _ASKING.fullmatch(plain):
        return Likeness(is_strong=True, is_plausible=True, name="", why="a voice")
    if _SIDES.fullmatch(plain):
        return Likeness(is_strong=True, is_plausible=True, name=bare, why=SIDE)
    if plain.casefold().removeprefix("the ") in _COUNTRIES:
        return Likeness(is_strong=False, is_plausible=False, name=bare, why=COUNTRY)
    if len(several := _AND.split(bare)) > 1 and all(_worded(each).why == OFFICE for each in several):
        return Likeness(is_strong=True, is_plausible=True, name=bare, why=SEVERAL)
    rest, is_titled = _without_role(plain)
    if any(word.strip(".,").casefold() in _NOBODY for word in rest.split()):
        return NOBODY  # “Foreign Minister Talks:” is a heading
    is_name = rest == "" or (bool(_NAME.fullmatch(rest)) and len(rest.split()) < 5)  # noqa: PLR2004 - names are short
    if is_titled and is_name:
        return Likeness(is_strong=True, is_plausible=True, name=_as_written(rest, plain, bare), why=OFFICE)
    words = [each.strip(".,").casefold() for each in plain.split()]
    plausible = bool(_NAME.fullmatch(plain)) and len(words) < 4 and not any(word in _NOBODY for word in words)  # noqa: PLR2004
    return Likeness(is_strong=False, is_plausible=plausible, name=bare if plausible else "", why="a capitalised name")


def is_numbered(label: str) -> bool:
    """Whether a label begins with the number of its paragraph."""
    return _NUMBERED.match(label) is not None


@lru_cache(maxsize=4096)
def bare_label(label: str) -> str:
    """Take punctuation, a number before it, and asides like “(to Reston)” off a label."""
    text = _SLANTED.sub("", _NUMBERED.sub("", label.strip()))
    text = _SLANTED.sub("", _ENDS.sub("", text))
    if len(text) > 1 and text[0] in "（(" and text[-1] in ")）":
        text = text[1:-1]
    text = _ASIDE.sub("", text.strip()).strip(" :：.")
    return text if (of := _OF.search(text)) is None or not _is_of(of[1]) else text[: of.start()]


def _is_of(words: str) -> bool:
    """Whether “(Thailand)” or “(CIA)” after a name says whom somebody speaks for."""
    return words.casefold().removeprefix("the ") in _COUNTRIES or bool(re.fullmatch(r"[A-Z]{2,5}", words))


def without_redactions(label: str) -> str:
    """Leave out of a label what is blacked out in it."""
    hidden = (found for found in _HIDDEN.findall(label) if missing(found.strip("[]■{}").removeprefix("TN: ") or "■"))
    for each in hidden:
        label = label.replace(each, "")
    return " ".join(label.split())


def _as_written(name: str, plain: str, bare: str) -> str:
    """Give a name with the initials that it has in the label."""
    at = plain.find(name)
    return without_redactions(bare[at : at + len(name)] if at >= 0 else name)


def _in_one(found: re.Match[str]) -> str:
    """“President (Reagan)” is President Reagan; “Reagan (President)” is Reagan, President."""
    return f"{found[1]}{',' if _ROLE.fullmatch(found[2]) else ''} {found[2]}"


def _given_first(found: re.Match[str]) -> str:
    """“DOBOS, BÉLA” is BÉLA DOBOS; “DOBOS, Premier” stays: he has an office."""
    return found[0] if _ROLE.match(found["given"]) else f"{found['given']} {found['family']}"


def _without_role(text: str) -> tuple[str, bool]:
    """Take titles and offices off the front, or an office off the end (“Zhao, Premier”)."""
    is_titled, before = False, ""
    while text != before:
        before = text
        if found := _TITLED.match(text) or _ROLE.match(text) or _AGENCY.match(text):
            text, is_titled = text[found.end() :].strip(" ,"), True
    if not is_titled and (found := re.search(rf"[,\s]\s*(?:{ROLES})$", text, re.IGNORECASE)):
        text, is_titled = text[: found.start()].strip(" ,"), True
    return re.sub(r"^(?:of|for) (?:the )?[\w ]+$", "", text), is_titled
