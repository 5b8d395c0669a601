r"""Decode what a message writes in ASCII: words of its fields, and parts that state their encoding.

>>> from archive_search.sources.formats.mail.encoded_words import decode_stated, decode_words
>>> decode_words("=?utf-8?B?TGEgcGFpeCA=?= =?utf-8?Q?sign=C3=A9e?="), decode_stated(b"sign\xe9e", charset="us-ascii")
('La paix signée', 'signée')
"""

from email.errors import HeaderParseError
from email.header import decode_header

from archive_search.sources.characters import clean_characters
from archive_search.sources.decoding import decode_bytes, guess_encoding, known_charset


def decode_words(raw: str) -> str:
    """Decode the words of a field, on one line; what cannot be decoded stays as it is."""
    if "=?" not in raw:
        return clean_characters(raw)
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return clean_characters(raw)
    # A character may be cut in two between encoded words of one encoding: they are put together first.
    joined: list[tuple[bytes, str | None]] = []
    for part, charset in parts:
        data = part.encode("raw-unicode-escape") if isinstance(part, str) else part
        if joined and joined[-1][1] == charset:
            joined[-1] = (joined[-1][0] + data, charset)
        else:
            joined.append((data, charset))
    return " ".join(clean_characters("".join(_decode_part(data, charset) for data, charset in joined)).split())


def _decode_part(data: bytes, charset: str | None) -> str:
    if charset is None:
        return data.decode("raw-unicode-escape", "replace")
    return decode_stated(data, charset=charset)


def decode_stated(data: bytes, *, charset: str | None) -> str:
    """Decode a part of a message by what its bytes are beyond doubt, else by the encoding that it states."""
    encoding = guess_encoding(data)
    stated = known_charset(charset) if charset is not None and not encoding.startswith("utf") else None
    return decode_bytes(data, encoding=stated or encoding)
