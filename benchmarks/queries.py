"""Measure what it costs to read a query and to compile it for one archive, before anything is searched.

usage: python -m benchmarks.queries --index FOLDER [--repeat N]

Run it from the root of the project with the Python that archive-search is installed in. For each of some typical
queries it prints the median time of parsing, and of resolving the tree into the terms of the archive; beside them the
time that Whoosh's own parser takes for the same text, which knows fewer operators, in the same run.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from whoosh.analysis import SimpleAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import QueryParser

from archive_search.engines.layout import index_folder
from archive_search.indexing.reading import IndexReader
from archive_search.query.parsing import parse_query
from archive_search.search.resolving import resolve_tree
from archive_search.store.commits import list_sealed
from archive_search.store.connecting import open_reader

QUERIES = (
    "réforme",
    "réforme retraites",
    "base aérienne syrienne",
    '"base aérienne"',
    "Macron OU Philippe OU Hollande",
    'gouvernement SAUF ("Premier ministre" OU Élysée)',
    "ministre ADJ/3 Défense",
    "grève PARA transports",
    "titre:(Syrie OU Irak) date:2015",
    "manifest* Paris",
    "AUMOINS3(Syrie) debut/50",
    "2 PARMI (Assad, Poutine, Obama) mots>300",
    'TEXT= ("climate change" | "climate action")>1 & TIT_HEAD= (climate+ | "global warming" | temperature+)',
)
TODAY = date(2026, 1, 1)


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="measure parsing and compiling")
    parser.add_argument("--index", type=Path, required=True, help="folder of an archive")
    parser.add_argument("--repeat", type=int, default=200, help="times that each query is read")
    options = parser.parse_args()
    connection = open_reader(options.index)
    reader = IndexReader(index_folder(options.index), (file.name for file in list_sealed(connection)))
    whoosh = QueryParser("text", Schema(text=TEXT(SimpleAnalyzer()), titre=TEXT, date=ID))
    print(f"{reader.living_count} articles, microseconds, medians of {options.repeat}")
    print(f"{'parsing':>8} {'resolving':>9} {'both':>6} {'Whoosh parsing':>14}  query")
    totals = []
    for query in QUERIES:
        tree = parse_query(query, today=TODAY).tree
        parsing = median_of(lambda query=query: parse_query(query, today=TODAY), options.repeat)
        resolving = median_of(lambda tree=tree: resolve_tree(tree, reader.vocabulary), options.repeat)
        peer = median_of(lambda query=query: whoosh.parse(query), options.repeat)
        totals.append((parsing + resolving, peer))
        print(f"{parsing:8.0f} {resolving:9.0f} {parsing + resolving:6.0f} {peer:14.0f}  {query}")
    both, theirs = (statistics.median(column) for column in zip(*totals, strict=True))
    print(f"median of the queries: {both:.0f} both, {theirs:.0f} Whoosh's parser alone, ratio {theirs / both:.2f}")


def median_of(work: Callable[[], object], repeat: int) -> float:
    """Give the median time of a piece of work in microseconds, after one run that does not count."""
    work()
    times = []
    for _run in range(repeat):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1e6


if __name__ == "__main__":
    main()
