"""The name of an element that editors bring from elsewhere → what this edition has instead."""

_MEANT = {
    "a": "ref",
    "acronym": "abbr",
    "blockquote": "quote",
    "censored": "gap",
    "del": "gap",
    "div1": "div",
    "fn": "note",
    "footnote": "note",
    "h1": "head",
    "h2": "head",
    "h3": "head",
    "incident": "stage",
    "kinesic": "stage",
    "laughter": "stage",
    "li": "item",
    "link": "ref",
    "money": "measure",
    "name": "persName",
    "ol": "list",
    "org": "orgName",
    "page": "pb",
    "para": "p",
    "percent": "num",
    "person": "persName",
    "place": "placeName",
    "ptr": "ref",
    "q": "said",
    "redacted": "gap",
    "redaction": "gap",
    "signature": "signed",
    "speech": "sp",
    "td": "cell",
    "th": "cell",
    "tn": "note",
    "tr": "row",
    "u": "sp",
    "ul": "list",
    "utterance": "sp",
    "vocal": "stage",
}

_LETTERING = "Lettering is not recorded: remove the tags, or say what it marks, such as foreign."
_LINES = "Line breaks are not recorded: remove it, or begin a new p."
_HINTS = {
    "b": _LETTERING,
    "br": _LINES,
    "em": _LETTERING,
    "emph": _LETTERING,
    "hi": _LETTERING,
    "i": _LETTERING,
    "lb": _LINES,
    "span": "Remove the tags, or say what the words are, such as persName.",
    "strong": _LETTERING,
}


# What these say is not text of the element round them: without its tags it would become so.
_APART = frozenset({"desc", "fw", "gap", "label", "note", "speaker", "stage", "stamp"})


def is_apart(name: str) -> bool:
    """Whether an element must never be mended by removing its tags."""
    return name in _APART


def meant(name: str) -> str:
    """Return the element that this name usually stands for, or nothing."""
    return _MEANT.get(name.lower(), "")


def hint(name: str) -> str:
    """Return what to do about an element that has no counterpart here, or nothing."""
    return _HINTS.get(name.lower(), "")
