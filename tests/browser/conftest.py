"""The corpus → its edition, opened in a real browser.

A test that finds no browser, Java or Node package here is skipped, and says so;
with CABLEPRESS_REQUIRE_BROWSER=1 it fails.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHT = 900

Visit = Callable[..., Page]


def missing(what: str) -> NoReturn:
    if os.environ.get("CABLEPRESS_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what}, and CABLEPRESS_REQUIRE_BROWSER=1 asks for it")
    pytest.skip(what)


def program(name: str) -> str:
    return shutil.which(name) or missing(f"there is no {name} on the PATH")


@pytest.fixture(scope="session")
def find_program() -> Callable[[str], str]:
    return program


@pytest.fixture(scope="session")
def node_file() -> Callable[[str], Path]:
    """Find a file of a Node package, in $CABLEPRESS_NODE_MODULES or the checkout's own node_modules."""
    modules = Path(os.environ.get("CABLEPRESS_NODE_MODULES") or ROOT / "node_modules")

    def find(name: str) -> Path:
        path = modules / name
        return path if path.is_file() else missing(f"there is no {name} in CABLEPRESS_NODE_MODULES")

    return find


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the corpus once, as a user would."""
    out = tmp_path_factory.mktemp("built") / "dist"
    command = [sys.executable, "-m", "cablepress", "build", "--source", "tei", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = os.environ.get("CHROMIUM") or program("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, edition: Path) -> Iterator[Visit]:
    """Return a function that opens a page of the edition at a width, in a context of its own.

    Whatever else the test looks at, no page may report an error or ask for anything that is not a file of the edition.
    """
    faults: list[str] = []
    with ExitStack() as contexts:

        def open_page(name: str, width: int = 1440, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
            context = browser.new_context(viewport={"width": width, "height": HEIGHT}, **options)
            contexts.callback(context.close)
            page = context.new_page()
            _listen(page, edition.as_uri(), faults)
            page.goto(f"{edition.as_uri()}/{name}")
            return page

        yield open_page
    assert faults == []


def _listen(page: Page, address: str, faults: list[str]) -> None:
    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith(address):
            faults.append(f"request for {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", on_request)
