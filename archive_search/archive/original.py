"""Find the file from which an article was read, for its own application to open it.

An archive may come from somebody else, and whoever made it chose the paths in it: what an application would run rather
than show is never given.

>>> import tempfile
>>> folder = Path(tempfile.mkdtemp())
>>> _ = (folder / "presse.zip").write_bytes(b"PK")
>>> find_original("presse.zip/2015/digue.txt", folders=[folder]).name
'presse.zip'
"""

import os
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from archive_search.errors import SourceError

# Longer than any path of a file, with the names of what is inside it.
_LONGEST_PATH = 32_768
_COMPRESSED = frozenset({".gz", ".bz2", ".xz"})
_UNKNOWN = "fichier d'origine inconnu : l'article ne vient pas d'un fichier"
_GONE = "fichier d'origine introuvable, « {path} » : remettez-le à sa place, ou rebranchez son disque"
_NOT_OPENED = "les fichiers « {suffix} » ne sont pas ouverts d'ici : s'il est sûr, ouvrez vous-même « {path} »"
_SHOWN_CHARACTERS = 300


def find_original(path: str | None, *, folders: Sequence[Path]) -> Path:
    """Give the file on disk from which an article was read; of one that was inside another, the outer file.

    Args:
        path: Path of the article, as its record has it.
        folders: Where it may start from when it is relative, the likeliest first.

    Returns:
        An absolute path, without links, of a regular file of a kind that is read.

    Raises:
        SourceError: There is no such file any more, or it is of no kind to be opened.
    """
    if path is None:
        raise SourceError(_UNKNOWN, path="")
    shown = path if len(path) <= _SHOWN_CHARACTERS else f"{path[:_SHOWN_CHARACTERS]}…"
    places = (_find_file(folder / path) for folder in folders) if len(path) <= _LONGEST_PATH else ()
    found = next(filter(None, places), None)
    if found is None:
        raise SourceError(_GONE.format(path=shown), path=path)
    if not _is_opened(found):
        raise SourceError(_NOT_OPENED.format(suffix=found.suffix or found.name, path=shown), path=path)
    return found


def _find_file(path: Path) -> Path | None:
    """Follow a path from its root to the first file on it."""
    try:
        for place in chain(reversed(path.parents), [path]):
            if not place.is_dir():
                return place.resolve(strict=True) if place.is_file() else None
    except (OSError, ValueError):
        # No right to look there, a name too long for the disk, a null character.
        return None
    return None


def _is_opened(path: Path) -> bool:
    # On Windows "a.exe:b.txt" is another stream of a program.
    return path.suffix.lower() in _suffixes() and not (os.name == "nt" and ":" in path.name)


@cache
def _suffixes() -> frozenset[str]:
    from archive_search.sources.catalogue import CATALOGUE

    named = {Path(f"a{suffix}").suffix for entry in CATALOGUE for suffix in entry.suffixes}
    return _COMPRESSED | named
