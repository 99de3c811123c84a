"""TEI files, and somebody else's RELAX NG schema → where the schema rejects them.

Only the part of the schema that the files use is compiled (grammar/specialise.py). Which part that is, a few of them
tell. A file accepted by it is accepted by the whole; only one that is rejected is asked for its own names, and if they
add something, all such files are judged once more.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from queue import SimpleQueue

from lxml import etree

from cablepress.corpus import Corpus, read
from cablepress.document import Document
from cablepress.errors import WrongUsage
from cablepress.finding import Finding
from cablepress.grammar.files import Schema, read_schema
from cablepress.grammar.specialise import specialise
from cablepress.parse import parse
from cablepress.room import room
from cablepress.source import Source
from cablepress.workers import Late, Pool, Task

_TOO_MUCH = "the schema is too large, or repeats itself too often, to be used."
_SAMPLE = 16  # files that tell which names to begin with
_AT_ONCE = 32  # files that a thread takes

_Validators = SimpleQueue[etree.RelaxNG]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found in a file; and if the schema rejects it, the names of its elements."""

    findings: tuple[Finding, ...] = ()
    names: frozenset[str] = frozenset()


def check(
    corpus: Corpus, schema: Path, names: frozenset[str] = frozenset(), threads: int | None = None
) -> tuple[Finding, ...]:
    """Find what a schema rejects in the files of a corpus: in those of the given names, or in all.

    Raises WrongUsage if the schema cannot be used.
    """
    sources, unread = gathered(corpus, names)
    return tuple(sorted((*unread, *judged(sources, schema, threads))))


def check_apart(
    corpus: Corpus, schema: Path, names: frozenset[str], pool: Pool, threads: int | None
) -> tuple[Finding, ...]:
    """Do the same in a worker process, which a schema made to do harm can neither keep for ever nor fill."""
    sources, unread = gathered(corpus, names)
    task = Task(schema.as_posix(), (sources, schema, threads), sum(len(source.data) for source in sources))
    found = next(iter(tuple(pool.each("checking with", bounded, (task,), 1))))
    if isinstance(found, Late):
        limit = f"{found.seconds:.0f} seconds"
        raise WrongUsage(f"{schema}: to check with this schema took longer than {limit}, and was given up.")
    if isinstance(found, WrongUsage):
        raise found
    return tuple(sorted((*unread, *found)))


def gathered(corpus: Corpus, names: frozenset[str]) -> tuple[tuple[Source, ...], tuple[Finding, ...]]:
    """Read the files of a corpus that have these names, or all; what cannot be read is found fault with."""
    taken = tuple(map(read, (file for file in corpus.files if not names or file.name in names)))
    sources = tuple(source for source in taken if isinstance(source, Source))
    unread = (
        *(each for each in corpus.findings if Path(each.path).suffix.lower() == ".xml"),
        *(each for each in taken if isinstance(each, Finding)),
    )
    return sources, unread


def judged(sources: tuple[Source, ...], schema: Path, threads: int | None = None) -> tuple[Finding, ...]:
    """Find what a schema rejects in files. Raises WrongUsage if it cannot be used."""
    answers = _answers(read_schema(schema), sources, threads or os.cpu_count() or 1)
    return tuple(finding for answer in answers for finding in answer.findings)


def bounded(sources: tuple[Source, ...], schema: Path, threads: int | None) -> tuple[Finding, ...] | WrongUsage:
    """Do the same within bounds of memory, in a worker process: a schema may be made to fill all there is.

    A schema that cannot be used is told by what is returned, since a worker raises nothing but failures of ours.
    """
    try:
        with room():
            return judged(sources, schema, threads)
    except (MemoryError, RecursionError):
        return WrongUsage(f"{schema}: {_TOO_MUCH}")
    except WrongUsage as error:
        return error


def _answers(schema: Schema, sources: tuple[Source, ...], threads: int) -> Iterator[_Answer]:
    """Judge files, and those that are rejected once more if the part of the schema was too small for them."""
    names = _union(map(_names, map(parse, sources[:: len(sources) // _SAMPLE + 1])))
    answers = _judged(schema, names, sources, threads)
    needed = _union(answer.names for answer in answers)
    if needed <= names:
        return iter(answers)
    rejected = tuple(source for source, answer in zip(sources, answers, strict=True) if answer.names)
    again = _judged(schema, names | needed, rejected, threads)
    return chain((answer for answer in answers if not answer.names), again)


def _judged(schema: Schema, names: frozenset[str], sources: Sequence[Source], threads: int) -> tuple[_Answer, ...]:
    """Judge files with the part of a schema that has these names. libxml2 works on several at once."""
    some = [sources[start : start + _AT_ONCE] for start in range(0, len(sources), _AT_ONCE)]
    validators: _Validators = SimpleQueue()  # one for each thread, since it keeps what it last found fault with
    part = specialise(schema, names)
    for _ in range(min(threads, len(some))):
        validators.put(_compiled(part, schema))
    with ThreadPoolExecutor(max(validators.qsize(), 1)) as executor:
        return tuple(chain.from_iterable(executor.map(partial(_judge, validators), some)))


def _compiled(part: etree._Element, schema: Schema) -> etree.RelaxNG:
    try:
        return etree.RelaxNG(part)
    except etree.RelaxNGParseError as error:
        said = error.error_log[0] if error.error_log else None
        if said is None or said.message == "unknown error":  # what libxml2 says when it gets no more memory
            raise WrongUsage(f"{schema.path}: {_TOO_MUCH}") from error
        # Parts of several files may be together in the one that libxml2 was given
        place = f"{schema.path}:{said.line}" if said and said.line and len(schema.trees) == 1 else f"{schema.path}"
        raise WrongUsage(f"{place}: the schema cannot be used: {said.message if said else error}.") from error


def _judge(validators: _Validators, sources: Sequence[Source]) -> tuple[_Answer, ...]:
    validator = validators.get()
    try:
        return tuple(_answer(source, validator) for source in sources)
    finally:
        validators.put(validator)


def _answer(source: Source, validator: etree.RelaxNG) -> _Answer:
    document = parse(source)
    if not isinstance(document, Document):
        return _Answer(document)
    if validator.validate(document.root):
        return _Answer()
    return _Answer(tuple(_rejections(document, validator)), _names(document))


def _rejections(document: Document, validator: etree.RelaxNG) -> Iterator[Finding]:
    """Report what libxml2 says, one finding a line: of several messages about a line, the first is the cause."""
    top = document.place(document.root).line
    first = {entry.line or top: entry.message for entry in reversed(list(validator.error_log))}
    for line, message in (first or {top: "it gives no reason"}).items():
        yield Finding(document.name, line, 1, "S01", f"The schema rejects this: {message}.")


def _names(parsed: Document | tuple[Finding, ...]) -> frozenset[str]:
    return frozenset(str(element.tag) for element in parsed.elements) if isinstance(parsed, Document) else frozenset()


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(sets))
