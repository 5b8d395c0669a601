"""Refuse a journal of SQLite that was put beside a database to have another file deleted.

A transaction over several databases ends each of its journals with the path of a file that coordinates them, and SQLite
deletes that file when it recovers. This program never writes to two databases at once: a journal that ends so, in an
archive that somebody sent, names a file of the reader's.
"""

import os
from pathlib import Path

from archive_search.errors import ArchiveDamagedError

# "The Super-Journal Name Record" in the format of SQLite's files; the last eight bytes of such a journal.
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")


def refuse_planted_journal(path: Path) -> None:
    """Check that the journal beside a database, if there is one, names no other file.

    Args:
        path: The database.

    Raises:
        ArchiveDamagedError: It does.
        OSError: The journal cannot be read.
    """
    journal = path.with_name(f"{path.name}-journal")
    if not journal.is_file():
        return
    try:
        with journal.open("rb") as file:
            file.seek(max(file.seek(0, os.SEEK_END) - len(_SUPER_JOURNAL), 0))
            ending = file.read()
    except FileNotFoundError:  # its writer has just committed
        return
    if ending == _SUPER_JOURNAL:
        raise ArchiveDamagedError(f"{journal} vient d'un autre programme : retirez-le", path=journal)
