import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.entities.display_names import choose_display_name, make_ids
from archive_search.records import EntityType

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG

CHOICES = {
    "most frequent": (PERSON, {"Yvon Kermadec": 2, "Yvon Kermadek": 5}, "Yvon Kermadek"),
    "as frequent but longer": (PERSON, {"Yvon Kermadec": 2, "Yvon Kermadecq": 2}, "Yvon Kermadecq"),
    "as frequent and as long": (PERSON, {"Yvon Kermadek": 2, "Yvon Kermadec": 2}, "Yvon Kermadec"),
    "full name": (PERSON, {"Kermadec": 9, "Yvon Kermadec": 1}, "Yvon Kermadec"),
    "not in capitals": (PLACE, {"KERMADEC": 9, "Kermadec": 1}, "Kermadec"),
    "capitals alone": (PLACE, {"KERMADEC": 9}, "KERMADEC"),
    "long form of an acronym": (ORG, {"OMK": 9, "Office maritime kermadecois": 1}, "Office maritime kermadecois"),
    "acronym": (ORG, {"OMK": 9, "Omk": 1}, "OMK"),
    "long acronym": (ORG, {"KERMADECO": 9, "Kermadeco": 1}, "Kermadeco"),
    "usual name, though it is an acronym": (ORG, {"ONU": 2, "Organisation des nations unies": 9}, "ONU"),
    "usual name of another spelling": (ORG, {"Assemblée Nationale": 9}, "Assemblée nationale"),
    "long form of an acronym that is known for something else": (ORG, {"AP": 9, "Aide aux ports": 1}, "Aide aux ports"),
    "usual name of another type": (PERSON, {"Otan": 1, "Yvon Otan": 9}, "Yvon Otan"),
    "long form in capitals": (ORG, {"OFFICE MARITIME": 9, "OM": 3}, "OM"),
}


@pytest.mark.parametrize(("entity_type", "counts", "shown"), CHOICES.values(), ids=list(CHOICES))
def test_an_entity_is_shown_under_this_spelling(entity_type: EntityType, counts: dict[str, int], shown: str) -> None:
    assert choose_display_name(counts, entity_type) == shown


def test_an_id_is_made_of_type_and_folded_name() -> None:
    assert make_ids([(PERSON, "Sergueï Choïgou"), (PLACE, "Côte d'Opale")]) == [
        "person:serguei-choigou",
        "place:cote-d-opale",
    ]


def test_later_entities_of_one_id_get_numbers_that_nobody_has() -> None:
    shown = [(PERSON, "Kermadec"), (PERSON, "KERMADEC"), (PERSON, "Kermadec 2"), (PERSON, "Kermadéc")]
    assert make_ids(shown) == ["person:kermadec", "person:kermadec-3", "person:kermadec-2", "person:kermadec-4"]


def test_a_name_without_letters_has_an_id() -> None:
    assert make_ids([(ORG, "???")]) == ["org:sans-nom"]


@given(names=st.lists(st.sampled_from(["a", "A", "a 2", "a-2", "a 3", "?", "!"]), max_size=12))
def test_ids_are_unique(names: list[str]) -> None:
    ids = make_ids([(ORG, name) for name in names])
    assert len(set(ids)) == len(ids) == len(names)
