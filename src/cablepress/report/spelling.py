"""Text from anybody's file → the same, with nothing in it that a terminal would obey or that nobody would see."""

import json
import unicodedata
from collections.abc import Callable

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # what a terminal obeys, or does not show


def visible(text: str) -> str:
    """Spell out the characters that a terminal would obey, or that nobody would see, as Python does."""
    return _spelt(text, lambda character: character.encode("unicode_escape").decode())


def json_text(value: object) -> str:
    """Write a value as JSON that shows all of its letters but the unseen ones."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return "\n".join(_spelt(line, _json_escape) for line in text.split("\n")) + "\n"


def _spelt(text: str, spell: Callable[[str], str]) -> str:
    if text.isprintable():  # most are, and that is soon known
        return text
    return "".join(spell(each) if unicodedata.category(each) in _UNSEEN else each for each in text)


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]
