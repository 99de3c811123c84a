"""A folder and a number → an edition of so many invented telegrams in it, the same ones every time.

python tests/bench/corpus.py FOLDER COUNT
"""

import re
import sys
from pathlib import Path

from invented import authority, cable
from invented.people import cast
from invented.plan import plans

_KEYS = re.compile(r'"((?:(?:person|org|place|mark):[a-z0-9-]+ ?)+)"')


def generate(folder: Path, count: int) -> None:
    """Write an edition of so many telegrams into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    company, used = cast(count), set[str]()
    for plan in plans(count):
        text = cable.text(plan, company)
        used.update(key for keys in _KEYS.findall(text) for key in keys.split())
        _write(folder, plan.stem, text)
    _write(folder, "authority", authority.text(company, frozenset(used)))
    _write(folder, "edition", cable.template("edition").substitute())


def _write(folder: Path, stem: str, text: str) -> None:
    (folder / f"{stem}.xml").write_bytes(text.encode())


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
