"""The cast of an edition, and the keys that its telegrams use → the text of its authority file."""

from collections.abc import Iterable, Iterator

from invented import body, vocabulary
from invented.cable import template
from invented.people import Cast, Named, Person

_HOUSE = (Named("archive", "Archive of Invented Telegrams"), Named("ministry", "Ministry of the Exterior"))
_BROKEN = "\n      "


def text(cast: Cast, used: frozenset[str]) -> str:
    """Write a record for everything that is used, and for nothing else."""
    people = [one for one in cast.people if f"person:{one.key}" in used]
    homes = {f"place:{one.country.key}" for one in people}
    return template("authority").substitute(
        markings=f"{_BROKEN}    ".join(_markings(used)),
        people=_BROKEN.join(map(_person, people)),
        orgs=_BROKEN.join(_named("org", (*_HOUSE, *cast.organisations), used)),
        places=_BROKEN.join(_named("place", (*cast.countries, *cast.places), used | homes)),
    )


def _person(one: Person) -> str:
    home = one.country
    return (
        f'<person xml:id="person-{one.key}">'
        f'<persName type="display"><forename>{one.forename}</forename> <surname>{one.surname}</surname></persName>'
        f'<affiliation ref="place:{home.key}" from="1990" to="1999">{home.name}</affiliation>'
        f'<occupation from="1992" to="1996">{one.office} of {home.name}</occupation></person>'
    )


def _named(kind: str, things: Iterable[Named], used: frozenset[str]) -> Iterator[str]:
    for one in things:
        if f"{kind}:{one.key}" in used:
            display = f'<{kind}Name type="display">{one.name}</{kind}Name>'
            yield f'<{kind} xml:id="{kind}-{one.key}">{display}</{kind}>'


def _markings(used: frozenset[str]) -> Iterator[str]:
    for kind, names in vocabulary.MARKINGS.items():
        terms = [
            f'<category xml:id="mark-{body.key(name)}"><catDesc>{name}</catDesc></category>'
            for name in names
            if f"mark:{body.key(name)}" in used
        ]
        if terms:
            yield f'<category xml:id="mark-{kind}"><catDesc>{kind.title()}</catDesc>{"".join(terms)}</category>'
