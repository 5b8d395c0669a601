import re

import pytest
from hypothesis import given, settings

from archive_search.exports.citations.bibtex import cite_as_bibtex
from archive_search.records import Article
from exports.making_articles import NASTY, make_article, make_unknown
from exports.reading_bibtex import read_bibtex
from exports.strategies import articles


def fields_of(article: Article) -> dict[str, str]:
    ((_kind, _key, fields),) = read_bibtex(cite_as_bibtex(article))
    return fields


def test_all_that_is_known_has_its_field() -> None:
    assert fields_of(make_article()) == {
        "author": "Dupont, Jeanne and de La Tour, Marc",
        "title": "La digue de {Brévan} cède",
        "journal": "Le Phare",
        "year": "2017",
        "month": "mar",
        "day": "2",
        "pages": "3-4",
        "publisher": "AFP",
        "language": "fr",
        "keywords": "digue, Brévan - port",
        "url": "https://phare.example/digue?jour=2",
    }


def test_nothing_unknown_is_invented() -> None:
    ((kind, key, fields),) = read_bibtex(cite_as_bibtex(make_unknown()))
    assert (kind, fields) == ("misc", {"title": "Un texte sans titre."})
    assert re.fullmatch("articlesd-[0-9a-f]{8}", key)


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("La rédaction", "{La rédaction}"),
        ("Cap and Co", "{Cap and Co}"),
        ("Jean d'Ormont", "d'Ormont, Jean"),
        ("Vincent van der Meer", "van der Meer, Vincent"),
        ("Un {nom}", r"{Un {\textbraceleft}nom{\textbraceright}}"),
    ],
)
def test_authors_are_written_in_the_parts_that_bibtex_knows(author: str, written: str) -> None:
    assert fields_of(make_article(authors=(author,)))["author"] == written


def test_a_deduced_date_is_told() -> None:
    assert fields_of(make_article(date_reason="jour du fichier"))["note"] == "Date déduite : jour du fichier"


def test_an_address_stands_as_it_is_but_for_what_would_end_the_field() -> None:
    url = "https://phare.example/a_b%20c}~{#x\\"
    assert fields_of(make_article(url=url))["url"] == "https://phare.example/a_b%20c%7D~%7B#x%5C"


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    assert "url" not in fields_of(make_article(url="javascript:alert(1)"))


def test_nothing_in_a_text_breaks_an_entry() -> None:
    fields = fields_of(make_article(title=f"}} @article{{x, {NASTY}", source=NASTY, keywords=(NASTY,), page=NASTY))
    assert set(fields) == set(fields_of(make_article()))


@settings(max_examples=100)
@given(article=articles())
def test_any_article_gives_one_entry(article: Article) -> None:
    assert len(read_bibtex(cite_as_bibtex(article))) == 1
