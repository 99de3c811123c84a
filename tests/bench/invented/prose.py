"""Sentences with slots → marked-up paragraphs of one telegram."""

import re
from datetime import date, timedelta
from random import Random

from invented import vocabulary
from invented.people import Cast, Named, Person

_SLOT = re.compile(r"\{(\w+)\}")
_OUTSIDE = 50_000  # numbers of telegrams that no edition has


class Prose:
    """The writer of one telegram: what it may name, and how many redactions it has had."""

    def __init__(self, number: int, rng: Random, cast: Cast, people: list[Person]) -> None:
        """Write for a telegram of this number, by chance, about some of the cast."""
        self._prefix = f"c{number}"
        self._rng = rng
        self._people = people
        self._organisations = rng.sample(cast.organisations, 5)
        self._places = rng.sample(cast.places, 3)
        self._gaps = 0

    def sentences(self, count: int) -> str:
        """Write so many sentences, no two alike if there are enough of them."""
        return " ".join(map(self.filled, self._rng.sample(vocabulary.SENTENCES, count)))

    def filled(self, sentence: str) -> str:
        """Fill the slots of a sentence."""
        return _SLOT.sub(lambda slot: str(getattr(self, slot[1])()), sentence)

    def person(self) -> str:
        """Name a person, with the office or without."""
        one = self._rng.choice(self._people)
        role = f"<roleName>{one.office}</roleName> " if self._rng.random() < 0.5 else ""
        return f'<persName ref="person:{one.key}">{role}{one.surname}</persName>'

    def office(self) -> str:
        """Name a person by the office alone."""
        one = self._rng.choice(self._people)
        return f'<rs type="person" ref="person:{one.key}">{one.office}</rs>'

    def org(self) -> str:
        """Name an organisation."""
        one = self._rng.choice(self._organisations)
        return f'<orgName ref="org:{one.key}">{one.name}</orgName>'

    def place(self) -> str:
        """Name a place."""
        return place(self._rng.choice(self._places))

    def date(self) -> str:
        """Name a day."""
        return day(date(1990, 1, 1) + timedelta(self._rng.randrange(1400)))

    def year(self) -> str:
        """Name a year."""
        year = self._rng.randrange(1978, 1994)
        return f'<date when="{year}">{year}</date>'

    def sum(self) -> str:
        """Name a sum of money, in words and in digits."""
        many, (word, scale) = self._rng.randrange(2, 100), self._rng.choice((("million", 6), ("billion", 9)))
        unit, name = self._rng.choice((("JPY", "yen"), ("USD", "dollars")))
        quantity = many * 10**scale
        return f'<measure type="currency" quantity="{quantity}" unit="{unit}">{many} {word} {name}</measure>'

    def share(self) -> str:
        """Name a percentage."""
        value = self._rng.randrange(5, 300) / 10
        return f'<num type="percentage" value="{value}">{value} percent</num>'

    def telegram(self) -> str:
        """Name a telegram that the edition does not have."""
        number = _OUTSIDE + self._rng.randrange(9000)
        return f'<bibl type="telegram">Wire <idno type="telegram">{number}</idno></bibl>'

    def redacted(self) -> str:
        """Write a sentence in which something is blacked out."""
        unit, quantity, note, sentence = self._rng.choice(vocabulary.REDACTED)
        return sentence.replace("{gap}", self.gap(unit, note, quantity))

    def gap(self, unit: str, note: str, quantity: int = 1) -> str:
        """Black something out, and let the translator say so."""
        self._gaps += 1
        name = f"{self._prefix}-g{self._gaps}"
        return (
            f'<gap xml:id="{name}" reason="redacted" rend="blackout" unit="{unit}" quantity="{quantity}" resp="#rv"/>'
            f'<note type="translator" subtype="redaction" target="#{name}" resp="#tr" place="inline">{note}</note>'
        )

    def remark(self) -> str:
        """Write a note of the editors."""
        return f'<note type="editorial" resp="#ed">{self._rng.choice(vocabulary.REMARKS)}</note>'

    def oddity(self) -> str:
        """Write a sentence with what only some telegrams have: a remark, an insertion, an abbreviation, laughter."""
        name = f"{self._prefix}-jb"
        return self._rng.choice(
            (
                f"The sum of {self.sum()}{self.remark()} was named more than once.",
                'It was passed to all <supplied reason="clarification" resp="#tr">foreign</supplied> missions.',
                f'The <abbr xml:id="{name}">JB</abbr> (<gloss target="#{name}">joint board</gloss>) will decide.',
                'Then we must hope for rain. <stage type="business">(laughter)</stage>',
            )
        )


def place(named: Named) -> str:
    """Name a place, with its key."""
    return f'<placeName ref="place:{named.key}">{named.name}</placeName>'


def day(when: date) -> str:
    """Print a day as a telegram does, with its normal form."""
    return f'<date when="{when.isoformat()}">{when:%B} {when.day}, {when.year}</date>'
