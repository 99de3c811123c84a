"""A start tag as it is typed → its name, its attributes, where it ends, and the slips in it.

A tag is read as far as it makes sense. Where a quote or the > is missing, it ends where one that is right would.
"""

import re
from dataclasses import dataclass, field

from cablepress.recover import references
from cablepress.recover.edits import Edit, Slip

NAME = re.compile(r"[^\W\d][\w.\-:]*")

_SPACE = re.compile(r"\s*")
_EQUALS = re.compile(r"\s*=\s*")
_CURVED = "\u201c\u201d\u201e\u201f\u2033\u2018\u2019\u00ab\u00bb"  # quotes that are none in XML
_BARE = re.compile(rf"(?:(?!/>)[^\s<>\"'{_CURVED}])+")
_CURLY = re.compile(rf"[{_CURVED}]([^<>\"{_CURVED}]*)[{_CURVED}\"']?")
_RUNS_ON = re.compile(r"(?:\s+[\w:.-]+)?\s*=\s*$|\s[\w:.-]+\s*=\s*$")
_CUT_VALUE = re.compile(r"[^<>\"'\n]*?(?=\s+[\w:.-]+\s*=\s*[\"']|\s*/?>|\s*[<\n]|$)")
_JUNK = re.compile(r"(?:(?!/>)[^\s<>])+")
_QUOTED = 'Write it in straight quotes: name="value".'


@dataclass
class StartTag:
    """A start tag: its name, where it begins and ends, its attributes with the offsets at which they begin and end."""

    start: int
    name: str
    named: int
    end: int = 0
    is_empty: bool = False
    is_closed: bool = True
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    def blame(self, offset: int, fact: str, remedy: str, *edits: Edit) -> None:
        """Note a slip, and what mends it."""
        self.slips.append(Slip(offset, fact, remedy, edits=edits))
        self.edits.extend(edits)


def read_tag(text: str, start: int, named: int) -> StartTag:
    """Read the start tag that begins at an offset, with its name at another."""
    match = NAME.match(text, named)
    tag = StartTag(start, match[0] if match else "", named)
    _Reader(text, tag, match.end() if match else named).read()
    return tag


