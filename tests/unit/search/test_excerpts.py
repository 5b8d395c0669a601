"""What is marked of a page by the places that the index knows is what is marked by reading its articles."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws.named_archives import open_named
from referee.writing import trees, write_articles, write_mentions

from archive_search.query.tree import Node, Word
from archive_search.records import Article
from archive_search.search import excerpts
from archive_search.search.evaluation import Evaluator
from archive_search.search.excerpts import Excerpt, evaluate_excerpt
from archive_search.search.marking import ArticleMarks, find_marks, mark_articles
from archive_search.search.page_corpus import PageCorpus
from search.samples import Opened, opened

ARTICLES = write_articles(7, count=12)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(tmp_path_factory.mktemp("excerpts") / "archive", ARTICLES) as parts:
        yield parts


def described(articles: Sequence[Article], marks: Sequence[ArticleMarks]) -> list[dict[int, object]]:
    """Give the leaves and the spans of every marked paragraph of each article."""
    return [
        {
            paragraph.number: (found.leaves_of(paragraph.number), found.cut_spans(paragraph))
            for paragraph in each.paragraphs
            if paragraph.number in found.paragraphs
        }
        for each, found in zip(articles, marks, strict=True)
    ]


@settings(max_examples=200)
@given(tree=trees(), data=st.data())
def test_the_index_marks_what_the_texts_mark(archive: Opened, tree: Node, data: st.DataObject) -> None:
    resolution = archive.resolve(tree)
    whole = Evaluator(archive.corpus, resolution.terms)
    found = whole.units(resolution.tree).tolist()
    numbers = np.array(sorted(data.draw(st.sets(st.sampled_from(found))) if found else []), np.int64)
    articles = [ARTICLES[number] for number in numbers.tolist()]
    excerpt = evaluate_excerpt(whole, resolution.tree, resolution.terms, numbers)
    by_index = find_marks(excerpt, resolution.tree, numbers)
    assert list(by_index) == numbers.tolist()
    by_text = mark_articles(articles, resolution.tree, resolution.terms)
    assert described(articles, list(by_index.values())) == described(articles, by_text)


def test_an_excerpt_has_the_words_of_its_articles_alone(archive: Opened) -> None:
    resolution = archive.resolve(Word(text="armée"))
    whole = Evaluator(archive.corpus, resolution.terms)
    everywhere = archive.corpus.find_forms("armee", None)
    for number in range(len(ARTICLES)):
        excerpt = Excerpt(whole, np.array([number]))
        found = excerpt.find_forms("armee", None)
        assert found.size == np.count_nonzero(archive.corpus.articles_of(everywhere.document) == number)
        assert set(excerpt.articles_of(found.document).tolist()) <= {number}


def test_an_excerpt_has_the_names_of_its_articles_alone(archive: Opened) -> None:
    with open_named(archive.archive.path, write_mentions(7, ARTICLES)) as named:
        whole = Evaluator(named.corpus, {})
        everywhere = named.corpus.find_names("org", "org:armee")
        owners = named.corpus.articles_of(everywhere.document)
        assert len(set(owners.tolist())) > 1
        for number in range(len(ARTICLES)):
            found = Excerpt(whole, np.array([number])).find_names("org", "org:armee")
            assert found.first.tolist() == everywhere.first[owners == number].tolist()


def test_an_excerpt_counts_the_words_of_articles_as_the_whole_does(archive: Opened) -> None:
    places = archive.corpus.find_forms("armee", None).last
    excerpt = Excerpt(Evaluator(archive.corpus, {}), np.array([0]))
    assert excerpt.ordinals_of(places).tolist() == archive.corpus.ordinals_of(places).tolist()


def test_texts_alone_name_nobody() -> None:
    assert PageCorpus(ARTICLES, ()).find_names("org", "org:armee").size == 0


def test_words_too_far_into_a_paragraph_are_left_out(archive: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excerpts, "MARKED_CHARACTERS", 6)
    whole = Evaluator(archive.corpus, {})
    everywhere = archive.corpus.find_forms("armee", None)
    found = Excerpt(whole, np.arange(len(ARTICLES))).cut(everywhere)
    assert found.first.tolist() == [place for place in everywhere.first.tolist() if place % (1 << 32) < 3]
