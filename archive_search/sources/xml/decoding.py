"""Decode an XML file by its bytes first and its declaration second, a piece at a time.

What XML forbids, such as control characters left by a word processor, is dropped rather than held against the file.

>>> import io
>>> from archive_search.sources.xml.decoding import decode_xml
>>> "".join(decode_xml(io.BytesIO("<?xml encoding='utf-8'?><p>l'été</p>".encode("cp1252"))))
"<?xml encoding='utf-8'?><p>l'été</p>"
"""

import codecs
import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from archive_search.sources.decoding import error_handler, guess_encoding, known_charset
from archive_search.sources.streams import BUFFER_BYTES, peek

CHUNK_BYTES = 1 << 17
_DECLARATION = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""", re.IGNORECASE)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def decode_xml(stream: BinaryIO) -> Iterator[str]:
    """Decode a stream, without the characters that no XML may have."""
    sample, whole = peek(stream, size=BUFFER_BYTES)
    encoding = xml_encoding(sample)
    decoder = codecs.getincrementaldecoder(encoding)(error_handler(encoding))
    for chunk in iter(partial(whole.read, CHUNK_BYTES), b""):
        yield _FORBIDDEN.sub("", decoder.decode(chunk))
    yield _FORBIDDEN.sub("", decoder.decode(b"", True))


def xml_encoding(sample: bytes) -> str:
    """Name the encoding of a document.

    Args:
        sample: Its first bytes, or all of them.

    Returns:
        What the bytes are beyond doubt, UTF-8 or UTF-16; else what the document declares, where it may be true.
    """
    guessed, declared = guess_encoding(_whole_characters(sample)), _declared_encoding(sample)
    # Bytes of ASCII alone agree with any declaration: only what follows them will tell.
    if declared is None or (guessed.startswith("utf") and not sample.isascii()):
        return guessed
    return declared if _may_be(sample, encoding=declared) else guessed


def _whole_characters(sample: bytes) -> bytes:
    # A character cut by the end of the sample would be held against UTF-8.
    cut = next((back for back in range(1, 4) if sample[-back:][:1] >= b"\xc0"), 0)
    return sample[: len(sample) - cut]


def _declared_encoding(sample: bytes) -> str | None:
    found = _DECLARATION.search(sample[:1024])
    return known_charset(found[1].decode("ascii", "replace")) if found is not None else None


def _may_be(sample: bytes, *, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeError:
        return False
    return True
