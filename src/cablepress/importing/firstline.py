"""The lines at the top of a document → whether the first is its title, and whether one is a line of its own."""

import re

from cablepress.importing.page import Line

_SHORT = 120
_BEGINS = re.compile(r"(?![a-z])[\w“‘\"]")
_NO_TITLE = re.compile(r"[.:;,!?…—–)”\"\]]$|\[[^\]]*$|\s\d{1,3}$")  # a sentence, half of one, the top of page 2
_NUMBERED = re.compile(r"\d{1,4}\.\s+[A-Z]")  # as a volume numbers its documents
_GOES_ON = re.compile(r"\b(?:of|by|from|for|to|with|in|the)$")


def is_title(lines: tuple[Line, ...]) -> bool:
    """Whether the first line stands alone above the text, is short, and is no sentence, no label and no remark."""
    first = lines[0].text
    is_alone = len(lines) > 1 and lines[1].blanks > 0
    return is_alone and len(first) <= _SHORT and bool(_BEGINS.match(first)) and not _NO_TITLE.search(first)


def is_numbered_title(lines: tuple[Line, ...]) -> bool:
    """Whether the first line is a title with the number of the document before it: “33. Briefing Paper”."""
    return bool(_NUMBERED.match(lines[0].text)) and is_title(lines)


def is_whole(lines: tuple[Line, ...], n: int) -> bool:
    """Whether a line neither is a sentence or a label nor goes on: not “From the journal of”, nor the name below it."""
    goes_on = any(_GOES_ON.search(line.text) for line in lines[max(n - 1, 0) : n + 1])
    return not goes_on and not lines[n].text.endswith((".", ":"))
