import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.spans import Candidate
from archive_search.entities.voting import count_votes, decide_types
from archive_search.records import EntityType, Origin, Role

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG


@pytest.mark.parametrize(
    ("votes", "key", "expected"),
    [
        pytest.param({("Brévanne", PLACE): 1}, ("Brévanne", PLACE), PLACE, id="alone"),
        pytest.param({("Brévanne", PLACE): 9, ("Brévanne", ORG): 1}, ("Brévanne", ORG), PLACE, id="outvoted"),
        pytest.param({("Brévanne", PLACE): 9, ("BREVANNE", ORG): 1}, ("BREVANNE", ORG), PLACE, id="outvoted, folded"),
        pytest.param({("Orvia", PLACE): 9, ("Orvia", ORG): 8}, ("Orvia", ORG), ORG, id="too close to call"),
        pytest.param({("Syrie", ORG): 9}, ("Syrie", ORG), PLACE, id="known to every newsroom"),
        pytest.param(
            {("Samir al-Hakar", PERSON): 5, ("Wael al-Hakar", PLACE): 1},
            ("Wael al-Hakar", PLACE),
            PERSON,
            id="surname known",
        ),
        pytest.param(
            {("Samir Hakar", PERSON): 5, ("Hakar", PLACE): 1}, ("Hakar", PLACE), PERSON, id="surname known, alone"
        ),
        pytest.param(
            {("Odran Brunoy", ORG): 2, ("Brunoy", PERSON): 6}, ("Odran Brunoy", ORG), PERSON, id="surname seen alone"
        ),
        pytest.param({("Lattaquié", PERSON): 9}, ("Lattaquié", PERSON), PLACE, id="city taken for a person"),
        pytest.param({("Camille Brunoy", ORG): 1}, ("Camille Brunoy", ORG), PERSON, id="given name known"),
        pytest.param({("Camille Brunoy", ORG): 20}, ("Camille Brunoy", ORG), ORG, id="given name known, many votes"),
        pytest.param(
            {("Closer", PERSON): 9}, ("Closer", PERSON), ORG, id="doubtful institution, whose name nobody bears"
        ),
        pytest.param(
            {("Closer", PERSON): 9, ("Odile Closer", PERSON): 1},
            ("Closer", PERSON),
            PERSON,
            id="doubtful institution, whose name somebody bears",
        ),
        pytest.param({("Volvo Polar", PERSON): 2}, ("Volvo Polar", PERSON), ORG, id="begins with an institution"),
        pytest.param(
            {("France 3 Brévanne", PLACE): 9}, ("France 3 Brévanne", PLACE), ORG, id="branch of an institution"
        ),
        pytest.param({("Sorbonne Brévanne", PLACE): 9}, ("Sorbonne Brévanne", PLACE), PLACE, id="near an institution"),
        pytest.param({("Orange Polar", PERSON): 2}, ("Orange Polar", PERSON), PERSON, id="begins with a doubtful one"),
        pytest.param({("Marianne", PERSON): 9}, ("Marianne", PERSON), PERSON, id="institution and given name"),
        pytest.param(
            {("Lattaquié", PLACE): 30, ("Lattaquié", PERSON): 9, ("Odile Lattaquié", PERSON): 40},
            ("Lattaquié", PERSON),
            PLACE,
            id="city more often than person, though a surname",
        ),
        pytest.param({("Lattaquié", ORG): 1}, ("Lattaquié", ORG), PLACE, id="city"),
        pytest.param({("Lattaquié", ORG): 20}, ("Lattaquié", ORG), ORG, id="city, many votes"),
    ],
)
def test_a_spelling_gets_the_type_that_speaks_for_it(
    votes: dict[tuple[str, EntityType], int], key: tuple[str, EntityType], expected: EntityType
) -> None:
    assert decide_types(votes, {})[key] is expected


@pytest.mark.parametrize(
    ("surface", "given", "is_kept"),
    [
        pytest.param("Reste", ORG, False, id="unknown"),
        pytest.param("Syrie", PLACE, True, id="known to every newsroom"),
        pytest.param("Orange", ORG, True, id="known among others, and taken for it"),
        pytest.param("Parisien", ORG, True, id="known with its article, and taken for it"),
        pytest.param("Parisien", PLACE, False, id="known with its article, and taken for something else"),
    ],
)
def test_ordinary_words_are_dropped_unless_they_are_known(surface: str, given: EntityType, *, is_kept: bool) -> None:
    decided = decide_types({(surface, given): 3}, {surface.lower(): (90, 2)})[surface, given]
    assert (decided is not None) is is_kept


@pytest.mark.parametrize(
    "surface",
    [
        pytest.param("Air Brunoy", id="ordinary word"),
        pytest.param("Université Brunoy", id="head of an institution"),
        pytest.param("LR Brunoy", id="acronym"),
        pytest.param("Syrie Brunoy", id="territory"),
    ],
)
def test_a_surname_makes_no_person_of_what_begins_otherwise(surface: str) -> None:
    votes = {("Odile Brunoy", PERSON): 9, ("Brunoy", PERSON): 9, (surface, ORG): 1}
    assert decide_types(votes, {"air": (9, 1)})[surface, ORG] is ORG


def test_a_rule_has_three_votes() -> None:
    candidates = [
        Candidate(1, 0, 5, "Orvia", ORG, Role.TEXT, Origin.RULE),
        Candidate(2, 0, 5, "Orvia", ORG, Role.TEXT, Origin.MODEL),
    ]
    assert count_votes(candidates) == {("Orvia", ORG): 4}


KEYS = st.tuples(
    st.sampled_from(["Orvia", "ORVIA", "Paul Orvia", "Syrie", "Tours", "…", "a-", ""]), st.sampled_from(EntityType)
)


@given(st.dictionaries(KEYS, st.integers(1, 50)))
@settings(max_examples=100)
def test_every_spelling_is_decided_whatever_the_order_of_the_votes(votes: dict[tuple[str, EntityType], int]) -> None:
    decided = decide_types(votes, {"orvia": (3, 2)})
    assert decided.keys() == votes.keys()
    assert decide_types(dict(reversed(votes.items())), {"orvia": (3, 2)}) == decided
