import pytest

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.word_lists import read_words


def test_comments_of_a_list_are_no_words():
    assert not any(word.startswith("#") for word in read_words("portfolios.txt"))


@pytest.mark.parametrize(
    "file_name",
    [
        "addresses.txt",
        "agencies.txt",
        "concept_heads.txt",
        "generic_words.txt",
        "name_heads.txt",
        "organisation_heads.txt",
        "portfolio_adjectives.txt",
        "portfolios.txt",
        "sentence_openers.txt",
    ],
)
def test_lists_that_are_asked_by_fold_are_folded(file_name):
    assert all(fold_name(word) == word for word in read_words(file_name))
