"""Open `desk.sqlite`, which holds what readers keep: dossiers and saved searches.

The file is made when something is first kept; until then an empty desk is read. A rollback journal, not a write-ahead
log, makes a copy of this one file a whole copy, and lets it be read on a disk that cannot be written to. Each call
opens the file for itself: any number of threads and processes may read and write, and writers take turns.

>>> import tempfile
>>> from pathlib import Path
>>> from archive_search.store.desk.opening import reading
>>> with reading(Path(tempfile.mkdtemp())) as connection:
...     connection.execute("select count(*) from dossiers").fetchone()
(0,)
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from archive_search.errors import ArchiveError, ArchiveFormatError
from archive_search.store.connecting import RESTORE, transaction, translated
from archive_search.store.desk.schema import DESK_VERSION, make_tables, open_empty, read_version
from archive_search.store.journals import refuse_planted_journal

DESK_NAME = "desk.sqlite"

_PATIENCE_SECONDS = 10
_REMEDY = f"{RESTORE}, ou renommez-le pour repartir sans dossiers ni recherches"

# The file may come from a stranger. A commit must survive a power cut: with `extra` the folder is synced too.
_SETTINGS = ("trusted_schema = off", "cell_size_check = on", "foreign_keys = on", "synchronous = extra")


@contextmanager
def reading(archive_path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that sees one state of the desk; where nothing was ever kept, it sees an empty one.

    Args:
        archive_path: Folder of the archive.

    Raises:
        ArchiveFormatError: Another version of the program wrote the desk.
        ArchiveDamagedError: It is damaged, or not what this program makes.
        ArchiveLockedError: Another process has been writing for ten seconds.
        StorageError: The disk refuses.
    """
    path = archive_path / DESK_NAME
    with translated(path, remedy=_REMEDY), _opened_to_read(path) as connection:
        yield connection


@contextmanager
def writing(archive_path: Path, *, making: bool = False) -> Iterator[sqlite3.Connection]:
    """Give a connection whose changes are all kept, synced to the disk, when the block ends well; otherwise none is.

    Keep the block short: nobody else writes meanwhile, and nobody reads while it is being committed.

    Args:
        archive_path: Folder of the archive.
        making: Whether the desk is made where there is none. Without it the block sees an empty one, in which there
            is nothing to change.

    Raises:
        ArchiveError: As `reading`.
    """
    path = archive_path / DESK_NAME
    if not making and not path.exists():
        with reading(archive_path) as connection:
            yield connection
        return
    with (
        translated(path, remedy=_REMEDY),
        _opened(path, "rwc") as connection,
        transaction(connection, path, remedy=_REMEDY),
    ):
        if not _is_made(connection, path):
            make_tables(connection)
        yield connection


def find_desk_faults(archive_path: Path) -> list[str]:
    """Look for everything that is wrong with the desk of an archive, one French sentence each."""
    path = archive_path / DESK_NAME
    try:
        with reading(archive_path) as connection:
            findings = [finding for (finding,) in connection.execute("pragma integrity_check") if finding != "ok"]
            findings += [f"ligne sans dossier dans {row[0]}" for row in connection.execute("pragma foreign_key_check")]
    except ArchiveError as error:
        return [str(error)]
    return [f"{path} est abîmé ({finding}) : {_REMEDY}" for finding in findings]


@contextmanager
def _opened_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    if path.exists():
        # Where it may write, SQLite first repairs what a killed process left; where it may not, it reads all the same.
        with _opened(path, "rw") as connection:
            connection.execute("pragma query_only = on")
            connection.execute("begin")
            if _is_made(connection, path):
                yield connection
                return
    with closing(open_empty()) as connection:
        yield connection


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    if path.exists() and not path.is_file():
        raise sqlite3.DatabaseError("ce n'est pas un fichier")
    refuse_planted_journal(path)
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE_SECONDS)) as connection:
        for setting in _SETTINGS:
            connection.execute(f"pragma {setting}")
        yield connection


def _is_made(connection: sqlite3.Connection, path: Path) -> bool:
    version = read_version(connection)
    if version not in (None, DESK_VERSION):
        raise ArchiveFormatError(
            f"{path} est au format {version}, ce programme lit le format {DESK_VERSION} : ouvrez-le avec la version du "
            "programme qui l'a écrit",
            path=path,
        )
    return version is not None
