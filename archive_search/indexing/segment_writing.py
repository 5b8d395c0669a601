"""Write the two files of a segment: what it knows of documents, and its terms with their postings."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from archive_search.indexing.dictionary import write_words
from archive_search.indexing.documents import Column, Documents, write_documents
from archive_search.indexing.forms import FormSet
from archive_search.indexing.postings import Entries, PostingsWriter
from archive_search.indexing.sections import GrowingSections, SectionWriter
from archive_search.indexing.segment_files import DOCUMENTS, TERMS


class FieldTerms(NamedTuple):
    """Hold the terms of one field.

    Attributes:
        name: Name of the field.
        terms: The terms, sorted.
        positions: Whether the field keeps positions.
        runs: Their entries, in runs that cover the terms in order.
    """

    name: str
    terms: Sequence[bytes]
    positions: bool
    runs: Iterable[Entries]


def write_segment(path: Path, documents: Documents, forms: FormSet, fields: Sequence[FieldTerms]) -> None:
    """Write a segment.

    Args:
        path: Folder and name of the segment.
        documents: Its documents.
        forms: The exact forms of its text.
        fields: Its fields in order of name; the stems of ``forms`` are the terms of the field ``text``.
    """
    with path.with_name(path.name + DOCUMENTS).open("wb") as file:
        writer = SectionWriter(file)
        write_documents(writer, documents)
        writer.finish(
            {
                "documents": len(documents.words),
                "articles": len(documents.paragraphs),
                "words": int(documents.words.sum()),
                "first_article": int(documents.columns[Column.NUMBER].min()) if len(documents.paragraphs) else 0,
            }
        )
    with path.with_name(path.name + TERMS).open("wb") as file:
        _write_terms(SectionWriter(file), path.parent, forms, fields)


def _write_terms(writer: SectionWriter, folder: Path, forms: FormSet, fields: Sequence[FieldTerms]) -> None:
    described = {}
    first = 0
    for field in fields:
        described[field.name] = [first, first + len(field.terms), int(field.positions)]
        first += len(field.terms)
    write_words(writer, "term", [term for field in fields for term in field.terms])
    forms.write(writer)
    growing = GrowingSections(folder)
    try:
        postings = PostingsWriter(growing)
        for field in fields:
            for run in field.runs:
                postings.add(run)
        postings.finish()
        growing.write_to(writer)
    finally:
        growing.close()
    writer.finish({"fields": described})
