import pytest

from archive_search.sources.signatures.agencies import find_agency, is_agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("actu.exemple.fr (AFP)", "AFP"),
        ("Le Courrier avec Reuters", "Reuters"),
        ("La Presse canadienne", "La Presse canadienne"),
        ("La Presse", None),
        ("RIA Novosti", "Ria Novosti"),
        ("AP-HP", None),
        ("les ats de demain", None),
        ("Agence France-Presse", "AFP"),
    ],
)
def test_an_agency_is_found_in_the_name_of_a_source(text, agency):
    assert find_agency(text) == agency


def test_a_name_is_an_agency_only_when_it_is_nothing_else():
    assert is_agency("(AFP)")
    assert not is_agency("Jeanne Dupont, AFP")
