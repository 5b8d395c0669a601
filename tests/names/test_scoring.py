"""The measure itself, on names small enough to count by hand."""

import pytest

from archive_search.records import EntityType, Role
from tests.names.scoring import FoundName, Gold, GoldName, list_errors, score_fields, score_queries

PERSON = EntityType.PERSON


def found(paragraph: int, name: str, *, entity: str | None = None, display: str | None = None) -> FoundName:
    return FoundName("a", paragraph, 0, 5, PERSON, Role.TEXT, name, entity or name, display or name)


def gold(paragraph: int, canonical: str, *, is_optional: bool = False) -> GoldName:
    return GoldName("a", paragraph, 0, 5, PERSON, canonical, is_optional)


ALIASES = {(PERSON, "Odile Marchand"): ["Marchand", "O. Marchand"]}


@pytest.mark.parametrize(
    ("names", "wanted", "expected"),
    [
        pytest.param([found(1, "Odile Marchand")], [gold(1, "Odile Marchand")], (1, 1, 1), id="the same name"),
        pytest.param([found(1, "ODILE-MARCHAND")], [gold(1, "Odile Marchand")], (1, 1, 1), id="folded alike"),
        pytest.param([found(1, "O. Marchand")], [gold(1, "Odile Marchand")], (1, 1, 1), id="an alias"),
        pytest.param([found(1, "Odile")], [gold(1, "Odile Marchand")], (0, 1, 1), id="another name"),
        pytest.param([found(2, "Odile Marchand")], [gold(1, "Odile Marchand")], (0, 1, 1), id="another paragraph"),
        pytest.param([found(1, "Marchand")] * 2, [gold(1, "Odile Marchand")], (1, 1, 1), id="twice in a paragraph"),
        pytest.param([], [gold(1, "Odile Marchand", is_optional=True)], (0, 0, 0), id="optional and missed"),
        pytest.param([found(1, "X")], [gold(1, "Y", is_optional=True)], (0, 0, 0), id="optional and found"),
        pytest.param(
            [found(1, "Odile Marchand"), found(2, "Odile Marchand"), found(3, "Marchand")],
            [gold(1, "Odile Marchand"), gold(2, "Odile Marchand"), gold(3, "Odile Marchand")],
            (2, 3, 3),
            id="one person split in two",
        ),
        pytest.param(
            [found(1, "X", entity="x", display="Odile Marchand"), found(2, "X", entity="x", display="Odile Marchand")],
            [gold(1, "Odile Marchand"), gold(2, "Paul Marchand")],
            (1, 2, 2),
            id="two persons merged",
        ),
    ],
)
def test_fields_are_counted(names: list[FoundName], wanted: list[GoldName], expected: tuple[int, int, int]) -> None:
    assert score_fields(names, Gold(wanted, ALIASES)) == expected


def test_a_score_of_one_type_leaves_the_others_out() -> None:
    assert score_fields([found(1, "Odile Marchand")], Gold([gold(1, "Odile Marchand")]), kind=EntityType.ORG).f1 == 1.0


def test_a_search_by_the_full_name_finds_what_was_grouped_under_it() -> None:
    names = [found(1, "Odile Marchand", entity="x", display="O. Marchand"), found(2, "O. Marchand", entity="x")]
    assert score_queries(names, Gold([gold(1, "Odile Marchand"), gold(2, "Odile Marchand")])) == 1.0


def test_a_search_by_the_full_name_misses_what_was_left_apart() -> None:
    names = [found(1, "Odile Marchand"), found(2, "Marchand")]
    score = score_queries(names, Gold([gold(1, "Odile Marchand"), gold(2, "Odile Marchand")], ALIASES))
    assert score == pytest.approx(2 / 3)


def test_errors_are_listed_by_what_is_extra_and_what_is_missed() -> None:
    errors = list_errors([found(1, "Odile")], Gold([gold(1, "Odile Marchand")]))
    assert (len(errors.extra), len(errors.missed)) == (1, 1)
