"""Measure how fast names are found in a part of the corpus, and show what is found.

usage: python -m benchmarks.names --shared ../shared --work build/names [--one-in N] [--processes N]

Run it from the root of the project with the Python that archive-search is installed in. It prints the words that are
recognised in a second, the share of the other stages, the memory of the processes, the time that a correction takes,
and the most frequent persons, places and organisations, to be looked at.
"""

import argparse
import resource
import shutil
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from archive_search import Archive
from archive_search.engines.naming.correcting import Action, Correction
from archive_search.engines.naming.report import NamingReport
from archive_search.records import EntityType
from benchmarks.corpus import resize_corpus

SHOWN = 10


def main() -> None:
    """Read the arguments, make an archive, measure and print."""
    parser = argparse.ArgumentParser(description="measure how fast names are found")
    parser.add_argument("--shared", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--work", type=Path, required=True, help="folder to work in")
    parser.add_argument("--one-in", type=int, default=7, help="take one article in so many, evenly: 7 makes 4,911")
    parser.add_argument("--processes", type=int, default=1, help="processes that recognise together")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    corpus = options.shared / "corpus/orangesum.jsonl.xz"
    part = resize_corpus(corpus, size=Fraction(1, options.one_in), folder=options.work)
    for line in measure(part, options.work / "archive", options.processes):
        print(line, flush=True)


def measure(part: Path, folder: Path, processes: int) -> Iterator[str]:
    """Make an archive of a file, find its names, correct one, and tell what that took, a line at a time."""
    shutil.rmtree(folder, ignore_errors=True)
    with Archive.create(folder, workers=processes) as archive:
        added = archive.add([part])
        yield f"text: {added.articles} articles in {added.seconds:.1f} s"
        yield from describe_run(archive.update_entities(), processes)
        workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        yield f"memory: {workers:.0f} MB the largest worker, {own:.0f} MB this process"
        yield correct(archive)
        for entity_type in EntityType:
            found = archive.entities(entity_type=entity_type, limit=SHOWN)
            listed = ", ".join(f"{entity.name} ({entity.articles})" for entity in found.entities)
            yield f"{found.total} {entity_type}: {listed}"


def describe_run(report: NamingReport, processes: int) -> Iterator[str]:
    """Tell how fast a run was."""
    speed = report.words / report.recognising_seconds
    others = report.seconds - report.recognising_seconds
    yield (
        f"recognition: {report.words} words in {report.recognising_seconds:.1f} s, {speed:.0f} words/s with "
        f"{processes} processes, {speed / processes:.0f} each, loading the model included"
    )
    yield f"other stages: {others:.1f} s, {others / (report.recognising_seconds * processes):.0%} of that time"
    yield f"entities: {report.entities}"


def correct(archive: Archive) -> str:
    """Time a correction and its undoing."""
    name = archive.entities(entity_type=EntityType.ORG, limit=1).entities[0].name
    started = time.perf_counter()
    archive.correct(Correction(action=Action.HIDE, name=name))
    hidden = time.perf_counter()
    archive.correct(Correction(action=Action.UNHIDE, name=name, type=EntityType.ORG))
    return f"corrections: {hidden - started:.1f} s and {time.perf_counter() - hidden:.1f} s"


if __name__ == "__main__":
    main()
