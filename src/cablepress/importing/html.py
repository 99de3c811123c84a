"""A page saved as HTML → its text, a line for each block, as a browser would copy it."""

from collections.abc import Iterator

from lxml import html

_BLOCKS = frozenset(
    """
    address article aside blockquote body br button caption dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table
    tbody td th tr ul
    """.split()  # noqa: SIM905 - so many are read better in lines
)
_UNSEEN = frozenset(["head", "iframe", "noscript", "script", "select", "style", "svg", "template", "textarea"])
_LINE = "\u2028"


def text(data: bytes) -> str:
    """Take the text out of HTML; blocks stand on lines of their own with a blank line between."""
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    for block in root.iter("pre"):
        for one in block.iter():
            one.text, one.tail = _kept(one.text), one.tail if one is block else _kept(one.tail)
    lines = (" ".join(line.split()) for line in "".join(_pieces(root)).replace(_LINE, "\n").split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"


def _kept(text: str | None) -> str | None:
    """Keep the line ends of preformatted text."""
    return text and text.replace("\n", _LINE)


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    """Give text and line ends in document order; a stack of our own, for pages are nested deeply."""
    stack: list[html.HtmlElement | str] = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        seen = isinstance(one.tag, str) and one.tag not in _UNSEEN
        end = "\n" if one.tag in _BLOCKS else ""
        stack += [" ".join((one.tail or "").split("\n")), end]
        if seen:
            stack += reversed(one)
            yield end + " ".join((one.text or "").split("\n"))
