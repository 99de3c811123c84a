"""The name of a folder of ours → where it lies, in an installed package and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_CHECKOUT = {"cases": "tests/cases"}


def folder(name: str) -> Path:
    """Return the folder `xslt`, `schema` or `cases`: inside the installed package, else in the checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / _IN_CHECKOUT.get(name, name)
