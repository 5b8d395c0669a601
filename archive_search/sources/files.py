"""Find the files to read, and sum up their content.

>>> from pathlib import Path
>>> from archive_search.sources.files import find_files
>>> [str(found) for found in find_files([Path("nulle/part.txt")])]
['nulle/part.txt : introuvable : vérifiez le chemin']
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from archive_search.errors import SourceError
from archive_search.records import Failure

DIGEST_BYTES = 16

# A file is known by its device and number: a link that leads back to a folder being walked closes a loop.
_Identity = tuple[int, int]
_REASONS = {
    errno.ENOENT: "introuvable : vérifiez le chemin",
    errno.EACCES: "lecture interdite : vérifiez vos droits",
    errno.EPERM: "lecture interdite : vérifiez vos droits",
    errno.ENAMETOOLONG: "chemin trop long : déplacez le fichier",
    errno.ELOOP: "lien qui tourne en rond : supprimez-le",
    errno.EISDIR: "est un dossier : nommez un fichier",
    errno.EIO: "erreur de lecture du disque : copiez le fichier ailleurs",
    errno.ESTALE: "disque débranché ou réseau perdu : rebranchez-le",
}


def find_files(paths: Sequence[Path]) -> Iterator[Path | Failure]:
    """Walk files and folders, each folder in the order of its names.

    Hidden files and folders met on the way are left out, and so are links that lead back to a folder above
    them. What is named by the caller is taken even when it is hidden.

    Args:
        paths: Files and folders, taken in the order given.

    Yields:
        Each file, or the reason why a path cannot be read.
    """
    for path in paths:
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            yield Failure(path=path_text(path), reason=describe_os_error(error))
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(path, identity=_identity(status))
        else:
            yield path


def digest_file(path: Path, *, salt: bytes = b"") -> bytes:
    """Sum up the content of a file in 16 bytes that change when it does, or when the salt does.

    Args:
        path: The file.
        salt: At most 16 bytes.

    Raises:
        SourceError: The file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, partial(hashlib.blake2b, digest_size=DIGEST_BYTES, salt=salt)).digest()
    except OSError as error:
        raise SourceError(f"{path_text(path)} : {describe_os_error(error)}", path=path_text(path)) from error


def describe_os_error(error: OSError | ValueError) -> str:
    """Say in French why a path cannot be read."""
    if not isinstance(error, OSError):
        return "chemin impossible : retirez ses caractères nuls"
    return _REASONS.get(error.errno or 0, f"illisible (erreur système {error.errno}) : vérifiez le fichier")


def path_text(path: Path) -> str:
    """Give a path as text that can be stored; bytes of its name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(folder: Path, *, identity: _Identity) -> Iterator[Path | Failure]:
    # A stack instead of recursion: folders may be nested deeper than Python calls can be.
    above = [identity]
    stack = [_list_folder(folder)]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            above.pop()
        elif isinstance(entry, Failure):
            yield entry
        else:
            found, entered = _look_at(entry)
            if entered is None:
                yield found
            elif entered not in above:
                stack.append(_list_folder(Path(entry.path)))
                above.append(entered)


def _list_folder(folder: Path) -> Iterator[os.DirEntry[str] | Failure]:
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        return iter([Failure(path=path_text(folder), reason=describe_os_error(error))])
    return iter(sorted(visible, key=lambda entry: entry.name))


def _look_at(entry: os.DirEntry[str]) -> tuple[Path | Failure, _Identity | None]:
    """Give what an entry is, and its identity when it is a folder to walk."""
    path = Path(entry.path)
    try:
        status = entry.stat()
    except OSError as error:
        return Failure(path=path_text(path), reason=describe_os_error(error)), None
    if stat.S_ISDIR(status.st_mode):
        return path, _identity(status)
    if not stat.S_ISREG(status.st_mode):
        return Failure(path=path_text(path), reason="ni fichier ni dossier : retirez-le"), None
    return path, None


def _identity(status: os.stat_result) -> _Identity:
    return status.st_dev, status.st_ino
