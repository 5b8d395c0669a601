import pytest

from archive_search.sources.datelines import read_dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ROME, 18 septembre (Reuters) - Le pape", ("ROME", "Reuters", "18 septembre")),
        ("PARIS (AFP) - Le maire", ("PARIS", "AFP", None)),
        ("Paris, 3 mars (AFP) — Le maire", ("Paris", "AFP", "3 mars")),
        ("PARIS/LONDRES, 5 mai (Reuters) -- Les", ("PARIS/LONDRES", "Reuters", "5 mai")),
        (
            "Saint-Denis de la Réunion, 4 août 2012 (AFP) – Le",
            ("Saint-Denis de la Réunion", "AFP", "4 août 2012"),
        ),
    ],
)
def test_a_dateline_gives_place_agency_and_day(text, expected):
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.agency, found.date and found.date.text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre (AFP) - rien",
        "PARIS (Le Courrier) - rien",
        "Paris dort.",
        "(AFP) - rien",
        "A" * 10_000 + " (AFP) - ",
    ],
    ids=["sentence", "no agency", "no parenthesis", "no place", "endless place"],
)
def test_other_openings_are_no_dateline(text):
    assert read_dateline(text) is None


def test_a_dateline_may_stand_alone_on_its_line():
    found = read_dateline("Lyon (AFP) -")
    assert found is not None
    assert found.agency == "AFP"
