"""A folder of sources → what is remembered of it, before anything is loaded that could find it out anew."""

from pathlib import Path

from cablepress.corpus import Corpus
from cablepress.memory import Memory, Outcome, place, recall, remember, unchanged
from cablepress.tools import tools


def recalled(source: Path) -> Memory:
    """Recall what the last command found out about a folder."""
    return recall(place(source), tools(), source.as_posix())


def known_outcome(corpus: Corpus, memory: Memory) -> Outcome | None:
    """Return what the last check of these files found, if they still are what they were."""
    same = unchanged(memory, corpus)
    if same is not None and same.files != memory.files:
        remember(same, place(corpus.folder))  # so that the next command need not read them
    return same.outcome if same else None
