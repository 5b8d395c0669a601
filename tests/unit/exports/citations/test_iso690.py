from datetime import date as Date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from archive_search.exports.citations.iso690 import cite_as_html, cite_as_text
from archive_search.records import Article
from exports.making_articles import NASTY, make_article, make_unknown
from exports.strategies import articles


def cited(article: Article, **options: Date) -> str:
    return cite_as_text(article, **options).replace("\u00a0", " ")


def test_all_that_is_known_is_cited_in_order() -> None:
    assert cited(make_article()) == (
        "DUPONT, Jeanne et LA TOUR, Marc de. « La digue de Brévan cède ». Le Phare [en ligne]. AFP, 2 mars 2017,"
        " p. 3-4. Disponible à l'adresse : https://phare.example/digue?jour=2"
    )


def test_nothing_unknown_is_invented() -> None:
    assert cited(make_unknown()) == "[Un texte sans titre]. [s. d.]."


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"date": Date(2016, 5, 1)}, "1er mai 2016"),
        ({"date_reason": "jour du fichier"}, "[2 mars 2017]"),
        ({"authors": ("La rédaction",)}, "La rédaction. «"),
        ({"authors": ("Jeanne Dupont", "Anne Roy", "AFP")}, "DUPONT, Jeanne, ROY, Anne et AFP. «"),
        ({"authors": ("Dupont, J.",)}, "DUPONT, J. «"),
        ({"title": "« Jamais », dit le maire"}, "« “Jamais”, dit le maire »."),
        ({"title": "Où va le port ?"}, "« Où va le port ? »."),
        ({"source": "Le Phare (avec AFP)"}, "Le Phare (avec AFP) [en ligne]. 2 mars"),
        ({"source": "Le Phare (AFP-Sports)", "agency": "AF"}, "[en ligne]. AF, 2 mars"),
        ({"source": None}, "cède » [en ligne]. AFP, 2 mars"),
        ({"url": None}, "Le Phare. AFP"),
        ({"title": "Le port\n ferme\x07"}, "« Le port ferme »"),
    ],
    ids=str,
)
def test_each_fact_is_written_as_the_norm_has_it(properties: dict[str, object], expected: str) -> None:
    assert expected in cited(make_article(**properties))


def test_the_day_of_reading_is_told_only_when_given() -> None:
    assert "Consulté" not in cited(make_article())
    assert "p. 3-4. [Consulté le 4 mars 2017]. Disponible" in cited(make_article(), consulted=Date(2017, 3, 4))


def test_a_page_that_is_not_online_was_not_read_there() -> None:
    assert "Consulté" not in cited(make_article(url=None), consulted=Date(2017, 3, 4))


def test_in_html_the_publication_is_in_italics_and_the_address_a_link() -> None:
    html = cite_as_html(make_article())
    assert "<i>Le Phare</i> [en ligne]" in html
    assert '<a href="https://phare.example/digue?jour=2" rel="noopener noreferrer">https://phare.example' in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://phare.example/", "https:///x", "//x"]
)
def test_other_addresses_than_those_of_the_web_are_no_links(url: str) -> None:
    assert "<a" not in cite_as_html(make_article(url=url))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_markup_in_a_title_is_text() -> None:
    parser = _Text()
    parser.feed(cite_as_html(make_article(title=NASTY, source=NASTY, url=f'https://x/"><script>{NASTY}')))
    assert parser.tags == {"a", "i"}


@settings(max_examples=100)
@given(article=articles())
def test_the_html_says_what_the_text_says(article: Article) -> None:
    parser = _Text()
    parser.feed(cite_as_html(article))
    parser.close()
    assert parser.text == cite_as_text(article)
    assert parser.tags <= {"a", "i"}


def test_long_texts_take_no_quadratic_time() -> None:
    long = "\u00a0" * 200_000
    article = make_article(title=f"a{long}a", source="a " * 100_000, agency="a " * 100_000 + "b", page=long)
    assert len(cite_as_text(article)) > 200_000
