"""Turn the bytes of a file into text, whatever encoding a French newsroom saved it in.

No file is lost: bytes that fit no encoding become U+FFFD, where a reader will see them.

>>> from archive_search.sources.decoding import decode_text
>>> decode_text("Lattaquié, cœur du pays".encode("cp1252"))
'Lattaquié, cœur du pays'
"""

import codecs
import re

from archive_search.sources.characters import clean_characters

SAMPLE_BYTES = 1 << 16

# The marks of UTF-32 come first: that of UTF-16 is the beginning of one of them.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})""", re.IGNORECASE)

# Browsers read pages that call themselves Latin-1 or ASCII as cp1252, and so do those who made them.
_READ_AS_CP1252 = frozenset({"iso8859-1", "ascii"})
_HIGH_BYTES = bytes(range(0x80, 0x100))
_FRENCH_CHARACTERS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒÆ’‘“”«»–—…€°\N{NO-BREAK SPACE}")
_FRENCH_ENCODINGS = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_RARE_ENCODINGS = ("cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1256")

# ISO-8859-15 has Š š Ž ž Œ œ Ÿ where cp1252 has ¦ ¨ ´ ¸ ¼ ½ ¾, which never touch a letter; and € for ¤.
_LETTERS_OF_LATIN9 = re.compile(
    rb"[A-Za-z\xc0-\xff][\xa6\xa8\xb4\xb8\xbc\xbd\xbe]|[\xa6\xa8\xb4\xb8\xbc\xbd\xbe][A-Za-z\xc0-\xff]|\xa4"
)

# Too few bytes to tell two alphabets apart by statistics.
FEW_HIGH_BYTES = 8
_REPAIR = "archive_search_repair"


def decode_text(data: bytes) -> str:
    """Decode and clean a whole file of text."""
    return clean_characters(decode_bytes(data, encoding=guess_encoding(data)))


def decode_html(data: bytes) -> str:
    """Decode and clean a page, by its own declaration when its bytes agree with it."""
    encoding = guess_encoding(data)
    declared = _declared_charset(data)
    if declared is not None and not encoding.startswith("utf") and _decodes(data, encoding=declared):
        encoding = declared
    return clean_characters(decode_bytes(data, encoding=encoding))


def decode_bytes(data: bytes, *, encoding: str) -> str:
    """Decode bytes without ever failing.

    Stray bytes of cp1252 inside UTF-8, as left by pasting from one program into another, are read as cp1252.
    """
    return data.decode(encoding, error_handler(encoding))


def error_handler(encoding: str) -> str:
    """Name what codecs are to do, in an encoding, with bytes that do not belong to it."""
    return _REPAIR if encoding.startswith("utf-8") else "replace"


def guess_encoding(data: bytes) -> str:
    """Name the encoding of these bytes, for `decode_bytes`.

    Args:
        data: A whole file, or its first lines.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    wide = _utf16_without_mark(data[:SAMPLE_BYTES])
    if wide is not None:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _encoding_despite(data, position=error.start)
    return "utf-8"


def _utf16_without_mark(sample: bytes) -> str | None:
    # In UTF-16, Latin letters have a NUL as their other byte, always the same one: nearly half of all bytes.
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 3 < len(sample) or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _encoding_despite(data: bytes, *, position: int) -> str:
    before = data[max(0, position - SAMPLE_BYTES) : position]
    around = before + data[position : position + SAMPLE_BYTES]
    if _is_mostly_utf8(around):
        return "utf-8"
    return _single_byte_encoding(around)


def _is_mostly_utf8(sample: bytes) -> bool:
    beyond_ascii = [character for character in sample.decode("utf-8", "ignore") if character > "\x7f"]
    high_bytes = len(sample) - len(sample.translate(None, _HIGH_BYTES))
    stray_bytes = high_bytes - len("".join(beyond_ascii).encode())
    return len(beyond_ascii) > 2 * stray_bytes


def _single_byte_encoding(sample: bytes) -> str:
    shares = {name: _share_of_french(sample.decode(name, "replace")) for name in _FRENCH_ENCODINGS}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < 0.6:
        return _rare_encoding(sample)
    if best not in ("cp1252", "iso8859-15"):
        return best
    if any(0x80 <= byte <= 0x9F for byte in sample):
        return "cp1252"
    return "iso8859-15" if _LETTERS_OF_LATIN9.search(sample) else "cp1252"


def _share_of_french(text: str) -> float:
    beyond_ascii = [character for character in text if character > "\x7f"]
    return sum(character in _FRENCH_CHARACTERS for character in beyond_ascii) / max(1, len(beyond_ascii))


def _rare_encoding(sample: bytes) -> str:
    if len(sample) - len(sample.translate(None, _HIGH_BYTES)) < FEW_HIGH_BYTES:
        return "cp1252"
    # Loading its tables takes longer than reading many files that never need them.
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_RARE_ENCODINGS)).best()
    return best.encoding if best is not None else "cp1252"


def _declared_charset(data: bytes) -> str | None:
    found = _META_CHARSET.search(data[:4096])
    return known_charset(found[1].decode("ascii", "replace")) if found is not None else None


def known_charset(label: str) -> str | None:
    """Name the encoding of one byte a character that a file declares, as browsers read it; None for any other."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, UnicodeError):
        return None
    if name in _READ_AS_CP1252:
        return "cp1252"
    # Python also decodes puzzles such as punycode, in quadratic time.
    return name if name.startswith(("cp", "iso8859", "mac", "koi8")) else None


def _decodes(data: bytes, *, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _repair(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    is_cut_off = error.end == len(error.object)
    # C2 and C3 begin most accented letters of UTF-8 and are no letters of French: alone, one lost its second.
    if is_cut_off or stray[0] in (0xC2, 0xC3):
        return "\N{REPLACEMENT CHARACTER}", error.end
    return stray[:1].decode("cp1252", "replace"), error.start + 1


codecs.register_error(_REPAIR, _repair)
