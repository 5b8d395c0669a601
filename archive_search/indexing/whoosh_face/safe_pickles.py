"""Read pickles that may name only harmless classes: opening what somebody sent must never run code.

>>> load_pickle(dump_pickle({"title": "Le pont rouvre", "pages": (3, 4)}))
{'title': 'Le pont rouvre', 'pages': (3, 4)}
"""

import io
import pickle
from collections.abc import Mapping
from typing import Any, BinaryIO

PROTOCOL = 2

VALUES = frozenset(
    {
        ("builtins", "bytearray"),
        ("builtins", "complex"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("__builtin__", "bytearray"),
        ("__builtin__", "complex"),
        ("__builtin__", "frozenset"),
        ("__builtin__", "set"),
        ("collections", "OrderedDict"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
    }
)
"""Module and name of the classes that a stored value may be of, beside those that pickles have signs for."""


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
    def __init__(self, file: BinaryIO, known: Mapping[tuple[str, str], Any] | None) -> None:
        super().__init__(file)
        self._known = known

    def find_class(self, module: str, name: str) -> Any:
        known = _STAND_INS if self._known is None else {**_STAND_INS, **self._known}
        if (module, name) in known:
            return known[module, name]
        if self._known is not None or (module, name) not in VALUES:
            raise pickle.UnpicklingError(f"{module}.{name} n'a rien à faire dans un index")
        return super().find_class(module, name)


def read_pickle(file: BinaryIO, *, known: Mapping[tuple[str, str], Any] | None = None) -> Any:
    """Read the pickle that begins where a file stands.

    Args:
        file: File open for reading.
        known: What stands in for each module and name that the pickle may mention; `VALUES` where it is None.
            A pickle can set attributes of whatever it mentions, so give objects that nothing else uses.

    Raises:
        pickle.UnpicklingError: The pickle mentions something else, or is no pickle.
    """
    return _AllowListUnpickler(file, known).load()


def load_pickle(data: bytes, *, known: Mapping[tuple[str, str], Any] | None = None) -> Any:
    """Read a pickle from bytes, as `read_pickle` does from a file.

    Raises:
        pickle.UnpicklingError: The pickle mentions what it must not, or is no pickle.
    """
    return read_pickle(io.BytesIO(data), known=known)


def dump_pickle(value: object) -> bytes:
    """Write a value that `load_pickle` will read back.

    Raises:
        TypeError: It is of a class that would be refused.
    """
    data = pickle.dumps(value, PROTOCOL)
    try:
        load_pickle(data)
    except pickle.UnpicklingError as error:
        raise TypeError(f"valeur impossible à conserver : {error}") from error
    return data
