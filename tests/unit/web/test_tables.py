"""Tests of tables that pages give."""

from archive_search.web.tables import answer_table


def test_a_table_is_a_file_that_spreadsheets_open() -> None:
    answer = answer_table(("article", "title"), [("a1", 'Gué, "pont"'), ("a2", None)], "recherche")
    assert answer.body.decode() == 'article,title\na1,"Gué, ""pont"""\na2,\n'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="recherche.csv"'


def test_a_table_without_rows_has_its_columns() -> None:
    assert answer_table(("article",), [], "vide").body == b"article\n"
