import pytest

from archive_search.entities.word_shapes import PERSON_NAME, has_capital, opens_sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("par Anne de La Tour", ["Anne de La Tour"], id="particles"),
        pytest.param("Jean-Marc L'Hermite", ["Jean-Marc L'Hermite"], id="compounds-and-elisions"),
        pytest.param("Nadia al-Khatib et Saïd ben Omar", ["Nadia al-Khatib", "Saïd ben Omar"], id="arabic"),
        pytest.param("Kim Min-ji", ["Kim Min-ji"], id="korean"),
        pytest.param("d'Odile Pasquier", ["Odile Pasquier"], id="elision-before"),
        pytest.param("Łukasz Żak", ["Łukasz Żak"], id="polish"),
        pytest.param("rien ici", [], id="none"),
    ],
)
def test_a_run_of_capitalised_words_is_a_name(text, names):
    assert [found[0] for found in PERSON_NAME.finditer(text)] == names


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        pytest.param("Le port", True, id="start"),
        pytest.param("Il part. Le port", True, id="full-stop"),
        pytest.param("Il dit : « Le port", True, id="quotation"),
        pytest.param("(Le port", True, id="parenthesis"),
        pytest.param("- Le port", True, id="dash"),
        pytest.param("dans Le port", False, id="inside"),
        pytest.param("Jean-Le port", False, id="hyphen"),
    ],
)
def test_the_opening_of_a_sentence_is_told_from_its_inside(text, opens):
    assert opens_sentence(text, text.index("Le")) is opens


def test_capitals_of_any_alphabet_count():
    assert has_capital("Ж")
    assert not has_capital("déjà 3")
