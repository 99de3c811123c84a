"""How large an edition is → who and what its telegrams may name."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from invented import vocabulary


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation or a place: its key in the authority file, and what it is called."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an office, who speaks for a country."""

    key: str
    forename: str
    surname: str
    office: str
    country: Named


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything that the telegrams of an edition may name."""

    people: tuple[Person, ...]
    organisations: tuple[Named, ...]
    countries: tuple[Named, ...]
    places: tuple[Named, ...]


def cast(count: int) -> Cast:
    """Choose whom and what an edition of so many telegrams names."""
    countries = tuple(map(_named, vocabulary.COUNTRIES))
    places = map("".join, product(vocabulary.FIRST_SYLLABLES, vocabulary.LAST_SYLLABLES))
    organisations = (f"{owner} {name}" for owner, name in product(_owners(), vocabulary.ORGANISATIONS))
    return Cast(
        tuple(_person(number, countries) for number in range(max(20, count // 20))),
        _some(organisations, max(8, count // 50)),
        countries,
        _some(places, max(6, count // 50)),
    )


def _owners() -> tuple[str, ...]:
    return (*vocabulary.COUNTRIES, *(f"{name}shire" for name in vocabulary.SURNAMES))


def _some(names: Iterable[str], count: int) -> tuple[Named, ...]:
    """Take so many, or as many as there are."""
    return tuple(_named(name) for name, _ in zip(names, range(count), strict=False))


def _named(name: str) -> Named:
    return Named(name.lower().replace(" ", "-"), name)


def _person(number: int, countries: tuple[Named, ...]) -> Person:
    """Make the person of a number; no two numbers have the same name."""
    rest, surname = divmod(number, len(vocabulary.SURNAMES))
    turn, forename = divmod(rest, len(vocabulary.FORENAMES))
    middle = f" {chr(ord('A') + turn - 1)}." if turn else ""
    return Person(
        f"{vocabulary.SURNAMES[surname]}-{number}".lower(),
        f"{vocabulary.FORENAMES[forename]}{middle}",
        vocabulary.SURNAMES[surname],
        vocabulary.OFFICES[number % len(vocabulary.OFFICES)],
        countries[number % len(countries)],
    )


def called(person: Person) -> str:
    """Name a person with the office, and with the key."""
    return f'<persName ref="person:{person.key}"><roleName>{person.office}</roleName> {person.surname}</persName>'
