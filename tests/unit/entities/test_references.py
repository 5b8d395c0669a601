import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.references import find_references


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("Il nie. (voir ID:nL4N0XY1AB )", ["nL4N0XY1AB"], id="voir-id"),
        pytest.param("Il nie. [ID:nL4N0XY1AB]", ["nL4N0XY1AB"], id="brackets-id"),
        pytest.param("Il nie, voir [nL8N12ABCD].", ["nL8N12ABCD"], id="voir-brackets"),
        pytest.param("Il nie. [nL8N12ABCD, nFWN2345CD]", ["nL8N12ABCD", "nFWN2345CD"], id="two-in-brackets"),
        pytest.param("(voir ID:nL8N12ABCD et ID:nFWN2345CD)", ["nL8N12ABCD", "nFWN2345CD"], id="two-with-et"),
        pytest.param("Le code nL8N12ABCD reste un mot du texte.", [], id="running-text"),
        pytest.param("voir nATIONAL", [], id="no-digits"),
        pytest.param("voir ID:NL8N12ABCD", [], id="capital-n"),
    ],
)
def test_numbers_of_dispatches_are_found_where_they_are_referred_to(text, numbers):
    assert [number for _, number in find_references(text)] == numbers


@settings(max_examples=200)
@given(st.text(alphabet="voirID:[]( )nL1N0,;et"))
def test_a_reference_is_what_stands_at_its_span(text):
    assert all(text[span.start : span.end] == number for span, number in find_references(text))
