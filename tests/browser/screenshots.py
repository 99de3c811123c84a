"""A published edition → pictures of every kind of page, light and dark, at five widths, and of what is printed.

python tests/browser/screenshots.py dist pictures
"""

import argparse
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

WIDTHS = (320, 360, 800, 1440, 2560)
SCHEMES = ("light", "dark")
NUMBERED = ("cable-", "person-", "org-", "place-")  # of these pages, the largest shows most


def kinds(edition: Path) -> Iterator[Path]:
    """Choose one page of each kind."""
    pages = sorted(edition.glob("*.html"))
    yield from (page for page in pages if not page.name.startswith(NUMBERED))
    for kind in NUMBERED:
        some = [page for page in pages if page.name.startswith(kind)]
        yield from sorted(some, key=lambda page: page.stat().st_size)[-1:]


def photograph(browser: Browser, page: Path, out: Path) -> None:
    """Take pictures of a page from its top to its end, and print it."""
    opened = browser.new_page()
    opened.goto(page.resolve().as_uri())
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of two words
            opened.screenshot(path=out / f"{page.stem}-{width}-{scheme}.png", full_page=True)
    opened.pdf(path=out / f"{page.stem}.pdf", prefer_css_page_size=True)
    opened.close()


def main() -> None:
    """Read the command line, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("edition", type=Path, nargs="?", default=Path("dist"))
    parser.add_argument("out", type=Path, nargs="?", default=Path("pictures"))
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for page in kinds(asked.edition):
            photograph(browser, page, asked.out)


if __name__ == "__main__":
    main()
