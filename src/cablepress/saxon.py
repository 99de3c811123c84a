"""XSLT 3.0 stylesheets and XML text → text, by saxonche, which no other module imports.

Out of the box saxonche reads files and the network through entities and doc(), and prints its errors to the
process's stderr. Here the processor is locked for good before it does anything: no URI can be opened, no file
written, no DOCTYPE read. So stylesheets are compiled from texts that include nothing, each when it is first wanted.
Errors become exceptions that say which stylesheet failed.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import IO, Any

from saxonche import PySaxonApiError, PySaxonProcessor

from cablepress.errors import MachineFailure
from cablepress.flatten import flattened

Tree = Any  # saxonche ships no types: what it hands out stays opaque outside this module

_FEATURE = "http://saxon.sf.net/feature/"
# The parser feature must be percent-encoded: its plain form is silently ignored.
_LOCKS = {
    f"{_FEATURE}parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl": "true",
    f"{_FEATURE}allow-external-functions": "false",
    f"{_FEATURE}disableXslEvaluate": "true",
    f"{_FEATURE}xinclude-aware": "false",
    f"{_FEATURE}allowedProtocols": "",
}


class StylesheetFailure(MachineFailure):
    """A stylesheet could not be compiled or run: a mistake of ours, not of an editor's."""


@cache
def _processor() -> Any:  # noqa: ANN401 - saxonche ships no types
    processor = PySaxonProcessor(license=False)
    for feature, value in _LOCKS.items():
        processor.set_configuration_property(feature, value)
    return processor


def is_in_use() -> bool:
    """Whether Saxon runs in this process, which then cannot be copied: Saxon has threads of its own."""
    return _processor.cache_info().currsize > 0


@lru_cache(maxsize=8)
def tree(xml: bytes) -> Tree:
    """Parse UTF-8 XML into Saxon's own tree, to be transformed as often as wanted."""
    with _failures("parse"):
        return _processor().new_document_builder().parse_xml(xml_text=xml.decode("utf-8-sig"))


def select(node: Tree, xpath: str) -> tuple[Tree, ...]:
    """Evaluate an XPath on a tree; `tei:` and `ed:` are bound. For tests of single functions."""
    processor = _processor().new_xpath_processor()
    processor.declare_namespace("tei", "http://www.tei-c.org/ns/1.0")
    processor.declare_namespace("ed", "urn:cablepress:editorial")
    processor.set_context(xdm_item=node)
    found = processor.evaluate(xpath)
    return tuple(found.item_at(number) for number in range(found.size)) if found is not None else ()


class Stylesheet:
    """A compiled stylesheet, to be run on many trees. Parameters stay bound from run to run."""

    def __init__(self, source: Path | str) -> None:
        """Compile one of our stylesheets, by its file, or one from its text."""
        self._name = source.name if isinstance(source, Path) else "a generated stylesheet"
        self._bound: dict[str, Tree | str] = {}
        text = flattened(source) if isinstance(source, Path) else source
        with _failures(self._name):
            compiler = _processor().new_xslt30_processor()
            compiler.set_cwd("/")  # else it is where we happen to work, which is nobody's business
            self._executable = compiler.compile_stylesheet(stylesheet_text=text)
            self._executable.set_property("!encoding", "UTF-8")  # whatever else the stylesheet may say

    def bind(self, **parameters: Tree | str) -> None:
        """Set stylesheet parameters, trees or strings, for all later runs."""
        for name, value in parameters.items():
            if self._bound.get(name) is value or (isinstance(value, str) and self._bound.get(name) == value):
                continue
            self._bound[name] = value
            bound = _processor().make_string_value(value) if isinstance(value, str) else value
            self._executable.set_parameter(name, bound)

    def transform(self, node: Tree) -> str:
        """Apply the stylesheet's default mode to a tree; return the serialised result."""
        with _failures(self._name):
            result: str | None = self._executable.transform_to_string(xdm_node=node)
        return result or ""

    def call(self, function: str, *arguments: Tree | str) -> str:
        """Call a public function `{namespace}name`; return its result as a string."""
        given = [_processor().make_string_value(each) if isinstance(each, str) else each for each in arguments]
        with _failures(f"{self._name}, {function}"):
            result: str | None = self._executable.call_function_returning_string(function, given)
        return result or ""


@contextmanager
def _failures(what: str) -> Iterator[None]:
    """Turn Saxon's errors, which it prints to file descriptor 2 with their place, into one exception."""
    said = _said().fileno()
    os.lseek(said, 0, os.SEEK_SET)
    with _stderr_to(said):
        try:
            yield
        except PySaxonApiError as error:
            printed = os.pread(said, os.lseek(said, 0, os.SEEK_CUR), 0).decode("utf-8", "replace").strip()
            raise StylesheetFailure(f"{what}: {printed or error}") from error


@cache
def _said() -> IO[bytes]:
    """Open the file that takes what Saxon prints: one for all calls, for to make one takes as long as a call."""
    return tempfile.TemporaryFile()


@contextmanager
def _stderr_to(descriptor: int) -> Iterator[None]:
    sys.stderr.flush()
    saved = os.dup(2)
    os.dup2(descriptor, 2)
    try:
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
