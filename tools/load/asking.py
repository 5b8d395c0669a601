"""Draw searches from the words and names of an archive, as addresses of result pages, the same for a seed."""

import random
import re
from collections.abc import Sequence

from archive_search import Archive
from archive_search.records import Article, EntityType, Kind
from archive_search.web.addresses import Addresses, Parameter

_WORD = re.compile(r"[^\W\d_]{4,}")
_EVER = "0001..9999"
_NAMED = {EntityType.PERSON: "person", EntityType.PLACE: "place", EntityType.ORG: "org"}


def draw_addresses(archive: Archive, *, count: int, seed: int) -> list[str]:
    """Draw different addresses, those of one, two and three words, phrases, operators and facets in turn.

    Args:
        archive: The archive; its articles must be dated.
        count: Number of addresses.
        seed: What the choice depends on, beside the archive.
    """
    chance = random.Random(seed)
    ids = archive.find("", dates=[_EVER])
    found: dict[str, None] = {}
    while len(found) < count:
        article = archive.fetch(chance.choice(ids))
        asked = _ask(archive, article, chance, kind=len(found) % 10)
        if asked:
            found[Addresses().page("search", **asked)] = None
    return list(found)


def _ask(archive: Archive, article: Article, chance: random.Random, *, kind: int) -> dict[str, Parameter]:
    """Ask for what an article has, in one of ten ways; nothing where it has not what the way needs."""
    words = _words(article)
    if len(words) < 3:
        return {}
    place = chance.randrange(len(words) - 2)
    first, second, third = words[place : place + 3]
    return _ways(archive, article, (first, second, third))[kind]


def _words(article: Article) -> list[str]:
    return [
        word for each in article.paragraphs if each.kind is Kind.BODY for word in _WORD.findall(each.text.casefold())
    ]


def _ways(archive: Archive, article: Article, words: Sequence[str]) -> list[dict[str, Parameter]]:
    first, second, third = words
    year = str(article.date.year) if article.date else None
    mentions = archive.names(article.id).mentions
    named: dict[str, Parameter] = {_NAMED[each.type]: each.entity for each in mentions[:1]}
    return [
        {"q": first},
        {"q": f"{first} {second}"},
        {"q": f"{first} {second} {third}"},
        {"q": f"{first} OU {third}"},
        {"q": f'"{first} {second}"'},
        {"q": first, "section": article.section},
        {"q": first, "date": year, "sort": "newest"},
        {"q": first, **named},
        {"q": f"{first} PRES/9 {third}", "date": year},
        {**named, "date": year},
    ]
