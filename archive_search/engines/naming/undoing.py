"""Make the librarian's corrections so that they can be undone, and undo them.

To undo a correction is to put `aliases.toml` back as it was before, comments and all, which is done only where nobody
has changed the file since. The names of the archive follow when they are next brought up to date.
"""

import sqlite3
from pathlib import Path

from archive_search.engines.layout import ALIASES_NAME, replace_file
from archive_search.engines.naming.correcting import Correction, name_correction, write_correction
from archive_search.engines.naming.made_corrections import digest_aliases, read_journal, remember, write_journal
from archive_search.entities.aliases import parse_aliases, read_file
from archive_search.errors import AliasError
from archive_search.store.connecting import translated


def make_correction(connection: sqlite3.Connection, archive_path: Path, correction: Correction) -> str | None:
    """Write a correction into `aliases.toml` and remember it.

    Args:
        connection: Writer's connection to the records.
        archive_path: The archive.
        correction: As the reader asks for it.

    Returns:
        Id of the correction, or None where the file says the same already.

    Raises:
        UnknownEntityError: As `name_correction`.
        AliasError: The file cannot be read, or the correction contradicts what stands in it.
        StorageError: The disk refuses to remember it; it is written nevertheless.
    """
    path = archive_path / ALIASES_NAME
    named, entity = name_correction(connection, correction)
    before = read_file(path) if path.exists() else None
    if not write_correction(path, named):
        return None
    # What is no UTF-8 was refused by what wrote the correction.
    text = None if before is None else before.decode()
    return remember(archive_path, named, entity=entity.id if entity else None, before=text)


def undo_correction(archive_path: Path, correction_id: str) -> None:
    """Put `aliases.toml` back as it was before a correction.

    Args:
        archive_path: The archive, whose lock the caller holds.
        correction_id: Id of the correction.

    Raises:
        AliasError: No such correction is remembered, or the file was changed since.
        StorageError: The disk refuses; the correction holds.
    """
    path = archive_path / ALIASES_NAME
    remembered = read_journal(archive_path)
    rank = next((rank for rank, each in enumerate(remembered) if each.made.id == correction_id), None)
    if rank is None:
        message = "cette correction est déjà défaite, ou trop ancienne : corrigez le nom autrement"
        raise AliasError(message, path=path)
    undone = remembered[rank]
    if undone.after != digest_aliases(archive_path):
        message = f"{ALIASES_NAME} a changé depuis cette correction : défaites d'abord ce qui l'a suivie"
        raise AliasError(message, path=path)
    _put_back(path, undone.before)
    write_journal(archive_path, remembered[:rank])


def _put_back(path: Path, content: str | None) -> None:
    with translated(path):
        if content is None:
            path.unlink(missing_ok=True)
            return
        # The journal may come with an archive from a stranger: what cannot be read does not take the place of what can.
        parse_aliases(content.encode(), path=path)
        replace_file(path, content.encode())
