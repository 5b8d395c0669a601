import pytest

from archive_search.sources.formats.news.attribution import agency_of, provider_name, read_authors


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("AFP", "AFP"),
        ("nprov:AFP", "AFP"),
        ("afp.com", "AFP"),
        ("www.reuters.com", "Reuters"),
        ("http://www.ansa.it/", "ANSA"),
        ("BELGA", "Belga"),
        ("ats", "ATS"),
        ("Le Courrier du Sud", "Le Courrier du Sud"),
        ("courrier-du-sud.fr", "courrier-du-sud.fr"),
        ("nprov:Courrier", "Courrier"),
        ("", None),
        (None, None),
    ],
)
def test_a_provider_has_a_name(stated, name):
    assert provider_name(stated) == name


def test_the_first_agency_named_is_given():
    assert agency_of([None, "Le Courrier", "ats", "AFP"]) == "ATS"
    assert agency_of(["Le Courrier"]) is None


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Par Jeanne Dupont", ("Jeanne Dupont",)),
        ("By JEANNE DUPONT and Marc Petit", ("JEANNE DUPONT", "Marc Petit")),
        ("Jeanne Dupont, Marc Petit", ("Jeanne Dupont", "Marc Petit")),
        ("Jeanne Dupont / Le Courrier", ("Jeanne Dupont",)),
        ("Jeanne Dupont, envoyée spéciale", ("Jeanne Dupont",)),
        ("asl/tib/pid", ()),
        ("AFP", ()),
        ("DWM", ()),
        ("", ()),
    ],
)
def test_people_alone_are_authors(text, authors):
    assert read_authors(text) == authors
