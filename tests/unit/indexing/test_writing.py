"""What the index gives back for each stem is what is in the paragraphs that live, however they came in."""

import random
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from engines.articles import make_article
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.stemming import stem_form
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.codec import ArchiveCodec
from archive_search.indexing.merging import MERGE_FACTOR
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.schema import Column
from archive_search.indexing.sealing import Seal
from archive_search.indexing.segment_writing import IndexedArticle
from archive_search.indexing.storage import IndexStorage
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.indexing.writing import IndexWriter
from archive_search.records import Article

WORDS = ("pont", "ponts", "mairie", "gare", "gares", "S-300", "l'eau", "d'Essigny", "pêche", "péché", "rouvre", "19e")
PARAGRAPH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
ARTICLE = st.lists(PARAGRAPH, min_size=1, max_size=3)
BATCH = st.lists(ARTICLE, max_size=3)


class Place(NamedTuple):
    """Hold one occurrence: article, paragraph, first and last position, exact form."""

    article: int
    paragraph: int
    first: int
    last: int
    form: str


class History:
    """Write an index commit by commit, and remember by plain means what must be in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.vocabulary = Vocabulary()
        self.living: dict[int, Article] = {}
        self.segments: list[int] = []
        self._generation = 0
        self._seals: list[Seal] = []
        self._next = 1

    def commit(self, batch: Iterable[list[str]] = (), removed: Iterable[int] = ()) -> None:
        writer = IndexWriter(self.path, generation=self._generation, vocabulary=self.vocabulary)
        for texts in batch:
            article = make_article(str(self._next), *texts)
            writer.add_article(IndexedArticle(number=self._next, article=article, source=self._next % 5))
            self.living[self._next] = article
            self._next += 1
        writer.delete_articles(removed)
        for number in removed:
            self.living.pop(number, None)
        self._generation, self._seals = writer.prepare({seal.name: seal for seal in self._seals})
        writer.clean(seal.name for seal in self._seals)
        writer.close()

    def open(self) -> IndexReader:
        return IndexReader(self.path, generation=self._generation)

    def expected(self) -> dict[str, list[Place]]:
        found = defaultdict(list)
        for number, article in self.living.items():
            for paragraph in article.paragraphs:
                for token in tokenize(paragraph.text):
                    place = Place(number, paragraph.number, token.position, token.last, token.form)
                    found[stem_form(token.form)].append(place)
        return found


def read_places(history: History, reader: IndexReader, stem: str) -> list[Place]:
    forms = {history.vocabulary.look_up(form)[0]: form for form in history.vocabulary._known}
    articles, paragraphs = reader.column(Column.ARTICLE), reader.column(Column.PARAGRAPH)
    found = reader.read_term(stem)
    return [
        Place(int(articles[document]), int(paragraphs[document]), first, last, forms[form])
        for document, first, last, form in zip(*(array.tolist() for array in found), strict=True)
    ]


def check(history: History) -> None:
    reader = history.open()
    expected = history.expected()
    for stem in {stem_form(token.form) for word in WORDS for token in tokenize(word)} | {"absent"}:
        assert sorted(read_places(history, reader, stem)) == sorted(expected[stem]), stem
    check_columns(history, reader)
    reader.close()


def check_columns(history: History, reader: IndexReader) -> None:
    alive = reader.alive
    paragraphs = [(number, each) for number, article in history.living.items() for each in article.paragraphs]
    numbers = sorted((number, each.number) for number, each in paragraphs)
    pairs = zip(reader.column(Column.ARTICLE)[alive], reader.column(Column.PARAGRAPH)[alive], strict=True)
    assert sorted((int(article), int(paragraph)) for article, paragraph in pairs) == numbers
    words = sum(token.last + 1 for _number, each in paragraphs for token in list(tokenize(each.text))[-1:])
    assert int(reader.column(Column.WORDS)[alive].sum()) == words
    assert (reader.column(Column.SOURCE) == reader.column(Column.ARTICLE) % 5).all()


@settings(max_examples=25)
@given(st.lists(BATCH, min_size=1, max_size=4), st.data())
def test_the_index_holds_what_the_paragraphs_hold(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[list[str]]], data: st.DataObject
) -> None:
    history = History(tmp_path_factory.mktemp("index"))
    for batch in batches:
        numbers = sorted(history.living)
        removed = data.draw(st.sets(st.sampled_from(numbers))) if numbers else ()
        history.commit(batch, removed)
        check(history)


@pytest.mark.parametrize("commits", [MERGE_FACTOR - 1, MERGE_FACTOR, MERGE_FACTOR + 1, MERGE_FACTOR * 3])
def test_merging_many_segments_changes_nothing(tmp_path: Path, commits: int) -> None:
    history = History(tmp_path)
    draw = random.Random(commits)
    for _ in range(commits):
        texts = [" ".join(draw.choices(WORDS, k=5)) for _ in range(3)]
        removed = draw.sample(sorted(history.living), k=len(history.living) // 4)
        history.commit([texts[:1], texts[1:]], removed)
    check(history)
    reader = history.open()
    assert reader.segment_count < MERGE_FACTOR
    reader.close()


def test_a_posting_list_longer_than_one_block_is_read_whole(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["pont gare pont"] * 3] * 150)
    check(history)


def test_removing_everything_leaves_an_empty_index(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["pont"], ["gare"]])
    history.commit(removed=[1, 2])
    reader = history.open()
    assert (reader.document_count, reader.segment_count, len(reader.read_term("pont").document)) == (0, 0, 0)
    reader.close()
    history.commit([["gare"]])
    check(history)


def test_the_paragraphs_of_an_article_stay_side_by_side(tmp_path: Path) -> None:
    history = History(tmp_path)
    for _ in range(MERGE_FACTOR + 1):
        history.commit([["pont", "gare", "eau"], ["mairie", "pont"]])
    reader = history.open()
    numbers = reader.column(Column.ARTICLE).tolist()
    changes = sum(before != after for before, after in pairwise(numbers))
    assert changes + 1 == len(set(numbers))
    reader.close()


def test_segments_have_their_own_names_even_when_chance_is_fixed(tmp_path: Path) -> None:
    names = set()
    for _ in range(3):
        random.seed(1)
        names.add(ArchiveCodec().new_segment(IndexStorage(tmp_path), "MAIN").segment_id())
    assert len(names) == 3


def test_sentences_begin_where_they_do(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["Le pont rouvre. La gare ferme.", "Une mairie."]])
    reader = history.open()
    found = reader.read_sentence_starts()
    assert list(zip(found.document.tolist(), found.position.tolist(), strict=True)) == [(0, 0), (0, 3), (1, 0)]
    reader.close()


def test_what_is_read_again_is_the_same(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.commit([["pont gare"]])
    reader = history.open()
    assert reader.read_term("pont") is reader.read_term("pont")
    reader.close()
