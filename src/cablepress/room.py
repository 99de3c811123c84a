"""A number of bytes → a process that takes no more memory, for as long as it does what others made up."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform == "win32":
    resource = None
else:
    import resource

ROOM = 800 << 20  # for a schema and what it judges, a tenth of which the grammar of all TEI takes; or for a stylesheet


@contextmanager
def room(limit: int = ROOM) -> Iterator[None]:
    """Bound the memory that this process may use, where the system can."""
    if resource is None:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
