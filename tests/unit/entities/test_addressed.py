import pytest

from archive_search.entities.addressed import find_addressed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("M. Roy a dit", ["Roy"], id="surname"),
        pytest.param("à Mme Odile Pasquier", ["Odile Pasquier"], id="full-name"),
        pytest.param("M. de La Tour et Mme d'Aubrac", ["de La Tour", "d'Aubrac"], id="particles"),
        pytest.param("Me Le Gall plaide", ["Le Gall"], id="article-in-the-surname"),
        pytest.param("M. el-Amrani, M. Ben Saïd", ["el-Amrani", "Ben Saïd"], id="arabic"),
        pytest.param("MM. Roy, Le Gall et Petit", ["Roy", "Le Gall", "Petit"], id="several"),
        pytest.param("M. X et Mme Y.", [], id="anonymous"),
        pytest.param("Depuis #Me Roy et #MeRoy", [], id="hashtag"),
        pytest.param("Mme la ministre", [], id="office"),
        pytest.param("Rome. Mes amis", [], id="possessive"),
    ],
)
def test_what_follows_a_form_of_address_is_a_person(text, names):
    assert [text[span.start : span.end] for span in find_addressed(text)] == names
