"""Keep the candidates and mentions of each article as columns of numbers.

A blob of table ``named`` is one frame of Zstandard over the columns of a table, one after the other: arrays of
little-endian u32, all of the same length. Surfaces and names stand as their numbers in tables ``surfaces`` and
``names``, types, roles and origins as their ranks in `EntityType`, `Role` and `Origin`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError, frame_content_size

from archive_search.records import EntityType, Origin, Role

Column = NDArray[Any]

TYPES, ROLES, ORIGINS = tuple(EntityType), tuple(Role), tuple(Origin)
"""What the ranks in columns stand for."""

_BYTES = np.dtype("<u4")
# More than the names of the largest file that is read can take; a frame that claims more was made to fill the memory.
_LARGEST = 1 << 30
_LEVEL = 3
_UNREADABLE = "noms illisibles, que « archive-search entities update --afresh » refait"
_WALK = 1000


class Candidates(NamedTuple):
    """Hold the candidates of one article; arrays of shape (candidates,)."""

    paragraph: Column
    start: Column
    end: Column
    surface: Column
    type: Column
    role: Column
    origin: Column


class Mentions(NamedTuple):
    """Hold the mentions of one article; arrays of shape (mentions,).

    Attributes:
        paragraph: Number of the paragraph, from 1.
        start: Offset of the first character.
        end: Offset after the last character.
        first: Position in words of the first word that the mention covers.
        extra: Number of further words that it covers.
        surface: Number of the spelling.
        name: Number of the name.
        role: Rank in `Role`.
        origin: Rank in `Origin`.
    """

    paragraph: Column
    start: Column
    end: Column
    first: Column
    extra: Column
    surface: Column
    name: Column
    role: Column
    origin: Column


class _Frames:
    """Write and read tables as frames."""

    def __init__(self) -> None:
        self._compressor = ZstdCompressor(level=_LEVEL)
        self._decompressor = ZstdDecompressor()

    def encode(self, columns: Sequence[Column]) -> bytes:
        return self._compressor.compress(np.stack(columns).astype(_BYTES).tobytes() if len(columns[0]) else b"")

    def decode(self, frame: bytes, columns: int) -> Column:
        """Read a table as an array of shape (columns, rows).

        Raises:
            sqlite3.DataError: The frame holds no such table.
        """
        try:
            if not 0 <= frame_content_size(frame) <= _LARGEST:
                raise sqlite3.DataError(_UNREADABLE)
            data = np.frombuffer(self._decompressor.decompress(frame), _BYTES)
            return data.reshape(columns, len(data) // columns)
        except (ZstdError, ValueError, TypeError) as error:
            raise sqlite3.DataError(_UNREADABLE) from error


def make_columns(rows: Iterable[Sequence[int]], count: int) -> list[Column]:
    """Turn rows of numbers into a number of columns."""
    return list(np.array(list(rows), np.uint32).reshape(-1, count).T)


class NamedArticles:
    """Write and read the names of articles through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection; a writer's is inside a transaction."""
        self._connection = connection
        self._frames = _Frames()

    def unnamed(self) -> list[int]:
        """List the numbers of the articles whose candidates are not known yet, in order."""
        rows = self._connection.execute(
            "select number from articles where number not in (select article from named) order by number"
        )
        return [number for (number,) in rows]

    def everything(self) -> list[int]:
        """List the numbers of all articles, in order."""
        return [number for (number,) in self._connection.execute("select number from articles order by number")]

    def count_unnamed(self) -> int:
        """Count the articles that have no mentions yet."""
        row = self._connection.execute(
            "select (select count(*) from articles) - (select count(*) from named where mentions is not null)"
        ).fetchone()
        return int(row[0])

    def unsettled(self) -> list[int]:
        """List the numbers of the articles that have candidates and no mentions, in order."""
        rows = self._connection.execute("select article from named where mentions is null order by article")
        return [number for (number,) in rows]

    def write_candidates(self, article: int, candidates: Candidates) -> None:
        """Store the candidates of an article; its mentions are then to be settled."""
        self._connection.execute(
            "insert or replace into named values (?, ?, null, null)", (article, self._frames.encode(candidates))
        )

    def write_mentions(self, article: int, mentions: Mentions, *, heard: Column | None = None) -> None:
        """Store the mentions of an article that has candidates.

        Args:
            article: Its number.
            mentions: The mentions.
            heard: Numbers of the surfaces whose decisions they rest on; None leaves those before.
        """
        frame = None if heard is None else self._frames.encode([heard])
        self._connection.execute(
            "update named set mentions = ?, heard = coalesce(?, heard) where article = ?",
            (self._frames.encode(mentions), frame, article),
        )

    def iterate_candidates(self) -> Iterator[tuple[int, Candidates]]:
        """Yield the candidates of every article that has them, with its number, in order."""
        for article, frame in self._iterate("candidates"):
            yield article, Candidates(*self._frames.decode(frame, len(Candidates._fields)))

    def articles_that_heard(self, surfaces: NDArray[np.bool_]) -> list[int]:
        """List the articles whose mentions rest on a decision about one of some surfaces.

        Args:
            surfaces: For each number whether it is one of them.
        """
        return [
            article
            for article, frame in self._iterate("heard")
            if (heard := self._frames.decode(frame, 1)[0]).size and surfaces[heard].any()
        ]

    def iterate_mentions(self) -> Iterator[tuple[int, Mentions]]:
        """Yield the mentions of every article that has them, with its number, in order."""
        for article, frame in self._iterate("mentions"):
            yield article, Mentions(*self._frames.decode(frame, len(Mentions._fields)))

    def read_candidates(self, article: int) -> Candidates:
        """Give the candidates of an article; none where it has no row."""
        return Candidates(*self._read(article, "candidates", len(Candidates._fields)))

    def read_mentions(self, article: int) -> Mentions:
        """Give the mentions of an article; none where they are not settled yet."""
        return Mentions(*self._read(article, "mentions", len(Mentions._fields)))

    def read_heard(self, article: int) -> Column:
        """Give the numbers of the surfaces on whose decisions the mentions of an article rest."""
        heard: Column = self._read(article, "heard", 1)[0]
        return heard

    def is_settled(self, article: int) -> bool:
        """Tell whether the mentions of an article are known."""
        row = self._connection.execute("select 1 from named where article = ? and mentions is not null", (article,))
        return row.fetchone() is not None

    def _read(self, article: int, column: str, columns: int) -> Column:
        row = self._connection.execute(f"select {column} from named where article = ?", (article,)).fetchone()
        if row is None or row[0] is None:
            return np.empty((columns, 0), np.uint32)
        return self._frames.decode(row[0], columns)

    def _iterate(self, column: str) -> Iterator[tuple[int, Any]]:
        """Yield the rows of a column, some at a time: what is written meanwhile must not disturb the walk."""
        numbers = self._connection.execute(f"select article from named where {column} is not null order by article")
        articles = iter([number for (number,) in numbers])
        while some := list(islice(articles, _WALK)):
            yield from self._connection.execute(
                f"select article, {column} from named where article between ? and ? and {column} is not null"
                " order by article",
                (some[0], some[-1]),
            ).fetchall()

    def forget(self) -> None:
        """Drop the candidates and mentions of all articles."""
        self._connection.execute("delete from named")
        self._connection.execute("delete from acronyms")
