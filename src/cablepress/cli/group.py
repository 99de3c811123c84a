"""A command that fails → one sentence on stderr, and the exit code that belongs to it."""

import click

from cablepress import __version__
from cablepress.errors import CablepressError, MachineFailure
from cablepress.report import visible


class _Commands(click.Group):
    """Commands whose failures are told in one sentence, with the exit code that belongs to them."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CablepressError as error:
            click.echo(f"cablepress: {visible(str(error))}", err=True)
            ctx.exit(error.exit_code)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise  # whoever read our output has seen enough; click knows what to do
            said = visible(f"{error.filename or 'the disk'}: {error.strerror or error}")
            click.echo(f"cablepress: {said}", err=True)
            ctx.exit(MachineFailure.exit_code)
        except KeyboardInterrupt:
            ctx.exit(130)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cablepress", message="%(prog)s %(version)s")
def main() -> None:
    """Make a digital edition of diplomatic cables from TEI files."""
