"""Names found in the articles annotated beside the project: the floors that the design set."""

import pytest

from archive_search.records import EntityType
from tests.names.scoring import FoundName, Gold, list_errors, score_fields, score_queries
from tests.relevance.material import needs_material

pytestmark = [needs_material, pytest.mark.corpus]

Found = tuple[list[FoundName], Gold]
FLOOR_FIELDS = 0.95
FLOOR_QUERIES = 0.95


def test_fields_reach_their_floor(shared_seeds: Found) -> None:
    for kind in EntityType:
        print(f"\nnames of the two articles, {kind}: {score_fields(*shared_seeds, kind=kind)}", end="")
    score = score_fields(*shared_seeds)
    print(f"\nnames of the two articles: {score}")
    assert score.f1 >= FLOOR_FIELDS, f"{score}\n{list_errors(*shared_seeds)}"


def test_searches_by_full_name_reach_their_floor(shared_seeds: Found) -> None:
    score = score_queries(*shared_seeds)
    print(f"\nsearches by full name in them: F {score:.3f}")
    assert score >= FLOOR_QUERIES
