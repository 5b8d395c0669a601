import pytest

from archive_search.entities.press_agencies import is_press_agency, read_agencies


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


def test_an_agency_is_known_in_any_case():
    assert is_press_agency("REUTERS")
    assert is_press_agency("Agence France-Presse")
    assert not is_press_agency("La Gazette des ports")
