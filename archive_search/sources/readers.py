"""Say what a reader of a format is given and what it gives."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, TypeAlias

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.packed.budget import Budget

READING_RULES = 1
"""Raise it when readers find more or other things in files: each archive then reads its files again."""

Found: TypeAlias = Article | Failure | Skipped
Reader: TypeAlias = Callable[[BinaryIO, "Reading"], Iterator[Found]]
ReadInside: TypeAlias = Callable[[BinaryIO, Origin], Iterator[Found]]


class Cleaning(StrEnum):
    """Name how much is taken out of articles as not belonging to them."""

    ALL = "all"
    """What rules know, and what is repeated in many articles of one source."""

    RULES = "rules"
    """What rules know."""

    NONE = "none"
    """Nothing: the articles are as their files have them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadOptions:
    """Hold what the user says about the files to read.

    Attributes:
        columns: Column of a table, or key of a JSON object, for some properties of the article (``text`` ->
            ``corps``); the other properties are found by the usual names.
        cleaning: How much is taken out of articles.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    cleaning: Cleaning = Cleaning.ALL


def signature_of(options: ReadOptions) -> bytes:
    """Sum up in 16 bytes all that decides, beside its content, what is read in a file."""
    said = f"{READING_RULES} {options.cleaning} {sorted(options.columns.items())}"
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Hold what a reader of a format is given beside the bytes.

    Attributes:
        origin: Where the bytes come from.
        options: What the user says about the files.
        budget: Bytes that may still be unpacked out of the file that the user named.
        read_inside: Reads a file that is inside this one, whatever its format; too deep a nest is a failure.
        file: The file on disk whose content the stream is, where it is one: a reader that needs to move about in
            it opens it again rather than hold all of it in memory.
    """

    origin: Origin
    options: ReadOptions
    budget: Budget
    read_inside: ReadInside
    file: Path | None = None
