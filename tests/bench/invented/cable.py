"""A planned telegram, and the cast of its edition → the text of its file."""

from functools import cache
from pathlib import Path
from random import Random
from string import Template

from invented import body, prose
from invented.people import Cast, Named, Person, called
from invented.plan import Plan

_TEMPLATES = Path(__file__).parent / "templates"
_BROKEN = "\n        "


def text(plan: Plan, cast: Cast) -> str:
    """Write the file of a telegram."""
    rng = Random(f"cable {plan.number}")
    people = _at_table(rng, cast.people)
    common = _common(plan, people[0], cast.organisations[plan.number % len(cast.organisations)])
    if plan.kind == "cable":
        return template("cable").substitute(common | body.fields(plan, rng, cast, people))
    return template("record").substitute(common | {"kind": plan.kind, "gap": _nothing(plan.kind)})


@cache
def template(name: str) -> Template:
    """Read a template, whose fields begin with a dollar sign."""
    return Template((_TEMPLATES / f"{name}.xml").read_text(encoding="utf-8"))


def _at_table(rng: Random, people: tuple[Person, ...]) -> list[Person]:
    """Choose a few people of whom no two have the same surname or the same office: labels must tell them apart."""
    chosen: list[Person] = []
    for one in rng.sample(people, min(len(people), 40)):
        if all(one.surname != other.surname and one.office != other.office for other in chosen):
            chosen.append(one)
    return chosen[:9]


def _common(plan: Plan, sender: Person, about: Named) -> dict[str, str]:
    """Say what a file of any kind says."""
    return {
        "stem": plan.stem,
        "number": str(plan.number),
        "title": f"Cable No. {plan.number}, {sender.office} {sender.surname} to the Foreign Minister, '{plan.subject}'",
        "sender": called(sender),
        "abstract": f"{sender.office} {sender.surname} reports on talks to which {about.name} is party.",
        "date": prose.day(plan.sent),
        "sent": plan.sent.isoformat(),
        "context": _context(plan),
    }


def _context(plan: Plan) -> str:
    links = (
        *(f'"{kind}" subtype="divided" target="cable-{other}.xml' for kind, other in plan.neighbours),
        *(f'"related" target="cable-{other}.xml' for other in plan.related),
    )
    refs = (
        f'{_BROKEN}  <ref type={link}" n="{place}">Cable No. {link.rpartition("-")[2].removesuffix(".xml")}</ref>'
        for place, link in enumerate(links, 1)
    )
    return f"{_BROKEN}<correspContext>{''.join(refs)}{_BROKEN}</correspContext>" if links else ""


def _nothing(kind: str) -> str:
    if kind == "withheld":
        why = '<desc resp="#ab">withheld in its entirety by the Ministry of the Exterior</desc>'
        return f'<gap reason="withheld" unit="document" quantity="1" resp="#rv">{why}</gap>'
    why = '<desc resp="#ed">known to this edition by its date, title and abstract only</desc>'
    return f'<gap reason="editorial" unit="document" quantity="1" resp="#ed">{why}</gap>'
