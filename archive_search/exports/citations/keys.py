"""Give each article of a file a key of its own, by which a text cites it.

A key tells who and when, then summarises the id: it is the same in every file, whatever else that file holds.

>>> from datetime import date
>>> from archive_search.exports.citations.keys import KeyMaker
>>> from archive_search.records import Article
>>> KeyMaker().make(Article(id="digue-1", paragraphs=(), source="L'Écho de Doriac", date=date(2017, 3, 2)))
'echo2017-21f7f0dc'
"""

import re
import unicodedata
from hashlib import blake2b

from archive_search.exports.citations.author_names import split_authors
from archive_search.records import Article

_WORD = re.compile(r"[a-z0-9]{2,}")
_ARTICLES = frozenset({"le", "la", "les", "un", "une", "the"})
_LONGEST_WORD = 20
_LONGEST_NAME = 100
_UNDATED = "sd"


class KeyMaker:
    """Make the keys of one file, no two of them the same."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def make(self, article: Article) -> str:
        """Give the key of an article; one that comes again, or summarises to the same, gets a number."""
        key = _key_of(article)
        count = self._used[key] = self._used.get(key, 0) + 1
        return key if count == 1 else f"{key}-{count}"


def _key_of(article: Article) -> str:
    year = article.date.year if article.date else _UNDATED
    digest = blake2b(article.id.encode(errors="replace"), digest_size=4).hexdigest()
    return f"{_first_word(article)}{year}-{digest}"


def _first_word(article: Article) -> str:
    """Give a word that names the author, else the publication, else the agency, in plain letters."""
    authors = [author.family for author in split_authors(article.authors[:1])]
    for name in (*authors, article.source or "", article.agency or ""):
        plain = unicodedata.normalize("NFKD", name[:_LONGEST_NAME]).encode("ascii", "ignore").decode().lower()
        words: list[str] = [word for word in _WORD.findall(plain) if word not in _ARTICLES]
        if words:
            return words[0][:_LONGEST_WORD]
    return "article"
