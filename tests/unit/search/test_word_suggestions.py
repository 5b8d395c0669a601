"""Words of the archive that are spelled almost like one that it does not have."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indexing.segments import build_segment, index_texts

from archive_search.analysis.folding import fold_form
from archive_search.indexing.reading import IndexReader
from archive_search.search.word_suggestions import MOST_SUGGESTED, suggest_words

# The words that matter are in as many articles as their texts come first: three, two, or one.
TEXTS = (
    "Le phare de Lattaquié éclaire un marin ; la péniche, la tante, le canot, le digne bateau ; litanie.",
    "Le phare de Lattaquié éclaire les marins ; la péniche, la tante, deux canots, la digue ; litanie.",
    "Le phare de Lattaquié éclairait les marins ; la péniche, un pharo, deux matons, la digue ; litanie.",
    "Le pharos de Lattaquie ; l'Otan et les vaccins de 2015 ; la tente, le canoë, le dogue ; litanie.",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    folder = tmp_path_factory.mktemp("index")
    halves = TEXTS[:2], TEXTS[2:]
    segments = [
        build_segment(folder, [index_texts(2 * half + number, text) for number, text in enumerate(texts, start=1)])
        for half, texts in enumerate(halves)
    ]
    return IndexReader(folder, [file for segment in segments for file in segment.name.files()])


SUGGESTED = {
    "letter changed": ("penicre", ["péniche"]),
    "letter added": ("Phaare", ["Phare"]),
    "letter missing": ("pénche", ["péniche"]),
    "letters swapped": ("pénihce", ["péniche"]),
    "other accents": ("pèniche", ["péniche"]),
    "two letters": ("pamiche", ["péniche"]),
    "two letters, one of them the first": ("zéliche", []),
    "same sound, three letters away": ("Latakié", ["Lattaquié"]),
    "same sound, in the first letters too": ("farros", ["pharos"]),
    "most frequent first among the equally near": ("tonte", ["tante", "tente"]),
    "nearest before more frequent": ("matuns", ["matons", "marins"]),
    "two letters, less frequent than one": ("marans", ["marins"]),
    "one form of a family, the most frequent": ("marinss", ["marins"]),
    "capitals of a name": ("Lattaquiié", ["Lattaquié"]),
    "capitals of an acronym": ("OTANN", ["OTAN"]),
    "elided article": ("l'Otin", ["Otan"]),
    "stop word": ("unes", []),
    "number": ("2016", []),
    "too short": ("lo", []),
    "too short for two letters": ("pinré", []),
    "nothing near": ("xylophone", []),
    "two words": ("phare-marin", []),
    "no word": ("—", []),
    "endless": ("pharee" * 50, []),
}


@pytest.mark.parametrize(("typed", "suggested"), SUGGESTED.values(), ids=list(SUGGESTED))
def test_words_spelled_almost_so_are_suggested(index: IndexReader, typed: str, suggested: list[str]) -> None:
    assert suggest_words(typed, index) == suggested


@settings(max_examples=40)
@given(typed=st.text(st.sampled_from("aeinoprtué' -*9\x00\ud800œ"), max_size=12))
def test_anything_typed_has_a_few_suggestions_from_the_archive(index: IndexReader, typed: str) -> None:
    suggested = suggest_words(typed, index)
    assert len(suggested) <= MOST_SUGGESTED
    assert all(index.vocabulary.folding_to(fold_form(each.lower())) for each in suggested)
