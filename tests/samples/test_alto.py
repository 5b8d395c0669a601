"""An issue of 1901 in METS and ALTO, two of its four pages there."""

from datetime import date
from pathlib import Path

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.relevance.material import SHARED, needs_material

ISSUE = SHARED / "formats" / "alto" / "19011121_1"

pytestmark = needs_material


def read(path: Path):
    return list(read_articles(path, root=ISSUE.parent, options=ReadOptions()))


@pytest.fixture(scope="module")
def found():
    return read(ISSUE / "19011121_1-METS.xml")


@pytest.fixture(scope="module")
def articles(found):
    return [article for article in found if isinstance(article, Article)]


def test_all_articles_of_the_pages_that_are_there_are_read(articles):
    assert len([article for article in articles if article.section is None]) == 36
    assert len([article for article in articles if article.section == "publicité"]) == 1


def test_the_pages_that_are_not_there_are_told_in_one_line(found):
    (failure,) = [failure for failure in found if isinstance(failure, Failure)]
    assert "2 pages alto introuvables (19011121_1-0003.xml, 19011121_1-0004.xml)" in failure.reason


def test_all_have_what_the_issue_states(articles):
    stated = {(article.source, article.date, article.date_reason, article.language) for article in articles}
    assert stated == {("Ouest Eclair (Éd. de Rennes)", date(1901, 11, 21), None, "fr")}
    assert {article.identifiers for article in articles} == {("827",)}
    assert {article.page for article in articles} == {"1", "2", "1-2"}


@pytest.mark.parametrize(
    ("place", "title", "page", "paragraphs"),
    [
        (0, "L'hygiène daos la Marine", "1", 4),
        (2, "La aituation dans le Nord", "1", 2),
        (3, "L'ACTION LIBÉRALE Un Discours de M. Piou", "1", 5),
        (21, "Lit victimw da la thariii", "1-2", 3),
        (25, "Bonne âme", "2", 1),
        (28, "XJTM r>EISTDU", "2", 10),
    ],
)
def test_an_article_has_its_title_and_its_paragraphs(articles, place, title, page, paragraphs):
    article = articles[place]
    assert (article.title, article.page) == (title, page)
    assert len([one for one in article.paragraphs if one.kind is Kind.BODY]) == paragraphs


def test_a_text_begins_and_ends_as_printed(articles):
    body = [paragraph.text for paragraph in articles[0].paragraphs if paragraph.kind is Kind.BODY]
    assert body[0].startswith("Le Journal officiel")
    assert body[0].endswith("cette terrible maladie.")


def test_words_cut_at_the_end_of_a_line_are_whole(articles):
    text = " ".join(paragraph.text for paragraph in articles[0].paragraphs)
    words = text.split()
    assert {"marine", "arsenaux."} <= set(words)
    assert not {"arse", "naux.", "arse-"} & set(words)


def test_the_serial_has_its_author_and_what_stands_over_its_title(articles):
    serial = articles[35]
    assert serial.authors == ("René BAZIN",)
    assert [paragraph.kind for paragraph in serial.paragraphs[:3]] == [Kind.TITLE, Kind.HEADING, Kind.BYLINE]


def test_the_pages_are_left_to_the_issue():
    assert [type(found) for found in read(ISSUE / "ALTO" / "19011121_1-0001.xml")] == [Skipped]
