"""Verify an archive: files against their checksums, records against the index, label against both."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.layout import index_folder, read_manifest
from archive_search.errors import ArchiveError
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.schema import Column
from archive_search.indexing.sealing import read_seal
from archive_search.store.commits import FINGERPRINT, list_sealed, read_generation, read_state
from archive_search.store.connecting import open_reader, translated


def check_archive(path: Path) -> list[str]:
    """Look for everything that is wrong with an archive.

    Args:
        path: Folder of the archive.

    Returns:
        One French sentence for each problem, naming the file; empty when the archive is sound.

    Raises:
        ArchiveError: The archive cannot even be opened.
    """
    manifest = read_manifest(path)
    connection = open_reader(path)
    try:
        with translated(path):
            return [
                *_check_records(connection),
                *_check_seals(connection, index_folder(path)),
                *_check_agreement(connection, index_folder(path)),
                *_check_label(connection, manifest),
            ]
    finally:
        connection.close()


def _check_records(connection: sqlite3.Connection) -> Iterator[str]:
    for (finding,) in connection.execute("pragma integrity_check"):
        if finding != "ok":
            yield f"records.sqlite est abîmé ({finding}) : restaurez-le depuis une sauvegarde"


def _check_seals(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    advice = "reconstruisez l'index avec « archive-search rebuild »"
    for sealed in list_sealed(connection):
        try:
            found = read_seal(folder / sealed.name)
        except OSError as error:
            yield f"{folder / sealed.name} manque ou est illisible ({error.strerror}) : {advice}"
            continue
        if found.size != sealed.size:
            yield f"{folder / sealed.name} fait {found.size} octets au lieu de {sealed.size} : {advice}"
        elif found.digest != sealed.digest:
            yield f"{folder / sealed.name} a été modifié (somme de contrôle différente) : {advice}"


def _check_agreement(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    try:
        reader = IndexReader(folder, generation=read_generation(connection))
    except (ArchiveError, OSError) as error:
        yield f"l'index ne s'ouvre pas ({error}) : reconstruisez-le avec « archive-search rebuild »"
        return
    stored = np.array(
        connection.execute("select article, number from paragraphs order by article, number").fetchall(),
        np.int64,
    ).reshape(-1, 2)
    indexed = np.stack([reader.column(Column.ARTICLE), reader.column(Column.PARAGRAPH)], axis=1)[reader.alive]
    indexed = indexed[np.lexsort((indexed[:, 1], indexed[:, 0]))]
    reader.close()
    if not np.array_equal(stored, indexed):
        yield (
            f"les fiches ont {len(stored)} paragraphes et l'index {len(indexed)}, qui ne se correspondent pas : "
            "reconstruisez l'index avec « archive-search rebuild »"
        )


def _check_label(connection: sqlite3.Connection, manifest: dict[str, object]) -> Iterator[str]:
    if manifest.get("generation") != read_generation(connection):
        yield "archive.json est en retard sur les fiches : il sera remis à jour à la prochaine écriture"
    if read_state(connection, FINGERPRINT) != analyzer_fingerprint():
        yield (
            "l'archive a été construite avec d'autres règles d'analyse : "
            "reconstruisez l'index avec « archive-search rebuild »"
        )
