"""Make a file that a reader asked for: it appears under its name once it is whole, or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive_search.cli.french import Refusal

_REASONS = {
    errno.ENOENT: "ce dossier n'existe pas : créez-le, ou donnez-en un autre",
    errno.ENOTDIR: "ce dossier n'existe pas : créez-le, ou donnez-en un autre",
    errno.EACCES: "écriture interdite : donnez un autre dossier",
    errno.EPERM: "écriture interdite : donnez un autre dossier",
    errno.EROFS: "disque en lecture seule : donnez un autre dossier",
    errno.ENOSPC: "disque plein : faites de la place",
    errno.EDQUOT: "disque plein : faites de la place",
    errno.ENAMETOOLONG: "nom trop long : raccourcissez-le",
}


@dataclass(kw_only=True, slots=True)
class NewFile:
    """Hold a file that is being written.

    Attributes:
        stream: Where its bytes go.
        is_wanted: Whether it is kept; set it to False where nothing came to stand in it.
    """

    stream: BinaryIO
    is_wanted: bool = True


@contextmanager
def new_file(path: Path, *, replace: bool) -> Iterator[NewFile]:
    """Open a file beside the wanted one, and give it that name when all is written and nothing failed.

    Args:
        path: The wanted file.
        replace: Whether one of that name is replaced.

    Raises:
        Refusal: There is one already, its folder is none, or the disk refuses.
    """
    _check_free(path, replace=replace)
    # Short, however long the name of the file may be.
    part = path.with_name(f".archive-search-{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as stream:
            file = NewFile(stream=stream)
            yield file
            stream.flush()
            os.fsync(stream.fileno())
        if file.is_wanted:
            part.replace(path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        # It has the wanted name by now, or could not be made.
        with suppress(OSError):
            part.unlink()


def _check_free(path: Path, *, replace: bool) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    if not stat.S_ISREG(mode):
        raise Refusal(f"{path} n'est pas un fichier : donnez le nom d'un fichier")
    if not replace:
        raise Refusal(f"{path} existe déjà : donnez un autre nom, ou ajoutez --force pour le remplacer")


def _refusal(path: Path, error: OSError | ValueError) -> Refusal:
    """Say in French why a file cannot be written."""
    if not isinstance(error, OSError):
        return Refusal("nom de fichier impossible : retirez ses caractères nuls")
    return Refusal(f"{path} : {_REASONS.get(error.errno or 0, f'écriture impossible ({error.strerror or error})')}")
