"""Time queries through the Python API: best of three each, ten hits and the exact count.

usage: time_program.py ARCHIVE QUERIES.json

Prints one line for each kind of query, worded as the peers' scripts word it.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from archive_search import Archive

OPERATORS = {"and": " ET ", "or": " OU "}


def write_query(kind: str, words: list[str]) -> str:
    """Write words as a query of their kind; a kind is a name followed by a number of words, save ``term``."""
    name = kind.rstrip("23")
    if name == "phrase":
        return f'"{" ".join(words)}"'
    return OPERATORS.get(name, " ").join(words)


def time_search(archive: Archive, text: str) -> float:
    """Give the milliseconds that the quickest of three searches takes."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        _total = archive.search(text, limit=10).total
        times.append((time.perf_counter() - start) * 1e3)
    return min(times)


def main() -> None:
    """Time every query of a file on one archive."""
    folder, queries = map(Path, sys.argv[1:])
    with Archive.open(folder) as archive:
        for kind, rows in json.loads(queries.read_text(encoding="utf-8")).items():
            times = sorted(time_search(archive, write_query(kind, words)) for words in rows)
            p95 = times[int(0.95 * len(times))]
            print(f"program {kind} median {statistics.median(times):.3f} ms p95 {p95:.3f} ms")


if __name__ == "__main__":
    main()
