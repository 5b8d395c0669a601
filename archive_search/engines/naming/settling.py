"""Make candidates and mentions of articles: the stages between what the model saw and the entities of the archive."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import TypeAlias

import numpy as np

from archive_search.analysis.name_keys import fold_name, is_full_name, surname_key, transliteration_key
from archive_search.analysis.word_spans import place_spans
from archive_search.entities.candidates import find_candidates
from archive_search.entities.casing import count_cases
from archive_search.entities.recognition import decode_spans, text_digest
from archive_search.entities.settling import settle_article
from archive_search.entities.spans import Candidate, Settled
from archive_search.records import Article, EntityType, Span
from archive_search.store.articles import fetch_articles
from archive_search.store.cases import add_cases
from archive_search.store.named import ORIGINS, ROLES, TYPES, Candidates, Mentions, NamedArticles, make_columns
from archive_search.store.recognitions import find_recognition
from archive_search.store.surfaces import (
    Names,
    Surfaces,
    write_acronyms,
)

_RANKS: dict[StrEnum, int] = {
    **{each: rank for rank, each in enumerate(TYPES)},
    **{each: rank for rank, each in enumerate(ROLES)},
    **{each: rank for rank, each in enumerate(ORIGINS)},
}
_ARTICLES = 200

Decisions: TypeAlias = Mapping[tuple[str, EntityType], EntityType | None]
"""Type that a spelling gets where a candidate was given one; None where it is no name."""


def find_keys(surface: str) -> tuple[str, str, str]:
    """Give the keys by which a spelling is looked up; see `archive_search.analysis.name_keys`."""
    sound = transliteration_key(surface) if is_full_name(surface) else ""
    return fold_name(surface), sound, surname_key(surface)


class _HeardDecisions(Decisions):
    """Give decisions, and remember of which spellings one was asked for, whether there was one or not."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self.asked: set[str] = set()

    def __getitem__(self, key: tuple[str, EntityType]) -> EntityType | None:
        self.asked.add(key[0])
        return self._decisions[key]

    def __iter__(self) -> Iterator[tuple[str, EntityType]]:
        return iter(self._decisions)

    def __len__(self) -> int:
        return len(self._decisions)


class Settling:
    """Bring the candidates and mentions of the articles of one archive up to date, inside one transaction.

    Attributes:
        surfaces: Spellings by number.
        names: Names by number.
        decisions: Type of each spelling, by the type that candidates were given; settling rests on them.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read the spellings and names that are known."""
        self._connection = connection
        self._named = NamedArticles(connection)
        self.surfaces = Surfaces(connection, find_keys)
        self.names = Names(connection)
        self.decisions: Decisions = {}

    def gather(self, models: Sequence[str]) -> None:
        """Find the candidates of the articles that have none, where a model has read all their paragraphs.

        Args:
            models: Fingerprints of the models, the one to be heard first at the head.
        """
        numbers = iter(self._named.unnamed())
        while some := list(islice(numbers, _ARTICLES)):
            lower: Counter[str] = Counter()
            capital: Counter[str] = Counter()
            for number, article in zip(some, fetch_articles(self._connection, some), strict=True):
                if self._gather_article(number, article, models):
                    found = count_cases([paragraph.text for paragraph in article.paragraphs])
                    lower.update(found[0])
                    capital.update(found[1])
            add_cases(self._connection, lower, capital)

    def _gather_article(self, number: int, article: Article, models: Sequence[str]) -> bool:
        spans = []
        for paragraph in article.paragraphs:
            encoded = self._find_recognition(paragraph.text, models)
            if encoded is None:
                return False
            spans.append(decode_spans(encoded))
        rows = [self._candidate_row(each) for each in find_candidates(article.paragraphs, spans)]
        self._named.write_candidates(number, Candidates(*make_columns(rows, len(Candidates._fields))))
        return True

    def _find_recognition(self, text: str, models: Sequence[str]) -> bytes | None:
        found = (find_recognition(self._connection, text_digest(text, model)) for model in models)
        return next((encoded for encoded in found if encoded is not None), None)

    def _candidate_row(self, each: Candidate) -> tuple[int, ...]:
        kinds = (_RANKS[each.type], _RANKS[each.role], _RANKS[each.origin])
        return (each.paragraph, each.start, each.end, self.surfaces.number(each.surface), *kinds)

    def settle(
        self, articles: Sequence[int], sought: Mapping[str, EntityType], on_article: Callable[[int], None]
    ) -> None:
        """Settle the mentions of some articles.

        Args:
            articles: Their numbers.
            sought: Spellings of the librarian's corrections, to be found in the text too.
            on_article: Called with the number settled so far.
        """
        numbers = iter(articles)
        done = 0
        while some := list(islice(numbers, _ARTICLES)):
            for number, article in zip(some, fetch_articles(self._connection, some), strict=True):
                self._settle_article(number, article, sought)
                done += 1
            on_article(done)

    def _settle_article(self, number: int, article: Article, sought: Mapping[str, EntityType]) -> None:
        candidates = self.read_candidates(number)
        decisions = _HeardDecisions(self.decisions)
        found = settle_article(article.paragraphs, candidates, decisions, sought=sought)
        self.record(number, article, found.settled, heard=decisions.asked)
        write_acronyms(self._connection, number, found.acronyms.items())

    def record(self, number: int, article: Article, settled: Sequence[Settled], *, heard: Iterable[str] = ()) -> None:
        """Store the mentions of an article that has candidates; those that cover no word are left out.

        Args:
            number: Number of the article.
            article: The article.
            settled: Its mentions.
            heard: Spellings whose decisions they rest on.
        """
        rows = [row for row in self._mention_rows(article, settled) if row is not None]
        surfaces = np.array(sorted(map(self.surfaces.number, heard)), np.uint32)
        mentions = Mentions(*make_columns(rows, len(Mentions._fields)))
        self._named.write_mentions(number, mentions, heard=surfaces)

    def read_candidates(self, number: int) -> list[Candidate]:
        """Give the candidates of an article, by its number."""
        columns = self._named.read_candidates(number)
        texts = self.surfaces.texts
        return [
            Candidate(paragraph, start, end, texts[surface], TYPES[entity_type], ROLES[role], ORIGINS[origin])
            for paragraph, start, end, surface, entity_type, role, origin in zip(
                *(each.tolist() for each in columns), strict=True
            )
        ]

    def _mention_rows(self, article: Article, settled: Sequence[Settled]) -> Iterator[tuple[int, ...] | None]:
        by_paragraph: dict[int, list[Settled]] = {}
        for each in settled:
            by_paragraph.setdefault(each.paragraph, []).append(each)
        for number, some in by_paragraph.items():
            text = article.paragraphs[number - 1].text
            places = place_spans(text, [Span(each.start, each.end) for each in some])
            for each, place in zip(some, places, strict=True):
                yield None if place is None else self._mention_row(each, *place)

    def _mention_row(self, each: Settled, first: int, last: int) -> tuple[int, ...]:
        name = self.names.number(each.type, each.name)
        surface = self.surfaces.number(each.surface)
        place = (each.paragraph, each.start, each.end, first, last - first)
        return (*place, surface, name, _RANKS[each.role], _RANKS[each.origin])
