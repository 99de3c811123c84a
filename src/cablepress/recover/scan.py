"""The text of a file → its tags in order, and the slips between and within them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice

from cablepress.recover import references
from cablepress.recover.edits import Edit, Slip
from cablepress.recover.tags import NAME, StartTag, read_tag

_END = re.compile(r"</(\s*)([^\W\d][\w.\-:]*)?(\s*)(>?)")
_SPACED = re.compile(r"<(\s+)(/?)(\s*)([^\W\d][\w.\-:]*)\s*(?=/?>|[\w:]+\s*=)")
_UNOPENED = re.compile(r"(?:(?<=\s)|(?<=>)|^)(/?)([a-zA-Z]\w*)(?:\s+[\w:.\-]+\s*=\s*\"[^\"<>]*\")*\s?/?(?<=[\w\"/])>")
_OPEN = "<!--", "<![CDATA[", "<?", "<!"
MOST = 500  # slips; a file with more is none of ours, or was mangled by a program, and nobody mends it by hand
# What probably ends an aside that does not end as it should
_NEARLY = {"<!--": r"-+!?\s*>|<(?![^\n]*-\s*>)", "<?": "[<>]", "<![CDATA[": "<", "<!": "[<>]"}
_LESS = "Write &lt; for the character <."


@dataclass(frozen=True, slots=True)
class EndTag:
    """An end tag: where it begins and ends, and its name with its offset."""

    start: int
    end: int
    name: str
    named: int


@dataclass
class Scanned:
    """What a file consists of: its tags, the stretches of text with a letter in them, its slips and their mending."""

    tags: list[StartTag | EndTag] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    def blame(self, slip: Slip, *edits: Edit) -> None:
        """Note a slip, and what mends it."""
        self.slips.append(replace(slip, edits=edits))
        self.edits.extend(edits)


def scan(text: str, is_known: Callable[[str], bool]) -> Scanned:
    """Take a file apart, whatever is wrong with it; `is_known` says whether there is an element of a name."""
    reader = _Reader(text, is_known)
    reader.read()
    return reader.found


@dataclass
class _Reader:
    text: str
    is_known: Callable[[str], bool]
    at: int = 0
    found: Scanned = field(default_factory=Scanned)

    def read(self) -> None:
        while self.at < len(self.text) and len(self.found.slips) < MOST:
            begin = self.text.find("<", self.at)
            end = len(self.text) if begin < 0 else begin
            self.words(self.at, end)
            self.at = end
            if begin >= 0:
                self.markup()

    def words(self, begin: int, end: int) -> None:
        unopened = _UNOPENED.search(self.text, begin, end)
        if unopened and self.is_known(unopened[2]):
            self.words(begin, unopened.start())
            self.unopened(unopened)
            begin = unopened.end()
        if self.text[begin:end].strip():
            self.found.words.append((begin, end))
            for slip, edit in islice(references.slips(self.text, begin, end), MOST):
                self.found.blame(slip, edit)

    def unopened(self, tag: re.Match[str]) -> None:
        """Read a tag whose < is missing."""
        slip = Slip(tag.start(), f"the < of the tag {tag[2]} is missing", f"Write <{tag[1]}{tag[2]}.")
        self.found.blame(slip, Edit(tag.start(), tag.start(), "<"))
        if tag[1]:
            self.found.tags.append(EndTag(tag.start(), tag.end(), tag[2], tag.start(2)))
            return
        self.found.tags.append(read_tag(self.text, tag.start(), tag.start(2)))

    def markup(self) -> None:
        text, at = self.text, self.at
        if text.startswith(_OPEN, at):
            self.aside()
        elif text.startswith("</", at):
            self.end_tag()
        elif NAME.match(text, at + 1):
            self.start_tag(at + 1)
        elif (spaced := _SPACED.match(text, at)) and self.is_known(spaced[4]):
            self.spaced(spaced)
        else:
            self.less_than()

    def less_than(self) -> None:
        slip = Slip(self.at, "a bare < stands in the text", _LESS)
        self.found.blame(slip, Edit(self.at, self.at + 1, "&lt;"))
        self.at += 1

    def spaced(self, spaced: re.Match[str]) -> None:
        """Read a tag with a space after its <."""
        written = f"<{spaced[2]}{spaced[4]}"
        slip = Slip(
            self.at,
            f"a space stands after the < of the tag {spaced[4]}",
            f"Write {written}{'>' if self.text.startswith('>', spaced.end(4)) else ' …>'}.",
        )
        self.found.blame(slip, Edit(self.at + 1, spaced.start(4), spaced[2]))
        if not spaced[2]:
            self.start_tag(spaced.start(4))
            return
        end = self.text.find(">", spaced.end()) + 1
        self.found.tags.append(EndTag(self.at, end, spaced[4], spaced.start(4)))
        self.at = end

    def start_tag(self, named: int) -> None:
        tag = read_tag(self.text, self.at, named)
        if not tag.is_closed and not tag.attributes and not self.is_known(tag.name):
            self.less_than()
            return
        self.found.tags.append(tag)
        self.found.slips.extend(tag.slips)
        self.found.edits.extend(tag.edits)
        self.at = tag.end

    def end_tag(self) -> None:
        match = _END.match(self.text, self.at)
        if match is None or not match[2]:
            slip = Slip(
                self.at, "an end tag has no name", "Write the name of the element that ends here, or remove it."
            )
            end = match.end() if match else self.at + 2
            self.found.blame(slip, Edit(self.at, end, ""))
            self.at = end
            return
        if match[1]:
            slip = Slip(self.at, f"a space stands in the end tag of {match[2]}", f"Write </{match[2]}>.")
            self.found.blame(slip, Edit(match.start(1), match.end(1), ""))
        end = match.end() if match[4] else self.unclosed(match)
        self.found.tags.append(EndTag(self.at, end, match[2], match.start(2)))
        self.at = end

    def unclosed(self, match: re.Match[str]) -> int:
        """Blame an end tag that has more than a name in it, or no >; return where it ends."""
        end, name = match.end(2), match[2]
        closing = self.text.find(">", end)
        limit = self.text.find("<", end)
        line = self.text.find("\n", end)
        ends = [each for each in (limit, line, len(self.text)) if each >= 0]
        if 0 <= closing < min(ends):
            slip = Slip(self.at, f"the end tag of {name} holds more than its name", f"Write </{name}>.")
            self.found.blame(slip, Edit(end, closing, ""))
            return closing + 1
        slip = Slip(self.at, f"the end tag </{name} is not closed by >", f"Write </{name}>.")
        self.found.blame(slip, Edit(end, end, ">"))
        return end

    def aside(self) -> None:
        """Step over a comment, a processing instruction, literal text, or a declaration."""
        begin, text = self.at, self.text
        opening = next(each for each in _OPEN if text.startswith(each, begin))
        closing = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!": ">"}[opening]
        end = text.find(closing, begin + len(opening))
        if end < 0 or (opening == "<?" and "<?" in text[begin + 2 : end]):
            self.unfinished(opening, closing)
            return
        self.at = end + len(closing)
        if opening == "<!--":
            self.comment(begin + 4, end)
        elif opening == "<![CDATA[":
            self.found.words.append((begin, self.at))
        elif opening == "<!":
            self.declaration(begin)
        elif text[begin:].startswith("<?xml") and text[begin + 5 : begin + 6].isspace():
            self.xml_declaration(begin)

    def comment(self, begin: int, end: int) -> None:
        inside = self.text[begin:end]
        doubled = re.search(r"--+|-$", inside)
        if doubled:
            slip = Slip(begin + doubled.start(), "a comment has two hyphens in a row", "Write a dash, or one hyphen.")
            clean = re.sub(r"-(?=-)|-$", "~", inside)
            self.found.blame(slip, Edit(begin, end, clean))

    def declaration(self, begin: int) -> None:
        """Leave a document type to the rule that forbids it (X31); blame any other declaration."""
        if self.text[begin : begin + 9].upper() == "<!DOCTYPE":
            subset = self.text.find("[", begin, self.at)
            if subset >= 0:
                closing = re.compile(r"\]\s*>").search(self.text, subset)
                self.at = closing.end() if closing else self.at
            self.found.edits.append(Edit(begin, self.at, ""))
            return
        slip = Slip(begin, "a declaration may not stand here", "Remove it; a comment begins with <!--.")
        self.found.blame(slip, Edit(begin, self.at, ""))

    def xml_declaration(self, begin: int) -> None:
        self.found.edits.append(Edit(begin, self.at, ""))
        if begin:
            fact = "something stands before the XML declaration"
            remedy = 'Begin the file with <?xml version="1.0" encoding="UTF-8"?>, without a space or line before it.'
            self.found.slips.append(Slip(begin, fact, remedy))

    def unfinished(self, opening: str, closing: str) -> None:
        """End what is never closed with its line."""
        begin = self.at
        what = {"<!--": "a comment", "<![CDATA[": "a CDATA section", "<?": "a processing instruction"}
        line = self.text.find("\n", begin)
        end = len(self.text) if line < 0 else line
        if closed := re.compile(_NEARLY[opening]).search(self.text, begin + len(opening), end):
            end = closed.end() - closed[0].endswith("<")
        slip = Slip(begin, f"{what.get(opening, 'a declaration')} is never closed", f"Add {closing} where it ends.")
        gone = len(opening) if opening == "<![CDATA[" else end - begin
        self.found.blame(slip, Edit(begin, begin + gone, ""))
        self.at = begin + gone
