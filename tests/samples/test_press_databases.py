"""The samples of press databases that lie beside the project: what a person would read in them."""

from datetime import date

import pytest

from archive_search.records import Kind
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.relevance.material import SHARED, needs_material

pytestmark = needs_material


def read(name):
    path = SHARED / "formats" / name
    return list(read_articles(path, root=path, options=ReadOptions()))


def paragraphs(article):
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind is not Kind.TITLE]


EUROPRESSE, FACTIVA, NEXIS = (
    "europresse/europresse_test1.html",
    "factiva/factiva_test.html",
    "lexisnexis/lexisnexis_test_fr.html",
)
ARTICLES = [
    (EUROPRESSE, 0, "A heading: some text", date(2013, 10, 5), "l'Humanité", 2, "Some text", "Test."),
    (EUROPRESSE, 1, "Another heading with colored text inside", date(2012, 10, 3), "Mag", 2, "Contents", "note."),
    (EUROPRESSE, 2, "Heading", date(2012, 10, 4), "Magazine 1", 2, "Subtitle", "a test"),
    (FACTIVA, 0, "Test 1", date(2011, 12, 29), "Test newspaper", 4, "First head", "last paragraph."),
    (FACTIVA, 1, "Test 2", date(2011, 12, 29), "Ouest France", 2, "First head", "head paragraph."),
    (NEXIS, 0, "Title of first article", date(2013, 4, 12), "My newpaper", 2, "First paragraph", "to remove."),
    (NEXIS, 1, "Another title, with accents: éà", date(2013, 10, 14), "My newpaper", 3, "Introduction", "even more."),
    (NEXIS, 2, '" A quoted title "', date(2013, 3, 10), "My newpaper", 1, "Last article.", "Last article."),
]


@pytest.mark.parametrize(("name", "count"), [(EUROPRESSE, 3), (FACTIVA, 2), (NEXIS, 3)])
def test_every_document_is_an_article(name, count):
    assert len(read(name)) == count


@pytest.mark.parametrize(("name", "place", "title", "day", "source", "count", "first", "last"), ARTICLES)
def test_an_article_is_read_as_a_person_would(name, place, title, day, source, count, first, last):
    article = read(name)[place]
    texts = paragraphs(article)
    assert (article.title, article.date, article.source) == (title, day, source)
    assert len(texts) == count
    assert texts[0].startswith(first)
    assert texts[-1].endswith(last)


def test_the_rest_of_what_europresse_states_is_read():
    first, second, third = read(EUROPRESSE)
    assert (first.section, first.authors, first.id) == ("Politique", (), "news·20121004·PO·2040056000")
    assert second.authors == ("Second Author",)
    assert (third.section, third.page, third.authors) == ("Éditorial", "03", ("Author Name",))
    assert third.rights == "© 2012 Magazine 1. Tous droits réservés."


def test_the_rest_of_what_factiva_states_is_read():
    first, second = read(FACTIVA)
    assert (first.time, first.page, first.language, first.agency) == ("15:32", "26", "fr", "Reuters")
    assert first.id == "TESTFR0020111229e7ct0001r"
    assert "Elections" in first.keywords
    assert (second.section, second.rights) == ("Infolocale", "Test Company 2011.")


def test_the_rest_of_what_nexis_states_is_read():
    first, second, _ = read(NEXIS)
    assert (first.section, first.page, first.language) == ("INTERNATIONAL", "35", "en")
    assert second.authors == ("Author 2",)
    assert [paragraph.kind for paragraph in second.paragraphs][1] is Kind.LEAD
    assert second.keywords[3] == "ÉNERGIE NUCLÉAIRE"
    assert second.rights == "Copyright 2013 Some Company Tous Droits Réservés"
