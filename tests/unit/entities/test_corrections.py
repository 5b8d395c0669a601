import pytest

from archive_search.entities.corrections import Correction, Hide, Merge, Retype, Split, find_contradictions
from archive_search.records import EntityType

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG


def merge(name: str, *variants: str, of: EntityType = PERSON) -> Merge:
    return Merge(type=of, name=name, variants=variants)


def split(name: str, *variants: str, shown: str | None = None) -> Split:
    return Split(type=PERSON, name=name, variants=variants, shown=shown)


def hide(name: str) -> Hide:
    return Hide(type=PERSON, name=name)


def retype(name: str, source: EntityType, target: EntityType) -> Retype:
    return Retype(name=name, source=source, target=target)


CONTRADICTIONS: dict[str, tuple[list[Correction], str]] = {
    "merged and split": (
        [merge("Ana Kern", "A. Kern"), split("Ana Kern", "A. Kern")],
        "« A. Kern » et « Ana Kern » sont séparés et réunis : gardez une seule des deux entrées",
    ),
    "merged by way of a third and split": (
        [merge("Ana Kern", "Anna Kern"), merge("Anna Kern", "A. Kern"), split("Ana Kern", "A. Kern")],
        "« A. Kern » et « Ana Kern » sont séparés et réunis : gardez une seule des deux entrées",
    ),
    "split from itself": (
        [split("Ana Kern", "Aña Kern")],
        "« Ana Kern » est séparé de lui-même : écrivez d'autres variantes",
    ),
    "merged into two": (
        [merge("Ana Kern", "Kern"), merge("Eva Kern", "kern")],
        "« kern » est réuni à « Ana Kern » et à « Eva Kern » : gardez une seule des deux entrées",
    ),
    "merged in a circle": (
        [merge("Ana Kern", "Anna Kern"), merge("Anna Kern", "ana kern")],
        "« Ana Kern » et « Anna Kern » sont réunis en rond : gardez un seul nom et ses variantes",
    ),
    "hidden and merged": (
        [hide("A. Kern"), merge("Ana Kern", "A. Kern")],
        "« A. Kern » est masqué et réuni à « Ana Kern » : gardez une seule des deux entrées",
    ),
    "shown under two names": (
        [split("Ana Kern", "A. Kern", shown="Ada Kern"), split("Eva Kern", "A. Kern", shown="Alma Kern")],
        "« A. Kern » a deux noms, « Ada Kern » et « Alma Kern » : gardez-en un",
    ),
    "of two types": (
        [retype("Kern", PLACE, ORG), retype("kern", PLACE, PERSON)],
        "« kern » change de type de deux façons : gardez une seule des deux entrées",
    ),
    "of a type and back": (
        [retype("Kern", PLACE, ORG), retype("Kern", ORG, PLACE)],
        "« Kern » change de type puis revient au premier : gardez une seule de ces entrées",
    ),
    "of three types in a circle": (
        [retype("Kern", PLACE, ORG), retype("Kern", ORG, PERSON), retype("Kern", PERSON, PLACE)],
        "« Kern » change de type puis revient au premier : gardez une seule de ces entrées",
    ),
}

SOUND: dict[str, list[Correction]] = {
    "a merged name merged again": [merge("Ana Kern", "Anna Kern"), merge("Anna Kern", "A. Kern")],
    "two merges of one name": [merge("Ana Kern", "Anna Kern"), merge("Ana Kern", "A. Kern", "Anna Kern")],
    "a name spelled otherwise": [merge("Ana Kern", "ANA KERN")],
    "one name of two types": [merge("Ana Kern", "Kern"), merge("Kern SA", "Kern", of=ORG)],
    "hidden and split": [hide("A. Kern"), split("Ana Kern", "A. Kern")],
    "merged with another than it is split from": [split("Ana Kern", "A. Kern"), merge("Ada Kern", "A. Kern")],
    "split from two": [split("Ana Kern", "A. Kern"), split("Eva Kern", "A. Kern", shown="Ada Kern")],
    "retyped twice": [retype("Kern", PLACE, ORG), retype("Kern", ORG, PERSON)],
}


@pytest.mark.parametrize(("corrections", "reason"), CONTRADICTIONS.values(), ids=list(CONTRADICTIONS))
def test_corrections_that_exclude_each_other_are_found(corrections: list[Correction], reason: str) -> None:
    assert {found.reason for found in find_contradictions(corrections)} >= {reason}


@pytest.mark.parametrize("corrections", SOUND.values(), ids=list(SOUND))
def test_corrections_that_go_together_are_let_through(corrections: list[Correction]) -> None:
    assert find_contradictions(corrections) == []


def test_a_contradiction_names_both_corrections() -> None:
    corrections = [hide("A. Kern"), merge("Ana Kern", "A. Kern"), merge("Jo Lind", "J. Lind")]
    [contradiction] = find_contradictions(corrections)
    assert set(contradiction.corrections) == set(corrections[:2])


def test_what_only_shares_the_name_that_others_are_split_from_is_no_party() -> None:
    sound = merge("Ana Kern", "Anna Kern")
    [contradiction] = find_contradictions([sound, merge("Ana Kern", "A. Kern"), split("Ana Kern", "A. Kern")])
    assert sound not in contradiction.corrections


def test_a_long_chain_of_merges_is_followed_once() -> None:
    chain = [merge(f"Kern {number}", f"Kern {number + 1}") for number in range(5000)]
    assert find_contradictions(chain) == []
