"""Both Snowball stemmers stem alike, and only a known version of the one in C is used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.french_stemmer import FrenchStemmer

from archive_search.analysis import snowball
from archive_search.analysis.snowball import COMPILED_VERSION, load_snowball
from archive_search.analysis.stemming import overridden_forms


@pytest.fixture(autouse=True)
def _forget_the_choice():
    load_snowball.cache_clear()
    yield
    load_snowball.cache_clear()


class Compiled:
    """Stand in for PyStemmer: it knows one word."""

    def __init__(self, version: str) -> None:
        self.version = lambda: version

    def Stemmer(self, language: str, cache_size: int) -> "Compiled":  # noqa: N802 - the name that PyStemmer gives it
        assert (language, cache_size) == ("french", 0)
        return self

    def stemWord(self, word: str) -> str:  # noqa: N802 - the name that PyStemmer gives it
        return "compiled"


@pytest.mark.parametrize(
    ("compiled", "stem"),
    [
        pytest.param(Compiled(COMPILED_VERSION), "compiled", id="known version"),
        pytest.param(Compiled("0.0"), "continuel", id="unknown version"),
        pytest.param(None, "continuel", id="not installed"),
    ],
)
def test_the_stemmer_in_c_is_used_in_the_known_version_only(monkeypatch, compiled, stem):
    monkeypatch.setattr(snowball, "Stemmer", compiled)
    assert load_snowball()("continuellement") == stem


def test_both_stem_the_words_of_the_overrides_alike():
    compiled = pytest.importorskip("Stemmer", reason="PyStemmer is not installed").Stemmer("french")
    words = sorted(set(overridden_forms()) | set(overridden_forms().values()))
    assert compiled.stemWords(words) == FrenchStemmer().stemWords(words)


FRENCH = st.text(alphabet="abcdefghijlmnopqrstuvxyzéèêëàâçîïôûùœæ", max_size=14)
ENDINGS = st.sampled_from(
    ["", "ement", "issement", "ateur", "euses", "ités", "logie", "ences", "îmes", "issions", "ïé", "iii"]
)


@given(word=st.builds(str.__add__, FRENCH, ENDINGS) | st.text(st.characters(categories=["L"]), max_size=64))
def test_both_stem_any_word_alike(word):
    compiled = pytest.importorskip("Stemmer", reason="PyStemmer is not installed").Stemmer("french")
    assert compiled.stemWord(word) == FrenchStemmer().stemWord(word)
