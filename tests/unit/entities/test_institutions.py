import pytest

from archive_search.entities.institutions import Institutions

ACRONYMS = {"EI": "État islamique", "UPN": "Union des ports du Nord"}


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        pytest.param("UPN", "Union des ports du Nord", id="acronym of the article"),
        pytest.param("EI", "État islamique", id="acronym of what is known"),
        pytest.param("groupe EI", "État islamique", id="head and acronym"),
        pytest.param("organisation État islamique", "État islamique", id="head"),
        pytest.param("groupe terroriste Etat islamique", "État islamique", id="head with an adjective"),
        pytest.param("agence de presse Reuters", "Reuters", id="head with its kind"),
        pytest.param("groupe Orvia", "Orvia", id="head of the unknown"),
        pytest.param("groupe de Brévanne", "groupe de Brévanne", id="head that belongs to the name"),
        pytest.param("Parti des pêcheurs", "Parti des pêcheurs", id="capital that belongs to the name"),
        pytest.param("AP", "Associated Press", id="acronym that every newsroom knows"),
        pytest.param("ministère de la Défense russe", "ministère russe de la Défense", id="nationality behind"),
        pytest.param("Ministère russe de la Défense", "ministère russe de la Défense", id="capital of a sentence"),
        pytest.param("ministère de l’Intérieur", "ministère de l'Intérieur", id="curly apostrophe"),
        pytest.param("Orvia", "Orvia", id="unknown"),
    ],
)
def test_an_institution_has_one_name(surface: str, expected: str) -> None:
    assert Institutions(ACRONYMS).name_of(surface) == expected


@pytest.mark.parametrize(
    ("named_before", "surface", "expected"),
    [
        pytest.param(
            ["ministère russe de la Défense"],
            "ministère de la Défense",
            "ministère russe de la Défense",
            id="nationality left out",
        ),
        pytest.param(
            ["ministère russe de la Défense", "ministère turc de la Défense"],
            "ministère de la Défense",
            "ministère de la Défense",
            id="of two, neither",
        ),
        pytest.param([], "ministère de la Défense", "ministère de la Défense", id="nothing before"),
        pytest.param(
            ["Chambre des pêches de Brévanne"],
            "Chambre des pêches",
            "Chambre des pêches de Brévanne",
            id="place left out",
        ),
        pytest.param(
            ["Union des ports de Brévanne"],
            "Union des ports",
            "Union des ports",
            id="not the branch of a party or union",
        ),
        pytest.param(["Banque bleue Nord"], "Banque bleue", "Banque bleue", id="not without a preposition"),
        pytest.param(["Brévanne du Nord"], "Brévanne", "Brévanne", id="a word alone stands for itself"),
    ],
)
def test_a_short_form_follows_the_one_long_form_before_it(named_before: list[str], surface: str, expected: str) -> None:
    institutions = Institutions({})
    for name in named_before:
        institutions.name_of(name)
    assert institutions.name_of(surface) == expected
