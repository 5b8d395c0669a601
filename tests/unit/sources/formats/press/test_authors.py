import pytest

from archive_search.sources.formats.press.authors import is_signature_line, read_press_authors


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("Jeanne Dupont", ("Jeanne Dupont",), id="one"),
        pytest.param("Jeanne Dupont; Paul Martin", ("Jeanne Dupont", "Paul Martin"), id="semicolon"),
        pytest.param(
            "Jeanne Dupont, Paul Martin, Anne Roux", ("Jeanne Dupont", "Paul Martin", "Anne Roux"), id="commas"
        ),
        pytest.param("Dupont, Jeanne", ("Jeanne Dupont",), id="last name first"),
        pytest.param("de La Tour, Anne", ("Anne de La Tour",), id="particle first"),
        pytest.param("Propos recueillis par Jeanne Dupont", ("Jeanne Dupont",), id="interview"),
        pytest.param("By JANE DOE and John Roe", ("JANE DOE", "John Roe"), id="english"),
        pytest.param("Jeanne Dupont, envoyée spéciale à Rome", ("Jeanne Dupont",), id="role"),
        pytest.param("Jeanne Dupont (avec AFP)", ("Jeanne Dupont",), id="agency"),
        pytest.param("Jeanne Dupont; Correspondante à Rome", ("Jeanne Dupont",), id="place"),
        pytest.param("la rédaction", ("la rédaction",), id="desk alone"),
        pytest.param("AFP", (), id="agency alone"),
        pytest.param("France-Presse, Agence", (), id="agency inverted"),
        pytest.param("jeanne@gazette.example Jeanne Dupont", ("Jeanne Dupont",), id="address"),
        pytest.param("Plantu", ("Plantu",), id="pseudonym"),
        pytest.param("", (), id="empty"),
    ],
)
def test_names_are_read_in_order_without_roles_and_agencies(value, expected):
    assert read_press_authors(value) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Jeanne Dupont", True, id="name"),
        pytest.param("Par Jeanne Dupont", True, id="by"),
        pytest.param("Le port rouvre", False, id="title"),
        pytest.param("Jeanne Dupont a parlé.", False, id="sentence"),
    ],
)
def test_a_line_that_only_signs_is_told_from_others(line, expected):
    assert is_signature_line(line) is expected
