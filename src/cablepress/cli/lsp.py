"""`cablepress lsp`: an editor at the other end of stdio → findings while a file is written."""

import click

from cablepress.errors import WrongUsage
from cablepress.stopping import loading


@click.command("lsp")
def lsp_command() -> None:
    """Serve an editor: findings as you type, quick fixes, meanings, completion.

    Speaks the Language Server Protocol over standard input and output, until the editor ends it. Needs the extra lsp:
    pip install "cablepress[lsp]".
    """
    with loading():
        try:
            from cablepress.lsp.server import server  # noqa: PLC0415 - an extra that few install
        except ModuleNotFoundError as error:
            raise WrongUsage(f'{error.name} is not installed; pip install "cablepress[lsp]"') from error

    server().listen()
