"""A case → its edition to search in; the search page → what it found."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

CASES = Path(__file__).resolve().parents[1] / "cases"


def built(folder: Path) -> Path:
    """Build the case about searching."""
    shutil.copytree(CASES / "base", folder / "tei")
    shutil.copytree(CASES / "search", folder / "tei", dirs_exist_ok=True)
    (folder / "tei" / "findings.txt").unlink()
    command = [sys.executable, "-m", "cablepress", "build"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "dist"


def hits(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator("#hits a").all()]


def marked(page: Page) -> list[str]:
    return page.locator("#hits mark").all_text_contents()
