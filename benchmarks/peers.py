"""Measure the peers by the scripts of the folder beside the project, run where they are.

>>> parse_indexing("fts5 500 articles 0.3 s 1523 articles/s 2.07 bytes/char peak 19 MB (corpus in memory included)")
{'articles a second': 1523.0, 'bytes a character': 2.07, 'peak memory': 19.0}
>>> parse_searching("fts5 term median 1.490 ms p95 14.900 ms")
{'term median': 1.49, 'term p95': 14.9}
"""

import re
from pathlib import Path

from benchmarks.processes import run

INDEXED = re.compile(r" ([\d.]+) articles/s ([\d.]+) bytes/char peak (\d+) MB")
SEARCHED = re.compile(r"^\S+ (\w+) median ([\d.]+) ms p95 ([\d.]+) ms$", re.MULTILINE)


def index_with_peer(peer: str, *, python: Path, scripts: Path, corpus: Path, index: Path) -> dict[str, float]:
    """Index the corpus with a peer and give its speed, size and memory."""
    return parse_indexing(run([python, scripts / "index_peers.py", peer, corpus, index]))


def search_with_peer(peer: str, *, python: Path, scripts: Path, index: Path) -> dict[str, float]:
    """Time the queries on an index of a peer, best of three each."""
    return parse_searching(run([python, scripts / "query_peers.py", peer, index, scripts / "queries.json"]))


def parse_indexing(output: str) -> dict[str, float]:
    """Read the line that the indexing script prints.

    Raises:
        ValueError: It is worded otherwise.
    """
    found = INDEXED.search(output)
    if found is None:
        raise ValueError(f"unexpected output of index_peers.py: {output!r}")
    speed, size, peak = map(float, found.groups())
    return {"articles a second": speed, "bytes a character": size, "peak memory": peak}


def parse_searching(output: str) -> dict[str, float]:
    """Read the lines that the timing script prints, one for each kind of query.

    Raises:
        ValueError: There are none.
    """
    figures: dict[str, float] = {}
    for kind, median, p95 in SEARCHED.findall(output):
        figures |= {f"{kind} median": float(median), f"{kind} p95": float(p95)}
    if not figures:
        raise ValueError(f"unexpected output of query_peers.py: {output!r}")
    return figures
