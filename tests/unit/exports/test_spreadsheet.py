import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.exports.spreadsheet import COLUMNS, write_csv
from archive_search.records import Article
from exports.making_articles import make_article, make_unknown
from exports.strategies import articles


def rows_of(*some: Article) -> list[dict[str, str]]:
    """Read a table as French Excel does."""
    text = "".join(write_csv(some))
    assert text.startswith("\ufeff")
    lines = text.removeprefix("\ufeff").split("\r\n")
    assert lines.pop() == ""
    return list(csv.DictReader(lines, delimiter=";", strict=True))


def test_a_row_has_what_is_known_of_an_article() -> None:
    (row,) = rows_of(make_article())
    assert tuple(row) == COLUMNS
    assert (row["article"], row["date"], row["date_deduced"]) == ("digue-1", "2017-03-02", "0")
    assert (row["authors"], row["keywords"]) == ("Jeanne Dupont; Marc de La Tour", "digue; Brévan, port")
    assert row["reference"].startswith("DUPONT, Jeanne et LA TOUR, Marc de.")


def test_the_text_stands_on_one_line_without_the_title() -> None:
    (row,) = rows_of(make_article())
    assert row["text"].startswith("La mer a eu raison de la pierre. La digue a cédé lundi, au petit matin. Deux grues")


def test_what_is_not_known_is_empty() -> None:
    (row,) = rows_of(make_unknown())
    known = {"article", "date_deduced", "reference", "text"}
    assert {name for name, value in row.items() if value} == known


@pytest.mark.parametrize("start", "=+-@")
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = rows_of(make_article(title=f"{start}1+1", source=f"{start}A1"))
    assert (row["title"], row["source"]) == (f"'{start}1+1", f"'{start}A1")


@settings(max_examples=100)
@given(some=st.lists(articles(), max_size=3))
def test_any_articles_give_one_row_each(some: list[Article]) -> None:
    rows = rows_of(*some)
    assert len(rows) == len(some)
    assert not any(str(value).startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
