import pytest

from archive_search.sources.days.publication import read_publication


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("Publié le 18/09/2015 à 17h02 | Mis à jour le 18/09/2015 à 18h36", "18/09/2015", "17:02"),
        ("le , mis à jour à 18:36", None, "18:36"),
        ("Vendredi 18 septembre 2015", "Vendredi 18 septembre 2015", None),
        ("SAMEDI 5 MARS 2016", "SAMEDI 5 MARS 2016", None),
        ("Édition du samedi 5-dimanche 6 mars 2016, page 3", "samedi 5-dimanche 6 mars 2016", None),
        ("jeudi 3 mars 2016, n° 22145", "jeudi 3 mars 2016", None),
        ("Mis à jour le 19/09/2015 à 10h | Publié le 18/09/2015 à 17h02", "18/09/2015", "17:02"),
        ("Publié le 18/09/2015, mis à jour à 19h", "18/09/2015", None),
        ("Publié le , mis à jour à 18:36", None, "18:36"),
        ("Mis à jour le 18/09/2015, publié à 17 h 02", "18/09/2015", "17:02"),
        ("(©AFP / 12 mars 2015 14h05)", "12 mars 2015", "14:05"),
    ],
)
def test_a_line_of_publication_gives_day_and_time(line, day, time):
    found = read_publication(line)
    assert found is not None
    assert (found.date and found.date.text, found.time) == (day, time)


@pytest.mark.parametrize("line", ["Le 18 septembre, la Syrie vote", "2014", "Publié hier", "À 18h36, le train part"])
def test_a_line_that_says_more_is_kept(line):
    assert read_publication(line) is None


@pytest.mark.parametrize(
    ("line", "is_update"),
    [
        ("Mis à jour le 18/09/2015", True),
        ("Modifié le 18/09/2015 à 10:12", True),
        ("Publié le 17/09/2015, mis à jour le 18/09/2015", False),
        ("18/09/2015", False),
    ],
)
def test_a_line_of_update_alone_is_known_as_such(line, is_update):
    found = read_publication(line)
    assert found is not None
    assert found.is_update is is_update
