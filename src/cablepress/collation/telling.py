"""The departures of a cable from its page → what to tell an editor: of which kind, where in both, how to mend it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from cablepress.collation import footnotes, likeness
from cablepress.collation.departure import Departure, Line, Text
from cablepress.collation.departures import begin, compare
from cablepress.collation.difference import Difference, Kind, Spot, quoted
from cablepress.collation.page import Page
from cablepress.collation.transcription import Run, Transcription, within, word_after
from cablepress.collation.wordplaces import WordPlaces
from cablepress.document import Document
from cablepress.finding import Place

_CONTEXT = 3
_AROUND = 8  # words before and after, for whoever shows the place


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything that is needed to tell an editor where a departure is and how to mend it."""

    document: Document
    places: WordPlaces
    transcription: Transcription
    page: Page
    cable: Text
    lost: frozenset[int | None] = frozenset()  # the footnotes that the page has not
    is_foot: bool = False  # the cable's words are those of a footnote

    def differences(self) -> Iterator[Difference]:
        """Tell every departure, and every correction that the markup declares."""
        found = compare(self.page.text, self.cable, self.transcription.frame)
        yield from map(self._difference, footnotes.without_marks(self._without_forms_of_marks(found)))
        yield from self._corrections(found)

    def _without_forms_of_marks(self, found: Sequence[Departure]) -> tuple[Departure, ...]:
        marked = self._marked() if found else ()
        return tuple(
            each
            for each in found
            if not footnotes.is_same(each.page, marked[each.cable_at : each.cable_at + len(each.cable)])
        )

    def _marked(self) -> Line:
        """Enclose the marks of footnotes, so that they can be told from words."""
        lines = ("".join(map(self._enclosed, line)).split() for line in self.transcription.lines)
        return tuple(chain.from_iterable(lines))

    def _enclosed(self, run: Run) -> str:
        kept = footnotes.FOOT if self.is_foot else footnotes.KEPT
        sign = footnotes.LOST if run.element in self.lost else kept
        return f"{sign}{run.words}{sign}" if run.is_mark else run.words

    def _difference(self, departure: Departure) -> Difference:
        message, remedy = self._sentences(departure)
        page = self._page_spot(departure.page_at, len(departure.page), self._line(departure))
        return Difference(_kind(departure), page, self._cable_spot(departure), message, remedy)

    def _sentences(self, departure: Departure) -> tuple[str, str]:
        page, cable, after = quoted(departure.page), quoted(departure.cable), self._after(departure)
        if departure.is_outside:
            remedy = f"Encode it in {self.document.name}, or list it as furniture in edition.xml."
            return f"Neither the cable nor its header accounts for this line: {page}.", remedy
        if not self.page.numbers:
            return f"{cable} is not in the transcription ({self.page.name}).", "Remove it here, or put it back there."
        where = f"{self.page.name}, line {self.page.numbers[self._line(departure)]}"
        if departure.moved_from is not None:
            return f"{page} stands elsewhere in the transcription ({where}).", f"Move it {after}."
        if not departure.cable:
            return f"{page} is in the transcription ({where}) and missing here.", f"Put back {page} {after}."
        if not departure.page:
            return f"{cable} is not in the transcription ({where}).", f"Remove {cable} {after}."
        alike = likeness.explained(" ".join(departure.page), " ".join(departure.cable))
        return (
            f"The transcription ({where}) has {page} where the encoding has {cable}.{alike}",
            f"Write {page} {after}.",
        )

    def _after(self, departure: Departure) -> str:
        at = departure.cable_at
        context = self.cable.words[max(0, at - _CONTEXT) : at]
        return f"after {quoted(context)}" if context else "at the beginning"

    def _line(self, departure: Departure) -> int:
        """Find the page's line; for words that it has not, the line with the words round them."""
        begins_line = departure.cable_at in self.cable.starts
        word = departure.page_at if departure.page or begins_line else departure.page_at - 1
        return self.page.text.line_of(max(word, 0))

    def _page_spot(self, at: int, count: int, line: int) -> Spot:
        place = self.page.place(at, line) if self.page.numbers else Place(0, 0)
        return _spot(place, self.page.text.words, at, count)

    def _cable_spot(self, departure: Departure) -> Spot:
        """Point at the words to mend; for words that are missing, at the word that they should follow."""
        if departure.is_outside:
            return Spot(0, 0, "", "", "")
        if departure.moved_from is not None:
            place = self._place_of(departure.moved_from)
            return _spot(place, self.cable.words, departure.moved_from, len(departure.page))
        place = self._place_of(departure.cable_at if departure.cable else max(departure.cable_at - 1, 0))
        return _spot(place, self.cable.words, departure.cable_at, len(departure.cable))

    def _place_of(self, word: int) -> Place:
        if not self.cable.words:
            return self.document.place(self.document.root)
        line = self.cable.line_of(word)
        run, number = within(self.transcription.lines[line], word - self.cable.starts[line])
        if run.element is not None:
            return self.places.of_element(run.element)
        return self.places.of_word(run.node or 0, number)

    def _corrections(self, found: Sequence[Departure]) -> Iterator[Difference]:
        """Tell what the editors read otherwise, at the place of the element that says so."""
        first = begin(self.page.text, self.cable, self.transcription.frame)
        shifts = _shifts(found)
        for line, runs in enumerate(self.transcription.lines):
            for number, run in enumerate(runs):
                if run.correction:
                    at = self.cable.starts[line] + word_after(runs, number)
                    page_at = first + at + shifts[1][bisect_right(shifts[0], at)]
                    yield self._correction(run, run.correction, at, page_at)

    def _correction(self, run: Run, correction: tuple[str, str], at: int, page_at: int) -> Difference:
        slip, read = correction
        count, words = len(slip.split()), self.page.text.words
        page = self._page_spot(page_at, count, self.page.text.line_of(min(page_at, len(words) - 1)))
        around = _spot(self.places.of_element(run.element or 0), self.cable.words, at, count)
        said = f"The page has “{slip}”, and the editors read “{read}”." if slip else f"The editors supply “{read}”."
        cable = Spot(around.line, around.column, around.before, read, around.after)
        return Difference(Kind.CORRECTION, page, cable, said, "")


def _kind(departure: Departure) -> Kind:
    if departure.moved_from is not None:
        return Kind.MOVED
    if not departure.cable:
        return Kind.LOST
    if not departure.page:
        return Kind.ADDED
    return Kind.SPACE if "".join(departure.page) == "".join(departure.cable) else Kind.CHANGED


def _spot(place: Place, words: Line, at: int, count: int) -> Spot:
    before, after = words[max(0, at - _AROUND) : at], words[at + count : at + count + _AROUND]
    return Spot(place.line, place.column, " ".join(before), " ".join(words[at : at + count]), " ".join(after))


def _shifts(found: Sequence[Departure]) -> tuple[list[int], list[int]]:
    """Say from which word of the cable on the page's words are counted otherwise, and by how many."""
    steps = [(each.cable_at + len(each.cable), len(each.page) - len(each.cable)) for each in found]
    steps += [(each.moved_from, -len(each.page)) for each in found if each.moved_from is not None]
    steps.sort()
    return [at for at, _ in steps], list(accumulate((by for _, by in steps), initial=0))
