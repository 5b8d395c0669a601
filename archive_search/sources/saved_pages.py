"""Know the files that a browser saves beside a page: its pictures, programs and frames, which hold no article.

>>> from pathlib import Path
>>> from archive_search.sources.folders import DiskFolder
>>> from archive_search.sources.saved_pages import accompanies_page
>>> accompanies_page(DiskFolder(Path("nulle/part/La paix_files")))
False
"""

import re
from typing import BinaryIO

from archive_search.sources.folders import Folder

COMPANION = "fichier d'une page enregistrée"

# What Firefox, Chrome, Edge and Word call the folder of « La paix.html », in French and in English.
_COMPANION_FOLDER = re.compile(r"(?P<page>.+)(?:_files|_fichiers|\.files|\.fichiers)", re.IGNORECASE)
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
HEAD_BYTES = 1 << 14


def accompanies_page(folder: Folder) -> bool:
    """Tell whether a folder holds what a browser saved with the page beside it.

    A page made of frames has its text in that folder: the files there are read like any others.
    """
    named = _COMPANION_FOLDER.fullmatch(folder.name)
    above = folder.parent if named is not None else None
    if named is None or above is None:
        return False
    pages = (above.open_file(named["page"] + suffix) for suffix in _PAGE_SUFFIXES)
    page = next((page for page in pages if page is not None), None)
    return page is not None and not _is_made_of_frames(page)


def _is_made_of_frames(page: BinaryIO) -> bool:
    with page:
        return b"<frameset" in page.read(HEAD_BYTES).lower()
