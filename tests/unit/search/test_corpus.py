"""The units and the words of a corpus, counted alike by the index and by articles in hand."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.search.corpus import Corpus, Level, change_level, confine, units_around, words_before
from archive_search.search.occurrences import Occurrences
from archive_search.search.page_corpus import PageCorpus
from archive_search.search.scope import EVERYWHERE
from search.samples import Opened, article, opened

# L’eau | armée et ONU 10000 hommes. Puis rien. | Des S 300. || … | — ! || Vingt et un A 1. Demain. | Fin.
ARTICLES = [
    article("a", "L'armée et l'O.N.U. : 10 000 hommes. Puis rien.", "Des S-300.", title="L’eau"),
    article("b", "— !", title="…"),
    article("c", "Vingt-et-un A-1. Demain.", "Fin."),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(tmp_path_factory.mktemp("corpus") / "archive", ARTICLES) as parts:
        yield parts


@pytest.fixture(params=["index", "articles in hand"])
def corpus(request: pytest.FixtureRequest, index: Opened) -> Corpus:
    return index.corpus if request.param == "index" else PageCorpus(ARTICLES, ())


def test_words_are_counted_over_the_paragraphs_of_their_article(corpus: Corpus) -> None:
    assert corpus.ordinals_of(corpus.sentence_starts).tolist() == [0, 1, 6, 8, 0, 5, 6]


def test_the_first_words_are_those_whose_end_is_among_them(corpus: Corpus) -> None:
    starts = corpus.sentence_starts
    pairs_of_words = Occurrences(starts, starts + 1)
    kept = confine(corpus, pairs_of_words, EVERYWHERE.in_first(7))
    assert kept.first.tolist() == starts[[0, 1, 4, 5]].tolist()


def test_everywhere_confines_nothing(corpus: Corpus) -> None:
    occurrences = Occurrences(corpus.sentence_starts, corpus.sentence_starts)
    assert confine(corpus, occurrences, EVERYWHERE) is occurrences


LEVELS = {
    "same": (Level.SENTENCE, Level.SENTENCE, [1, 2], [1, 2]),
    "sentences to paragraphs": (Level.SENTENCE, Level.PARAGRAPH, [1, 2, 3], [1, 2]),
    "sentences to articles": (Level.SENTENCE, Level.ARTICLE, [1, 3, 6], [0, 2]),
    "paragraphs to articles": (Level.PARAGRAPH, Level.ARTICLE, [0, 1, 3], [0, 1]),
    "articles to paragraphs": (Level.ARTICLE, Level.PARAGRAPH, [0, 2], [0, 1, 2, 5, 6]),
    "articles to sentences": (Level.ARTICLE, Level.SENTENCE, [1, 2], [4, 5, 6]),
    "paragraphs to sentences": (Level.PARAGRAPH, Level.SENTENCE, [1, 4, 6], [1, 2, 6]),
}


@pytest.mark.parametrize(("given_level", "wanted", "units", "changed"), LEVELS.values(), ids=list(LEVELS))
def test_units_of_one_level_become_those_of_another(
    corpus: Corpus, given_level: Level, wanted: Level, units: list[int], changed: list[int]
) -> None:
    assert change_level(corpus, np.array(units), given=given_level, wanted=wanted).tolist() == changed


def test_a_unit_around_several_comes_as_often(corpus: Corpus) -> None:
    around = units_around(corpus, np.array([1, 2, 3, 6]), given=Level.SENTENCE, wanted=Level.ARTICLE)
    assert around.tolist() == [0, 0, 0, 2]


@given(articles=st.lists(st.lists(st.integers(0, 5), max_size=4), max_size=5))
def test_the_words_before_a_paragraph_are_those_of_the_ones_before_it(articles: list[list[int]]) -> None:
    first_document = np.cumsum([0, *map(len, articles)])
    lengths = np.array([length for each in articles for length in each], np.uint8)
    expected = [sum(each[:rank]) for each in articles for rank in range(len(each))]
    assert words_before(lengths, first_document).tolist() == expected
