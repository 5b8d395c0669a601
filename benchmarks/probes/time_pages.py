"""Time pages of ten hits with their snippets through `Archive.search`, on an archive opened just before.

usage: python -m benchmarks.probes.time_pages ARCHIVE QUERIES.json

All queries of all kinds run once, and then all of them once more: no query follows itself. Prints the milliseconds
of each by kind, of the first round and of the second.
"""

import json
import sys
import time
from pathlib import Path

from archive_search import Archive
from benchmarks.probes.queries import read_queries


def time_page(archive: Archive, text: str) -> float:
    """Give the milliseconds that a page takes, its snippets cut."""
    start = time.perf_counter()
    _snippets = [hit.snippets for hit in archive.search(text, limit=10)]
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    """Time every query twice."""
    folder, queries = sys.argv[1:]
    kinds = read_queries(Path(queries))
    with Archive.open(folder) as archive:
        first, warm = (
            {kind: [time_page(archive, text) for text in texts] for kind, texts in kinds.items()} for _ in range(2)
        )
    print(json.dumps({"first": first, "warm": warm}))


if __name__ == "__main__":
    main()
