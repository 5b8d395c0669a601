"""Give an index that is built anew the names that the records have."""

import sqlite3

import numpy as np

from archive_search.analysis.fingerprint import analyzer_fingerprint
from archive_search.analysis.word_spans import place_spans
from archive_search.engines.local_writing import LocalWriter
from archive_search.engines.naming.resolving import read_layout
from archive_search.engines.naming.state import is_generation_named, note_next_generation
from archive_search.records import Article, Span
from archive_search.store.articles import iterate_articles
from archive_search.store.commits import FINGERPRINT, read_state
from archive_search.store.connecting import translated
from archive_search.store.named import Mentions, NamedArticles


def rebuild_names(writer: LocalWriter) -> None:
    """Write the places of entities into the generation that a writer is preparing.

    Where other rules cut the text into words before, mentions are first placed among the words of today.
    """
    with translated(writer.path):
        index, connection = writer.begin(), writer.connection
        if read_state(connection, FINGERPRINT) != analyzer_fingerprint():
            place_again(connection)
        index.set_names(read_layout(connection))
        if is_generation_named(connection):
            note_next_generation(connection)


def place_again(connection: sqlite3.Connection) -> None:
    """Count anew in which words mentions stand, once the rules that cut text into words have changed."""
    named = NamedArticles(connection)
    for number, article in iterate_articles(connection):
        mentions = named.read_mentions(number)
        if len(mentions.paragraph):
            named.write_mentions(number, _placed(mentions, article))


def _placed(mentions: Mentions, article: Article) -> Mentions:
    first, extra = mentions.first.copy(), mentions.extra.copy()
    for number in np.unique(mentions.paragraph).tolist():
        rows = np.flatnonzero(mentions.paragraph == number)
        bounds = zip(mentions.start[rows].tolist(), mentions.end[rows].tolist(), strict=True)
        places = place_spans(article.paragraphs[number - 1].text, [Span(*each) for each in bounds])
        for row, place in zip(rows.tolist(), places, strict=True):
            if place is not None:
                first[row], extra[row] = place[0], place[1] - place[0]
    return mentions._replace(first=first, extra=extra)
