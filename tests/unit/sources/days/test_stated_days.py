import pytest

from archive_search.sources.days.stated_days import find_day, lines_above_text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Publié le 3 mars 2015 à 18 h 36", "Vu le 4 mars 2015"], "2015-03-03"),
        (["Lyon, le 3 mars 2015"], "2015-03-03"),
        (["Le Courrier | 3 mars 2015 | p. 7", "Mardi 3 mars 2015"], "2015-03-03"),
        (["Conseil du 3 mars 2015", "Conseil du 4 mars 2015"], None),
        (["Il est mort le 3 mars 2015."], None),
        (
            ["Le conseil, réuni le 3 mars 2015 sous la présidence de son maire, a décidé ce qui suit pour la ville"],
            None,
        ),
    ],
    ids=["publication first", "place", "twice the same", "two days", "sentence", "many words"],
)
def test_one_day_is_found_or_none(lines, expected):
    day = find_day(lines)
    assert (str(day.date) if day else None) == expected


def test_the_lines_above_a_text_end_with_its_first_paragraph():
    assert list(lines_above_text(["Un", "x" * 200, "Deux"])) == ["Un"]
