import pytest

from archive_search.exports.exported import ExportedArticle
from archive_search.exports.review.setting import SetArticle, count_articles, set_article
from archive_search.records import Kind, Span
from exports.making_articles import make_article, make_unknown


def shown(**properties: object) -> SetArticle:
    return set_article(ExportedArticle(article=make_article(**properties)), number=1)


def test_the_title_is_not_among_the_paragraphs() -> None:
    assert [paragraph.kind for paragraph in shown().paragraphs] == [
        *(Kind.LEAD, Kind.BODY, Kind.HEADING, Kind.CAPTION, Kind.BYLINE),
    ]


def test_the_first_paragraph_of_an_article_without_title_stays() -> None:
    article = set_article(ExportedArticle(article=make_unknown()), number=1)
    assert "".join(piece.text for piece in article.title) == "Sans titre"
    assert article.heading == "Un texte sans titre."
    assert len(article.paragraphs) == 1


def test_marks_of_the_title_and_of_paragraphs_are_shown() -> None:
    marks = {1: (Span(3, 8),), 3: (Span(3, 8),)}
    article = set_article(ExportedArticle(article=make_article(), marks=marks), number=1)
    assert [piece.text for piece in article.title if piece.is_marked] == ["digue"]
    assert [piece.text for each in article.paragraphs for piece in each.pieces if piece.is_marked] == ["digue"]


@pytest.mark.parametrize(
    ("properties", "facts"),
    [
        ({}, ("Le Phare", "2 mars 2017 à 08 h 30", "AFP", "p. 3-4", "Région")),
        ({"agency": "Phare"}, ("Le Phare", "2 mars 2017 à 08 h 30", "p. 3-4", "Région")),
        ({"source": None}, ("AFP", "2 mars 2017 à 08 h 30", "p. 3-4", "Région")),
        (
            {"source": None, "agency": None, "date": None, "page": None, "section": None},
            ("source inconnue", "sans date"),
        ),
        (
            {"date_reason": "jour du fichier", "time": None, "agency": None, "page": None, "section": None},
            ("Le Phare", "2 mars 2017 (date déduite)"),
        ),
    ],
    ids=["all", "agency of the source", "agency alone", "nothing", "deduced"],
)
def test_facts_are_those_that_are_known(properties: dict[str, object], facts: tuple[str, ...]) -> None:
    assert tuple(fact.replace("\u00a0", " ") for fact in shown(**properties).facts) == facts


@pytest.mark.parametrize(
    ("authors", "signature"), [((), ""), (("A",), "A"), (("A", "B"), "A et B"), (("A", "B", "C"), "A, B et C")]
)
def test_authors_are_listed(authors: tuple[str, ...], signature: str) -> None:
    assert shown(authors=authors).signature == signature


@pytest.mark.parametrize(("language", "told"), [(None, None), ("fr", None), ("en", "en")])
def test_only_a_foreign_language_is_told(language: str | None, told: str | None) -> None:
    assert shown(language=language).language == told


def test_articles_are_counted_in_french() -> None:
    assert [count_articles(number) for number in (0, 1, 2, 34371)] == [
        *("0 article", "1 article", "2 articles", "34\u202f371 articles"),
    ]
