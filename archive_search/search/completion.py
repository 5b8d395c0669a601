"""Complete a query that is being typed: its last word, or the field, name or source at its end.

>>> from archive_search.search.completion import Completion, CompletionKind
>>> Completion(text="titre:lattaquié", completed="lattaquié", kind=CompletionKind.WORD, articles=12).to_dict()
{'text': 'titre:lattaquié', 'completed': 'lattaquié', 'kind': 'word', 'articles': 12}
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np

from archive_search.analysis.name_keys import fold_name
from archive_search.analysis.tokenizing import Token, tokenize
from archive_search.indexing.reading import IndexReader
from archive_search.query.bounds import MAX_CHARACTERS
from archive_search.query.fields import WRITTEN_FIELDS, WRITTEN_TYPES
from archive_search.query.fields import fold_name as fold_field
from archive_search.query.operators import read_operator, tame_operator
from archive_search.query.tree import Field
from archive_search.query.unfinished import Unfinished, find_unfinished
from archive_search.query.whole_values import quote_whole
from archive_search.records import EntityType
from archive_search.search.facets import FACET_OF_FIELD, Facet, FacetCount, count_facet
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.name_completion import CountedName, NameCompleter
from archive_search.search.name_lookup import NameLookup
from archive_search.search.spelling import write_like
from archive_search.search.word_completion import SHORTEST_PIECE, WordCompleter

_ASKS_FOR_WHOLE = re.compile(r"[:=]\s{0,3}=\s{0,3}\Z")
_SIGNS_OF_PATTERNS = frozenset("*?$~")


class CompletionKind(StrEnum):
    """Name what a completion adds to the query."""

    WORD = "word"
    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    FIELD = "field"
    SOURCE = "source"
    AGENCY = "agency"
    SECTION = "section"


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """Hold one way in which a query may go on.

    Attributes:
        text: The whole query, completed.
        completed: The word, name, field or value at its end, as it is shown.
        kind: What that is.
        articles: Number of articles that have it; None for a field.
    """

    text: str
    completed: str
    kind: CompletionKind
    articles: int | None

    def to_dict(self) -> dict[str, Any]:
        """Give the completion as JSON version 1 has it."""
        return asdict(self) | {"kind": self.kind.value}


class Completer:
    """Complete queries over one commit of an archive; what was read for one is kept for the next."""

    def __init__(
        self, index: IndexReader, corpus: IndexCorpus, connection: sqlite3.Connection, lookup: NameLookup
    ) -> None:
        """Take the archive, its records and its entities."""
        self._corpus = corpus
        self._connection = connection
        self._words = WordCompleter(index, corpus)
        self._names = NameCompleter(corpus, lookup)
        self._values = lru_cache(len(FACET_OF_FIELD))(self._count_values)

    def complete(self, text: str, *, limit: int) -> tuple[Completion, ...]:
        """Complete the piece that a query ends with.

        Args:
            text: Any text.
            limit: Most completions wanted.

        Returns:
            Those in the most articles first, fields last; none where there is nothing to complete.
        """
        piece = find_unfinished(text) if limit > 0 and len(text) <= MAX_CHARACTERS else None
        if piece is None or _SIGNS_OF_PATTERNS.intersection(piece.text):
            return ()
        match piece.target:
            case EntityType():
                return tuple(self._complete_name(text, piece, limit))
            case Field.SOURCE | Field.AGENCY | Field.SECTION:
                return tuple(self._complete_value(text, piece, FACET_OF_FIELD[piece.target], limit))
            case None | tuple():
                return self._complete_word(text, piece, limit)
            case _:
                return ()

    def _complete_name(self, text: str, piece: Unfinished, limit: int) -> Iterator[Completion]:
        assert isinstance(piece.target, EntityType)
        if len(fold_name(piece.text)) < SHORTEST_PIECE:
            return
        for found in self._names.complete(piece.text, [piece.target], limit=limit):
            yield _make_name(text[: piece.start] + _quoted(found.name), found)

    def _complete_value(self, text: str, piece: Unfinished, facet: Facet, limit: int) -> Iterator[Completion]:
        begun = f" {fold_name(piece.text)}"
        fitting = [value for value in self._values(facet) if begun in f" {fold_name(value.name)}"]
        before = text[: piece.start]
        for value in fitting[:limit]:
            yield Completion(
                text=before + (quote_whole(value.name) if _ASKS_FOR_WHOLE.search(before) else _quoted(value.name)),
                completed=value.name,
                kind=CompletionKind(facet.value),
                articles=value.count,
            )

    def _count_values(self, facet: Facet) -> tuple[FacetCount, ...]:
        return count_facet(self._corpus, self._connection, facet, np.flatnonzero(self._corpus.alive))

    def _complete_word(self, text: str, piece: Unfinished, limit: int) -> tuple[Completion, ...]:
        """Complete a word; where it stands alone, offer names that have it and fields that begin so, too.

        Words leave to each of these a third of the places at most, and take those that are free.
        """
        tokens = [token for token in tokenize(piece.text) if token.last == token.position]
        if not tokens or tokens[-1].end < len(piece.text):
            return ()
        words = list(self._find_words(text, piece, tokens, limit))
        is_alone = len(tokens) == 1 and _may_be_named(text, piece)
        fields = list(_find_fields(text, piece))[: limit // 3] if is_alone else []
        names = list(self._find_names(text, piece, limit)) if is_alone else []
        words = words[: limit - len(fields) - len(names[: limit // 3])]
        found = [*words, *names[: limit - len(fields) - len(words)]]
        found.sort(key=lambda each: -(each.articles or 0))
        return (*found, *fields)

    def _find_words(self, text: str, piece: Unfinished, tokens: Sequence[Token], limit: int) -> Iterator[Completion]:
        *before, last = tokens
        start = piece.start + piece.is_quoted + last.start
        typed = text[start:]
        preceding = [token.form for token in before]
        is_exact = text[:start].endswith("=") and piece.target is None
        for found in self._words.complete(last.form, before=preceding, limit=limit, is_exact=is_exact):
            completed = write_like(found.form, typed)
            if not piece.is_quoted:
                completed = tame_operator(completed)
            yield Completion(
                text=text[:start] + completed,
                completed=completed,
                kind=CompletionKind.WORD,
                articles=found.articles,
            )

    def _find_names(self, text: str, piece: Unfinished, limit: int) -> Iterator[Completion]:
        if len(fold_name(piece.text)) < SHORTEST_PIECE:
            return
        for found in self._names.complete(piece.text, list(EntityType), limit=limit):
            yield _make_name(f"{text[: piece.start]}{WRITTEN_TYPES[found.type]}:{_quoted(found.name)}", found)


def _may_be_named(text: str, piece: Unfinished) -> bool:
    """Tell whether a field may stand before a piece: not in guillemets, nor after another field or "="."""
    return piece.target is None and not piece.is_quoted and text[piece.start - 1 : piece.start] not in (":", "=")


def _find_fields(text: str, piece: Unfinished) -> Iterator[Completion]:
    begun = fold_field(piece.text)
    for name in WRITTEN_FIELDS:
        if len(begun) >= SHORTEST_PIECE and name.startswith(begun):
            yield Completion(
                text=f"{text[: piece.start]}{name}:", completed=f"{name}:", kind=CompletionKind.FIELD, articles=None
            )


def _make_name(text: str, found: CountedName) -> Completion:
    kind = CompletionKind(found.type.value)
    return Completion(text=text, completed=found.name, kind=kind, articles=found.articles)


def _quoted(name: str) -> str:
    """Write a name after its field: in guillemets, unless it is one word that reads as a word."""
    if name.isalnum() and not read_operator(name):
        return name
    return f'"{name.replace(chr(34), " ")}"'
