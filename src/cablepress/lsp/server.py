"""Messages of the Language Server Protocol → answers, and findings as they come. The only importer of pygls."""

import asyncio
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from cablepress import __version__
from cablepress.corpus import AUTHORITY, edition_folder
from cablepress.door import read_regular
from cablepress.errors import Refused
from cablepress.finding import Finding
from cablepress.lsp.checker import Checker, Text
from cablepress.lsp.complete import Completion, complete
from cablepress.lsp.fixes import fix
from cablepress.lsp.hover import hover
from cablepress.lsp.positions import Positions
from cablepress.lsp.ranges import end_of
from cablepress.lsp.wire import Wire
from cablepress.recover.edits import Edit
from cablepress.recover.recover import LONGEST

_Told = types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams | types.DidSaveTextDocumentParams
_MOST = 1000  # findings that an editor is told of a text
_KINDS = {
    "element": types.CompletionItemKind.Class,
    "end": types.CompletionItemKind.Class,
    "attribute": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "id": types.CompletionItemKind.Reference,
    "key": types.CompletionItemKind.Reference,
}


class Server(LanguageServer):
    """The language server: the texts that are open, and what was found in them last."""

    def __init__(self) -> None:
        """Make a server that waits for its client."""
        super().__init__("cablepress", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.found: dict[str, tuple[Finding, ...]] = {}
        self.checker = Checker(self._told, self._failed)
        self.loop: asyncio.AbstractEventLoop | None = None

    def begin(self) -> None:
        """Begin to check, once there is a loop to answer in."""
        if self.loop is None:
            self.loop = asyncio.get_running_loop()
            self.checker.start()

    def positions(self, uri: str) -> Positions | None:
        """Return the lines of an open text, counted as the client counts.

        None for any other, which is never read from the disk, and for one that it would take too long to look through.
        """
        document = self.workspace.text_documents.get(unquote(uri))
        if document is None or len(document.source) > LONGEST:
            return None
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        kind = encoding.value if isinstance(encoding, types.PositionEncodingKind) else str(encoding)
        return Positions(document.source, kind)

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002 - pygls asks for both
        """Tell that a message was not understood, in words for whoever sees them; no traceback."""
        self._show("A message of the editor was not understood.")

    def listen(self) -> None:
        """Answer until the editor ends it. Raises Refused if what comes in is no message."""
        wire = Wire(sys.stdin.buffer)
        try:
            self.start_io(cast("BinaryIO", wire))
        finally:
            self.checker.end()
        if wire.is_refused:
            raise Refused("What the editor sent is no message of the Language Server Protocol, or a very large one.")

    def _told(self, path: str, version: int, findings: tuple[Finding, ...]) -> None:
        self._later(self._publish, path, version, findings)

    def _failed(self, message: str) -> None:
        self._later(self._show, message)

    def _show(self, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"Cablepress: {message}"))

    def _later(self, function: Callable[..., object], *arguments: object) -> None:
        """Have the server's own thread do something, unless it is ending."""
        if self.loop and not self.checker.is_closed:
            with suppress(RuntimeError):  # it has just ended
                self.loop.call_soon_threadsafe(function, *arguments)

    def _publish(self, path: str, version: int, findings: tuple[Finding, ...]) -> None:
        uri = from_fs_path(path) or ""
        uri = next((each for each in self.workspace.text_documents if to_fs_path(each) == path), uri)
        document = self.workspace.text_documents.get(uri)
        if document is None or (document.version or 0) != version:
            return  # it was closed, or has changed: the next check tells
        self.found[uri] = findings
        lines = self.positions(uri) or Positions("")
        diagnostics = [diagnostic(lines, each) for each in findings[:_MOST]]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def change(self, uri: str) -> None:
        """Have an open text checked."""
        self.begin()
        document = self.workspace.text_documents.get(unquote(uri))
        path = to_fs_path(uri)
        if document and path:
            self.checker.change(path, Text(document.version or 0, document.source.encode("utf-8", "surrogatepass")))


