"""Pairs of names, of one person or of two, as the press spells them."""

import csv
from collections.abc import Iterator

import pytest

from archive_search.entities.aliases import Aliases
from archive_search.entities.resolution import resolve_names
from archive_search.records import EntityType
from tests.relevance.material import SHARED, needs_material

pytestmark = [needs_material, pytest.mark.corpus]

RECALL_FLOOR = 0.93


def read_pairs() -> Iterator[tuple[str, str, bool]]:
    with (SHARED / "entities" / "name_pairs.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield row["name"], row["other"], row["same"] == "1"


def are_grouped(name: str, other: str) -> bool:
    counts = {(EntityType.PERSON, spelling): 1 for spelling in (name, other)}
    return len(resolve_names(counts, acronyms={}, aliases=Aliases())) == 1


def test_no_two_people_are_one_entity() -> None:
    assert [(name, other) for name, other, same in read_pairs() if not same and are_grouped(name, other)] == []


def test_most_spellings_of_a_person_are_one_entity() -> None:
    found = [are_grouped(name, other) for name, other, same in read_pairs() if same]
    assert sum(found) / len(found) >= RECALL_FLOOR
