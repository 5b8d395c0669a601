"""A program with a crew, to be killed: ``python crew_process.py FOLDER`` prints the ids of its workers and waits."""

import sys
import time
from pathlib import Path

from archive_search.indexing import crew
from archive_search.indexing.building import IndexedArticle


def make_article(number: int) -> IndexedArticle:
    """Make an article without the records of the program, which are slow to import."""
    texts = (f"Le pont {number} rouvre. " * 50,)
    return IndexedArticle(number, 0, (0, 0, 0), (str(number), None, None, None, None), b"\x02", texts)


def main(folder: Path) -> None:
    """Keep workers busy until this process is killed."""
    crew.SENT_CHARACTERS = 1
    workers = crew.SharedWork(folder, 2)
    for number in range(4):
        workers.add(make_article(number))
    workers.finish_segments()
    sys.stdout.write(" ".join(str(worker._process.pid) for worker in workers._workers) + "\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
