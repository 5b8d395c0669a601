"""Look at the first bytes of a file: which format it has, and whether it would be read."""

import lzma
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive_search.records import Failure
from archive_search.sources.catalogue import find_entry
from archive_search.sources.decoding import decode_text
from archive_search.sources.files import describe_os_error, path_text
from archive_search.sources.packed.budget import PackedError
from archive_search.sources.recognition.first_bytes import OTHER_PACKERS, asset_kind, binary_kind
from archive_search.sources.recognition.first_text import root_of
from archive_search.sources.recognition.format_names import Format
from archive_search.sources.recognition.recognizing import HEAD_BYTES, recognize_format, suffix_of
from archive_search.sources.streams import decompress, peek

EMPTY = "fichier vide"
DAMAGED = "compression abîmée ou incomplète : retéléchargez le fichier"
BINARY = "format non reconnu (binaire) : {kind}, convertissez le fichier en texte ou en html"
PACKED = "{kind} non lu : décompressez le fichier, ou refaites-en un zip"
UNKNOWN_XML = "xml de racine « {root} » non reconnu : convertissez le fichier en html, csv ou jsonl"

DAMAGE = (EOFError, zlib.error, lzma.LZMAError, OSError, PackedError)
"""What reading a compressed file may raise; `describe_damage` puts it into words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Hold what the first bytes of a file tell.

    Attributes:
        format: Format of the content.
        reason: Why it has no reader here, and what to do, or what kind of asset it is; None when it would be read.
    """

    format: Format
    reason: str | None


def look_at(stream: BinaryIO, *, name: str) -> tuple[Look, BinaryIO]:
    """Look at a stream that was decompressed, and give a stream that still holds everything.

    Raises:
        EOFError: It is compressed, and damaged; as `DAMAGE` lists.
    """
    head, whole = peek(stream, size=HEAD_BYTES)
    kind = recognize_format(head, name=name)
    entry = find_entry(kind)
    if entry is not None:
        return Look(format=kind, reason=None if entry.is_available else entry.missing), whole
    return Look(format=kind, reason=_refusal(kind, head, name=name)), whole


def look_at_file(path: Path) -> Look | Failure:
    """Look at a file, or say why it cannot be opened."""
    try:
        with path.open("rb") as stream:
            look, _ = look_at(decompress(stream), name=path_text(path))
            return look
    except ValueError as error:
        return Failure(path=path_text(path), reason=describe_os_error(error))
    except DAMAGE as error:
        return Failure(path=path_text(path), reason=describe_damage(error))


def describe_damage(error: Exception) -> str:
    """Say in French what one of `DAMAGE` means."""
    if isinstance(error, PackedError):
        return str(error)
    # What the system refuses has a number; a compressor has none to say that its data are damaged.
    if isinstance(error, OSError) and error.errno is not None:
        return describe_os_error(error)
    return DAMAGED


def _refusal(kind: Format, head: bytes, *, name: str) -> str:
    if kind is Format.EMPTY:
        return EMPTY
    if kind is Format.ASSET:
        return asset_kind(head, suffix=suffix_of(name)) or kind
    if kind is Format.XML:
        return UNKNOWN_XML.format(root=root_of(decode_text(head)) or "?")
    found = binary_kind(head) or kind
    return PACKED.format(kind=found) if found in OTHER_PACKERS else BINARY.format(kind=found)
