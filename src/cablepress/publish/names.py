"""The names of an edition's files → the certainty that every computer can store them, side by side."""

import re
from collections.abc import Container

from cablepress.edition import is_device
from cablepress.errors import MachineFailure

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}(?<!\.)")  # so nothing climbs, is hidden, or ends in a dot


def storable(name: str, others: Container[str] = ()) -> str:
    """Return the name as a system knows it that does not tell capitals from small letters; `others` are taken.

    Raises MachineFailure if it cannot be stored everywhere: whoever made it up should have seen to that.
    """
    known = name.lower()  # letters outside ASCII, whose forms are confused as well, are not allowed at all
    if not all(_PART.fullmatch(part) and not is_device(part) for part in name.split("/")):
        raise MachineFailure(f"{name}: no computer can be trusted to store a file of this name; nothing was published.")
    if known in others:
        raise MachineFailure(f"{name}: another file's name differs only by capitals; nothing was published.")
    return known
