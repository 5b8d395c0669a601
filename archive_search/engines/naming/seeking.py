"""Find the articles in which a spelling of the librarian's corrections is not yet the mention that it should be."""

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from itertools import islice

from archive_search.engines.naming.settling import Settling
from archive_search.entities.preparing import prepare_text
from archive_search.records import Article, EntityType
from archive_search.store.articles import fetch_articles, numbers_with_text
from archive_search.store.named import NamedArticles

# What stands between blanks, hyphens and apostrophes is written alike wherever a name is.
_PIECE = re.compile(r"[^\w]+")
_ARTICLES = 200


def find_unsought(
    connection: sqlite3.Connection, settling: Settling, spellings: Mapping[str, EntityType | None]
) -> list[int]:
    """List the articles that have candidates and a spelling which is not the mention that it should be.

    Args:
        connection: Writer's connection.
        settling: Knows spellings and names by number.
        spellings: What the corrections name since articles were settled, with its type; None where they no longer do.
    """
    seeking = _Seeking(NamedArticles(connection), settling, spellings)
    pieces = [max(_PIECE.split(spelling), key=len) for spelling in spellings]
    numbers = iter(numbers_with_text(connection, pieces) if pieces else [])
    found: list[int] = []
    while some := list(islice(numbers, _ARTICLES)):
        articles = zip(some, fetch_articles(connection, some), strict=True)
        found += [number for number, article in articles if not seeking.is_as_sought(number, article)]
    unnamed = set(NamedArticles(connection).unnamed())
    return [number for number in found if number not in unnamed]


class _Seeking:
    def __init__(self, named: NamedArticles, settling: Settling, spellings: Mapping[str, EntityType | None]) -> None:
        self._named = named
        self._settling = settling
        self._spellings = spellings

    def is_as_sought(self, number: int, article: Article) -> bool:
        """Tell whether wherever a spelling stands in an article there is a mention of that type and name."""
        text = prepare_text("\n".join(paragraph.text for paragraph in article.paragraphs))
        present = {each: wanted for each, wanted in self._spellings.items() if prepare_text(each) in text}
        if not present or None in present.values():
            return not present
        mentions = self._named.read_mentions(number)
        known = Counter(zip(mentions.surface.tolist(), mentions.name.tolist(), strict=True))
        return all(
            self._count_known(known, each, wanted) >= text.count(prepare_text(each)) for each, wanted in present.items()
        )

    def _count_known(self, mentions: Mapping[tuple[int, int], int], spelling: str, wanted: EntityType | None) -> int:
        """Count where a spelling stands in mentions: in longer ones, or as the name of a thing of its type."""
        total = 0
        for (surface, name), times in mentions.items():
            printed = self._settling.surfaces.texts[surface]
            if printed != spelling or self._settling.names.keys[name] == (wanted, spelling):
                total += times * prepare_text(printed).count(prepare_text(spelling))
        return total
