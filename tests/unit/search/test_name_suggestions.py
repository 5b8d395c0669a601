"""Which names of an archive are offered instead of one that it does not have."""

import pytest
from referee.known_names import KnownNames

from archive_search.records import EntityType
from archive_search.search.name_suggestions import LONGEST_ASKED, MOST_SUGGESTED, suggest_names
from search.samples import mention

NAMES = KnownNames(
    {
        "a": [
            mention("person:serguei-choigou", "Sergueï Choïgou", "Sergueï Choïgou"),
            mention("person:vladimir-poutine", "Vladimir Poutine", "Vladimir Poutine"),
            mention("person:angela-merkel", "Angela Merkel", "Mme Merkel"),
            mention("place:vladivostok", "Vladivostok", "Vladivostok"),
            mention("place:lattaquie", "Lattaquié", "Lattaquié"),
        ]
    }
)

CLOSE = {
    "wrong letter": (EntityType.PERSON, "Sergueï Choïdou", ["Sergueï Choïgou"]),
    "surname alone": (EntityType.PERSON, "Poutinne", ["Vladimir Poutine"]),
    "sound": (EntityType.PERSON, "Sergej Schoigu", ["Sergueï Choïgou"]),
    "order of words": (EntityType.PERSON, "Poutine Vladimir", ["Vladimir Poutine"]),
    "spelling in the text": (EntityType.PERSON, "Mme Merkle", ["Angela Merkel"]),
    "place": (EntityType.PLACE, "Latakié", ["Lattaquié"]),
    "other type": (EntityType.ORG, "Lattaquié", []),
    "nothing alike": (EntityType.PERSON, "Zébulon", []),
    "no letter": (EntityType.PERSON, "…", []),
}


@pytest.mark.parametrize(("entity_type", "text", "names"), CLOSE.values(), ids=list(CLOSE))
def test_these_names_are_close(entity_type: EntityType, text: str, names: list[str]) -> None:
    assert suggest_names(entity_type, text, NAMES) == names


def test_a_few_names_are_offered_the_closest_first_and_among_equals_the_most_frequent() -> None:
    family = [mention(f"person:{name}-orlova", f"{name} Orlova", f"{name} Orlova") for name in "ABCDEF"]
    names = KnownNames({"a": family, "b": [family[3]], "c": [mention("person:orlow", "Orlow", "Orlow")]})
    assert suggest_names(EntityType.PERSON, "Orlov", names)[:2] == ["D Orlova", "A Orlova"]
    assert len(suggest_names(EntityType.PERSON, "Orlov", names)) == MOST_SUGGESTED


def test_nothing_is_offered_for_a_text_without_end() -> None:
    name = mention("person:long", "x" * (LONGEST_ASKED + 1), "x" * (LONGEST_ASKED + 1))
    assert suggest_names(EntityType.PERSON, name.name, KnownNames({"a": [name]})) == []
