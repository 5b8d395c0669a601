"""Write one segment through the codec: columns document by document, then postings field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from archive_search.indexing.codec import ArchiveCodec
from archive_search.indexing.columns import ArrayColumn
from archive_search.indexing.inversion import Inverter, Posting
from archive_search.indexing.schema import INDEX_NAME, SENTENCE_TERM, Column, make_schema
from archive_search.indexing.storage import IndexStorage
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.indexing.zones import iterate_parts
from archive_search.records import Article, Paragraph


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexedArticle:
    """Hold an article as the index takes it: the record and the numbers that the store gave.

    Attributes:
        number: Number of this version of the article.
        article: The record.
        source: Number of its source, 0 for none.
        agency: Number of its agency, 0 for none.
        section: Number of its section, 0 for none.
    """

    number: int
    article: Article
    source: int = 0
    agency: int = 0
    section: int = 0


def date_number(article: Article) -> int:
    """Give the date of an article as the number YYYYMMDD, 0 when it is not known."""
    day = article.date
    return day.year * 10000 + day.month * 100 + day.day if day else 0


class SegmentWriter:
    """Gather articles in memory, then write them as one segment."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._inverter = Inverter(vocabulary)
        self._columns: dict[Column, list[int]] = {column: [] for column in Column}
        self._keys: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    @property
    def occurrences(self) -> int:
        """Count the words gathered so far."""
        return len(self._inverter)

    @property
    def documents(self) -> int:
        """Count the paragraphs gathered so far."""
        return self._inverter.documents

    def add_article(self, indexed: IndexedArticle) -> int:
        """Take an article; its paragraphs become consecutive documents.

        Returns:
            Its length in words.
        """
        article = indexed.article
        total = 0
        for paragraph, part in zip(article.paragraphs, iterate_parts(article.paragraphs), strict=True):
            self._add_keys(article, paragraph)
            words = self._inverter.add_paragraph(paragraph.text)
            self._add_columns(indexed, paragraph.number, part, words)
            total += words
        return total

    def _add_keys(self, article: Article, paragraph: Paragraph) -> None:
        keys = {
            "article": article.id,
            "paragraph": str(paragraph.number),
            "kind": paragraph.kind.value,
            "date": article.date.isoformat() if article.date else None,
            "source": article.source,
            "agency": article.agency,
            "section": article.section,
        }
        for field, value in keys.items():
            if value:
                self._keys[field][value].append(self.documents)

    def _add_columns(self, indexed: IndexedArticle, number: int, part: int, words: int) -> None:
        values = {
            Column.ARTICLE: indexed.number,
            Column.PARAGRAPH: number,
            Column.PART: part,
            Column.WORDS: words,
            Column.DATE: date_number(indexed.article),
            Column.SOURCE: indexed.source,
            Column.AGENCY: indexed.agency,
            Column.SECTION: indexed.section,
        }
        for column, value in values.items():
            self._columns[column].append(value)

    def write(self, storage: IndexStorage) -> Any:
        """Write the segment's files and give its Whoosh segment record."""
        return write_segment(storage, self._columns, self._iterate_fields())

    def _iterate_fields(self) -> Iterator[tuple[str, Iterable[tuple[bytes, list[Posting]]]]]:
        fields: dict[str, Iterable[tuple[bytes, list[Posting]]]] = {
            field: _key_terms(values) for field, values in self._keys.items()
        }
        sentences = self._inverter.sentence_postings()
        fields["sentence"] = [(SENTENCE_TERM, sentences)] if sentences else []
        fields["text"] = self._inverter.iterate_terms()
        yield from sorted(fields.items())


def _key_terms(values: dict[str, list[int]]) -> Iterator[tuple[bytes, list[Posting]]]:
    encoded = ((value.encode("utf-8", "replace"), documents) for value, documents in values.items())
    for term, documents in sorted(encoded):
        yield term, [Posting(document, 1, b"") for document in documents]


def write_segment(
    storage: IndexStorage,
    columns: dict[Column, list[int]],
    fields: Iterable[tuple[str, Iterable[tuple[bytes, list[Posting]]]]],
) -> Any:
    """Write a segment from its columns and its terms.

    Args:
        storage: Where its files go.
        columns: One list a column, one number a document.
        fields: In order of field name, the terms in order of their bytes, each with its postings.

    Returns:
        The Whoosh segment record to list in the table of contents.
    """
    codec = ArchiveCodec()
    segment = codec.new_segment(storage, INDEX_NAME)
    schema = make_schema()
    segment.set_doc_count(len(columns[Column.ARTICLE]))
    _write_columns(codec.per_document_writer(storage, segment), schema, columns)
    writer = codec.field_writer(storage, segment)
    for field, terms in fields:
        _write_field(writer, field, schema[field], terms, lengths=columns[Column.WORDS] if field == "text" else None)
    writer.close()
    return segment


def _write_columns(writer: Any, schema: Any, columns: dict[Column, list[int]]) -> None:
    array_column = ArrayColumn()
    words = columns[Column.WORDS]
    for document, length in enumerate(words):
        writer.start_doc(document)
        writer.add_field("text", schema["text"], None, length)
        for column, values in columns.items():
            writer.add_column_value(column.value, array_column, values[document])
        writer.finish_doc()
    writer.close()


def _write_field(
    writer: Any,
    name: str,
    field: Any,
    terms: Iterable[tuple[bytes, list[Posting]]],
    *,
    lengths: list[int] | None,
) -> None:
    writer.start_field(name, field)
    for term, postings in terms:
        writer.start_term(term)
        for document, frequency, value in postings:
            writer.add(document, float(frequency), value, lengths[document] if lengths else None)
        writer.finish_term()
    writer.finish_field()
