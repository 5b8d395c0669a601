"""Build a segment: gather articles, analyse them batch by batch, write all of it at once."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.batches import BatchAnalyzer
from archive_search.indexing.documents import Column, Documents
from archive_search.indexing.forms import FormBytes, FormSet, encode_form
from archive_search.indexing.inversion import Words, invert_text, join_words, mark_sentences, place_words
from archive_search.indexing.keys import key_field, rank_field
from archive_search.indexing.segment_writing import FieldTerms, write_segment
from archive_search.indexing.zones import iterate_parts
from archive_search.records import Article, Kind

ANALYSED_TEXTS = 2_000
"""Paragraphs that are analysed together."""

_KINDS = tuple(Kind)
_RANK_OF_KIND = {kind: rank for rank, kind in enumerate(_KINDS)}


class IndexedArticle(NamedTuple):
    """Hold what the index takes of an article, in types that are quickly sent to another process.

    Attributes:
        number: Number that the records gave to this version of the article.
        date: Day as YYYYMMDD, 0 when unknown.
        labels: Numbers of source, agency and section, 0 for none.
        keys: Id, day in ISO 8601, source, agency and section; None for what is unknown.
        kinds: Ranks of the kinds of the paragraphs in `Kind`.
        texts: Texts of the paragraphs.
    """

    number: int
    date: int
    labels: tuple[int, int, int]
    keys: tuple[str, str | None, str | None, str | None, str | None]
    kinds: bytes
    texts: tuple[str, ...]


def index_article(number: int, article: Article, labels: tuple[int, int, int]) -> IndexedArticle:
    """Take of an article what the index needs."""
    day = article.date
    return IndexedArticle(
        number,
        day.year * 10000 + day.month * 100 + day.day if day else 0,
        labels,
        (article.id, day.isoformat() if day else None, article.source, article.agency, article.section),
        bytes([_RANK_OF_KIND[paragraph.kind] for paragraph in article.paragraphs]),
        tuple([paragraph.text for paragraph in article.paragraphs]),
    )


class SegmentBuilder:
    """Build one segment after the other; what was learnt of word forms is kept from one to the next.

    Attributes:
        words: Words held in memory, those apart that wait to be analysed.
    """

    def __init__(self) -> None:
        self._analyzer = BatchAnalyzer()
        self._encoded: list[FormBytes] = []
        self._begin()

    def _begin(self) -> None:
        self._articles: list[tuple[int, int, tuple[int, int, int], tuple[str | None, ...]]] = []
        self._kinds: list[bytes] = []
        self._texts: list[str] = []
        self._words: list[Words] = []
        self.words = 0
        self._documents = 0

    def add(self, article: IndexedArticle) -> None:
        """Take an article; its paragraphs become consecutive documents."""
        self._articles.append(article[:4])
        self._kinds.append(article.kinds)
        self._texts += article.texts
        if len(self._texts) >= ANALYSED_TEXTS:
            self._analyse()

    def drop(self) -> None:
        """Forget what was taken and not written."""
        self._begin()

    def _analyse(self) -> None:
        self._words.append(place_words(self._analyzer.analyse(self._texts), self._documents))
        self.words += len(self._words[-1].form)
        self._documents += len(self._texts)
        self._texts = []

    def write(self, path: Path) -> bool:
        """Write what was taken as a segment, and begin the next.

        Args:
            path: Folder and name of the segment.

        Returns:
            Whether there was anything to write.
        """
        if self._texts:
            self._analyse()
        if not self._documents:
            return False
        words = join_words(self._words)
        self._words = []
        forms, numbers = self._arrange_forms(words)
        fields = [*self._key_fields(), mark_sentences(words), invert_text(words, numbers, forms.order)]
        write_segment(path, self._gather_documents(words), forms, sorted(fields))
        self._begin()
        return True

    def _arrange_forms(self, words: Words) -> tuple[FormSet, NDArray[np.int64]]:
        """Arrange the forms of the segment, and give for each number of a form its place among them."""
        known = self._analyzer.forms
        self._encoded += map(encode_form, known[len(self._encoded) :])
        used = np.flatnonzero(np.bincount(words.form, minlength=len(known)))
        numbers = np.zeros(len(known), np.int64)
        numbers[used] = np.arange(len(used))
        return FormSet([self._encoded[number] for number in used.tolist()]), numbers

    def _key_fields(self) -> list[FieldTerms]:
        paragraphs = np.fromiter(map(len, self._kinds), np.int64, len(self._kinds))
        keys = list(zip(*(article[3] for article in self._articles), strict=True))
        names = ("article", "date", "source", "agency", "section")
        fields = [key_field(name, values, paragraphs) for name, values in zip(names, keys, strict=True)]
        kinds = [_KINDS[kind].value for kind in b"".join(self._kinds)]
        return [
            *fields,
            key_field("kind", kinds, np.ones(len(kinds), np.int64)),
            rank_field("paragraph", paragraphs),
        ]

    def _gather_documents(self, words: Words) -> Documents:
        labels = np.array([article[2] for article in self._articles], np.int64).reshape(-1, 3)
        ids = [(article[3][0] or "").encode("utf-8", "replace") for article in self._articles]
        parts = [part for kinds in self._kinds for part in iterate_parts([_KINDS[kind] for kind in kinds])]
        columns = {
            Column.NUMBER: np.array([article[0] for article in self._articles], np.int64),
            Column.DATE: np.array([article[1] for article in self._articles], np.int64),
            Column.SOURCE: labels[:, 0],
            Column.AGENCY: labels[:, 1],
            Column.SECTION: labels[:, 2],
        }
        paragraphs = np.fromiter(map(len, self._kinds), np.int64, len(self._kinds))
        return Documents(ids, columns, paragraphs, np.array(parts, np.int64), words.lengths.astype(np.int64))
