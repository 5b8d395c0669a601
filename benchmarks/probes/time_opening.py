"""Time the opening of an archive up to its first answer, all modules being loaded.

usage: python -m benchmarks.probes.time_opening ARCHIVE WORD METHOD

METHOD is ``rank`` or ``search``. An archive of one article is made and searched first, so that nothing is left to
import. Prints the milliseconds of `Archive.open` and those of the first answer after it.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from archive_search import Archive
from benchmarks.probes.index_articles import make_article


def load_modules(word: str, method: str) -> None:
    """Do once, on an archive of one article, what is timed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive"
        with Archive.create(path) as archive:
            archive.add_articles([make_article(id="a1", text=f"Un mot rare : {word}.")])
        with Archive.open(path) as archive:
            getattr(archive, method)(word)


def main() -> None:
    """Time one opening and one answer."""
    folder, word, method = sys.argv[1:]
    load_modules(word, method)
    start = time.perf_counter()
    with Archive.open(folder) as archive:
        opened = time.perf_counter()
        _answer = getattr(archive, method)(word)
        answered = time.perf_counter()
    print(json.dumps({"open": (opened - start) * 1e3, "answer": (answered - opened) * 1e3}))


if __name__ == "__main__":
    main()
