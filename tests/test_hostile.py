"""Every folder in tests/hostile/ is an edition that means harm: it is refused, or built and harmless."""

import os
import re
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from canary import SECRET, Canary, canary
from company import company, spoken
from inert import MARK, alive
from recipe import EXPECTED, Case, lay_out, read_case
from warden import Outcome, Warden

HOSTILE = Path(__file__).parent / "hostile"
ALL = [read_case(path.parent) for path in sorted(HOSTILE.glob("*/case.toml"))]
SECONDS = 10.0
BYTES = 1 << 30
LARGE = 1 << 28  # bytes; to hash a file of gigabytes takes longer than any case
ENVIRONMENT = "canary-51e0d2-environment"
TIME = re.compile(r" in [0-9.]+ s(?=[:.])")
OURS = ("dist/", ".cablepress/")


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    with canary(tmp_path_factory.mktemp("outside")) as found:
        yield found


@pytest.fixture(scope="module")
def warden() -> Iterator[Warden]:
    kept = Warden({**os.environ, "CABLEPRESS_CANARY": ENVIRONMENT, "NO_COLOR": "1"})
    yield kept
    kept.close()


@pytest.fixture
def edition(request: pytest.FixtureRequest, tmp_path: Path, outside: Canary) -> Path:
    where = tmp_path / "edition"
    lay_out(request.param, where, {"SECRET": str(outside.file), "URL": outside.url})
    outside.listen()
    return where


def bytes_of(folder: Path) -> dict[str, str]:
    """Hash every file below a folder; of what is no file, say what it is."""
    there = (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    return {str(path.relative_to(folder)): _state(path) for path in there}


def _state(path: Path) -> str:
    status = path.lstat()
    if status.st_size > LARGE:
        return f"{status.st_size} bytes at {status.st_mtime_ns}"
    return sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(status.st_mode) else f"{status.st_mode:o}"


def told(command: tuple[str, ...], outcome: Outcome) -> str:
    """Write down what a user sees: findings go to one stream or the other, so they are put together."""
    out = spoken(outcome.out) if command == ("lsp",) else outcome.out
    return f"$ cablepress {' '.join(command)}\nexit {outcome.code}\n{out}{outcome.err}"


@pytest.mark.parametrize(
    ("case", "edition"), [pytest.param(case, case, id=case.folder.name) for case in ALL], indirect=["edition"]
)
def test_it_is_refused_or_harmless(
    case: Case, edition: Path, outside: Canary, warden: Warden, updates_golden: bool
) -> None:
    before, beside = bytes_of(edition), sorted(edition.parent.iterdir())
    around = company(case, edition, {"SECRET": str(outside.file), "URL": outside.url})
    outcomes = [warden.run(command, edition, is_apart=case.is_apart, company=around) for command in case.commands]
    said = "".join(map(told, case.commands, outcomes)).replace((edition / "tei").as_uri(), "@TEI@")
    said = said.replace(outside.url, "@URL@").replace(str(outside.file), "@SECRET@")
    said = TIME.sub("", said)
    golden = case.folder / EXPECTED
    if updates_golden:
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
    assert [outcome for outcome in outcomes if re.search("traceback", outcome.out + outcome.err, re.IGNORECASE)] == []
    assert [outcome for outcome in outcomes if outcome.seconds > SECONDS or outcome.peak > BYTES] == []
    assert (outside.was_read(), outside.calls) == (False, [])
    assert sorted(edition.parent.iterdir()) == beside
    after = bytes_of(edition)
    assert {name for name in before if before[name] != after.get(name)} == set(case.recipe.get("changes", ()))
    added = {name for name in after.keys() - before.keys() if not name.startswith(OURS)}
    assert added == set(case.recipe.get("adds", ()))
    assert private(edition, said) == []
    assert alive(edition / "dist", known=before) == []
    for name in case.reaches:
        assert MARK in (edition / "dist" / name).read_text(encoding="utf-8").casefold()


def private(edition: Path, said: str) -> list[str]:
    """List what of this machine shows in what was printed or published: no more than how it is named there."""
    words = (SECRET, ENVIRONMENT, str(edition))
    texts = {"output": said.encode()} | {str(path): path.read_bytes() for path in published(edition)}
    return [f"{word} in {name}" for name, text in texts.items() for word in words if word.encode() in text]


def published(edition: Path) -> list[Path]:
    return [path for path in (edition / "dist").rglob("*") if path.is_file() and not path.is_symlink()]
