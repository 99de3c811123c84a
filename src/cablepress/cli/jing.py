"""The files that were asked about → what jing, as a second engine, sees in another way."""

from cablepress.corpus import Corpus, read
from cablepress.finding import Finding
from cablepress.request import Request
from cablepress.source import Source
from cablepress.stopping import loading


def second(corpus: Corpus, found: tuple[Finding, ...], request: Request) -> tuple[Corpus, tuple[Finding, ...]]:
    """Ask jing about the files of an edition, or those of them that were asked about; add what it says otherwise."""
    with loading():
        from cablepress import opinion  # noqa: PLC0415 - few ask for it

    asked = (file for file in corpus.files if not request.names or file.name in request.names)
    sources = (source for source in map(read, asked) if isinstance(source, Source))
    return corpus, tuple(sorted((*found, *opinion.check(sources))))
