"""What libxml2 says of XML that is not well-formed → what an editor can do about it."""

import re

_SLIPS = (
    (r"xmlParseEntityRef: no name", "a bare & stands in the text", "Write &amp; for the character &."),
    (r"EntityRef: expecting ';'", "an & begins what is no entity", "Write &amp; for the character &."),
    (
        r"Entity '(\w+)' not defined",
        r"there is no entity &\1;",
        "Type the character itself; XML knows only &amp;, &lt;, &gt;, &quot; and &apos;.",
    ),
    (
        r"AttValue: \" or ' expected",
        "an attribute's value does not begin with a straight quote",
        'Write it in straight quotes: name="value".',
    ),
    (
        r"(Unescaped '<' not allowed in attributes|attributes construct error|AttValue: ' expected|.*not terminated)",
        "a quote is missing or one too many in a tag",
        'Look for the attribute whose quotes do not match, here or just before: name="value".',
    ),
    (
        r"Specification mandates? value for attribute (\w+)",
        r"the attribute \1 has no value",
        'Write it with one: name="value".',
    ),
    (
        r"Couldn't find end of Start Tag (\S+)",
        r"the tag \1 is not closed by >",
        "Add the > where the tag ends.",
    ),
    (
        r"error parsing attribute name",
        "something stands in a tag that is no attribute",
        'Look for a missing > or a stray character in the tag: <name attribute="value">.',
    ),
    (r"Attribute (\S+) redefined", r"an attribute is given twice: \1", "Remove one of the two."),
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        r"</\3> stands where </\1> is due, which was opened in line \2",
        r"Close \1 before this place, or open \3 inside it.",
    ),
    (
        r"Premature end of data in tag (\S+) line (\d+)",
        r"\1, opened in line \2, is never closed",
        r"Add </\1> where it should end.",
    ),
    (r"Extra content at the end of the document", "something follows the end of TEI", "Move it inside, or remove it."),
    (r"Double hyphen within comment", "a comment has two hyphens in a row", "Write a dash, or one hyphen."),
    (
        r"(xmlParseCharRef: invalid xmlChar|PCDATA invalid Char) value (\d+)",
        r"character number \2 may not stand in XML",
        "Remove it; it is invisible, and came from another program.",
    ),
)
_OTHERWISE = "Mend the markup at or just before this place."


def explained(said: str) -> tuple[str, str]:
    """Put a parser's message into words: the fact, and the remedy."""
    for pattern, fact, remedy in _SLIPS:
        if match := re.match(pattern, said):
            return match.expand(fact), match.expand(remedy) if "\\" in remedy else remedy
    return said, _OTHERWISE
