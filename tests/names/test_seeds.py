"""Names found in the project's own sample against those annotated by hand."""

import pytest

from archive_search.records import EntityType
from tests.names.scoring import FoundName, Gold, list_errors, score_fields, score_queries

Found = tuple[list[FoundName], Gold]
FLOOR_FIELDS = 0.95
FLOOR_QUERIES = 0.95
FLOOR_ROLES = 0.95


def test_fields_reach_their_floor(seeds: Found) -> None:
    score = score_fields(*seeds)
    print(f"\nnames of the sample archive: {score}")
    assert score.f1 >= FLOOR_FIELDS, f"{score}\n{list_errors(*seeds)}"


@pytest.mark.parametrize("kind", EntityType)
def test_no_type_is_left_behind(seeds: Found, kind: EntityType) -> None:
    score = score_fields(*seeds, kind=kind)
    print(f"\nnames of the sample archive, {kind}: {score}")
    assert score.f1 >= 0.9, f"{score}\n{list_errors(*seeds)}"


def test_searches_by_full_name_reach_their_floor(seeds: Found) -> None:
    assert score_queries(*seeds) >= FLOOR_QUERIES


def test_roles_reach_their_floor(seeds: Found) -> None:
    found, gold = seeds
    roles = {(name.article, name.paragraph, name.start, name.end): name.role for name in found}
    pairs = [(name.role, roles.get((name.article, name.paragraph, name.start, name.end))) for name in gold.names]
    both = [(wanted, given) for wanted, given in pairs if given is not None]
    assert sum(wanted is given for wanted, given in both) >= FLOOR_ROLES * len(both)
