"""Compress the texts of articles with Zstandard, by a dictionary learnt from the archive's own first articles.

What stands in the column ``body`` of table ``texts`` is one frame of Zstandard. Its dictionary is the row of table
``dictionaries`` of that number, 0 meaning none. Anybody can read it::

    dictionary = zstandard.ZstdCompressionDict(content)  # or None for dictionary 0
    data = zstandard.ZstdDecompressor(dict_data=dictionary).decompress(body)

The number of a dictionary is drawn from its content: what was prepared for one archive serves another that has the
same, and an altered dictionary is noticed before it alters a text.
"""

import sqlite3
import threading
from collections.abc import Iterator
from hashlib import blake2b
from typing import TypeVar

from zstandard import (
    ZstdCompressionDict,
    ZstdCompressor,
    ZstdDecompressor,
    ZstdError,
    frame_content_size,
    train_dictionary,
)

LEVEL = 3
NO_DICTIONARY = 0
LEARNING_ARTICLES = 1000
FEWEST_ARTICLES = 500
DICTIONARY_BYTES = 1 << 16
LARGEST_SAMPLE = 1 << 14

# More than what the largest file that is read can hold; a frame that claims more was made to fill the memory.
LARGEST_TEXTS = 1 << 31

# A block of Zstandard takes at least four bytes and holds at most 128 KB.
LARGEST_GAIN = 1 << 15
_MOST_PREPARED = 8

Prepared = TypeVar("Prepared")


class _Cache(threading.local):
    """Keep what is slow to make, by number of dictionary; Zstandard's objects belong to one thread."""

    def __init__(self) -> None:
        self.compressors: dict[int, ZstdCompressor] = {}
        self.decompressors: dict[int, ZstdDecompressor] = {}


_prepared = _Cache()


def current_dictionary(connection: sqlite3.Connection) -> int:
    """Give the number of the dictionary for new texts."""
    row = connection.execute("select number from dictionaries").fetchone()
    return int(row[0]) if row else NO_DICTIONARY


def compress(connection: sqlite3.Connection, data: bytes, *, dictionary: int) -> bytes:
    """Compress texts into one frame.

    Raises:
        sqlite3.DataError: They are larger than what is read back, or the dictionary is missing or damaged.
    """
    if len(data) > LARGEST_TEXTS:
        raise sqlite3.DataError("article trop grand")
    compressor = _prepared.compressors.get(dictionary)
    if compressor is None:
        compressor = _keep(_prepared.compressors, dictionary, _make_compressor(connection, dictionary))
    return compressor.compress(data)


def decompress(connection: sqlite3.Connection, frame: bytes, *, dictionary: int) -> bytes:
    """Give the content of a frame.

    Raises:
        ValueError: It is no frame of this dictionary, or claims more than was ever written.
        sqlite3.DataError: The dictionary is missing or damaged.
    """
    decompressor = _prepared.decompressors.get(dictionary)
    if decompressor is None:
        decompressor = _keep(_prepared.decompressors, dictionary, _make_decompressor(connection, dictionary))
    try:
        # The size that a frame claims is set aside before any of it is read.
        if not 0 <= frame_content_size(frame) <= min(LARGEST_TEXTS, LARGEST_GAIN * len(frame)):
            raise ValueError(frame[:16])
        return decompressor.decompress(frame)
    except ZstdError as error:
        raise ValueError(str(error)) from error


def learn_dictionary(connection: sqlite3.Connection) -> None:
    """Learn a dictionary from the texts stored so far, and compress these anew with it.

    Texts too few, too short or too uniform to learn from are left as they are.

    Raises:
        sqlite3.DataError: One of the texts is damaged.
    """
    articles = _uncovered(connection)
    if len(articles) < FEWEST_ARTICLES:
        return
    samples: list[bytes | bytearray | memoryview] = [data[:LARGEST_SAMPLE] for data in _read(connection, articles)]
    try:
        # With sizes given, none are tried out: that takes five times as long, to no gain on news.
        content = train_dictionary(DICTIONARY_BYTES, samples, k=256, d=8).as_bytes()
    except ZstdError:
        return
    dictionary = _number_of(content)
    connection.execute("insert into dictionaries values (?, ?)", (dictionary, content))
    for article, data in zip(articles, _read(connection, articles), strict=True):
        frame = compress(connection, data, dictionary=dictionary)
        connection.execute("update texts set dictionary = ?, body = ? where article = ?", (dictionary, frame, article))


def _uncovered(connection: sqlite3.Connection) -> list[int]:
    rows = connection.execute(
        "select article from texts where dictionary = ? order by article limit ?", (NO_DICTIONARY, LEARNING_ARTICLES)
    )
    return [article for (article,) in rows]


def _read(connection: sqlite3.Connection, articles: list[int]) -> Iterator[bytes]:
    """Yield the content of frames without dictionary, one at a time: each may be large."""
    for article in articles:
        (frame,) = connection.execute("select body from texts where article = ?", (article,)).fetchone()
        try:
            yield decompress(connection, frame, dictionary=NO_DICTIONARY)
        except (ValueError, TypeError) as error:
            raise sqlite3.DataError(f"fiche {article} illisible") from error


def _make_compressor(connection: sqlite3.Connection, dictionary: int) -> ZstdCompressor:
    loaded = _load(connection, dictionary)
    try:
        if loaded is not None:
            loaded.precompute_compress(level=LEVEL)
        # The column beside the frame names the dictionary.
        return ZstdCompressor(level=LEVEL, dict_data=loaded, write_dict_id=False)
    except ZstdError as error:
        raise _damaged_dictionary() from error


def _make_decompressor(connection: sqlite3.Connection, dictionary: int) -> ZstdDecompressor:
    try:
        return ZstdDecompressor(dict_data=_load(connection, dictionary))
    except ZstdError as error:
        raise _damaged_dictionary() from error


def _load(connection: sqlite3.Connection, dictionary: int) -> ZstdCompressionDict | None:
    if dictionary == NO_DICTIONARY:
        return None
    row = connection.execute("select content from dictionaries where number = ?", (dictionary,)).fetchone()
    if row is None or not isinstance(row[0], bytes) or _number_of(row[0]) != dictionary:
        raise _damaged_dictionary()
    return ZstdCompressionDict(row[0])


def _damaged_dictionary() -> sqlite3.DataError:
    return sqlite3.DataError("dictionnaire de compression manquant ou altéré")


def _number_of(content: bytes) -> int:
    # SQLite's integers have a sign, and 0 stands for no dictionary.
    return (int.from_bytes(blake2b(content, digest_size=8).digest(), "big") >> 1) or 1


def _keep(prepared: dict[int, Prepared], dictionary: int, made: Prepared) -> Prepared:
    if len(prepared) >= _MOST_PREPARED:
        prepared.clear()
    prepared[dictionary] = made
    return made
