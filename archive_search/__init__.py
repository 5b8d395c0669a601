"""Full-text search for French news archives.

>>> from archive_search import Archive
>>> Archive.open("nowhere")
Traceback (most recent call last):
archive_search.errors.ArchiveMissingError: pas d'archive dans nowhere : créez-la avec « archive-search index DOSSIER »
"""

from typing import TYPE_CHECKING

from archive_search.errors import ArchiveSearchError

if TYPE_CHECKING:
    from archive_search.archive.facade import Archive

__all__ = ["Archive", "ArchiveSearchError"]


def __getattr__(name: str) -> object:
    """Import `Archive` at its first use: errors and records need no Whoosh."""
    if name != "Archive":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from archive_search.archive.facade import Archive

    return Archive
