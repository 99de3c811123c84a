"""The words of a command line → one call, its output, an exit code. Only the modules of this folder know click.

Each command has a module of its own, which loads what does the work only when there is some.
"""

from cablepress.cli.build import build_command
from cablepress.cli.collate import collate_command
from cablepress.cli.group import main
from cablepress.cli.init import init_command
from cablepress.cli.validate import validate_command

for _command in (validate_command, build_command, collate_command, init_command):
    main.add_command(_command)

__all__ = ["main"]
