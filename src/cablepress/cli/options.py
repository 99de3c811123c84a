"""Words of a command line → the options that several commands have."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)
JOBS = click.option("--jobs", type=click.IntRange(1), help="Worker processes; default: as many as are worth it.")
LIMIT = click.option(
    "--time-limit",
    "limit",
    metavar="SECONDS",
    type=click.FloatRange(0, min_open=True),
    help="Give up a file after so long; default: 10, and 10 more for each megabyte.",
)
STATS = click.option("--stats", "has_stats", is_flag=True, help="Say at the end where the time went.")
