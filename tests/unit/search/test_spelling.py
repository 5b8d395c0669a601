"""Which forms of an archive are spellings of a typed word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search.analysis.stemming import stem_form
from archive_search.indexing.vocabulary import Vocabulary
from archive_search.search.spelling import (
    accents_agree,
    exactly,
    find_family,
    find_spellings,
    has_lost_accents,
    is_spelling,
)
from archive_search.search.terms import TermSet
from search.samples import article, opened

TEXT = (
    "L'armée et les armes. ARMEE ET ARMES. Le marché, les marchés. La marche marche. Un DEPARTEMENT, un département, "
    "le départ. La pêche et le péché. Sur la côte, de ce côté. Lattaquié, LATTAQUIE. Le maire achète ; il a acheté."
)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vocabulary]:
    path: Path = tmp_path_factory.mktemp("spelling") / "archive"
    with opened(path, [article("all", TEXT)]) as parts:
        yield parts.corpus.vocabulary


def forms_of(terms: TermSet, vocabulary: Vocabulary) -> set[str]:
    """List the forms of the archive that some families stand for."""
    return {row.form for stem, forms in terms for row in vocabulary.of_stem(stem) if forms is None or row.form in forms}


FAMILIES = {
    "accented word and its capitals": ("armée", {"armée", "armee"}),
    "word typed without its accent": ("armee", {"armée", "armee"}),
    "arms": ("armes", {"armes"}),
    "accented word that leaves another without its accent": ("marché", {"marché", "marchés"}),
    "word that may lack an accent": ("marche", {"marche", "marché", "marchés"}),
    "long word in capitals": ("département", {"département", "departement"}),
    "long word without accents": ("departement", {"département", "departement"}),
    "accents that contradict": ("pêche", {"pêche"}),
    "both accents left out": ("peche", {"pêche", "péché"}),
    "two known words with one accent more": ("côte", {"côte"}),
    "the other of the two": ("côté", {"côté"}),
    "name": ("lattaquié", {"lattaquié", "lattaquie"}),
    "name without accents": ("lattaquie", {"lattaquié", "lattaquie"}),
    "inflections": ("acheter", {"achète", "acheté"}),
    "unknown word": ("inconnu", set()),
}


@pytest.mark.parametrize(("typed", "forms"), FAMILIES.values(), ids=FAMILIES)
def test_a_typed_word_stands_for_these_forms(vocabulary: Vocabulary, typed: str, forms: set[str]) -> None:
    assert forms_of(find_family(typed, vocabulary), vocabulary) == forms


def test_a_family_is_sorted_and_names_each_stem_once(vocabulary: Vocabulary) -> None:
    stems = [family.stem for family in find_family("peche", vocabulary)]
    assert stems == sorted(set(stems))


def test_spellings_are_the_forms_that_fold_alike(vocabulary: Vocabulary) -> None:
    assert forms_of(find_spellings("MARCHE".lower(), vocabulary), vocabulary) == {"marche", "marché"}


def test_exactly_asks_for_one_form() -> None:
    assert exactly("marché") == ((stem_form("marché"), frozenset({"marché"})),)


AGREEMENTS = {
    "same": ("base", "base", True),
    "accent left out": ("marche", "marché", True),
    "accent added": ("dégât", "dégat", True),
    "accents that contradict": ("pêche", "péché", False),
    "other accent on one letter": ("où", "oû", False),
    "other length": ("strasse", "straße", True),
}


@pytest.mark.parametrize(("one", "other", "agree"), AGREEMENTS.values(), ids=list(AGREEMENTS))
def test_accents_agree_unless_both_words_have_one(one: str, other: str, agree: bool) -> None:
    assert accents_agree(one, other) is accents_agree(other, one) is agree


def test_known_words_are_told_apart_when_both_have_accents() -> None:
    assert not is_spelling("côte", "côté")
    assert is_spelling("côte", "cote")


@pytest.mark.parametrize(
    ("bare", "word", "lost"),
    [
        ("senat", "sénat", True),
        ("departement", "département", True),
        ("activite", "activité", True),
        ("lattaquie", "lattaquié", True),
        ("souverainete", "souveraineté", True),
        ("marche", "marché", False),
        ("retraite", "retraité", False),
        ("sur", "sûr", False),
        ("meme", "même", True),
    ],
)
def test_a_word_that_lost_its_accents_is_told_from_a_word_of_its_own(bare: str, word: str, lost: bool) -> None:
    assert has_lost_accents(bare, word) is lost
