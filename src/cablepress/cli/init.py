"""`cablepress init`: a folder → a new edition in it, that is valid and can be built."""

from datetime import date
from pathlib import Path

import click

from cablepress.cli.options import PATH
from cablepress.init.first import first_files
from cablepress.init.plant import plant, renew
from cablepress.init.schema import schema_files
from cablepress.report import visible


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=PATH)
@click.option("--title", default="An Edition of Cables", show_default=True, help="What the edition is called.")
@click.option("--update", "is_update", is_flag=True, help="Only renew the copy of the schema in an edition there is.")
def init_command(folder: Path, *, title: str, is_update: bool) -> None:
    """Begin an edition: an example cable, and settings for editors and for continuous integration.

    Everything is written into DIR, or the folder you are in. Nothing there is overwritten: if one of the files exists,
    it is named, and none is written.

    The folder schema is a copy of the grammar and the rules, for an XML editor. validate uses those that Cablepress was
    installed with, and warns if the copy is another version's; --update renews it, says what it replaces, and touches
    nothing else.

    Exit code 0: written, or renewed; 2: wrong usage; 3: the machine failed.
    """
    if is_update:
        _update(folder)
        return
    files = first_files(title, date.today().isoformat())  # noqa: DTZ011 - the day where the editors are
    plant(folder, files)
    for name in files:
        click.echo(visible((folder / name).as_posix()))
    where = "" if folder == Path() else f"cd {folder} && "
    click.echo(visible(f"An edition of one cable. Next: {where}cablepress validate && cablepress build"), err=True)


def _update(folder: Path) -> None:
    found = renew(folder, schema_files())
    said = (
        (found.changed, "replaced"),
        (found.missing, "added"),
        (found.foreign, "not of this version; left as it is"),
    )
    for names, what in said:
        for name in names:
            click.echo(visible(f"{(folder / 'schema' / name).as_posix()}: {what}"))
    if not found.changed and not found.missing:
        click.echo(f"{(folder / 'schema').as_posix()} is up to date.")
