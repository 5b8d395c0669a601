"""Names found in the articles annotated beside the project: the floors that the design set."""

import pytest

from tests.names.scoring import FoundName, Gold, list_errors, score_fields, score_queries
from tests.relevance.material import needs_material

pytestmark = [needs_material, pytest.mark.corpus]

Found = tuple[list[FoundName], Gold]
FLOOR_FIELDS = 0.95
FLOOR_QUERIES = 0.95


def test_fields_reach_their_floor(shared_seeds: Found) -> None:
    score = score_fields(*shared_seeds)
    assert score.f1 >= FLOOR_FIELDS, f"{score}\n{list_errors(*shared_seeds)}"


def test_searches_by_full_name_reach_their_floor(shared_seeds: Found) -> None:
    assert score_queries(*shared_seeds) >= FLOOR_QUERIES
