"""Truncations and tolerant spellings to the forms of an archive; hostile ones to nothing."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.indexing.vocabulary import Vocabulary
from archive_search.search.expansion import MAX_EXPANSION, find_matching, find_near, pattern_pieces
from search.samples import article, opened

TEXT = (
    "Syrie, Syrien, Syriens, Syriennes, Assyrie. Électricité, ELECTIONS. Choïgou, Choigou, Shoigu, Choïgu. "
    "Aujourd'hui les prud’hommes. Le S-300, le S300, 10 000. Hui, hommes, huit. Путин. O.N.U. bas base basse"
)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vocabulary]:
    texts = (TEXT, "a" * 100, " ".join(f"mot{number}" for number in range(MAX_EXPANSION + 10)))
    with opened(tmp_path_factory.mktemp("expansion") / "archive", [article("all", *texts)]) as parts:
        yield parts.corpus.vocabulary


PIECES = {
    "one word": ("Syri*", ["syri*"]),
    "compound": ("vice-prés*", ["vice", "prés*"]),
    "elided article": ("l'arm*", ["arm*"]),
    "curly apostrophe": ("D’Al*", ["al*"]),
    "apostrophe of the word itself": ("aujourd'h*", ["aujourd'h*"]),
    "elided article of a compound": ("c'est-à-d*", ["est", "à", "d*"]),
    "hyphens alone": ("--", []),
}


@pytest.mark.parametrize(("text", "pieces"), PIECES.values(), ids=list(PIECES))
def test_a_pattern_is_cut_into_words(text: str, pieces: list[str]) -> None:
    assert pattern_pieces(text) == pieces


MATCHES = {
    "any end": ("syri*", {"syrie", "syrien", "syriens", "syriennes"}),
    "accents ignored": ("élect*", {"électricité", "elections"}),
    "star inside": ("cho*gu", {"choïgu"}),
    "one letter": ("ch?igou", {"choïgou", "choigou"}),
    "one letter at most at the end": ("bas?", {"bas", "base"}),
    "two letters at most at the end": ("bas??", {"bas", "base", "basse"}),
    "no letter at the end of a star": ("syrie*?", {"syrie", "syrien", "syriens", "syriennes"}),
    "several stars": ("s*ri***nes", {"syriennes"}),
    "apostrophe": ("aujourd'h*", {"aujourd'hui"}),
    "apostrophe of another shape": ("prud’hom*", {"prud'hommes"}),
    "joined form of a compound": ("s30*", {"s300"}),
    "dotted acronym": ("o.n.u*", {"onu"}),
    "other script": ("пути*", {"путин"}),
    "no such word": ("zzz*", set()),
}


@pytest.mark.parametrize(("pattern", "forms"), MATCHES.values(), ids=list(MATCHES))
def test_a_pattern_fits_these_forms(vocabulary: Vocabulary, pattern: str, forms: set[str]) -> None:
    assert {row.form for row in find_matching(pattern, vocabulary)} == forms


def test_a_pattern_names_a_form_once(vocabulary: Vocabulary) -> None:
    found = find_matching("syrie*?", vocabulary)
    assert len(found) == len(set(found))


def test_an_expansion_stops_one_above_its_bound(vocabulary: Vocabulary) -> None:
    assert len(find_matching("mot*", vocabulary)) == MAX_EXPANSION + 1


@pytest.mark.parametrize(
    "pattern",
    [
        "syr[ia]*",
        "syr]*",
        "syr%*",
        "syr_*",
        "syr'*",
        'syr"*',
        "syr;drop vocabulary forms--*",
        "syr\x00*",
        "syr\ud800*",
        "syr\\*",
    ],
    ids=ascii,
)
def test_signs_of_other_languages_mean_nothing_in_a_pattern(vocabulary: Vocabulary, pattern: str) -> None:
    assert {row.form for row in find_matching(pattern, vocabulary)} <= {"syrie", "syrien", "syriens", "syriennes"}


@pytest.mark.parametrize(
    "pattern",
    ["a*" * 50 + "b", "abc" + "x" * 60_000 + "*", "abc" + "?" * 60_000, "*" * 60_000 + "b", "?a" * 40_000],
    ids=["many stars", "endless", "endless questions", "endless stars", "endless holes"],
)
def test_a_hostile_pattern_is_answered_at_once(vocabulary: Vocabulary, pattern: str) -> None:
    started = time.perf_counter()
    find_matching(pattern, vocabulary)
    assert time.perf_counter() - started < 1


@given(pattern=st.text(max_size=30))
def test_any_pattern_is_answered(vocabulary: Vocabulary, pattern: str) -> None:
    for piece in pattern_pieces(pattern):
        assert len(find_matching(piece, vocabulary)) <= MAX_EXPANSION + 1


NEAR = {
    "accents ignored": ("choïgou", 1, {"choïgou", "choigou", "choïgu"}),
    "two letters": ("choïgou", 2, {"choïgou", "choigou", "choïgu", "shoigu"}),
    "neighbours swapped": ("syrei", 1, {"syrie"}),
    "letter added": ("assyries", 1, {"assyrie"}),
    "nothing near": ("xxxxxx", 2, set()),
}


@pytest.mark.parametrize(("form", "distance", "forms"), NEAR.values(), ids=list(NEAR))
def test_these_forms_are_near(vocabulary: Vocabulary, form: str, distance: int, forms: set[str]) -> None:
    assert {row.form for row in find_near(form, distance, vocabulary)} == forms


def test_near_forms_stop_one_above_their_bound(vocabulary: Vocabulary) -> None:
    assert len(find_near("mot1111", 2, vocabulary)) <= MAX_EXPANSION + 1
