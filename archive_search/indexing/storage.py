"""Whoosh's file storage, made safe: opening an archive that somebody sent must never run code.

Whoosh keeps the list of segments, block headers and other small things as pickles. Here every pickle is read by
an unpickler that knows a short list of harmless classes and refuses all others.
"""

import io
import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from whoosh import reading as whoosh_reading
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import FileFormatError
from whoosh.filedb.structfile import StructFile
from whoosh.index import IndexError as WhooshIndexError

from archive_search.errors import ArchiveDamagedError

_ALLOWED = {
    ("builtins", "set"),
    ("builtins", "bytearray"),
    ("array", "array"),
    ("array", "_array_reconstructor"),
    ("collections", "defaultdict"),
    ("builtins", "int"),
    ("__builtin__", "set"),
    ("__builtin__", "int"),
    ("copy_reg", "_reconstructor"),
    ("copyreg", "_reconstructor"),
    ("builtins", "object"),
    ("__builtin__", "object"),
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("archive_search.indexing.codec", "ArchiveCodec"),
}

# One of the distributions of Whoosh has an error of its own for damage.
_CorruptIndexError: type[Exception] = getattr(whoosh_reading, "CorruptIndexError", WhooshIndexError)

# Whoosh checks nothing of what it reads: these are what damaged bytes have been seen to lead it into.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    FileFormatError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    WhooshIndexError,
    _CorruptIndexError,
    pickle.PickleError,
    struct.error,
    zlib.error,
)


def _decode_latin1(text: str, encoding: str) -> bytes:
    """Stand in for `codecs.encode`, by which old pickle protocols write bytes."""
    if encoding != "latin1":
        raise pickle.UnpicklingError(f"encodage {encoding} inattendu dans un index")
    return text.encode(encoding)


def _empty_bytes() -> bytes:
    """Stand in for `bytes`, which old pickle protocols call for no bytes at all."""
    return b""


_STAND_INS = {
    ("_codecs", "encode"): _decode_latin1,
    ("__builtin__", "bytes"): _empty_bytes,
    ("builtins", "bytes"): _empty_bytes,
}


class _AllowListUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _STAND_INS:
            return _STAND_INS[module, name]
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} n'a rien à faire dans un index")
        return super().find_class(module, name)


def load_pickle(data: bytes) -> Any:
    """Read a pickle that may name only the harmless classes of an index.

    Raises:
        pickle.UnpicklingError: The pickle names another class, or is no pickle.
    """
    return _AllowListUnpickler(io.BytesIO(data)).load()


class _SafeFile(StructFile):
    def read_pickle(self) -> Any:
        return _AllowListUnpickler(self.file).load()


class IndexStorage(FileStorage):
    """Open the files of an index with safe pickles."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self._opened: list[Any] = []

    def create_file(self, name: str, **kwargs: Any) -> Any:
        """Create a file for writing."""
        file = super().create_file(name, **kwargs)
        self._opened.append(file.file)
        return file

    def temp_storage(self, name: str | None = None) -> Any:
        """Make a folder inside this one for files that are needed while writing."""
        storage = IndexStorage(self.path_of(name or "tmp")).create()
        storage._opened = self._opened
        return storage

    def open_file(self, name: str, **kwargs: Any) -> Any:
        """Open a file for reading.

        Raises:
            FileNotFoundError: There is no such file.
            ValueError: The name is a path that may lead out of the folder; a damaged index may hold such names.
        """
        if Path(name).name != name or name == "..":
            raise ValueError(f"nom de fichier {name!r} inattendu")
        file = self.path_of(name).open("rb")
        self._opened.append(file)
        return _SafeFile(file, name=name, **kwargs)

    def close(self) -> None:
        """Close all files, those too that Whoosh leaves open when damage or a full disk stops it half way."""
        for file in self._opened:
            # What a full disk did not take when it was written it will not take now.
            with suppress(OSError):
                file.close()
        self._opened.clear()

    def path_of(self, name: str) -> Path:
        """Give the place of a file of the index."""
        return Path(self.folder) / name


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever damaged bytes lead Whoosh into, inside the block, into the one error that names the file.

    Raises:
        ArchiveDamagedError: The file, or what it refers to, is not what was written.
    """
    try:
        yield
    except _DAMAGE as error:
        raise damaged(path, error) from error


def damaged(path: Path, error: Exception | str) -> ArchiveDamagedError:
    """Make the error that names a file of the index that cannot be read, and says what was met."""
    cause = str(error) or type(error).__name__
    message = f"l'index {path} est abîmé ({cause}) : reconstruisez-le avec « archive-search rebuild »"
    return ArchiveDamagedError(message, path=path)
