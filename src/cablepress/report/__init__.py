"""Findings → the text of a report, for people, for other programs, for a code host.

One record, many writers: `prose` for people, `records`, `annotations`, `sarif` and `junit` for machines. Each is a
function of the findings, of the files they are about, and of what else is known of the check.
"""

from collections.abc import Mapping
from typing import TextIO

from cablepress.report.annotations import github
from cablepress.report.checked import Checked, Excerpts, Sources, Writer
from cablepress.report.counts import spent, summary
from cablepress.report.junit import junit
from cablepress.report.prose import concise, full
from cablepress.report.records import as_json
from cablepress.report.sarif import sarif
from cablepress.report.spelling import visible

FORMATS: Mapping[str, Writer] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
}


def default_format(stream: TextIO) -> str:
    """Choose a format: one for people on a terminal, one line for each finding elsewhere."""
    return "full" if stream.isatty() else "concise"


__all__ = [
    "FORMATS",
    "Checked",
    "Excerpts",
    "Sources",
    "Writer",
    "as_json",
    "concise",
    "default_format",
    "full",
    "github",
    "junit",
    "sarif",
    "spent",
    "summary",
    "visible",
]
