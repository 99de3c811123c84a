"""The parts of a RELAX NG schema, as values. They mean what they do in the XML syntax, and inherit nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a schema, named as in the XML syntax. Several parts in it stand for their group."""

    kind: str
    inner: tuple["Part", ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    text: str = ""
    names: "Part | None" = None  # of an element or attribute: what it may be called
    prefixes: tuple[tuple[str | None, str], ...] = ()  # of a value: it may be a QName
    line: int = 0

    def setting(self, name: str) -> str:
        """Return what an attribute of the part says; nothing if there is none."""
        return dict(self.settings).get(name, "")


EMPTY, NOT_ALLOWED, TEXT = (Part(kind) for kind in ("empty", "notAllowed", "text"))


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a document may begin with, and the definitions that it leads to, by names that are unique."""

    start: Part
    defined: dict[str, Part]


def fits(names: Part, namespace: str, local: str) -> bool:
    """Whether a name is one of those that a name class allows (section 4.16)."""
    match names.kind:
        case "name":
            return names.text == local and names.setting("ns") == namespace
        case "choice":
            return any(fits(each, namespace, local) for each in names.inner)
        case "nsName" if names.setting("ns") != namespace:
            return False
    return not any(fits(each, namespace, local) for excepted in names.inner for each in excepted.inner)
