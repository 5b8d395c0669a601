import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.sources.passages.line_ends import collect_forms, join_lines


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["la construc-", "tion du port"], "la construction du port"),
        (["à Saint-", "Denis hier"], "à Saint-Denis hier"),
        (["la saison 2014-", "2015"], "la saison 2014-2015"),
        (["peut-", "être demain"], "peut-être demain"),
        (["a-t-", "elle dit"], "a-t-elle dit"),
        (["L'opposi-", "tion"], "L'opposition"),
        (["la dé\xad", "cision"], "la décision"),
        (["la déci\xadsion"], "la décision"),
        (["Paris -", "Lyon"], "Paris - Lyon"),
        (["le port", "rouvre"], "le port rouvre"),
    ],
)
def test_lines_are_joined_as_a_reader_would(lines, expected):
    assert join_lines(lines) == expected


def test_what_the_text_prints_elsewhere_decides():
    forms = collect_forms(["le sous-préfet a dit", "un portefeuille vide ici"])
    assert join_lines(["au sous-", "préfet"], forms=forms) == "au sous-préfet"
    assert join_lines(["son porte-", "feuille"], forms=forms) == "son portefeuille"


@given(st.lists(st.text("abcdé", min_size=4, max_size=9), min_size=1, max_size=12), st.integers(1, 3))
def test_words_cut_anywhere_are_whole_again(words, place):
    lines = [line for word in words for line in (f"{word[:place]}-", word[place:])]
    text = join_lines(lines, forms=frozenset(words))
    assert re.split("[ -]", text) == words or text.replace("-", "") == " ".join(words)
