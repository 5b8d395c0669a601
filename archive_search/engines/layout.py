"""Where the parts of an archive lie in its folder, and what its label says.

`archive.json` is the label that people and other programs read; it is written anew after each commit. What the
program itself relies on is in `records.sqlite`.
"""

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from archive_search.errors import ArchiveDamagedError, ArchiveFormatError, ArchiveMissingError
from archive_search.indexing.sealing import sync_folder
from archive_search.store.commits import CREATED, FINGERPRINT, FORMAT, list_sealed, read_generation, read_state
from archive_search.store.connecting import open_reader, translated
from archive_search.store.schema import FORMAT_VERSION

MANIFEST_NAME = "archive.json"
INDEX_FOLDER = "whoosh"
ALIASES_NAME = "aliases.toml"
CORRECTIONS_NAME = "corrections.json"


def index_folder(archive_path: Path) -> Path:
    """Give the folder of the Whoosh index."""
    return archive_path / INDEX_FOLDER


def read_manifest(archive_path: Path) -> dict[str, Any]:
    """Read the label of an archive.

    Raises:
        ArchiveMissingError: There is no archive in the folder.
        ArchiveDamagedError: The label is lost, or not what this program writes.
        StorageError: The disk refuses.
    """
    path = archive_path / MANIFEST_NAME
    try:
        with translated(path):
            manifest = json.loads(_read_label(path))
    except (ValueError, RecursionError) as error:
        raise _damaged_label(path) from error
    if not isinstance(manifest, dict):
        raise _damaged_label(path)
    return manifest


def _damaged_label(path: Path) -> ArchiveDamagedError:
    return ArchiveDamagedError(f"étiquette {path} abîmée : elle sera refaite à la prochaine écriture", path=path)


def _read_label(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        if any(index_folder(path.parent).glob("*.toc")):
            raise ValueError(path) from error  # lost from an archive that holds something
        message = f"pas d'archive dans {path.parent} : créez-la avec « archive-search index DOSSIER »"
        raise ArchiveMissingError(message, path=path.parent) from error


def check_format(archive_path: Path) -> None:
    """Check that there is an archive in a folder, of the format that this program understands.

    Where the label is damaged or lost, the records tell their format.

    Raises:
        ArchiveMissingError: There is no archive in the folder.
        ArchiveFormatError: It has another format.
    """
    try:
        found = read_manifest(archive_path).get("format_version")
    except ArchiveDamagedError:
        found = _format_of_records(archive_path)
    if found != FORMAT_VERSION:
        raise ArchiveFormatError(
            f"l'archive {archive_path} est au format {found}, ce programme lit le format {FORMAT_VERSION} : "
            "réindexez les documents dans une nouvelle archive",
            path=archive_path,
        )


def _format_of_records(archive_path: Path) -> int | str | None:
    connection = open_reader(archive_path)
    try:
        with translated(archive_path):
            found = read_state(connection, FORMAT)
    finally:
        connection.close()
    return FORMAT_VERSION if found == str(FORMAT_VERSION) else found


def make_manifest(connection: sqlite3.Connection) -> dict[str, Any]:
    """Make the label that belongs to the records as a connection sees them."""
    # Imported here: a search makes no label, and this takes longer to import than a search takes.
    from importlib.metadata import version

    return {
        "format_version": FORMAT_VERSION,
        "program_version": version("archive-search"),
        "created": read_state(connection, CREATED),
        "analyzer_fingerprint": read_state(connection, FINGERPRINT),
        "generation": read_generation(connection),
        "sealed_files": {
            file.name: {"bytes": file.size, "blake2b": file.digest.hex()} for file in list_sealed(connection)
        },
    }


def find_label_fault(archive_path: Path, connection: sqlite3.Connection) -> str | None:
    """Say in French what is wrong with the label of an archive; None when it says what the records say."""
    try:
        found = read_manifest(archive_path)
    except ArchiveDamagedError as error:
        return str(error)
    expected = make_manifest(connection)
    if found.get("generation") != expected["generation"]:
        return f"{MANIFEST_NAME} est en retard sur les fiches : il sera remis à jour à la prochaine écriture"
    # An older version of the program may have written it.
    if found | {"program_version": None} != expected | {"program_version": None}:
        return f"{MANIFEST_NAME} a été modifié : il sera remis à jour à la prochaine écriture"
    return None


def write_manifest(archive_path: Path, manifest: dict[str, Any]) -> None:
    """Replace the label of an archive in one step."""
    replace_file(archive_path / MANIFEST_NAME, json.dumps(manifest, ensure_ascii=False, indent=1).encode())


def replace_file(path: Path, content: bytes) -> None:
    """Replace a file of an archive in one step: whoever reads it finds the old content or the new, whatever happens.

    Raises:
        OSError: The disk refuses; the old content stays.
    """
    written = path.with_name(f"{path.name}.new")
    with written.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    written.replace(path)
    sync_folder(path.parent)


def folder_size(archive_path: Path) -> int:
    """Add up the sizes of all files of an archive, in bytes."""
    sizes = []
    for folder, _folders, names in os.walk(archive_path):
        for name in names:
            try:
                sizes.append((Path(folder) / name).stat().st_size)
            except FileNotFoundError:  # a writer cleaned it away meanwhile
                continue
    return sum(sizes)
