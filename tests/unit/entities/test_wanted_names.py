import pytest

from archive_search.entities.spans import Candidate
from archive_search.entities.wanted_names import names_of_article
from archive_search.records import EntityType, Origin, Role

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG


def mention(surface: str, kind: EntityType, role: Role = Role.TEXT) -> Candidate:
    return Candidate(1, 0, len(surface), surface, kind, role, Origin.MODEL)


@pytest.mark.parametrize(
    ("mentions", "acronyms", "expected"),
    [
        pytest.param([mention("Orvia", ORG)], {}, {"Orvia": ORG}, id="a name"),
        pytest.param([mention("Syrie", PLACE)], {}, {}, id="not what is found everywhere anyhow"),
        pytest.param([mention("Or", ORG)], {}, {}, id="not what is very short"),
        pytest.param([mention("Noël", PERSON)], {}, {}, id="not what names nothing"),
        pytest.param([mention("Odile Roc", PERSON)], {}, {"Odile Roc": PERSON, "Roc": PERSON}, id="surname"),
        pytest.param([mention("Odile Roc", PERSON, Role.BYLINE)], {}, {}, id="not a signature"),
        pytest.param([mention("la secrétaire d'État", PERSON)], {}, {"la secrétaire d'État": PERSON}, id="no surname"),
        pytest.param([], {"UPN": "Union des ports"}, {"UPN": ORG}, id="acronym"),
        pytest.param(
            [mention("Îles du Nord", PLACE)],
            {"IDN": "Îles du Nord"},
            {"Îles du Nord": PLACE, "IDN": PLACE},
            id="acronym of a place",
        ),
        pytest.param(
            [mention("Orvia", ORG), mention("Orvia", PLACE), mention("Orvia", PLACE)],
            {},
            {"Orvia": PLACE},
            id="the most frequent type",
        ),
    ],
)
def test_these_names_are_looked_for(
    mentions: list[Candidate], acronyms: dict[str, str], expected: dict[str, EntityType]
) -> None:
    assert names_of_article(mentions, acronyms=acronyms) == expected
