"""Verify an archive: files against their checksums, records against the index, label against both; and its desk."""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.engines.layout import find_label_fault, index_folder
from archive_search.engines.naming.state import is_generation_named
from archive_search.errors import ArchiveError
from archive_search.indexing.documents import Column
from archive_search.indexing.names_file import FieldNames, NamesFile
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.sealing import Seal, find_alteration
from archive_search.indexing.segment_files import find_names, segments_of
from archive_search.store.articles import (
    article_digest,
    fetch_articles,
    iterate_digests,
    iterate_paragraph_counts,
)
from archive_search.store.commits import FINGERPRINT, list_sealed, read_generation, read_state
from archive_search.store.connecting import RECORDS_NAME, open_reader, translated
from archive_search.store.desk.opening import find_desk_faults

_REBUILD = "reconstruisez l'index avec « archive-search rebuild »"
_RESTORE = "restaurez-le depuis une sauvegarde"


def check_archive(path: Path) -> list[str]:
    """Look for everything that is wrong with an archive.

    Args:
        path: Folder of the archive.

    Returns:
        One French sentence for each problem, naming the file; empty when the archive is sound.

    Raises:
        ArchiveError: The archive cannot even be opened.
    """
    while True:
        generation, problems = _check_commit(path)
        # A writer that commits meanwhile takes away files that were being checked; its own commit is what counts.
        if not problems or generation == _last_generation(path):
            return problems


def _last_generation(path: Path) -> int:
    connection = open_reader(path)
    try:
        with translated(path):
            return read_generation(connection)
    finally:
        connection.close()


def _check_commit(path: Path) -> tuple[int, list[str]]:
    connection = open_reader(path)
    try:
        with translated(path / RECORDS_NAME):
            return read_generation(connection), [
                *_check_records(connection, path / RECORDS_NAME),
                *_check_seals(connection, index_folder(path)),
                *_check_contents(connection, index_folder(path)),
                *_check_agreement(connection, index_folder(path)),
                *_check_names(connection, index_folder(path)),
                *_check_label(connection, path),
                *find_desk_faults(path),
            ]
    finally:
        connection.close()


def _check_records(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    for (finding,) in connection.execute("pragma integrity_check"):
        if finding != "ok":
            yield f"{path} est abîmé ({finding}) : {_RESTORE}"
    for number, digest in iterate_digests(connection):
        try:
            (article,) = fetch_articles(connection, [number])
        except sqlite3.DatabaseError as error:
            yield f"{path} est abîmé ({error}) : {_RESTORE}"
            continue
        if article_digest(article) != digest:
            yield f"{path} est abîmé (fiche « {article.id} » modifiée) : {_RESTORE}"


def _check_seals(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    for sealed in list_sealed(connection):
        try:
            alteration = find_alteration(folder, Seal(*sealed))
        except OSError as error:
            yield f"{folder / sealed.name} manque ou est illisible ({error.strerror}) : {_REBUILD}"
            continue
        if alteration:
            yield f"{folder / sealed.name} a été modifié ({alteration}) : {_REBUILD}"


def _check_contents(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    """Check what Whoosh would open the index by; the program itself does not read it."""
    # Imported here: only a check and a writer need Whoosh.
    from archive_search.indexing.whoosh_face.contents import check_toc

    generation = read_generation(connection)
    files = [file.name for file in list_sealed(connection)]
    try:
        fault = check_toc(folder, generation, segments_of(files), names=find_names(files)) if generation else None
    except (ArchiveError, OSError) as error:
        fault = str(error)
    if fault:
        yield f"{fault} : {_REBUILD}"


def _check_agreement(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    try:
        reader = IndexReader(folder, (file.name for file in list_sealed(connection)))
        counts = np.diff(reader.first_document)
        indexed = np.stack([reader.column(Column.NUMBER).astype(np.int64), counts], axis=1)[reader.alive]
    except (ArchiveError, OSError) as error:
        yield f"l'index ne s'ouvre pas ({error}) : {_REBUILD}"
        return
    indexed = indexed[np.argsort(indexed[:, 0])]
    stored = np.array(list(iterate_paragraph_counts(connection)), np.int64).reshape(-1, 2)
    if not np.array_equal(stored, indexed):
        yield (
            f"les fiches ont {int(stored[:, 1].sum())} paragraphes et l'index {int(indexed[:, 1].sum())}, "
            f"qui ne se correspondent pas : {_REBUILD}"
        )


def _check_names(connection: sqlite3.Connection, folder: Path) -> Iterator[str]:
    """Check that the index has the names of the records, where nothing was added or removed since."""
    # Imported here: only a check and a run that finds names need what settles them.
    from archive_search.engines.naming.resolving import read_layout

    if not is_generation_named(connection):
        return
    name = find_names([file.name for file in list_sealed(connection)])
    try:
        same = _same_names(read_layout(connection), NamesFile.open(folder / name) if name else None)
    except (ArchiveError, OSError) as error:
        yield f"les noms de l'index ne s'ouvrent pas ({error}) : {_REBUILD}"
        return
    except sqlite3.DatabaseError as error:
        yield f"les fiches sont abîmées ({error})"
        return
    if not same:
        yield f"les noms de l'index ne sont pas ceux des fiches : {_REBUILD}"


def _same_names(expected: Mapping[str, FieldNames], found: NamesFile | None) -> bool:
    if found is None:
        return not any(len(names.ids) for names in expected.values())
    return all(
        list(names.ids) == list(found.ids(field))
        and all(map(np.array_equal, (names.article, names.paragraph, names.position), found.read_all(field)[:3]))
        for field, names in expected.items()
    )


def _check_label(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    fault = find_label_fault(path, connection)
    if fault:
        yield fault
    if read_state(connection, FINGERPRINT) != analyzer_fingerprint():
        yield f"l'archive a été construite avec d'autres règles d'analyse : {_REBUILD}"
