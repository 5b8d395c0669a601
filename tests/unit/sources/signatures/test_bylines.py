import pytest

from archive_search.sources.signatures.bylines import read_byline, read_final_parenthesis, split_authors


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("Par Jeanne Dupont", ("Jeanne Dupont",), None),
        ("Par Jeanne DUPONT et Marc Petit, à Moscou", ("Jeanne DUPONT", "Marc Petit"), None),
        ("Par Jeanne Dupont avec AFP", ("Jeanne Dupont",), "AFP"),
        ("Propos recueillis par Anne de La Tour", ("Anne de La Tour",), None),
        ("De notre correspondant à Rome, Marc Petit", ("Marc Petit",), None),
        ("Le Courrier avec AFP", (), "AFP"),
        ("AFP", (), "AFP"),
    ],
)
def test_a_line_of_signature_gives_people_and_agency(line, authors, agency):
    byline = read_byline(line)
    assert byline is not None
    assert (byline.authors, byline.agency) == (authors, agency)


@pytest.mark.parametrize("line", ["Par l'opposition", "De Gaulle, le retour", "La Presse", "Avec Jeanne, tout change"])
def test_a_title_is_no_signature(line):
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("ending", "authors"),
    [
        (
            "Fin. (Jeanne Dupont avec Marc Petit à Kiev; Luc Roy pour le service français)",
            ("Jeanne Dupont", "Marc Petit", "Luc Roy"),
        ),
        ("Fin. (Jeanne Dupont, édité par Luc Roy)", ("Jeanne Dupont", "Luc Roy")),
        ("Fin. (avec le bureau de New York)", ()),
        ("Fin. (Le Courrier, Le Soir)", ()),
        ("un match à Lens (Jeanne Dupont, Luc Roy)", ()),
        ("Fin. (voir ID:nABC123 )", ()),
    ],
)
def test_the_final_parenthesis_of_a_dispatch_signs_it(ending, authors):
    assert read_final_parenthesis(ending) == authors


def test_a_column_of_authors_is_split_and_cleared_of_agencies():
    assert split_authors("Par Jeanne Dupont, Luc Roy et AFP") == ("Jeanne Dupont", "Luc Roy")
