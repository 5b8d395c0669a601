from datetime import date

import pytest

from archive_search.sources.formats.press.europresse_header import (
    day_of_number,
    find_document_number,
    read_header,
    read_publication_name,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("La Gazette, no. 43018", "La Gazette", id="number"),
        pytest.param("La Gazette • p. 4 • 201 mots", "La Gazette", id="page and length"),
        pytest.param("La Gazette n° 12", "La Gazette", id="sign"),
        pytest.param("Revue du port, Vol. 14, no 4", "Revue du port", id="volume"),
        pytest.param("La Gazette (site web)", "La Gazette (site web)", id="site"),
        pytest.param("20 Nouvelles", "20 Nouvelles", id="number in the name"),
        pytest.param("No 1", "No 1", id="nothing but a number"),
    ],
)
def test_a_publication_is_named_without_its_issue(text, expected):
    assert read_publication_name(text) == expected


def test_a_line_without_a_day_is_no_header():
    assert read_header("Politique, p. 3") is None


def test_a_time_of_midnight_is_none():
    assert read_header("lundi 16 octobre 2023 - 00:00:00 -0000 12 mots").time is None


@pytest.mark.parametrize("dot", ["·", "⋅", "•"])
def test_a_number_holds_its_day_whatever_its_dots(dot):
    number = dot.join(("news", "20121004", "GAZ", "123_4"))
    assert find_document_number(f"Numéro de document : {number}") == number
    assert day_of_number(number) == date(2012, 10, 4)


def test_a_number_whose_day_no_calendar_has_gives_none():
    assert day_of_number("news·20129999·GAZ·1") is None
