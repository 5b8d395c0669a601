import pytest

from archive_search.entities.datelines import find_dateline


def _found(text):
    return [(text[span.start : span.end], str(span.type), str(span.role)) for span in find_dateline(text)]


@pytest.mark.parametrize(
    ("text", "places", "agencies"),
    [
        pytest.param("RABAT, 3 mars (MAP) - Le port", ["RABAT"], ["MAP"], id="capitals-and-day"),
        pytest.param("Lomé (AFP) - Le port", ["Lomé"], ["AFP"], id="no-day"),
        pytest.param("Berne, le 1er mars 2016 (ats/afp) – Le port", ["Berne"], ["ats", "afp"], id="two-agencies"),
        pytest.param("TUNIS/RABAT, 3 mars (Reuters) - Le port", ["TUNIS", "RABAT"], ["Reuters"], id="two-places"),
        pytest.param("PORT-LOUIS, lundi (AP) — Le port", ["PORT-LOUIS"], ["AP"], id="weekday"),
        pytest.param("Saint-Denis (France), 5 mars (AFP) - Le", ["Saint-Denis"], ["AFP"], id="with-country"),
        pytest.param("(AFP) - Le port", [], ["AFP"], id="agency-alone"),
    ],
)
def test_a_dateline_names_places_and_agencies(text, places, agencies):
    expected = [(place, "place", "dateline") for place in places]
    assert _found(text) == expected + [(agency, "org", "agency") for agency in agencies]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("MONTRÉAL — Le port est fermé.", "MONTRÉAL", id="capitals"),
        pytest.param("RABAT | « Le port est fermé. »", "RABAT", id="bar"),
        pytest.param("RABAT, SAMEDI 5 MARS 2016 - LE PORT EST FERMÉ.", "RABAT", id="article-in-capitals"),
        pytest.param("Rabat, le 5 mars 2016 - Le port est fermé.", "Rabat", id="day"),
    ],
)
def test_a_town_in_capitals_or_with_a_day_before_a_dash_is_a_dateline(text, place):
    assert _found(text) == [(place, "place", "dateline")]


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIF — Le port est fermé.",
        "Marie Roy (LR) - Le port",
        "Le port de Rabat (AFP dit",
        "Libye : le port",
        "Odile Pasquier (AFP) est partie",
        "Bloquons (AFP) tout",
        "Rabat - Le port",
        "",
        "(",
    ],
    ids=["label", "party", "running-text", "colon", "person", "verb", "no-day", "empty", "parenthesis"],
)
def test_other_openings_are_no_datelines(text):
    assert _found(text) == []
