"""The end of a cable on a site's page → the cable, and the archive's summary that stands below it without a heading."""

import re

from cablepress.importing.page import Line
from cablepress.importing.surroundings import Sorted

_WIDE = 3
_TELLS = re.compile(
    r"\b(?:discuss(?:es)?|reports?|describes?|summari[sz]es?|explains?|express(?:es)?|"
    r"meets?|says?|states?|requests?|informs?|outlines?|reviews?|provides?|conveys?|"
    r"recounts?|asks?|agrees?|notes?|argues?|details?|talks?|speaks?|analyzes?|"
    r"transmits?|relays?|comments?|considers?|suggests?|proposes?|raises?|responds?|"
    r"also participates?|was withheld|exchanges?|warns?|emphasi[sz]es?|stress(?:es)?|"
    r"urges?|cover(?:s|ing)|on the)\b"
)
_PAST = re.compile(r"\b(?:I|we|our|my|said|stated|replied|asked)\b|^\(|^\d+\.|^[A-Z][\w .]{0,30}:|^\[|\(End\)$")


def without_abstract(cable: tuple[Line, ...], kept: Sorted, *, is_cut: bool) -> tuple[Line, ...]:
    """Take the archive's summary, which has no heading, off the end of the cable."""
    if len(cable) < 2 or not is_cut:  # noqa: PLR2004 - a cable and its summary
        return cable
    last, before = cable[-1], cable[-2]
    usual = max((line.blanks for line in cable[1:-1]), default=0)
    reasons = (
        (
            "high",
            "it follows the end of the cable",
            re.search(r"\(end\)\.?$|（了）$", before.text, re.IGNORECASE) is not None,
        ),
        ("high", "more blank lines stand before it", last.blanks > usual and last.blanks >= _WIDE),
        ("medium", "it reads as a summary, in the present tense", _is_summary(last.text)),
    )
    sure, why = next(((sure, why) for sure, why, holds in reasons if holds), ("", ""))
    if not sure or _PAST.match(last.text) or len(last.text) > 1200 or len(last.text) < 25:  # noqa: PLR2004
        kept.why.append(("abstract", "low", "none was found: the last paragraph reads as the cable's own"))
        return cable
    kept.abstract.append(last.text)
    kept.why.append(("abstract", sure, why))
    return cable[:-1]


def _is_summary(text: str) -> bool:
    return (
        bool(_TELLS.search(text))
        and not _PAST.search(text)
        and not re.search(r"\b(?:passed|forwarded|sent|copied|relayed) to\b|\[TN", text, re.IGNORECASE)
    )
