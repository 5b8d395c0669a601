"""Make the folder of a new archive."""

from datetime import UTC, datetime
from pathlib import Path

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.layout import MANIFEST_NAME, index_folder, write_manifest
from archive_search.errors import ArchiveError
from archive_search.store.commits import CREATED, FINGERPRINT, FORMAT, write_state
from archive_search.store.connecting import RECORDS_NAME, open_writer, transaction, translated
from archive_search.store.schema import FORMAT_VERSION, create_tables

# What may lie in the folder of an archive to be: the default folder is versioned with these.
_HARMLESS = frozenset({"README.md", ".gitignore", ".DS_Store", "Thumbs.db"})


def create_archive(path: Path) -> None:
    """Make an empty archive in a folder that is empty or does not exist.

    The label is written last: a folder without one, left by a process that was killed, is taken over.

    Raises:
        ArchiveError: The folder holds something else, or an archive already.
        StorageError: The disk refuses.
    """
    with translated(path):
        path.mkdir(parents=True, exist_ok=True)
        names = {entry.name for entry in path.iterdir()}
        if MANIFEST_NAME in names:
            raise ArchiveError(
                f"il y a déjà une archive dans {path} : ouvrez-la ou choisissez un autre dossier", path=path
            )
        if RECORDS_NAME not in names and names - _HARMLESS:
            raise ArchiveError(f"le dossier {path} n'est pas vide : choisissez-en un autre pour l'archive", path=path)
        for leftover in path.glob(f"{RECORDS_NAME}*"):
            leftover.unlink()
        index_folder(path).mkdir(exist_ok=True)
    _create_records(path)


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
    finally:
        connection.close()
    with translated(path):
        write_manifest(path, created=created, fingerprint=analyzer_fingerprint(), generation=0, sealed=())
