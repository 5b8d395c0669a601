"""Time the queries of one kind through `Archive.rank`, on an archive opened just before: no texts, no snippets.

usage: python -m benchmarks.probes.time_ranking ARCHIVE QUERIES.json KIND

Each query runs three times in a row, as the peers' script does it. Prints, for each query, the milliseconds of its
first run, those of its best run, and the number of articles found.
"""

import json
import sys
import time
from pathlib import Path

from archive_search import Archive
from benchmarks.probes.queries import read_queries

RUNS = 3


def time_ranking(archive: Archive, text: str) -> tuple[float, int]:
    """Give the milliseconds and the articles found of one query."""
    start = time.perf_counter()
    total = archive.rank(text, limit=10).total
    return (time.perf_counter() - start) * 1e3, total


def main() -> None:
    """Time every query of a kind."""
    folder, queries, kind = sys.argv[1:]
    texts = read_queries(Path(queries))[kind]
    with Archive.open(folder) as archive:
        timed = [[time_ranking(archive, text) for _ in range(RUNS)] for text in texts]
    first = [runs[0][0] for runs in timed]
    best = [min(milliseconds for milliseconds, _total in runs) for runs in timed]
    print(json.dumps({"first": first, "best": best, "totals": [runs[0][1] for runs in timed]}))


if __name__ == "__main__":
    main()
