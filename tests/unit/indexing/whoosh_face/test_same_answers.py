"""Whoosh gives the same answers over an archive as over an index that it wrote itself from the same words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from engines.articles import make_article
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh import fields, index, query
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import RamStorage
from whoosh.query import spans
from whoosh.searching import Searcher

from archive_search import Archive
from archive_search.indexing.whoosh_face.analyzer import FrenchAnalyzer
from archive_search.indexing.whoosh_face.codec import ArchiveCodec

WORDS = ("pont", "ponts", "mairie", "gare", "gares", "rouvre", "digue")
STEMS = ("pont", "mairi", "gar", "rouvr", "digu", "absent")
PARAGRAPHS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12)

TERMS = st.sampled_from(STEMS).map(lambda stem: query.Term("text", stem))
PHRASES = st.lists(st.sampled_from(STEMS), min_size=2, max_size=3).map(lambda stems: query.Phrase("text", stems))
PREFIXES = st.sampled_from(("p", "g", "ro", "z")).map(lambda prefix: query.Prefix("text", prefix))
NEAR = st.tuples(TERMS, TERMS, st.integers(1, 3)).map(lambda found: spans.SpanNear(*found[:2], slop=found[2]))
QUERIES = st.recursive(
    TERMS | PHRASES | PREFIXES,
    lambda inner: (
        st.lists(inner, min_size=2, max_size=3).map(query.And)
        | st.lists(inner, min_size=2, max_size=3).map(query.Or)
        | st.tuples(inner, inner).map(lambda pair: query.AndMaybe(*pair))
    ),
    max_leaves=5,
)
# Inside another query Whoosh asks an AndNot that has ended where it stands, and its own codec then answers with a
# document that was long passed, or not at all.
EXCLUSIONS = st.tuples(QUERIES, QUERIES).map(lambda pair: query.AndNot(*pair))
# Whoosh cannot estimate the size of a span query, and so takes none inside another.
QUESTIONS = st.lists(QUERIES | EXCLUSIONS | NEAR, min_size=5, max_size=10)


@contextmanager
def open_archive(paragraphs: list[str]) -> Iterator[Searcher]:
    """Index one article of one paragraph for each text, in two segments."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive"
        with Archive.create(path) as archive:
            archive.add_articles([make_article(f"a{rank:02}", text) for rank, text in enumerate(paragraphs)])
        with index.open_dir(str(path / "whoosh")).searcher() as searcher:
            yield searcher


@contextmanager
def open_whoosh(paragraphs: list[str], codec: object) -> Iterator[Searcher]:
    schema = fields.Schema(article=fields.ID(stored=True), text=fields.TEXT(FrenchAnalyzer(), sortable=True))
    made = RamStorage().create_index(schema)
    with made.writer(codec=codec) as writer:
        for rank, text in enumerate(paragraphs):
            writer.add_document(article=f"a{rank:02}", text=text)
    with made.searcher() as searcher:
        yield searcher


def answer(searcher: Searcher, wanted: query.Query, limit: int | None) -> list[tuple[str, float]]:
    return [(hit["article"], pytest.approx(hit.score)) for hit in searcher.search(wanted, limit=limit)]


@settings(max_examples=10, deadline=None)
@given(PARAGRAPHS, QUESTIONS, st.sampled_from([None, 1, 3]))
def test_an_archive_answers_as_whoosh_does(paragraphs: list[str], queries: list[query.Query], limit: int) -> None:
    with open_archive(paragraphs) as ours, open_whoosh(paragraphs, W3Codec()) as theirs:
        for wanted in queries:
            assert answer(ours, wanted, limit) == answer(theirs, wanted, limit)


PONT = query.Term("text", "pont")


@settings(max_examples=40, deadline=None)
@example(["pont", "pont pont", "pont"], [query.Or([PONT, PONT])], 1, 1)
@given(PARAGRAPHS, QUESTIONS, st.sampled_from([None, 1, 3]), st.integers(1, 4))
def test_our_codec_answers_as_that_of_whoosh(
    paragraphs: list[str], queries: list[query.Query], limit: int, block: int
) -> None:
    with (
        open_whoosh(paragraphs, ArchiveCodec(blocklimit=block)) as ours,
        open_whoosh(paragraphs, W3Codec(blocklimit=block)) as theirs,
    ):
        for wanted in queries:
            assert answer(ours, wanted, limit) == answer(theirs, wanted, limit)


@settings(max_examples=25, deadline=None)
@given(PARAGRAPHS)
def test_our_codec_tells_of_terms_what_that_of_whoosh_tells(paragraphs: list[str]) -> None:
    with open_whoosh(paragraphs, ArchiveCodec()) as ours, open_whoosh(paragraphs, W3Codec()) as theirs:
        assert describe(ours) == describe(theirs)


def describe(searcher: Searcher) -> list[tuple[object, ...]]:
    return [
        (
            term,
            info.weight(),
            info.doc_frequency(),
            info.min_length(),
            info.max_length(),
            info.max_weight(),
            info.min_id(),
            info.max_id(),
        )
        for term, info in searcher.reader()
    ]
