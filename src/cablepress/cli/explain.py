"""`cablepress explain`: a code, or the name of an element or attribute → what an editor should know of it."""

import re

import click

from cablepress.codes import codes
from cablepress.errors import WrongUsage
from cablepress.stopping import loading

_ATTRIBUTE = re.compile(r"(?:([\w.-]+)/?)?@([\w:.-]+)")


@click.command("explain")
@click.argument("subject", required=False)
def explain_command(subject: str | None) -> None:
    """Explain a code, an element or an attribute, with examples.

    SUBJECT is the code of a finding, such as R09; or an element, such as gap; or an attribute, such as @resp or
    gap/@reason. Without it, all codes are listed.

    Exit code 0; 2: there is no such code, element or attribute.
    """
    with loading():
        from cablepress import lesson  # noqa: PLC0415 - loads the grammar

    if not subject:
        click.echo(lesson.contents(), nl=False)
    elif code := codes().get(subject.upper()):
        click.echo(lesson.of_code(code), nl=False)
    elif subject in lesson.elements():
        click.echo(lesson.of_element(subject), nl=False)
    elif (match := _ATTRIBUTE.fullmatch(subject)) and match[2] in lesson.attribute_names(match[1] or ""):
        click.echo(lesson.of_attribute(match[2], match[1] or ""), nl=False)
    else:
        raise WrongUsage(lesson.unknown(subject))
