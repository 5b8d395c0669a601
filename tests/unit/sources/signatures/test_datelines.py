import pytest

from archive_search.sources.signatures.datelines import read_dateline


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
        ("Paris, 21 jan 2019 (AFP) -", ("Paris", "AFP", "21 jan 2019")),
        ("Paris, 21 jan 2019 (AFP) Le pont", ("Paris", "AFP", "21 jan 2019")),
        ("Quito, Jan 2 (EFE).- Le pont", ("Quito", "EFE", "Jan 2")),
        ("KIEV/MOSCOU 3 mars (Reuters) - Le", ("KIEV/MOSCOU", "Reuters", "3 mars")),
        ("RABAT (MAP), le 3 mars - Le", ("RABAT", "MAP", "3 mars")),
        ("Rabat, 03 mars 2015 (MAP)-Le roi", ("Rabat", "MAP", "03 mars 2015")),
        ("Saint-Louis (Sénégal), 3 mars (AFP) - Le", ("Saint-Louis", "AFP", "3 mars")),
        ("(AFP) - Paris, le 3 mars", ("Paris", "AFP", "3 mars")),
        ("(ANSA) - Rome, October 11 - Le", ("Rome", "ANSA", "October 11")),
        ("BRUXELLES 21/01 (BELGA) = Le", ("BRUXELLES", "Belga", None)),
        ("BRUXELLES - Belga, le pont", ("BRUXELLES", "Belga", None)),
        ("PARIS (AP) _ Le", ("PARIS", "AP", None)),
        ("Berne (ats) Le Conseil", ("Berne", "ATS", None)),
        ("MOSCOU, 3 mars. /TASS/. Le", ("MOSCOU", "TASS", "3 mars")),
        ("MOSCOU, 3 mars - RIA Novosti. Le", ("MOSCOU", "Ria Novosti", "3 mars")),
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
        "Jeanne Petit (AFP) Le maire",
        "Jeanne Petit, 3 ans (AP) Le pont",
        "Le Courrier - AFP, le 3 mars",
        "PARIS - AFP",
        "Le pont, rouvert le 3 mars - Reuters. Fin",
    ],
    ids=[
        "sentence",
        "no agency",
        "no parenthesis",
        "no place",
        "endless place",
        "credit of a picture",
        "age",
        "newspaper",
        "signature",
        "no capital",
    ],
)
def test_other_openings_are_no_dateline(text):
    assert read_dateline(text) is None


def test_a_dateline_may_stand_alone_on_its_line():
    found = read_dateline("Lyon (AFP) -")
    assert found is not None
    assert found.agency == "AFP"
