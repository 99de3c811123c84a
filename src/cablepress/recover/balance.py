"""The tags of a file in order → the slips in how they are paired, and what mends them.

An element that is never closed is taken to end before the first thing in it that it cannot hold and its parent can;
so what follows is not blamed for standing in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from cablepress.finding import Place
from cablepress.recover.edits import Edit, Slip
from cablepress.recover.opened import Early, Model, Opened
from cablepress.recover.scan import EndTag
from cablepress.recover.tags import StartTag

_ALIKE = 0.6


@dataclass
class Balance:
    """The slips in the pairing of tags, and their mending; where the root ends, if it does."""

    text: str
    tags: Sequence[StartTag | EndTag]
    model: Model
    place: Callable[[int], Place]
    read_as: dict[int, str] = field(default_factory=dict)  # end tags that were meant to have another name
    slips: list[Slip] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    stack: list[Opened] = field(default_factory=list)
    early: list[Early] = field(default_factory=list)
    root_end: int = 0

    def blame(self, offset: int, fact: str, remedy: str, *edits: Edit) -> None:
        """Note a slip, and what mends it."""
        self.slips.append(Slip(offset, fact, remedy, edits=edits))
        self.edits.extend(edits)

    def pair(self) -> "Balance":
        """Pair all tags; return the reading with the fewest slips."""
        for number, tag in enumerate(self.tags):
            if self.root_end:
                break
            if isinstance(tag, EndTag):
                again = self.end(tag, number)
                if again:
                    return again
            else:
                self.start(tag, number)
        self.finish()
        return self

    def start(self, tag: StartTag, number: int) -> None:
        """Open an element; or end one, if only the slash is missing."""
        if self.lacks_slash(tag, number):
            fact = f"<{tag.name}> stands where </{tag.name}> is due"
            self.blame(tag.start, fact, f"Write </{tag.name}>.", Edit(tag.named, tag.named, "/"))
            self.close(EndTag(tag.start, tag.end, tag.name, tag.named))
            return
        if self.stack:
            self.stack[-1].children.append((tag.name, tag.start))
        if not tag.is_empty:
            self.stack.append(Opened(tag))
        elif not self.stack:
            self.root_end = tag.end

    def lacks_slash(self, tag: StartTag, number: int) -> bool:
        """Whether a start tag repeats the open element's, and no end tag is there for both."""
        top = self.stack[-1].tag.name if self.stack else ""
        if tag.name != top or tag.is_empty or tag.attributes:
            return False
        around = self.stack[-2].tag.name if len(self.stack) > 1 else ""
        for each in self.tags[number + 1 :]:
            if each.name == top or (each.name == around and isinstance(each, EndTag)):
                return not (isinstance(each, EndTag) and each.name == top)
        return True

    def end(self, tag: EndTag, number: int) -> "Balance | None":
        """Pair an end tag; return another reading of the whole if that is better."""
        name = self.read_as.get(tag.start, tag.name)
        if name != tag.name:
            self.mistyped(tag, name)
        if not self.stack:
            return None
        if self.stack[-1].tag.name == name:
            self.close(tag)
        elif any(each.tag.name == name for each in self.stack) and not self.is_mistyped(tag, number):
            self.crossed(tag, name)
        elif self.closes_top(tag, number):
            self.misnamed(tag)
            self.close(tag)
        else:
            return self.stray(tag)
        return None

    def close(self, tag: EndTag) -> None:
        """End the element opened last."""
        self.stack.pop()
        if not self.stack:
            self.root_end = tag.end

    def is_mistyped(self, tag: EndTag, number: int) -> bool:
        """Whether an end tag repeats the name of an outer element that is closed by the very next tags anyway."""
        after = self.following(number, len(self.stack))
        names = [each.tag.name for each in reversed(self.stack)]
        return len(names) > 1 and tag.name == names[1] and after[: len(names) - 1] == names[1:]

    def following(self, number: int, count: int) -> list[str]:
        """Name the end tags that directly follow a tag."""
        found = []
        for each in self.tags[number + 1 : number + 1 + count]:
            if not isinstance(each, EndTag):
                break
            found.append(each.name)
        return found

    def closes_top(self, tag: EndTag, number: int) -> bool:
        """Whether an end tag, whatever its name, is that of the element opened last."""
        top = self.stack[-1].tag.name
        if _alike(tag.name, top) >= _ALIKE or self.is_mistyped(tag, number):
            return True
        if len(self.stack) == 1:
            return number == len(self.tags) - 1
        return self.following(number, 1) == [self.stack[-2].tag.name] and top not in self.following(number, 9)

    def misnamed(self, tag: EndTag) -> None:
        """Blame the start tag or the end tag that is misspelt."""
        top = self.stack[-1].tag
        if self.model.is_known(tag.name) and not self.model.is_known(top.name):
            fact = f"<{top.name}> is closed by </{tag.name}>"
            edit = Edit(top.named, top.named + len(top.name), tag.name)
            self.blame(top.start, fact, f"Did you mean <{tag.name}>?", edit)
            if len(self.stack) > 1:
                self.stack[-2].children[-1] = (tag.name, top.start)
        else:
            self.mistyped(tag, top.name)

    def mistyped(self, tag: EndTag, name: str) -> None:
        """Blame an end tag whose name is wrong."""
        line = self.stack[-1].tag.start if self.stack else 0
        fact = f"</{tag.name}> stands where </{name}> is due, which was opened in line {self.place(line).line}"
        self.blame(tag.start, fact, f"Write </{name}>.", Edit(tag.named, tag.named + len(tag.name), name))

    def crossed(self, tag: EndTag, name: str) -> None:
        """Close what is still open inside the element that ends here."""
        while self.stack[-1].tag.name != name:
            inner = self.stack.pop()
            where = self.cut(inner, tag.start)
            self.early.append(Early(inner.tag.name, tag, len(self.slips), len(self.edits)))
            line = self.place(tag.start).line
            fact = f"{inner.tag.name} is never closed; </{tag.name}> in line {line} ends what is round it"
            remedy = f"Add </{inner.tag.name}> where it should end, here or in line {self.place(where).line}."
            self.blame(inner.tag.start, fact, remedy, Edit(where, where, f"</{inner.tag.name}>"))
        self.close(tag)

    def cut(self, inner: Opened, end: int) -> int:
        """Choose where an unclosed element ends."""
        outer = self.stack[-1].tag.name if self.stack else ""
        for name, start in inner.children:
            if not self.model.holds(inner.tag.name, name) and self.model.holds(outer, name):
                return self.trimmed(start)
        if not inner.children and not self.model.holds_text(inner.tag.name):
            return inner.tag.end
        return self.trimmed(end)

    def trimmed(self, end: int) -> int:
        """Step back over space."""
        return len(self.text[:end].rstrip()) if self.text[end - 1 : end].isspace() else end

    def stray(self, tag: EndTag) -> "Balance | None":
        """Blame an end tag that closes nothing; if one before it had closed too much, that was the slip."""
        crossing = next((each for each in reversed(self.early) if each.end.name == tag.name), None)
        if crossing and not self.read_as:
            again = Balance(self.text, self.tags, self.model, self.place, {crossing.end.start: crossing.name}).pair()
            if len(again.slips) <= len(self.slips):
                return again
        overlap = next((each for each in reversed(self.early) if each.name == tag.name), None)
        gone = Edit(tag.start, tag.end, "")
        if overlap:
            self.early.remove(overlap)
            fact = (
                f"{overlap.name} and {overlap.end.name} overlap: </{overlap.end.name}> stands before </{overlap.name}>"
            )
            self.slips[overlap.slip] = Slip(
                overlap.end.start, fact, f"Close {overlap.name} first: it was opened inside."
            )
            old = self.edits[overlap.edit]
            self.edits[overlap.edit] = Edit(overlap.end.start, overlap.end.start, old.text)
            self.edits.append(gone)
            return None
        if self.lacks_start(tag):
            return None
        open_now = self.stack[-1].tag.name
        fact = f"</{tag.name}> closes nothing: no {tag.name} is open here, but {open_now}"
        self.blame(tag.start, fact, f"Remove it, or add <{tag.name}> where it should begin.", gone)
        return None

    def lacks_start(self, tag: EndTag) -> bool:
        """Blame an end tag whose start tag is missing, if what stands before it shows where that should be."""
        top, name = self.stack[-1], tag.name
        if not self.model.holds(top.tag.name, name):
            return False
        where = None
        for number in range(len(top.children) - 1, -1, -1):
            child, _ = top.children[number]
            if not self.model.holds(name, child):
                break
            where = where if self.model.holds(top.tag.name, child) else number
        if where is None:
            return False
        child, start = top.children[where]
        fact = f"</{name}> closes nothing: no {name} is open here, but {top.tag.name}"
        remedy = f"Add <{name}> before <{child}> in line {self.place(start).line}."
        self.blame(tag.start, fact, remedy, Edit(start, start, f"<{name}>"))
        top.children[where:] = [(name, start)]
        return True

    def finish(self) -> None:
        """Close what is open at the end of the file, as one slip."""
        if not self.stack:
            return
        names = [each.tag.name for each in reversed(self.stack)]
        end = len(self.text.rstrip())
        line = self.place(self.stack[-1].tag.start).line
        also = f", and so {'are' if names[2:] else 'is'} {', '.join(names[1:])}" if len(names) > 1 else ""
        fact = f"the file ends while {names[0]}, opened in line {line}, is still open{also}"
        closing = "".join(f"</{name}>" for name in names)
        self.blame(max(end - 1, 0), fact, f"Add {closing}; or find what was cut off.", Edit(end, end, closing))


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
