"""Sources, what is remembered of them, what the user asked for → what was found, and an edition published.

Loaded only when there is something to do: a command on old news does without.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cablepress import memory, watch
from cablepress.build import Build, narrow
from cablepress.corpus import Corpus
from cablepress.effort import Effort
from cablepress.further import Further
from cablepress.memory import Memory
from cablepress.progress import progress
from cablepress.publish.desk import Published, desk
from cablepress.publish.drift import Drift, compare
from cablepress.publish.shelf import shelf
from cablepress.request import real
from cablepress.stopping import loading
from cablepress.validate import Validated, validate
from cablepress.workers import Pool, sensible_count, workers


@contextmanager
def pool(corpus: Corpus, effort: Effort) -> Iterator[Pool]:
    """Open what computes: processes of this machine, or of a cluster."""
    with progress() as show:
        if effort.cluster:
            with loading():
                from cablepress.cluster import cluster  # noqa: PLC0415 - an extra that few install

            with cluster(effort.cluster, show) as many:
                yield many
        else:
            count = effort.jobs or sensible_count(len(corpus.files))
            with workers(count, show, effort.limit) as few:
                yield few


def check(corpus: Corpus, known: Memory, computing: Pool) -> Validated:
    """Validate, and remember what was found out."""
    validated = validate(corpus, computing, known)
    with watch.stage("remember"):
        if validated.memory != known:
            memory.remember(validated.memory, memory.place(corpus.folder))
    return validated


def wanted(validated: Validated, only: str | None) -> Validated:
    """Keep one cable if only one is asked for. Raises WrongUsage if there is no such cable."""
    return validated if only is None else narrow(validated, only)


def publish(
    validated: Validated, computing: Pool, out: Path, preview: str = "", further: tuple[Further, ...] = ()
) -> Published:
    """Render what must be rendered, publish, and remember what lies in the folder now."""
    before = {} if preview else validated.memory.edition(real(out))
    with desk(out, before) as at:
        build = Build(validated, computing, at.shelf, preview, further)
        published = at.publish(build.files(), build.head, build.keys)
    if not preview:
        with watch.stage("remember"):
            after = validated.memory.with_edition(real(out), published.printed)
            memory.remember(after, memory.place(validated.corpus.folder))
    return published


def drift(
    validated: Validated, computing: Pool, out: Path, preview: str = "", further: tuple[Further, ...] = ()
) -> Drift:
    """Compare a folder with what its sources say, down to the last byte of every file."""
    found = shelf(real(out), validated.memory.edition(real(out))).hashed()
    build = Build(validated, computing, found, preview, further)
    return compare(build.files(), build.head, found)