def between(lines: Positions, start: int, end: int) -> types.Range:
    """Make a range of two offsets."""
    return types.Range(types.Position(*lines.position(start)), types.Position(*lines.position(end)))


def diagnostic(lines: Positions, finding: Finding) -> types.Diagnostic:
    """Put a finding as the protocol does; it reaches to the end of the name or word that it points at."""
    start = lines.of_place(finding.line, finding.column)
    severity = types.DiagnosticSeverity.Error if finding.is_error else types.DiagnosticSeverity.Warning
    return types.Diagnostic(
        between(lines, start, end_of(lines.text, start)),
        finding.sentence,
        severity=severity,
        code=finding.code,
        source="cablepress",
    )


def server() -> Server:
    """Make a server that answers. What pygls would log, with tracebacks, is told to the editor in words."""
    logger = logging.getLogger("pygls")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    made = Server()
    for what, (answer, options) in _ANSWERS.items():
        made.feature(what, options)(answer)
    return made


def _changed(ls: Server, params: _Told) -> None:
    ls.change(params.text_document.uri)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.found.pop(uri, None)
    ls.checker.change(to_fs_path(uri) or "", None)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _ended(ls: Server, *_nothing: object) -> None:
    ls.checker.close()


def _hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
    lines = ls.positions(params.text_document.uri)
    said = hover(lines.text, lines.offset(params.position.line, params.position.character)) if lines else None
    if lines is None or said is None:
        return None
    word, text = said
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), between(lines, word.start, word.end))


def _completed(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    lines = ls.positions(params.text_document.uri)
    if lines is None:
        return types.CompletionList(is_incomplete=False, items=[])
    offset = lines.offset(params.position.line, params.position.character)
    here, found = complete(lines.text, offset, authority(ls, params.text_document.uri))
    where = between(lines, here.start, offset)
    return types.CompletionList(is_incomplete=False, items=[item(each, where) for each in found])


def _offered(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    return list(actions(ls, params))


def item(each: Completion, where: types.Range) -> types.CompletionItem:
    """Put a completion as the protocol does."""
    return types.CompletionItem(
        each.label,
        kind=_KINDS[each.kind],
        documentation=each.says or None,
        filter_text=each.label,
        text_edit=types.TextEdit(where, each.insert or each.label),
    )


def actions(ls: Server, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
    """Offer to mend what was found within a range."""
    uri = params.text_document.uri
    lines = ls.positions(uri)
    if lines is None:
        return
    for finding in ls.found.get(uri, ())[:_MOST]:
        about = diagnostic(lines, finding)
        if about.range.start > params.range.end or about.range.end < params.range.start:
            continue
        if change := fix(lines.text, finding):
            edits = [text_edit(lines, each) for each in change.edits]
            yield types.CodeAction(
                change.title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[about],
                is_preferred=True,
                edit=types.WorkspaceEdit(changes={uri: edits}),
            )


def text_edit(lines: Positions, edit: Edit) -> types.TextEdit:
    """Put an edit as the protocol does."""
    return types.TextEdit(between(lines, edit.start, edit.end), edit.text)


def authority(ls: Server, uri: str) -> str:
    """Return the authority file of a text's edition, as the editor has it, or as it is on the disk."""
    path = edition_folder(Path(to_fs_path(uri) or ".")) / AUTHORITY
    opened = next((each for each in ls.workspace.text_documents.values() if each.path == str(path)), None)
    if opened:
        return str(opened.source)
    return (read_regular(path) or b"").decode("utf-8", "replace") if path.is_file() else ""


_TRIGGERS = types.CompletionOptions(trigger_characters=["<", "/", " ", '"', "#", ":"])
_MENDING = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
_ANSWERS: dict[str, tuple[Callable[..., object], object]] = {
    types.TEXT_DOCUMENT_DID_OPEN: (_changed, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_changed, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.SHUTDOWN: (_ended, None),
    types.TEXT_DOCUMENT_HOVER: (_hovered, None),
    types.TEXT_DOCUMENT_COMPLETION: (_completed, _TRIGGERS),
    types.TEXT_DOCUMENT_CODE_ACTION: (_offered, _MENDING),
}
