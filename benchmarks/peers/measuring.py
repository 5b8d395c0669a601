"""Run one engine at a time, each in a process of its own, and read what its script prints.

A peer is measured by the scripts of the folder beside the project, run where they are; the program by its own
command for indexing and by `time_program.py` for searching.

>>> from peers.measuring import parse_latencies
>>> parse_latencies("fts5 term median 1.490 ms p95 14.900 ms")
{'term': Latency(median=1.49, p95=14.9)}
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from peers.corpus import count_corpus

INDEXED = re.compile(r" ([\d.]+) articles/s ([\d.]+) bytes/char peak (\d+) MB")
SEARCHED = re.compile(r"^\S+ (\w+) median ([\d.]+) ms p95 ([\d.]+) ms$", re.MULTILINE)
# Python must leave no compiled files in the folder of the scripts, which is not ours.
ENVIRONMENT = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


class Latency(NamedTuple):
    """Tell how long queries of one kind take, in milliseconds."""

    median: float
    p95: float


@dataclass(frozen=True, kw_only=True)
class Measure:
    """Hold the figures of one engine.

    Attributes:
        articles_per_second: Speed of indexing.
        bytes_per_character: Size of the index on disk for one character of text.
        peak_megabytes: Highest resident memory while indexing.
        latencies: How long queries take, by kind.
    """

    articles_per_second: float
    bytes_per_character: float
    peak_megabytes: float
    latencies: dict[str, Latency]


def measure_peer(peer: str, *, python: Path, scripts: Path, corpus: Path, index: Path) -> Measure:
    """Index the corpus and time the queries with one peer."""
    indexing = run([python, scripts / "index_peers.py", peer, corpus, index])
    figures = INDEXED.search(indexing)
    if figures is None:
        raise ValueError(f"unexpected output of index_peers.py {peer}: {indexing!r}")
    searching = run([python, scripts / "query_peers.py", peer, index, scripts / "queries.json"])
    speed, size, peak = map(float, figures.groups())
    return Measure(
        articles_per_second=speed,
        bytes_per_character=size,
        peak_megabytes=peak,
        latencies=parse_latencies(searching),
    )


def measure_program(*, scripts: Path, corpus: Path, index: Path) -> Measure:
    """Index the corpus with this program's command, and time the queries through its Python API."""
    shutil.rmtree(index, ignore_errors=True)
    command = [str(Path(sys.executable).with_name("archive-search")), "index", str(corpus)]
    seconds, peak = time_process(command, environment=ENVIRONMENT | {"ARCHIVE_SEARCH_INDEX": str(index)})
    articles, characters = count_corpus(corpus)
    timing = Path(__file__).with_name("time_program.py")
    return Measure(
        articles_per_second=articles / seconds,
        bytes_per_character=size_of(index) / characters,
        peak_megabytes=peak,
        latencies=parse_latencies(run([sys.executable, timing, index, scripts / "queries.json"])),
    )


def run(command: Sequence[str | Path]) -> str:
    """Give what a command prints; its messages go to the terminal."""
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return done.stdout


def time_process(command: Sequence[str], *, environment: dict[str, str]) -> tuple[float, float]:
    """Run a command and give its seconds and its peak memory in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, usage.ru_maxrss / 1e3


def size_of(folder: Path) -> int:
    """Add up the sizes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def parse_latencies(output: str) -> dict[str, Latency]:
    """Read the lines that a timing script prints, one for each kind of query."""
    return {kind: Latency(float(median), float(p95)) for kind, median, p95 in SEARCHED.findall(output)}
