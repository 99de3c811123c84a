"""A heading and the text below it → the heading with the telegram's number, where the text begins with that.

A telegram in *Foreign Relations of the United States* has its number before its first words: “926. According to …”.
"""

import re
from dataclasses import replace

from cablepress.importing.fields import Field, field
from cablepress.importing.header import Heading

_NUMBER = re.compile(r"(?P<number>\d{2,5})\.(?:\s+)(?=[A-Z“\"(\[])")
_SHORT = 60
_TELEGRAM = re.compile(r"\b(?:air|tele)grams?\b", re.IGNORECASE)


def with_own_number(heading: Heading) -> Heading:
    """Give the number a line of the heading, unless it is that of a paragraph, with others before it or after."""
    found = _NUMBER.match(heading.rest[0].text)
    if found is None or not any(_TELEGRAM.search(text) for text in heading.texts):
        return heading
    near = tuple(f"{int(found['number']) + step}." for step in (-1, 1))
    if any(line.text.startswith(near) for line in heading.rest):
        return heading
    first, *others = heading.rest
    number = Field("markings", replace(first, text=f"{found['number']}."), 0, "a telegram begins with its number")
    below = replace(first, text=first.text[found.end() :], blanks=0)
    named = field(below) if len(below.text) < _SHORT and others else None
    if named and named.kind == "reference":  # “2307. Ref: Deptel 1012.” and no more
        return replace(heading, after=(*heading.after, number, named), rest=tuple(others))
    return replace(heading, after=(*heading.after, number), rest=(below, *others))
