import re

import pytest
from hypothesis import given, settings

from archive_search.exports.citations.ris import cite_as_ris
from archive_search.records import Article
from exports.making_articles import NASTY, make_article, make_unknown
from exports.strategies import articles


def lines_of(article: Article) -> list[tuple[str, str]]:
    """Read one record: every line is a tag, two blanks, a hyphen, a blank, a value, and ends by CR LF."""
    record = cite_as_ris(article)
    assert record.endswith("ER  - \r\n\r\n")
    lines = record.removesuffix("\r\n\r\n").split("\r\n")
    matches = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in lines]
    assert all(matches), lines
    read = [(match[1], match[2]) for match in matches if match]
    assert read[0] == ("TY", "NEWS")
    assert [tag for tag, _ in read].count("ER") == 1
    assert all(value for tag, value in read[1:-1])
    return read


def test_all_that_is_known_has_its_line() -> None:
    assert lines_of(make_article()) == [
        ("TY", "NEWS"),
        ("AU", "Dupont, Jeanne"),
        ("AU", "La Tour, Marc de"),
        ("TI", "La digue de Brévan cède"),
        ("T2", "Le Phare"),
        ("PY", "2017"),
        ("DA", "2017/03/02/"),
        ("SP", "3"),
        ("EP", "4"),
        ("SE", "Région"),
        ("PB", "AFP"),
        ("KW", "digue"),
        ("KW", "Brévan, port"),
        ("LA", "fr"),
        ("UR", "https://phare.example/digue?jour=2"),
        ("AN", "urn:phare:17"),
        ("ID", "digue-1"),
        ("ER", ""),
    ]


def test_nothing_unknown_is_invented() -> None:
    assert lines_of(make_unknown())[1:-1] == [("TI", "Un texte sans titre."), ("ID", "sans")]


@pytest.mark.parametrize(
    ("page", "lines"),
    [("A12", [("SP", "A12")]), ("3 – 4", [("SP", "3"), ("EP", "4")]), ("3, 5 et 7", [("SP", "3, 5 et 7")])],
)
def test_pages_are_told_as_first_and_last(page: str, lines: list[tuple[str, str]]) -> None:
    assert [line for line in lines_of(make_article(page=page)) if line[0] in ("SP", "EP")] == lines


def test_a_name_that_is_taken_whole_has_no_comma() -> None:
    assert ("AU", "Le Phare à Doriac") in lines_of(make_article(authors=("Le Phare, à Doriac",)))


def test_a_deduced_date_is_told() -> None:
    assert ("N1", "Date déduite : jour du fichier") in lines_of(make_article(date_reason="jour du fichier"))


def test_a_line_end_in_a_text_begins_no_line() -> None:
    lines = lines_of(make_article(title="Fin\r\nER  - \r\nTY  - BOOK", source=NASTY))
    assert ("TI", "Fin ER - TY - BOOK") in lines


@settings(max_examples=100)
@given(article=articles())
def test_any_article_gives_one_record(article: Article) -> None:
    lines_of(article)
