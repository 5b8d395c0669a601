import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.news.wire_text import split_wire_text


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("   Il a plu sur\nle port.\n   Les cargos\nattendent.", ["Il a plu sur le port.", "Les cargos attendent."]),
        ("\tIl a plu sur\r\nle port.\r\n\tEnfin.", ["Il a plu sur le port.", "Enfin."]),
        ("Il a plu sur\nle port.\n   Les cargos\nattendent.", ["Il a plu sur le port.", "Les cargos attendent."]),
        ("   Il a plu sur\nle port.\n\nEnfin.", ["Il a plu sur le port.", "Enfin."]),
        ("Il a plu.\n\nEnfin.", ["Il a plu.", "Enfin."]),
        ("   Il a plu.\n   Enfin.", ["Il a plu.", "Enfin."]),
        ("  \n", []),
    ],
    ids=["indented", "tabs", "first line plain", "blank line", "no indent", "all indented", "empty"],
)
def test_indented_lines_begin_a_passage(text, passages):
    assert [passage.text for passage in split_wire_text(text)] == passages


@settings(max_examples=100)
@given(st.text(alphabet="ab \n\t", max_size=80))
def test_no_word_is_lost(text):
    words = [word for passage in split_wire_text(text) for word in passage.text.split()]
    assert words == text.split()
