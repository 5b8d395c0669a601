import pytest

from archive_search.sources.publication import read_publication


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("Publié le 18/09/2015 à 17h02 | Mis à jour le 18/09/2015 à 18h36", "18/09/2015", "17h02"),
        ("le , mis à jour à 18:36", None, "18:36"),
        ("Vendredi 18 septembre 2015", "Vendredi 18 septembre 2015", None),
        ("(©AFP / 12 mars 2015 14h05)", "12 mars 2015", "14h05"),
    ],
)
def test_a_line_of_publication_gives_day_and_time(line, day, time):
    found = read_publication(line)
    assert found is not None
    assert (found.date and found.date.text, found.time) == (day, time)


@pytest.mark.parametrize("line", ["Le 18 septembre, la Syrie vote", "2014", "Publié hier", "À 18h36, le train part"])
def test_a_line_that_says_more_is_kept(line):
    assert read_publication(line) is None
