"""Make the folder of a new archive."""

from datetime import UTC, datetime
from pathlib import Path

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.layout import (
    ALIASES_NAME,
    CORRECTIONS_NAME,
    INDEX_FOLDER,
    MANIFEST_NAME,
    index_folder,
    make_manifest,
    write_manifest,
)
from archive_search.engines.locking import HOLDER_NAME, LOCK_NAME, WriteLock
from archive_search.errors import ArchiveError
from archive_search.store.commits import CREATED, FINGERPRINT, FORMAT, write_state
from archive_search.store.connecting import RECORDS_NAME, open_writer, transaction, translated
from archive_search.store.desk.opening import DESK_NAME
from archive_search.store.schema import FORMAT_VERSION, create_tables

# What may lie in the folder of an archive to be: the default folder is versioned with some, and some is readers' work.
_READERS_WORK = frozenset({ALIASES_NAME, CORRECTIONS_NAME, DESK_NAME, f"{DESK_NAME}-journal"})
_HARMLESS = _READERS_WORK | {"README.md", ".gitignore", ".DS_Store", "Thumbs.db"}
# What a process that was killed while making one may have left.
_OURS = frozenset({LOCK_NAME, HOLDER_NAME, INDEX_FOLDER, *(f"{RECORDS_NAME}{end}" for end in ("", "-wal", "-shm"))})


def create_archive(path: Path) -> None:
    """Make an empty archive in a folder that is empty or does not exist.

    The label is written last: a folder without one, left by a process that was killed, is taken over.

    Raises:
        ArchiveError: The folder holds something else, or an archive already.
        ArchiveLockedError: Another process is making one there.
        StorageError: The disk refuses.
    """
    with translated(path):
        path.mkdir(parents=True, exist_ok=True)
        _check_free(path)
    lock = WriteLock(path)
    try:
        with translated(path):
            # Another process may have made one between the first look and the lock.
            _check_free(path)
            for leftover in path.glob(f"{RECORDS_NAME}*"):
                leftover.unlink()
            index_folder(path).mkdir(exist_ok=True)
        _create_records(path)
    finally:
        lock.release()


def _check_free(path: Path) -> None:
    names = {entry.name for entry in path.iterdir()}
    if MANIFEST_NAME in names:
        raise ArchiveError(f"il y a déjà une archive dans {path} : ouvrez-la ou choisissez un autre dossier", path=path)
    if names - _HARMLESS - _OURS or any(index_folder(path).glob("*")):
        raise ArchiveError(f"le dossier {path} n'est pas vide : choisissez-en un autre pour l'archive", path=path)


def _create_records(path: Path) -> None:
    created = datetime.now(UTC).isoformat(timespec="seconds")
    connection = open_writer(path)
    try:
        with translated(path):
            create_tables(connection)
        with transaction(connection, path):
            for name, value in (
                (FORMAT, str(FORMAT_VERSION)),
                (CREATED, created),
                (FINGERPRINT, analyzer_fingerprint()),
            ):
                write_state(connection, name, value)
        with translated(path):
            label = make_manifest(connection)
    finally:
        connection.close()
    with translated(path):
        write_manifest(path, label)
