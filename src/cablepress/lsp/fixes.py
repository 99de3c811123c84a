"""The text of a file and a finding in it → the edits that would mend it, with a title."""

from functools import lru_cache

from cablepress.document import Document
from cablepress.finding import Finding
from cablepress.lsp.positions import Positions
from cablepress.mend.suggest import Suggestion, suggestion
from cablepress.parse import parse
from cablepress.recover.recover import recover
from cablepress.source import Source

_BROKEN = "W03"


@lru_cache(maxsize=4)
def _parsed(text: str) -> Document | None:
    source = _source(text)
    found = parse(source)
    return found if isinstance(found, Document) else recover(source).document


def _source(text: str) -> Source:
    """Take a text as a file; half a character, which an editor may send, is found fault with later."""
    return Source("", "", text.encode("utf-8", "surrogatepass"))


def fix(text: str, finding: Finding) -> Suggestion | None:
    """Say how to mend a finding, if its remedy is a change that can be made."""
    if finding.code == _BROKEN:
        return _well_formed(text, finding)
    document = _parsed(text)
    if document is None or document.places.text != text:
        return None
    return suggestion(document, finding)


def _well_formed(text: str, finding: Finding) -> Suggestion | None:
    """Mend a slip as it was mended to read on, unless words would go."""
    offset = Positions(text).of_place(finding.line, finding.column)
    mending = next((each for each in recover(_source(text)).mending if each[0] == offset), None)
    if mending is None or not finding.remedy:
        return None
    return Suggestion(finding.remedy.rstrip("."), mending[1])
