"""Open records and index of one commit, whatever a writer does meanwhile."""

import sqlite3
from pathlib import Path

from archive_search.engines.layout import index_folder
from archive_search.indexing.damage import damaged
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.sealing import Seal, check_before_reading
from archive_search.store.commits import list_sealed
from archive_search.store.connecting import open_reader

_ATTEMPTS = 20


def open_snapshot(path: Path) -> tuple[sqlite3.Connection, IndexReader]:
    """Open the last commit of an archive.

    A writer may commit and clean between records and index; then the snapshot is taken again.

    Args:
        path: Folder of the archive.

    Returns:
        A reader's connection to the records, and the index; the caller closes both.

    Raises:
        ArchiveDamagedError: A file of the index is missing or not what was sealed.
        OSError: The system refuses; errors of SQLite come as they are, too.
    """
    folder = index_folder(path)
    for _attempt in range(_ATTEMPTS):
        connection = open_reader(path)
        try:
            sealed = list_sealed(connection)
            check_before_reading(folder, (Seal(*file) for file in sealed))
            return connection, IndexReader(folder, (file.name for file in sealed))
        except FileNotFoundError as error:
            connection.close()
            missing = error
        except BaseException:
            connection.close()
            raise
    raise damaged(Path(missing.filename), "fichier manquant") from missing
