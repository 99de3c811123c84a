"""A text and the offset at which a finding begins → where it ends: with the name, the attribute, the word."""

import re

_THING = re.compile(r"</?[^\s<>/]+|<[!?]|[\w:.\-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')|&[#\w]*;?|[^\s<>&]+|.", re.DOTALL)


def end_of(text: str, start: int) -> int:
    """Return the end of what begins at an offset."""
    found = _THING.match(text, start)
    return found.end() if found else start
