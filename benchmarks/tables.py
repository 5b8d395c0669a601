"""Make the tables of the page out of samples, one function a table.

Ratios are written so that more than 1 is in favour of this program.
"""

from collections.abc import Mapping, Sequence

from benchmarks.environment import PACKAGES
from benchmarks.figures import ABSENT, write_ratio, write_row, write_spread, write_table
from benchmarks.growth import SIZES, subject_of
from benchmarks.program import PROGRAM, WAYS
from benchmarks.samples import Samples

ENGINES = {
    "tantivy1": "tantivy-py, 1 thread",
    "tantivy2": "tantivy-py, 2 threads",
    "fts5": "SQLite FTS5",
    "xapian": "Xapian",
    "whoosh": "Whoosh",
}
KINDS = {
    "term": "one word",
    "and2": "2 words AND",
    "and3": "3 words AND",
    "or3": "3 words OR",
    "phrase2": "phrase of 2",
    "phrase3": "phrase of 3",
}
INDEXING = {
    "articles a second": "articles/s",
    "bytes a character": "bytes on disk a character of text",
    "peak memory": "peak memory, MB",
}
GROWTH = {
    "articles": "articles",
    "articles a second": "articles/s",
    "microseconds an article": "µs an article",
    "bytes a character": "bytes a character",
    "peak memory": "peak memory, MB",
}
STARTING = {
    "open and rank": "open and rank, ms",
    "query command": "`query` command, ms",
    "warm page all median": "page of ten, median ms",
    "warm page all p95": "page of ten, p95 ms",
}
PROCESSES = {
    "open": "`Archive.open`",
    "first rank": "first `Archive.rank` after it",
    "open and rank": "both: from opening to the first answer",
    "open and search": "the same with `Archive.search`",
    "query command": "`archive-search query WORDS`, the whole process",
    "python": "`python -c pass`, the whole process",
    "python with numpy": '`python -c "import numpy"`, the whole process',
}
PAGES = {
    ("warm", "median"): "warm, median",
    ("warm", "p95"): "warm, p95",
    ("first", "median"): "first run, median",
    ("first", "p95"): "first run, p95",
}


def write_tables(samples: Samples) -> Mapping[str, str]:
    """Give every table of measures by the name of its place in the page."""
    return {
        "indexing": table_of(samples, [*peers_in(samples), *(way.subject for way in WAYS)], INDEXING),
        "indexing-ratios": indexing_ratios(samples),
        "searching": searching_table(samples, "median"),
        "searching-p95": searching_table(samples, "p95"),
        "searching-ratios": searching_ratios(samples),
        "pages": pages_table(samples),
        "processes": processes_table(samples),
        "growth-indexing": table_of(samples, sizes_in(samples), GROWTH),
        "growth-starting": table_of(samples, sizes_in(samples), STARTING),
        "growth-searching": growth_of_queries(samples, "median"),
        "growth-searching-p95": growth_of_queries(samples, "p95"),
    }


def peers_in(samples: Samples) -> list[str]:
    """List the peers that were measured."""
    return [peer for peer in PACKAGES if samples.has(peer, "articles a second")]


def kinds_in(samples: Samples) -> list[str]:
    """List the kinds of query that were timed."""
    return [kind for kind in KINDS if samples.has(PROGRAM, f"{kind} median")]


def sizes_in(samples: Samples) -> list[str]:
    """List the sizes that were measured."""
    return [subject_of(size) for size in SIZES if samples.has(subject_of(size), "articles")]


def name_of(subject: str) -> str:
    """Name an engine, or a size, for a reader."""
    return ENGINES.get(subject, subject)


def table_of(samples: Samples, subjects: Sequence[str], measures: Mapping[str, str]) -> str:
    """Lay out one row a subject, one column a measure."""
    rows = [[name_of(subject), *(cell(samples, subject, measure) for measure in measures)] for subject in subjects]
    return write_table(["", *measures.values()], rows)


def cell(samples: Samples, subject: str, measure: str) -> str:
    """Write one figure with its spread, or a dash."""
    return write_spread(samples.spread(subject, measure)) if samples.has(subject, measure) else ABSENT


def indexing_ratios(samples: Samples) -> str:
    """Compare the speed of each way of indexing with that of each peer."""
    peers = peers_in(samples)
    speed = "articles a second"
    rows = [
        [
            way.subject,
            *(write_ratio(samples.median(way.subject, speed), samples.median(peer, speed)) for peer in peers),
        ]
        for way in WAYS
    ]
    return write_table(["speed over that of", *map(name_of, peers)], rows)


def searching_table(samples: Samples, statistic: str) -> str:
    """Lay out the times of each engine, this program's first runs in a row of their own."""
    measures = kinds_by_measure(samples, statistic)
    first = [f"{PROGRAM}, first run", *(cell(samples, PROGRAM, f"first {measure}") for measure in measures)]
    return table_of(samples, [*peers_in(samples), PROGRAM], measures) + write_row(first)


def searching_ratios(samples: Samples) -> str:
    """Compare the times of each peer with this program's, median / 95th percentile."""
    kinds = kinds_in(samples)
    rows = [
        [name_of(peer), *(" / ".join(ratios_over(samples, peer, kind)) for kind in kinds)] for peer in peers_in(samples)
    ]
    return write_table(["time over that of this program", *(KINDS[kind] for kind in kinds)], rows)


def ratios_over(samples: Samples, peer: str, kind: str) -> list[str]:
    """Write the ratios of medians and of 95th percentiles for one kind of query."""
    measures = (f"{kind} median", f"{kind} p95")
    return [write_ratio(samples.median(peer, measure), samples.median(PROGRAM, measure)) for measure in measures]


def pages_table(samples: Samples) -> str:
    """Lay out the times of pages, kind by kind and over all."""
    rows = []
    for kind in (*kinds_in(samples), "all"):
        measures = [f"{pace} page {kind} {statistic}" for pace, statistic in PAGES]
        rows.append([KINDS.get(kind, "all kinds"), *(cell(samples, PROGRAM, measure) for measure in measures)])
    return write_table(["ms", *PAGES.values()], rows)


def processes_table(samples: Samples) -> str:
    """Lay out what starting costs."""
    rows = [
        [label, cell(samples, PROGRAM, measure), str(samples.spread(PROGRAM, measure).runs)]
        for measure, label in PROCESSES.items()
    ]
    return write_table(["", "ms", "runs"], rows)


def growth_of_queries(samples: Samples, statistic: str) -> str:
    """Lay out the times of each kind of query by size, and how the largest compares with the whole corpus."""
    measures = kinds_by_measure(samples, statistic)
    subjects = sizes_in(samples)
    largest = subjects[-1]
    ratios = [write_ratio(samples.median(largest, name), samples.median(PROGRAM, name)) for name in measures]
    return table_of(samples, subjects, measures) + write_row([f"{largest}, over the corpus", *ratios])


def kinds_by_measure(samples: Samples, statistic: str) -> dict[str, str]:
    """Give the columns of a table of queries: the measure of each kind, and what a reader calls it."""
    return {f"{kind} {statistic}": KINDS[kind] for kind in kinds_in(samples)}
