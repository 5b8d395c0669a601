"""Free the articles of an archive of what their sources print in many others.

The lesson is learnt as articles come: each is freed of what is known to be repeated when it is stored, and those that
were stored before are looked at again at the end of the run.

Nothing here begins or commits a transaction: what was learnt is kept or dropped with the articles it was learnt from.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator

from archive_search.records import Article, Kind
from archive_search.sources.passages.passage_counts import Count, PassageCounts
from archive_search.sources.passages.repeatable import find_passages
from archive_search.sources.passages.repetition import take_out_repeated
from archive_search.store.articles import fetch_articles
from archive_search.store.repeated import (
    add_repeated,
    note_revised,
    numbers_to_revise,
    read_counts,
    read_repeated,
    sources_to_revise,
    write_counts,
)

# A hundred bytes each: what is held of the sources of a run, beyond the one being read.
MOST_COUNTS_HELD = 500_000

MOST_REVISED = 50_000
"""Articles looked at again in one run, some twenty seconds; the next run goes on."""

_CHUNK = 200


class Boilerplate:
    """Learn what each source repeats, and take it out of its articles."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Go on with what earlier runs learnt.

        Args:
            connection: Writer's connection; it must be inside a transaction whenever a method but `clean` is called.
        """
        self._connection = connection
        self._repeated = read_repeated(connection)
        self._counts: OrderedDict[str, PassageCounts] = OrderedDict()
        self._changed: set[str] = set()

    def clean(self, article: Article) -> Article:
        """Take out of an article what its source is known to repeat; the same object when there is nothing."""
        repeated = self._repeated.get(_source_of(article))
        return take_out_repeated(article, repeated) if repeated else article

    def note(self, article: Article) -> None:
        """Count the passages of an article that is new, or of which a new version was stored.

        Args:
            article: The article as `clean` gives it: what a known passage hid, before or behind it, is counted too.
        """
        source = _source_of(article)
        known = self._repeated.setdefault(source, set())
        passages = [passage for passage in find_passages(article) if passage.digest not in known]
        crossed = {passage.digest for passage in self._counts_of(source).add(passages, key=_key_of(article))}
        self._changed.add(source)
        if crossed:
            known |= crossed
            add_repeated(self._connection, source, crossed)

    def save(self) -> None:
        """Write the counts; to be called before each commit."""
        for source in self._changed:
            self._save(source)
        self._changed.clear()

    @property
    def has_revisions(self) -> bool:
        """Whether stored articles are to be looked at again."""
        return bool(sources_to_revise(self._connection))

    def find_revised(self, *, most: int = MOST_REVISED) -> Iterator[tuple[Article, int | None]]:
        """Find the stored articles that have a passage now known to be repeated.

        The caller stores each before it asks for the next; `note` is not for them.

        Args:
            most: Articles to look at; what is left is for the next run.

        Yields:
            The article without the passage, and the number of its file.
        """
        for source in sources_to_revise(self._connection):
            while most > 0 and (stored := numbers_to_revise(self._connection, source, most=min(_CHUNK, most))):
                most -= len(stored)
                articles = fetch_articles(self._connection, [each.number for each in stored])
                for article, (_, file) in zip(articles, stored, strict=True):
                    cleaned = self.clean(article)
                    if cleaned is not article:
                        yield cleaned, file
                note_revised(self._connection, source, stored[-1].number)
            if most > 0:
                note_revised(self._connection, source, None)

    def _counts_of(self, source: str) -> PassageCounts:
        counts = self._counts.get(source)
        if counts is None:
            articles, rows = read_counts(self._connection, source)
            counts = PassageCounts(articles, {digest: Count(*rest) for digest, *rest in rows})
            self._make_room()
            self._counts[source] = counts
        self._counts.move_to_end(source)
        return counts

    def _make_room(self) -> None:
        """Drop the sources that were not met for longest."""
        held = sum(len(counts.counts) for counts in self._counts.values())
        while held > MOST_COUNTS_HELD:
            source = next(iter(self._counts))
            if source in self._changed:
                self._save(source)
                self._changed.discard(source)
            held -= len(self._counts.pop(source).counts)

    def _save(self, source: str) -> None:
        counts = self._counts[source]
        rows = [(digest, *count) for digest, count in counts.counts.items()]
        write_counts(self._connection, source, counts.articles, rows)


def _source_of(article: Article) -> str:
    return article.source or ""


def _key_of(article: Article) -> str:
    """Give what tells an article from the reprints of its text: its longest paragraph is no invitation."""
    bodies = (paragraph.text for paragraph in article.paragraphs if paragraph.kind is Kind.BODY)
    return article.title or max(bodies, key=len, default="")
