import pytest

from archive_search.entities.naming import name_mentions
from archive_search.entities.spans import Candidate
from archive_search.records import EntityType, Origin, Role

PERSON, PLACE, ORG = EntityType.PERSON, EntityType.PLACE, EntityType.ORG


def names(
    text: str, *surfaces: tuple[str, EntityType], role: Role = Role.TEXT, origin: Origin = Origin.MODEL
) -> list[str]:
    mentions, end = [], 0
    for surface, kind in surfaces:
        start = text.index(surface, end)
        end = start + len(surface)
        mentions.append(Candidate(1, start, end, surface, kind, role, origin))
    return name_mentions(mentions, {1: text}, acronyms={"UPN": "Union des ports du Nord"})


@pytest.mark.parametrize(
    ("surfaces", "expected"),
    [
        pytest.param([("Odile Roc", PERSON), ("Roc", PERSON)], "Odile Roc", id="a surname is the person"),
        pytest.param([("Odile Roc", PERSON), ("Roc", PLACE)], "Roc", id="a place is not"),
        pytest.param([("UPN", ORG)], "Union des ports du Nord", id="an acronym is its long form"),
        pytest.param([("l'Humanité", ORG)], "L'Humanité", id="the article of a name, written small"),
        pytest.param([("Etats-Unis", PLACE)], "États-Unis", id="a territory has its usual name"),
        pytest.param([("département de l'Isère", PLACE)], "Isère", id="a department without its rank"),
        pytest.param([("département de Brévanne", PLACE)], "département de Brévanne", id="a rank of the unknown"),
        pytest.param([("BRÉVANNE", PLACE)], "Brévanne", id="a place in capitals"),
        pytest.param([("ORVIA", ORG)], "ORVIA", id="an organisation in capitals may be an acronym"),
        pytest.param([("Orvia", ORG), ("ORVIA", ORG)], "Orvia", id="as the article spells it elsewhere"),
        pytest.param([("Odile ROC-MARIN", PERSON)], "Odile Roc-Marin", id="a surname in capitals"),
        pytest.param([("Odile\u00a0Roc", PERSON)], "Odile Roc", id="plain spaces"),
    ],
)
def test_the_last_mention_gets_its_name(surfaces: list[tuple[str, EntityType]], expected: str) -> None:
    text = ", ".join(surface for surface, _ in surfaces)
    assert names(text, *surfaces)[-1] == expected


def test_the_first_of_a_couple_gets_the_surname_of_the_second() -> None:
    assert names("Bill et Hillary Clinton, Clinton", ("Bill", PERSON), ("Hillary Clinton", PERSON)) == [
        "Bill Clinton",
        "Hillary Clinton",
    ]


def test_a_person_who_signs_is_not_who_the_text_names() -> None:
    mentions = [
        Candidate(1, 0, 9, "Odile Roc", PERSON, Role.BYLINE, Origin.RULE),
        Candidate(2, 3, 6, "Roc", PERSON, Role.TEXT, Origin.MODEL),
    ]
    assert name_mentions(mentions, {1: "Odile Roc", 2: "M. Roc"}, acronyms={}) == ["Odile Roc", "Roc"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("aux Républicains", "Les Républicains", id="contracted article"),
        pytest.param("chez Républicains", "Républicains", id="no article"),
        pytest.param("au Roc", "Roc", id="article of the unknown"),
    ],
)
def test_an_article_in_the_text_may_belong_to_an_organisation(text: str, expected: str) -> None:
    assert names(text, (text.split()[-1], ORG)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("au Havre", "Le Havre", id="city with an article"),
        pytest.param("la rade du Roc", "Roc", id="article of the unknown"),
        pytest.param("le Paris", "Paris", id="city without one"),
    ],
)
def test_an_article_in_the_text_may_belong_to_a_city(text: str, expected: str) -> None:
    assert names(text, (text.split()[-1], PLACE)) == [expected]


def test_an_alias_keeps_its_spelling() -> None:
    assert names("UPN", ("UPN", ORG), origin=Origin.ALIAS) == ["UPN"]
