"""A place in a file → how far what stands there reaches, on its line."""

import re

from cablepress.finding import Finding, Related
from cablepress.report.checked import Sources

_LINE_END = re.compile(r"\r\n?|\n")  # as places.py counts lines
# The name of a tag, an attribute with its value, or a word
_TOKEN = re.compile(r"</?[^\s/>=]+|[^\s=<>\"']+\s*=\s*(?:\"[^\"]*\"?|'[^']*'?)|\S[^\s<]*")


def line_at(place: Finding | Related, sources: Sources) -> str:
    """Return the line of a place; nothing if there is no such line."""
    lines = _LINE_END.split(sources.get(place.path, b"").decode("utf-8-sig", "replace"))
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def reach(place: Finding | Related, line: str) -> int | None:
    """Return the column after the last that a place reaches; None where nothing stands on the line."""
    token = _TOKEN.match(line, place.column - 1) if place.column else None
    return token.end() + 1 if token else None
