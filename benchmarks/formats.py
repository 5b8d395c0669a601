"""Measure how fast files of each format are read.

usage: python -m benchmarks.formats FOLDER... [--seconds N]

Run it from the root of the project with the Python that archive-search is installed in. Every file under the folders is
read again and again for some time, alone, and the figures are added up by format; nothing is indexed. Beside them the
time that reading the bytes alone takes, in the same run: what a reader costs is told as a multiple of it.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive_search.records import Article, Failure
from archive_search.sources.files import find_files
from archive_search.sources.looking import look_at_file
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles

MEGABYTE = 1_000_000


@dataclass(slots=True)
class Speed:
    """Add up what files of one format took.

    Attributes:
        files: Files read, each as often as it was.
        articles: Articles found in them.
        failures: What could not be read.
        bytes: Their bytes.
        seconds: Time it took.
        bare_seconds: Time that reading their bytes alone took.
    """

    files: int = 0
    articles: int = 0
    failures: int = 0
    bytes: int = 0
    seconds: float = 0.0
    bare_seconds: float = 0.0

    def line(self, name: str) -> str:
        """Write one row of the table."""
        return (
            f"| {name} | {self.files / self.seconds:,.1f} | {self.bytes / self.seconds / MEGABYTE:.2f} "
            f"| {self.articles / self.seconds:,.1f} | {self.seconds / max(self.bare_seconds, 1e-9):,.0f} "
            f"| {self.failures} |"
        )


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(description="measure the reading of files by format")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=1.0, help="time for which each file is read again")
    options = parser.parse_args()
    speeds: dict[str, Speed] = defaultdict(Speed)
    for path in _files(options.folders):
        look = look_at_file(path)
        if not isinstance(look, Failure):
            measure(path, speeds[look.format.value], seconds=options.seconds)
    print("| format | files/s | MB/s | articles/s | times the bytes alone | failures |\n|---|---|---|---|---|---|")
    for name in sorted(speeds):
        print(speeds[name].line(name))


def measure(path: Path, speed: Speed, *, seconds: float) -> None:
    """Read a file again and again for some time; the first reading, which imports what it needs, does not count."""
    list(read_articles(path, root=path, options=ReadOptions()))
    ending = time.perf_counter() + seconds
    while (started := time.perf_counter()) < ending:
        found = list(read_articles(path, root=path, options=ReadOptions()))
        done = time.perf_counter()
        speed.bytes += len(path.read_bytes())
        speed.bare_seconds += time.perf_counter() - done
        speed.seconds += done - started
        speed.files += 1
        speed.articles += sum(isinstance(each, Article) for each in found)
        speed.failures += sum(isinstance(each, Failure) for each in found)


def _files(folders: list[Path]) -> Iterator[Path]:
    yield from (found for found in find_files(folders) if isinstance(found, Path))


if __name__ == "__main__":
    main()
