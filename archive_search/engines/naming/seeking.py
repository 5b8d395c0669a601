"""Find the articles whose names differ where the librarian's corrections seek other spellings than before."""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from archive_search.engines.naming.settling import Settling
from archive_search.entities.preparing import prepare_text
from archive_search.entities.settling import keeps_type, stands_unsought
from archive_search.records import Article, EntityType, Origin
from archive_search.store.articles import fetch_articles, numbers_with_text
from archive_search.store.named import ORIGINS, Mentions, NamedArticles

# What stands between blanks, hyphens and apostrophes is written alike wherever a name is.
_PIECE = re.compile(r"[^\w]+")
_ARTICLES = 200
_ALIAS = ORIGINS.index(Origin.ALIAS)


class Change(NamedTuple):
    """Hold the type by which corrections sought a spelling before, and seek it now; None where they do not."""

    before: EntityType | None
    now: EntityType | None


def find_unsought(connection: sqlite3.Connection, settling: Settling, changes: Mapping[str, Change]) -> list[int]:
    """List the articles that have candidates and a spelling which is not the mention that it should be.

    Args:
        connection: Writer's connection.
        settling: Knows spellings, names and decisions.
        changes: What corrections seek otherwise than when articles were settled, by spelling.
    """
    seeking = _Seeking(NamedArticles(connection), settling, changes)
    pieces = [max(_PIECE.split(spelling), key=len) for spelling in changes]
    numbers = iter(numbers_with_text(connection, pieces) if pieces else [])
    found: list[int] = []
    while some := list(islice(numbers, _ARTICLES)):
        articles = zip(some, fetch_articles(connection, some), strict=True)
        found += [number for number, article in articles if not seeking.is_as_sought(number, article)]
    unnamed = set(NamedArticles(connection).unnamed())
    return [number for number in found if number not in unnamed]


class _Seeking:
    def __init__(self, named: NamedArticles, settling: Settling, changes: Mapping[str, Change]) -> None:
        self._named = named
        self._settling = settling
        self._changes = changes

    def is_as_sought(self, number: int, article: Article) -> bool:
        """Tell whether an article has the names that it should have by now, as far as the spellings decide."""
        texts = [paragraph.text for paragraph in article.paragraphs]
        prepared = prepare_text("\n".join(texts))
        present = {each: change for each, change in self._changes.items() if prepare_text(each) in prepared}
        if not present:
            return True
        mentions = self._named.read_mentions(number)
        return all(
            self._is_found(mentions, each, change.now, prepared)
            if change.now is not None
            else self._is_without_trace(number, mentions, each, change.before, texts)
            for each, change in present.items()
        )

    def _is_found(self, mentions: Mentions, spelling: str, wanted: EntityType, text: str) -> bool:
        """Tell whether wherever a spelling stands in an article there is a mention of that type and name."""
        known = Counter(zip(mentions.surface.tolist(), mentions.name.tolist(), strict=True))
        total = 0
        for (surface, name), times in known.items():
            printed = self._settling.surfaces.texts[surface]
            if printed != spelling or self._settling.names.keys[name] == (wanted, spelling):
                total += times * prepare_text(printed).count(prepare_text(spelling))
        return total >= text.count(prepare_text(spelling))

    def _is_without_trace(
        self, number: int, mentions: Mentions, spelling: str, before: EntityType | None, texts: Sequence[str]
    ) -> bool:
        """Tell whether an article would have the same names if a spelling had never been sought."""
        printed = {self._settling.surfaces.texts[each] for each in mentions.surface[mentions.origin == _ALIAS].tolist()}
        if before is None or any(prepare_text(each) in prepare_text(spelling) for each in printed):
            return False
        candidates = [each for each in self._settling.read_candidates(number) if each.surface == spelling]
        # While it was sought nobody asked how it is decided; whoever did not must be told when that changes.
        is_decided = not all(map(keeps_type, candidates))
        if is_decided and self._settling.surfaces.number(spelling) not in self._named.read_heard(number):
            return False
        return stands_unsought(spelling, before, candidates, texts, self._settling.decisions)
