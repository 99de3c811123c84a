"""The end of a cable on a site's page → the cable, and the archive's summary that stands below it without a heading."""

import re

from cablepress.importing.page import Line
from cablepress.importing.surroundings import Sorted

_WIDE = 3
_TELLS = re.compile(
    r"\b(?:discuss(?:es)?|reports?|describes?|summari[sz]es?|explains?|express(?:es)?|"
    r"meets?|speaks?|says?|states?|requests?|informs?|outlines?|reviews?|provides?|conveys?|"
    r"recounts?|asks?|agrees?|notes?|argues?|details?|talks?|speaks?|analyzes?|"
    r"transmits?|relays?|comments?|considers?|suggests?|proposes?|raises?|responds?|"
    r"also participates?|was withheld|exchanges?|warns?|emphasi[sz]es?|stress(?:es)?|"
    r"urges?|cover(?:s|ing)|on the)\b"
)
_OWN = re.compile(  # the cable's own voice: who reports in it, whom it is passed to, how its paragraphs begin
    r"\b(?:I|we|We|our|Our|my|My|us|you|your)\b|^[(（\[]|^\d+[.)]|^[A-Z][\w .]{0,30}:|\((?:End|end)\)$|\[TN"
    r"|[^.!?”\"’)]$"
)
_PASSED = re.compile(r"\b(?:[Pp]assed|[Ff]orwarded|[Ss]ent|[Cc]opied|[Rr]elayed|[Cc]opies) to\b|^Distribution\b")
_PAST = re.compile(r"\b(?:said|stated|replied|asked|told|answered|added|was|were|had|did|went|came|held|took|gave)\b")
_SHORTEST, _LONGEST, _MOST = 25, 1200, 3


def without_abstract(cable: tuple[Line, ...], kept: Sorted, title: str, *, is_cut: bool) -> tuple[Line, ...]:
    """Take the archive's summary, which has no heading, off the end of the cable.

    Where the page ends with it (`is_cut` is False), nothing else tells that it is there: it must be all the clearer.
    """
    if len(cable) < 2:  # noqa: PLR2004 - a cable and its summary
        return cable
    at, sure, why = _apart(cable) or (len(cable) - 1, *_last(cable))
    if not is_cut and sure != "high" and not (sure == "medium" and _shares(cable[-1].text, title)):
        return cable
    if not sure:
        kept.why.append(("abstract", "low", "none was found: the last paragraph reads as the cable's own"))
        return cable
    kept.abstract += (line.text for line in cable[at:])
    kept.why.append(("abstract", sure, why))
    return cable[:at]


def _shares(text: str, title: str) -> bool:
    """Whether a summary names whom or what the title names."""
    names = [set(re.findall(r"[A-Z][^\W\d_]{2,}", each)) for each in (text, title)]
    return len(names[0] & names[1]) > 1


def _apart(cable: tuple[Line, ...]) -> tuple[int, str, str] | None:
    """Find the lines that more blank lines part from the cable than part its paragraphs from each other."""
    for at in range(len(cable) - 1, max(len(cable) - 1 - _MOST, 0), -1):
        usual = max((line.blanks for line in cable[1:at]), default=0)
        after = max((line.blanks for line in cable[at + 1 :]), default=0)
        if cable[at].blanks >= _WIDE and cable[at].blanks > max(usual, after):
            return None if re.match(r"[(（\[]", cable[at].text) else (at, "high", "more blank lines stand before it")
    return None


def _last(cable: tuple[Line, ...]) -> tuple[str, str]:
    """Say how surely the last paragraph is a summary, and why; nothing if it is the cable's own."""
    text, before = cable[-1].text, cable[-2].text
    if not _SHORTEST <= len(text) <= _LONGEST or re.match(r"[(（\[]", text):
        return "", ""
    if _PASSED.search(text):
        return "", ""
    if re.search(r"\(end\)\.?$|（了）$", before, re.IGNORECASE):
        return "high", "it follows the end of the cable"
    if _OWN.search(text):
        return "", ""
    if _TELLS.search(text):
        return "medium", "it reads as a summary, in the present tense"
    return (
        ("", "") if _PAST.search(text) else ("low", "it is the last paragraph, and nothing in it is the cable's voice")
    )
