"""The lines of a document that has no fields → whether the first of them is its title."""

import re

from cablepress.importing.page import Line

_SHORT = 120
_NO_TITLE = re.compile(r"[.:;,!?…—–)”\"\]]$|\[[^\]]*$|\s\d{1,3}$")  # a sentence, half of one, the top of page 2


def is_title(lines: tuple[Line, ...]) -> bool:
    """Whether the first line stands alone above the text, is short, and is no sentence, no label and no remark."""
    first = lines[0].text
    is_alone = len(lines) > 1 and lines[1].blanks > 0
    return is_alone and len(first) <= _SHORT and not _NO_TITLE.search(first) and not first[:1].islower()