@dataclass
class _Reader:
    text: str
    tag: StartTag
    at: int

    def read(self) -> None:
        while not self.is_over():
            name = NAME.match(self.text, self.at)
            if name and self.makes_sense(name):
                self.attribute(name)
            elif self.text.find(">", self.at, self.next_tag()) < 0:
                self.unclosed()  # words, and no > before the next tag: the tag was over before them
                return
            else:
                self.junk()

    def next_tag(self) -> int:
        found = self.text.find("<", self.at)
        return len(self.text) if found < 0 else found

    def makes_sense(self, name: re.Match[str]) -> bool:
        """Whether a name is an attribute's: it has a value, or at least what follows ends a tag."""
        return bool(_EQUALS.match(self.text, name.end()))

    def is_over(self) -> bool:
        """Step over space; end the tag if it ends here."""
        before = self.at
        self.skip(_SPACE)
        for closing in ("/>", ">"):
            if self.text.startswith(closing, self.at):
                self.tag.end, self.tag.is_empty = self.at + len(closing), closing == "/>"
                return True
        if self.at >= len(self.text) or self.text[self.at] == "<":
            self.at = before
            self.unclosed()
            return True
        if self.at == before and self.tag.attributes:
            last = next(reversed(self.tag.attributes))
            fact = f"a space is missing in the tag {self.tag.name} after the attribute {last}"
            self.tag.blame(self.at, fact, "Put a space between two attributes.", Edit(self.at, self.at, " "))
        return False

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def unclosed(self) -> None:
        """End a tag that lacks its >, after the last thing in it that is right."""
        self.at -= len(self.text[self.tag.start : self.at]) - len(self.text[self.tag.start : self.at].rstrip())
        is_empty = self.text.endswith("/", self.tag.start, self.at)
        self.tag.end, self.tag.is_closed, self.tag.is_empty = self.at, False, is_empty
        fact = f"the tag {self.tag.name} is not closed by >"
        self.tag.blame(self.tag.start, fact, "Add the > where the tag ends.", Edit(self.at, self.at, ">"))

    def junk(self) -> None:
        """Pass over what is no attribute."""
        match = _JUNK.match(self.text, self.at)
        end = match.end() if match else self.at + 1
        junk = self.text[self.at : end]
        if junk == "/" and self.text.startswith(("<", " ", "\n"), end):
            end = self.at + 1
        if name := NAME.fullmatch(junk):
            fact, remedy = (
                f"the attribute {name[0]} has no value",
                f'Write it with one: {name[0]}="value"; or remove it.',
            )
        else:
            fact = f"{junk} in the tag {self.tag.name} is no attribute"
            remedy = 'Look for a stray or missing character in the tag: <name attribute="value">.'
        self.tag.blame(self.at, fact, remedy, Edit(self.at, end, ""))
        self.at = end

    def attribute(self, name: re.Match[str]) -> None:
        equals = _EQUALS.match(self.text, name.end())
        begin = self.at = equals.end() if equals else name.end()
        self.value(name)
        if name[0] in self.tag.attributes:
            first = self.tag.attributes[name[0]][0]
            value = self.text[begin : self.at]
            fact = f"the tag {self.tag.name} has the attribute {name[0]} twice"
            is_same = self.text.startswith(value, self.text.find(value[:1], first))
            remedy = "Remove one of the two." if is_same else "Remove the one that is wrong."
            self.tag.blame(name.start(), fact, remedy, Edit(name.start(), self.at, ""))
            return
        self.tag.attributes[name[0]] = name.start(), self.at
        self.tag.values[name[0]] = self.text[begin : self.at].strip(f"\"'{_CURVED}")

    def value(self, name: re.Match[str]) -> None:
        quote = self.text[self.at : self.at + 1]
        if quote in ('"', "'") and quote:
            self.quoted(name, quote)
        elif curly := _CURLY.match(self.text, self.at):
            fact = f"the value of the attribute {name[0]} stands in curly quotes, not in straight ones"
            self.tag.blame(self.at, fact, _QUOTED, Edit(self.at, curly.end(), f'"{curly[1]}"'))
            self.at = curly.end()
        else:
            self.unquoted(name)

    def unquoted(self, name: re.Match[str]) -> None:
        match = _BARE.match(self.text, self.at)
        begin, end = self.at, match.end() if match else self.at
        self.at = end + (end < len(self.text) and self.text[end] in "\"'")
        written = f'{name[0]}="{self.text[begin:end]}"'
        if end == begin:
            fact, remedy = f"the attribute {name[0]} has no value", 'Write it with one: name="value".'
        elif self.at > end:
            fact, remedy = f"the quote before the value of the attribute {name[0]} is missing", f"Write {written}."
        else:
            fact, remedy = f"the value of the attribute {name[0]} stands without quotes", f"Write {written}."
        self.tag.blame(name.start(), fact, remedy, Edit(begin, self.at, f'"{self.text[begin:end]}"'))

    def quoted(self, name: re.Match[str], quote: str) -> None:
        begin = self.at + 1
        end = self.text.find(quote, begin)
        if self.is_unfinished(begin, end):
            if self.is_closed_otherwise(name, quote):
                return
            cut = _CUT_VALUE.match(self.text, begin)
            self.at = cut.end() if cut else begin
            fact = f"the quote after the value of the attribute {name[0]} is missing"
            written = f"{name[0]}={quote}{self.text[begin : self.at]}{quote}"
            self.tag.blame(name.start(), fact, f"Write {written}.", Edit(self.at, self.at, quote))
            return
        self.at = end + 1
        for slip, edit in references.slips(self.text, begin, end, is_text=False):
            self.tag.blame(slip.offset, slip.fact, slip.remedy, edit)
        for match in re.finditer("<", self.text[begin:end]):
            place = begin + match.start()
            fact = f"a bare < stands in the value of the attribute {name[0]}"
            self.tag.blame(place, fact, "Write &lt; for the character <.", Edit(place, place + 1, "&lt;"))

    def is_closed_otherwise(self, name: re.Match[str], quote: str) -> bool:
        """Blame a value that begins with one kind of quote and ends with the other."""
        other = "'" if quote == '"' else '"'
        match = re.compile(rf"[^<>\n=]*?{other}(?=\s|/?>)").match(self.text, self.at + 1)
        if match is None:
            return False
        self.at = match.end()
        fact = f"the value of the attribute {name[0]} begins with {quote} and ends with {other}"
        edit = Edit(self.at - 1, self.at, quote)
        self.tag.blame(name.start(), fact, "Put it in two quotes of one kind.", edit)
        return True

    def is_unfinished(self, begin: int, end: int) -> bool:
        """Whether the next quote of the kind is not the value's own, but begins another value, or is of another tag."""
        if end < 0:
            return True
        value, after = self.text[begin:end], self.text[end + 1 : end + 2]
        if _RUNS_ON.search(value):
            return True
        is_followed = not after or after in " \t\r\n>/?"
        if "<" in value:
            return not is_followed or ">" in value.partition("<")[0] or "</" in value
        return not is_followed and ">" in value
