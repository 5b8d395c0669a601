import pytest

from archive_search.sources.formats.press.fields import Field, europresse_label, nexis_label


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("RUBRIQUE: MONDE", (Field.SECTION, "MONDE"), id="french"),
        pytest.param("SECTION: MONDE", (Field.SECTION, "MONDE"), id="english"),
        pytest.param("Load-Date: April 3, 2013", (Field.LOADED, "April 3, 2013"), id="new"),
        pytest.param("Date de chargement: 3 avril 2013", (Field.LOADED, "3 avril 2013"), id="words"),
        pytest.param("SOCIÉTÉ: GAZETTE SA (80%)", (Field.IGNORED, "GAZETTE SA (80%)"), id="accents"),
        pytest.param("BODY:", (Field.TEXT, ""), id="nothing after"),
        pytest.param("Corps", (Field.TEXT, ""), id="alone"),
        pytest.param("Sujet : la paix", None, id="sentence"),
        pytest.param("PORT: LA PAIX", None, id="no label"),
        pytest.param("https://gazette.example", None, id="address"),
    ],
)
def test_labels_of_nexis_are_told_from_sentences(line, expected):
    assert nexis_label(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Illustration(s) : Le phare", (Field.CAPTION, "Le phare"), id="caption"),
        pytest.param("Encadré(s) :", (Field.NOTE, ""), id="box"),
        pytest.param("Subject(s): Ports", (Field.KEYWORDS, "Ports"), id="english"),
        pytest.param("Lieu(x) géographique(s) - Eureka : Sète", (Field.IGNORED, "Sète"), id="place"),
        pytest.param("Le maire : non", None, id="sentence"),
    ],
)
def test_labels_of_europresse_are_told_from_sentences(line, expected):
    assert europresse_label(line) == expected
