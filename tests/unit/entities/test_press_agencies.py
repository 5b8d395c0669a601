import pytest

from archive_search.entities.press_agencies import find_marks, is_press_agency, read_agencies


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        pytest.param("AFP", ["AFP"], id="one"),
        pytest.param("avec AFP, Reuters et AP", ["AFP", "Reuters", "AP"], id="several"),
        pytest.param("awp/afp", ["awp", "afp"], id="slash-and-small-letters"),
        pytest.param("source : Belga", ["Belga"], id="source"),
        pytest.param("AFP, Marie Roy", [], id="a-person-too"),
        pytest.param("LR", [], id="a-party"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_list_of_agencies_is_read_only_when_it_is_nothing_else(text, agencies):
    assert [text[span.start : span.end] for span in read_agencies(text, 0, len(text))] == agencies


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        pytest.param("Le port est fermé (AFP), dit-on.", ["AFP"], id="parentheses"),
        pytest.param("Le port est fermé (avec AFP et Reuters) depuis lundi", ["AFP", "Reuters"], id="with-several"),
        pytest.param("Orange avec AFP, publié le 5 mars", ["AFP"], id="with"),
        pytest.param("Il est parti lundi. - AFP -", ["AFP"], id="between-dashes"),
        pytest.param("Le port est fermé – Reuters", ["Reuters"], id="end"),
        pytest.param("AFP - Le port est fermé.", ["AFP"], id="head"),
        pytest.param("dit à l'Agence France-Presse (AFP) Marc Roy", [], id="its-own-acronym"),
        pytest.param("parle avec l'AFP", [], id="interview"),
        pytest.param("Marc Roy (PC) parle", [], id="party"),
        pytest.param("un journaliste de l'AFP", [], id="sentence"),
        pytest.param("- Marc Roy - AFP ou non", [], id="not-at-the-end"),
        pytest.param("l'accord Tass-Reuters", [], id="hyphen"),
    ],
)
def test_an_agency_that_only_marks_the_text_is_told_from_one_that_is_spoken_of(text, agencies):
    assert [text[start:end] for start, end, _, _ in dict.fromkeys(find_marks(text))] == agencies


def test_an_agency_is_known_in_any_case():
    assert is_press_agency("REUTERS")
    assert is_press_agency("Agence France-Presse")
    assert not is_press_agency("La Gazette des ports")
