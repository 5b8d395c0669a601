"""Programs that other processes run on an archive: ``python writing_process.py PROGRAM FOLDER [ARGUMENT]``."""

import itertools
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from archive_search import Archive
from archive_search.engines import creating, local_writing
from archive_search.errors import ArchiveSearchError
from archive_search.indexing import building, merging, segment_writing, writing
from archive_search.indexing.crew import SingleHand
from archive_search.indexing.postings import PostingsWriter
from archive_search.indexing.sections import SectionWriter
from archive_search.indexing.writing import IndexWriter
from engines.articles import make_article

KILLED = 9

# Where a process dies: the object that holds a function, its name, and whether the function runs before.
POINTS: dict[str, tuple[Any, str, bool]] = {
    "before the first file": (building, "write_segment", False),
    "between the files of a segment": (segment_writing, "_write_terms", False),
    "amid the postings": (PostingsWriter, "finish", False),
    "before the end of a file": (SectionWriter, "finish", False),
    "after the segment": (SingleHand, "finish_segments", True),
    "before the deletions": (writing, "write_deleted", False),
    "after the deletions": (writing, "write_deleted", True),
    "before a merge": (writing, "merge_segments", False),
    "amid a merge": (merging, "join_documents", True),
    "after a merge": (writing, "merge_segments", True),
    "before the table of contents": (writing, "write_contents", False),
    "after the table of contents": (writing, "write_contents", True),
    "before the records commit": (local_writing, "seal_generation", True),
    "before cleaning": (IndexWriter, "clean", False),
    "before the label": (local_writing, "write_manifest", False),
}
CREATION_POINTS: dict[str, tuple[Any, str, bool]] = {
    "before the tables": (creating, "create_tables", False),
    "after the tables": (creating, "create_tables", True),
    "before the label": (creating, "write_manifest", False),
}


def tell(what: object) -> None:
    """Tell the process that started this one."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def die_at(point: tuple[Any, str, bool]) -> None:
    """Make this process end at a point as if it were killed: nothing is closed, nothing is cleaned."""
    holder, name, runs_before = point
    function: Callable[..., Any] = getattr(holder, name)

    def die(*args: Any, **kwargs: Any) -> None:
        if runs_before:
            function(*args, **kwargs)
        os._exit(KILLED)

    setattr(holder, name, die)


def commit_numbered(archive: Archive, number: int) -> None:
    """Commit one more article, and a new version of the article that tells the number of the commit."""
    archive.add_articles([make_article(f"n{number}"), make_article("dernier", f"Version {number}.")])


def write_forever(folder: Path) -> None:
    with Archive.open(folder) as archive:
        for number in itertools.count(archive.stats().articles - 1):
            commit_numbered(archive, number)
            tell(number)


def die_writing(folder: Path, point: str) -> None:
    with Archive.open(folder) as archive:
        number = archive.stats().articles - 1
        die_at(POINTS[point])
        commit_numbered(archive, number)


def die_creating(folder: Path, point: str) -> None:
    die_at(CREATION_POINTS[point])
    Archive.create(folder)


def die_naming(folder: Path, moment: str) -> None:
    """Die while the names of an archive are looked for."""
    from archive_search.engines.naming import updating
    from archive_search.engines.naming.recognising import Recognising

    die_at(
        {
            "after the first batch": (Recognising, "_take", True),
            "before the resolution": (updating, "resolve_archive", False),
            "before the commit": (updating, "note_next_generation", True),
        }[moment]
    )
    with Archive.open(folder, workers=1) as archive:
        archive.update_entities()


def hold_lock(folder: Path) -> None:
    with local_writing.LocalWriter(folder):
        tell(os.getpid())
        time.sleep(60)


def churn(folder: Path, seconds: str) -> None:
    """Add, replace and remove in small commits for a while; every commit leaves five articles that say « pont »."""
    end = time.monotonic() + float(seconds)
    with Archive.open(folder) as archive:
        for number in itertools.count():
            archive.remove([f"a{number % 5}"])
            archive.add_articles([make_article(f"a{number % 5}")])
            if time.monotonic() > end:
                break


def add_with_little_room(folder: Path, room: str) -> None:
    """Add as if the disk held files of a few bytes only, and print what the program says."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Archive.open(folder) as archive:
        archive.stats()
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), resource.RLIM_INFINITY))
        try:
            archive.add_articles(make_article(f"gros{number}", f"Mot{number} " * 300) for number in range(300))
        except ArchiveSearchError as error:
            tell(f"{type(error).__name__}: {error}")


def become_nobody(folder: Path) -> None:
    """Give up the rights of root, having imported all that is needed while this process may read everything."""
    with Archive.open(folder) as archive:
        archive.search("pont")
    os.setgid(65534)
    os.setuid(65534)


def say_as_nobody(folder: Path) -> None:
    """Print how opening is refused to a user who may not read."""
    become_nobody(folder)
    try:
        Archive.open(folder).stats()
    except ArchiveSearchError as error:
        tell(f"{type(error).__name__}: {error}")


def use_as_nobody(folder: Path) -> None:
    """Search, then write, as a user who may only read."""
    become_nobody(folder)
    with Archive.open(folder) as archive:
        tell(archive.search("pont").total)
        tell(archive.fetch("n1").id)
        try:
            archive.add_articles([make_article("autre")])
        except ArchiveSearchError as error:
            tell(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
