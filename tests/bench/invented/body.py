"""A planned telegram that has a text → the fields of its template, from the opener to the end."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from invented import prose, vocabulary
from invented.people import Cast, Person, called
from invented.plan import Plan
from invented.prose import Prose

_BROKEN = "\n          "


def fields(plan: Plan, rng: Random, cast: Cast, people: list[Person]) -> dict[str, str]:
    """Write what only a telegram with a text has; the first of the people sends it, the next few talk."""
    translator, *_ = cast.people
    writer = Prose(plan.number, rng, cast, people)
    post = prose.place(cast.places[plan.number % len(cast.places)])
    speakers = people[1 : rng.randrange(3, 6)]
    marks = {kind: rng.choice(names) for kind, names in vocabulary.MARKINGS.items() if _is_marked(kind, rng)}
    is_passed_on = rng.random() < 0.3
    received = plan.sent + timedelta(rng.randrange(2))
    return {
        "translator": f'<persName ref="person:{translator.key}">{translator.forename} {translator.surname}</persName>',
        "country": people[0].country.key,
        "country_name": people[0].country.name,
        "file": f"94-{plan.number:05}",
        "post": post,
        "received": received.isoformat(),
        "marks": " ".join(f"mark:{key(name)}" for name in marks.values()),
        "forwarded": _FORWARDED if is_passed_on else "",
        "participants": _BROKEN.join(_participants(speakers, people[6:8])),
        "opener": _BROKEN.join((*_opener(plan, rng, writer, post, received), *_address(people[0]))),
        "subject": plan.subject,
        "markings": _BROKEN.join(_markings(plan, marks)),
        "turns": "\n        ".join(_turns(plan.number, rng, writer, speakers)),
        "ending": _PASSED_ON if is_passed_on else "<trailer>(End)</trailer>",
    }


_FORWARDED = '\n        <correspAction type="forwarded"><orgName>all missions</orgName></correspAction>'
_PASSED_ON = (
    "<trailer>(End)</trailer>\n        "
    '<closer><seg type="distribution">Passed to all <supplied reason="clarification" resp="#tr">foreign</supplied>'
    " missions</seg></closer>"
)


def key(name: str) -> str:
    """Make the key of a marking."""
    return name.lower().replace(" ", "-")


def _is_marked(kind: str, rng: Random) -> bool:
    return kind != "handling" or rng.random() < 0.5


def _participants(speakers: list[Person], present: list[Person]) -> Iterator[str]:
    for role, people in (("speaker", speakers), ("present", present)):
        yield from (f'<person sameAs="person:{one.key}" role="{role}"/>' for one in people)


def _opener(plan: Plan, rng: Random, writer: Prose, post: str, received: date) -> Iterator[str]:
    if rng.random() < 0.5:
        yield f'<seg type="registration">Number: {writer.gap("number", "blacked out")}</seg>'
    yield f'<seg type="action-office">Primary: <rs type="office">{writer.org()} Director-General</rs></seg>'
    remark = writer.remark() if rng.random() < 0.2 else ""
    sent = f"{prose.day(plan.sent)}, <time>{writer.gap('time', 'time blacked out')}</time>"
    yield f'<dateline corresp="#act-sent">Sent: {post}{remark}, {sent}</dateline>'
    time = f", <time>{writer.gap('time', 'time blacked out')}</time>" if rng.random() < 0.4 else ""
    ministry = '<orgName ref="org:ministry">Ministry of the Exterior</orgName>'
    yield f'<seg type="received" corresp="#act-received">Received: {ministry}, {prose.day(received)}{time}</seg>'


def _address(sender: Person) -> Iterator[str]:
    yield '<seg type="to">To: <rs type="office">The Foreign Minister</rs></seg>'
    yield f'<seg type="from">From: {called(sender)}</seg>'


def _markings(plan: Plan, marks: dict[str, str]) -> Iterator[str]:
    handling = marks.get("handling")
    row = " ".join(
        f'<seg type="{kind}" ana="mark:{key(name)}">{name}</seg>' for kind, name in marks.items() if name != handling
    )
    yield f'<seg type="markings">No. <idno type="telegram">{plan.number}</idno> {row}</seg>'
    if handling:
        yield f'<seg type="handling" ana="mark:{key(handling)}">({handling})</seg>'
    for kind, other in plan.neighbours:
        ref = f'<ref type="{kind}" subtype="divided" target="cable-{other}.xml">Outgoing Telegram No. {other}</ref>'
        yield f'<seg type="series">{ref}</seg>'


def _turns(number: int, rng: Random, writer: Prose, speakers: list[Person]) -> Iterator[str]:
    """Let everybody speak in turn; some telegrams number their paragraphs."""
    shape = [rng.choice((2, 2, 2, 3, 4)) for _ in range(rng.randrange(5, 10))]
    paragraphs = _paragraphs(rng, writer, sum(shape))
    is_numbered, written = rng.random() < 0.2, 0
    for turn, length in enumerate(shape, 1):
        speaker = speakers[turn % len(speakers)]
        yield f'<sp xml:id="c{number}-t{turn:02}" who="person:{speaker.key}">'
        yield f"  <speaker>{_label(speaker)}</speaker>"
        for said in paragraphs[written : written + length]:
            written += 1
            begin = f' n="{written}"><label>{written}.</label> ' if is_numbered else ">"
            yield f'  <p xml:id="c{number}-p{written:02}"{begin}{said}</p>'
        yield "</sp>"


def _paragraphs(rng: Random, writer: Prose, count: int) -> list[str]:
    """Write so many paragraphs; the more there are, the shorter each is. One or two hold what others do not."""
    sentences = rng.randint(30, 56)
    lengths = [max(1, (sentences + place) // count) for place in range(count)]
    rng.shuffle(lengths)
    said = [writer.sentences(length) for length in lengths]
    for sentence in (writer.oddity(), *((writer.redacted(),) if rng.random() < 0.6 else ())):
        said[rng.randrange(count)] += f" {sentence}"
    return said


def _label(speaker: Person) -> str:
    """Print the label of a speaker: those of one country by name, the others by their office."""
    if speaker.country.name == vocabulary.COUNTRIES[0]:
        return f'(<rs type="person">{speaker.office}</rs>)'
    return f"(<persName>{speaker.surname}</persName>)"
