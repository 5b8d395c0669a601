import pytest

from archive_search.exports.citations.author_names import AuthorName, split_author, split_authors


@pytest.mark.parametrize(
    ("name", "family", "given", "particle", "prefix"),
    [
        ("Jeanne Dupont", "Dupont", "Jeanne", "", ""),
        ("J. P. Dupont", "Dupont", "J. P.", "", ""),
        ("Jean-Pierre Dupont-Martin", "Dupont-Martin", "Jean-Pierre", "", ""),
        ("Jean de La Tour", "La Tour", "Jean", "de", ""),
        ("Anne de la Tour", "Tour", "Anne", "de", "la"),
        ("Hugues de Brévan", "Brévan", "Hugues", "de", ""),
        ("Jean d'Ormont", "Ormont", "Jean", "d'", ""),
        ("Jean d’Ormont", "Ormont", "Jean", "d’", ""),
        ("J.-B. de Montval", "Montval", "J.-B.", "de", ""),
        ("Valéry Giraud d'Ormont", "Giraud d'Ormont", "Valéry", "", ""),
        ("Charles du Bos", "Bos", "Charles", "", "du"),
        ("Marine Le Gac", "Le Gac", "Marine", "", ""),
        ("Tahar Ben Salem", "Ben Salem", "Tahar", "", ""),
        ("Vincent van der Meer", "Meer", "Vincent", "", "van der"),
        ("Conor O'Brien", "O'Brien", "Conor", "", ""),
        ("DUPONT Jeanne", "Dupont", "Jeanne", "", ""),
        ("Jeanne DUPONT", "Dupont", "Jeanne", "", ""),
        ("JEANNE DUPONT", "Dupont", "JEANNE".title(), "", ""),
        ("DE LA TOUR Jean", "La Tour", "Jean", "de", ""),
        ("Dupont, Jeanne", "Dupont", "Jeanne", "", ""),
        ("Montval, Hugues de", "Montval", "Hugues", "de", ""),
        ("  Jeanne\n Dupont ", "Dupont", "Jeanne", "", ""),
    ],
    ids=str,
)
def test_the_name_of_a_person_is_split(name: str, family: str, given: str, particle: str, prefix: str) -> None:
    assert split_author(name) == AuthorName(family, given, particle, prefix)


@pytest.mark.parametrize(
    "name",
    [
        "AFP",
        "La rédaction",
        "L'équipe du Phare",
        "L’Écho Doriac",
        "Plantin",
        "Service politique",
        "AFP Brévan",
        "Jeanne Dupont avec AFP",
        "Jeanne Dupont et Paul Vasseur",
        "JEANNE DUPONT ET PAUL VASSEUR",
        "Jeanne AND Paul",
        "Jeanne Dupont, à Doriac",
        "Jeanne Dupont (Reuters)",
        "Brévan 24",
        "contact@phare.example",
        "王小明",
        "de Brévan",
        "Éric de",
        "Un Deux Trois Quatre Cinq Six Sept",
    ],
)
def test_what_is_no_person_stays_whole(name: str) -> None:
    assert split_author(name) == AuthorName(name)


def test_empty_names_are_left_out() -> None:
    assert [author.family for author in split_authors(["", "Jeanne Dupont", " \x07 "])] == ["Dupont"]
