import pytest

from archive_search.entities.public_bodies import find_public_bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        pytest.param("le Conseil constitutionnel a", ["Conseil constitutionnel"], id="adjective"),
        pytest.param("la Cour européenne des droits de l'homme a", ["Cour européenne des droits de l'homme"], id="two"),
        pytest.param(
            "au Conseil des droits de l'homme de l'Otan, Odile",
            ["Conseil des droits de l'homme de l'Otan"],
            id="with-its-owner",
        ),
        pytest.param("au Conseil d'État de suspendre l'arrêté", ["Conseil d'État"], id="verb-behind"),
        pytest.param("du Conseil de sécurité de mardi", ["Conseil de sécurité"], id="day-behind"),
        pytest.param("la Commission européenne Odile Pasquier", ["Commission européenne"], id="person-behind"),
        pytest.param("La Haute Autorité de santé", ["Haute Autorité de santé"], id="two-words-of-head"),
        pytest.param("le parquet de Lyon a ouvert", ["parquet de Lyon"], id="prosecutor"),
        pytest.param("le parquet national financier enquête", ["parquet national financier"], id="national-prosecutor"),
        pytest.param("la cour d'appel d'Aix-en-Provence", ["cour d'appel d'Aix-en-Provence"], id="court"),
        pytest.param("à l'université de Bretagne occidentale", ["université de Bretagne occidentale"], id="university"),
        pytest.param("la préfecture du Rhône indique", ["préfecture du Rhône"], id="prefecture"),
        pytest.param("le tribunal a tranché, le conseil aussi", [], id="bare-heads"),
        pytest.param("Agence de voyages à vendre", [], id="capital-of-a-sentence"),
        pytest.param("en Conseil des ministres mercredi", [], id="a-meeting"),
    ],
)
def test_a_public_body_is_found_with_its_complements(text, bodies):
    assert [text[start:end] for start, end in find_public_bodies(text)] == bodies
