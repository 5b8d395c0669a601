"""Recognise the format of a file by its first bytes, then by its name.

>>> from archive_search.sources.recognition.recognizing import recognize_format
>>> recognize_format(b'{"id": 1, "text": "..."}', name="export.txt").value
'json'
"""

import re

from archive_search.sources.decoding import decode_text
from archive_search.sources.recognition.first_bytes import asset_kind, binary_kind, packed_format
from archive_search.sources.recognition.first_text import format_of_text
from archive_search.sources.recognition.format_names import Format

HEAD_BYTES = 1 << 14
_COMPRESSION = re.compile(r"(?:\.(?:gz|xz|bz2))+$", re.I)


def recognize_format(head: bytes, *, name: str) -> Format:
    """Name the format of a file.

    Args:
        head: First bytes of the file, decompressed.
        name: Name of the file, asked when its bytes do not settle the matter.
    """
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \r\n\t"):
        return Format.EMPTY
    suffix = suffix_of(name)
    packed = packed_format(head, suffix=suffix)
    if packed is not None:
        return packed
    if asset_kind(head, suffix=suffix) is not None:
        return Format.ASSET
    if binary_kind(head) is not None:
        return Format.BINARY
    return format_of_text(decode_text(head), suffix=suffix)


def suffix_of(name: str) -> str:
    """Give the end of a name after its last dot, in small letters, those of compression left out."""
    return _COMPRESSION.sub("", name).lower().rpartition("/")[2].rpartition(".")[2]
