"""The forms of an archive are those of all its segments, each told once."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import stem_form
from archive_search.indexing.vocabulary import Vocabulary
from indexing.segments import make_vocabulary

SEGMENTS = (
    "pont ponts pontée côte cote quai l'eau",
    "pont pontons coté anse aval amont",
    "mairie ponts pêche pêcher péché rive arrivée",
)
FORMS = sorted({form.removeprefix("l'") for text in SEGMENTS for form in text.split()} | {"l"})
GLOBS = st.lists(st.sampled_from(["*", "?", "**", "p", "on", "t", "e", "a", "r", "s", "'"]), max_size=6).map("".join)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return make_vocabulary(tmp_path_factory.mktemp("index"), *SEGMENTS)


@pytest.fixture(scope="module")
def known(vocabulary: Vocabulary) -> list[str]:
    return [row.form for row in vocabulary.matching("*", limit=10**6)]


def fitting(glob: str, forms: list[str]) -> list[str]:
    """List the forms whose folded spelling fits a pattern, by plain means."""
    return sorted(
        (form for form in forms if fnmatchcase(fold_form(form), glob)), key=lambda form: (fold_form(form), form)
    )


def test_each_form_is_told_once(vocabulary: Vocabulary, known: list[str]) -> None:
    assert len(known) == len(set(known)) == vocabulary.count()
    assert {form for text in SEGMENTS for form in text.replace("l'", "").split()} <= set(known)


def test_the_forms_of_one_segment_are_counted_without_reading_them(tmp_path: Path) -> None:
    assert make_vocabulary(tmp_path, "pont pont ponts").count() == 2


def test_no_segments_have_no_forms(tmp_path: Path) -> None:
    empty = Vocabulary([], tmp_path)
    assert (empty.count(), empty.matching("*", limit=9), empty.matching("*", limit=10**6)) == (0, [], [])


@pytest.mark.parametrize(
    ("folded", "found"), [("cote", {"cote", "coté", "côte"}), ("peche", {"pêche", "péché"}), ("absent", set())]
)
def test_forms_are_found_by_folded_spelling_in_all_segments(
    vocabulary: Vocabulary, folded: str, found: set[str]
) -> None:
    assert {row.form for row in vocabulary.folding_to(folded)} == found


def test_the_forms_of_a_family_are_gathered_from_all_segments(vocabulary: Vocabulary, known: list[str]) -> None:
    found = [row.form for row in vocabulary.of_stem(stem_form("pont"))]
    assert sorted(found) == sorted(form for form in known if stem_form(form) == stem_form("pont"))
    assert vocabulary.of_stem("absent") == []


def test_every_row_tells_the_stem_and_the_folded_spelling(vocabulary: Vocabulary) -> None:
    for row in vocabulary.matching("*", limit=10**6):
        assert (row.stem, row.folded) == (stem_form(row.form), fold_form(row.form))


@settings(max_examples=200)
@given(glob=GLOBS)
def test_patterns_find_what_they_find_in_a_list(vocabulary: Vocabulary, known: list[str], glob: str) -> None:
    assert [row.form for row in vocabulary.matching(glob, limit=1000)] == fitting(glob, known)


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 100])
def test_of_many_forms_the_first_are_given(vocabulary: Vocabulary, known: list[str], limit: int) -> None:
    assert [row.form for row in vocabulary.matching("p*", limit=limit)] == fitting("p*", known)[:limit]


@pytest.mark.parametrize(
    "glob",
    ["*a" * 12 + "*b", "a*" * 12 + "b", "?*" * 12 + "b", "*a?" * 12 + "b", "*" * 1000 + "b", "*" + "a" * 500 + "b"],
    ids=lambda glob: f"{glob[:9]}..., {len(glob)} signs",
)
def test_a_pattern_made_to_cost_much_is_answered(tmp_path: Path, glob: str) -> None:
    # Backtracking over these would take longer than anybody waits.
    long_words = " ".join("a" * (60 + rank % 40) + "cd"[rank % 2] for rank in range(80))
    vocabulary = make_vocabulary(tmp_path, f"{long_words} {'a' * 50}b")
    assert [row.form for row in vocabulary.matching(glob, limit=5)] == (
        [] if len(glob) > 1001 or "a" * 500 in glob else ["a" * 50 + "b"]
    )


@pytest.mark.parametrize("glob", ["pon[t]", "po.t", "^pont$", "pont|quai", "(pont)", "pont\\"])
def test_a_pattern_has_no_signs_but_star_and_question_mark(vocabulary: Vocabulary, glob: str) -> None:
    assert vocabulary.matching(glob, limit=9) == []


def test_families_are_listed_by_the_beginning_of_their_forms(vocabulary: Vocabulary) -> None:
    families = vocabulary.families_beginning("pon", limit=9)
    assert families == [(stem_form("pont"), 5), (stem_form("pontons"), 1)]


def test_the_families_that_occur_most_come_first(vocabulary: Vocabulary) -> None:
    assert [stem for stem, _count in vocabulary.families_beginning("p", limit=2)] == [
        stem_form("pont"),
        stem_form("pêche"),
    ]


@pytest.mark.parametrize("beginning", ["xyz", "pontonsx", "~"])
def test_no_family_begins_with_what_no_form_does(vocabulary: Vocabulary, beginning: str) -> None:
    assert vocabulary.families_beginning(beginning, limit=9) == []


def test_the_most_frequent_of_some_families_are_chosen(vocabulary: Vocabulary) -> None:
    stems = [stem_form(form) for form in ("quai", "pont", "absent")]
    assert vocabulary.most_frequent(stems, limit=2) == [stem_form("pont"), stem_form("quai")]
