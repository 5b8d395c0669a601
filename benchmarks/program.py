"""Measure this program: from its command as a user has it, and through its Python API as the peers are measured."""

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.corpus import count_corpus
from benchmarks.processes import measure_process, run, size_of, time_command
from benchmarks.samples import summarize

PROGRAM = "archive-search"
COMMAND = Path(sys.executable).with_name(PROGRAM)
# In one round; three rounds make twenty.
FRESH_PROCESSES = 7
OPENINGS = 5
FOUND, NOTHING_FOUND = 0, 1


class Way(NamedTuple):
    """Name a way of indexing: from the file by the command, or from memory through the Python API."""

    origin: str
    workers: int

    @property
    def subject(self) -> str:
        """The name that its figures are kept under."""
        return f"{PROGRAM}, from {self.origin}, {self.workers} {'process' if self.workers == 1 else 'processes'}"


FILE_1, FILE_2, MEMORY_1, MEMORY_2 = WAYS = (Way("file", 1), Way("file", 2), Way("memory", 1), Way("memory", 2))


def index_corpus(way: Way, *, corpus: Path, archive: Path) -> dict[str, float]:
    """Make an archive of the corpus and give its speed, size and memory."""
    shutil.rmtree(archive, ignore_errors=True)
    index = index_from_file if way.origin == "file" else index_from_memory
    seconds, peak = index(way.workers, corpus=corpus, archive=archive)
    articles, characters = count_corpus(corpus)
    return {
        "articles": articles,
        "articles a second": articles / seconds,
        "microseconds an article": seconds / articles * 1e6,
        "bytes a character": size_of(archive) / characters,
        "peak memory": peak,
    }


def index_from_file(workers: int, *, corpus: Path, archive: Path) -> tuple[float, float]:
    """Index the file by the command; the seconds are those of the whole process."""
    command = [COMMAND, "index", "--no-entities", "--workers", str(workers), corpus]
    done = measure_process(command, settings={"ARCHIVE_SEARCH_INDEX": str(archive)})
    return done.seconds, done.peak_megabytes


def index_from_memory(workers: int, *, corpus: Path, archive: Path) -> tuple[float, float]:
    """Index articles made beforehand; the memory is that of the whole process, the corpus in it."""
    done = measure_process([*probe("index_articles"), corpus, archive, str(workers)])
    return json.loads(done.output), done.peak_megabytes


def measure_ranking(archive: Path, *, queries: Path) -> dict[str, float]:
    """Time `Archive.rank` on each kind of query, best of three and first run apart."""
    figures: dict[str, float] = {}
    for kind in kinds_of(queries):
        timed = run_probe("time_ranking", archive, queries, kind)
        figures |= summarize(timed["best"], kind) | summarize(timed["first"], f"first {kind}")
    return figures


def measure_pages(archive: Path, *, queries: Path) -> dict[str, float]:
    """Time pages of ten hits with snippets, kind by kind and over all."""
    figures: dict[str, float] = {}
    for label, kinds in run_probe("time_pages", archive, queries).items():
        for kind, times in kinds.items():
            figures |= summarize(times, f"{label} page {kind}")
        figures |= summarize([time for times in kinds.values() for time in times], f"{label} page all")
    return figures


def measure_openings(archive: Path, *, word: str) -> Iterator[dict[str, float]]:
    """Time openings up to the first answer to a word, each in a fresh process with its modules loaded."""
    for _ in range(OPENINGS):
        ranked = run_probe("time_opening", archive, word, "rank")
        shown = run_probe("time_opening", archive, word, "search")
        yield {
            "open": ranked["open"],
            "first rank": ranked["answer"],
            "open and rank": ranked["open"] + ranked["answer"],
            "open and search": shown["open"] + shown["answer"],
        }


def measure_commands(archive: Path, *, queries: Path) -> Iterator[dict[str, float]]:
    """Time ``archive-search query`` in fresh processes, bare Python and the import of NumPy beside it."""
    for text in islice(cycle(varied_queries(queries)), FRESH_PROCESSES):
        accepted = (FOUND, NOTHING_FOUND)
        yield {
            "query command": time_command([COMMAND, "query", text], archive=archive, accepted=accepted),
            "python": time_command([sys.executable, "-c", "pass"], archive=archive),
            "python with numpy": time_command([sys.executable, "-c", "import numpy"], archive=archive),
        }


def rarest_word(archive: Path, *, queries: Path) -> str:
    """Choose the word of the queries that the fewest articles have, of those that some have."""
    words = [row[0] for row in read_rows(queries)["term"]]
    totals = run_probe("time_ranking", archive, queries, "term")["totals"]
    return min((total, word) for total, word in zip(totals, words, strict=True) if total)[1]


def kinds_of(queries: Path) -> list[str]:
    """Give the kinds of query that a file has."""
    return list(read_rows(queries))


def varied_queries(queries: Path) -> list[str]:
    """Choose the first query of each kind, written without operators: as a reader would type them."""
    return [" ".join(rows[0]) for rows in read_rows(queries).values()]


def read_rows(queries: Path) -> dict[str, list[list[str]]]:
    """Read the words of the queries by kind."""
    rows: dict[str, list[list[str]]] = json.loads(queries.read_text(encoding="utf-8"))
    return rows


def run_probe(name: str, *arguments: str | Path) -> Any:
    """Run a script of ``probes`` and read the JSON that it prints."""
    return json.loads(run([*probe(name), *arguments]))


def probe(name: str) -> Sequence[str]:
    """Give the command of a script of ``probes``."""
    return [sys.executable, "-m", f"benchmarks.probes.{name}"]
