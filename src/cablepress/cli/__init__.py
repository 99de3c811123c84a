"""The words of a command line → one call, its output, an exit code. Only the modules of this folder know click.

Each command has a module of its own, which loads what does the work only when there is some.
"""

from cablepress.cli.build import build_command
from cablepress.cli.collate import collate_command
from cablepress.cli.explain import explain_command
from cablepress.cli.group import main
from cablepress.cli.imports import import_command
from cablepress.cli.init import init_command
from cablepress.cli.lsp import lsp_command
from cablepress.cli.validate import validate_command

COMMANDS = (
    validate_command,
    build_command,
    import_command,
    collate_command,
    init_command,
    explain_command,
    lsp_command,
)
for _command in COMMANDS:
    main.add_command(_command)

__all__ = ["main"]
