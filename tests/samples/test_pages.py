"""Saved pages are read as a person would: what they are about, who signed, which paragraphs are the article."""

import re
from collections import Counter
from datetime import date

import pytest

from archive_search.records import Kind
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.relevance.material import SHARED, needs_material

pytestmark = needs_material
PAGES = SHARED / "formats" / "html"
EXPECTED = [
    pytest.param(
        "20minutes.fr-Ciaran.html",
        ("Tempête Ciaran : Pluie", "Nouvelle-Aquitaine ?"),
        (date(2023, 11, 2), "16:33", "20minutes", "Société", ("Elsa Provenzano",), None),
        {Kind.LEAD: 4, Kind.CAPTION: 1, Kind.BODY: 8, Kind.HEADING: 3},
        ("Des intempéries liées", "presqu’île."),
        id="20 minutes",
    ),
    pytest.param(
        "ledevoir.com.trottinettes.html",
        ("La fin des trottinettes", "à Montréal"),
        (date(2020, 2, 19), None, "Le Devoir", "Politique", ("Jeanne Corriveau",), None),
        {Kind.CAPTION: 1, Kind.BODY: 6},
        ("En raison du", "cette année."),
        id="le devoir",
    ),
    pytest.param(
        "lemonde.fr-Striking.html",
        ("Striking US auto union", "with Stellantis"),
        (date(2023, 10, 29), "04:28", "Le Monde.fr", "Economy", (), "AFP"),
        {Kind.LEAD: 1, Kind.CAPTION: 1, Kind.BODY: 10, Kind.HEADING: 2},
        ("Stellantis and the", "this week."),
        id="le monde",
    ),
    pytest.param(
        "leparisien.fr-Ciaran.html",
        ("Tempête Ciaran : des records", "chez vous ?"),
        (date(2023, 11, 2), "16:17", "Le Parisien", "Meteo", ("Thomas Lecomte",), None),
        {Kind.LEAD: 1, Kind.CAPTION: 1, Kind.BODY: 4},
        ("Un vent à", "cette fois."),
        id="le parisien",
    ),
    pytest.param(
        "lepoint.fr-terrorisme.html",
        ("Apologie du terrorisme", "avec sursis"),
        (date(2023, 11, 2), "15:57", "Le Point", "Société", ("Henri Frasque",), None),
        {Kind.LEAD: 1, Kind.CAPTION: 2, Kind.BODY: 8, Kind.HEADING: 3},
        ("« Vous combattrez", "mois ferme."),
        id="le point",
    ),
    pytest.param(
        "ouest-france.fr-gaza.html",
        ("TÉMOIGNAGE. À Gaza", "famille Shehab"),
        (date(2023, 11, 2), "14:49", "Ouest-France.fr", "Gaza", ("Patrick ANGEVIN",), None),
        {Kind.LEAD: 1, Kind.CAPTION: 1, Kind.BODY: 13, Kind.HEADING: 3},
        ("Zakaria Shehab, 37", "cela ? »"),
        id="ouest-france",
    ),
    pytest.param(
        "liberation-1/source.html",
        ("Un troisième Français", "au Népal"),
        (date(2015, 4, 30), "07:19", "Libération.fr", "Monde", (), "AFP"),
        {Kind.LEAD: 1, Kind.CAPTION: 1, Kind.BODY: 4},
        ("Un troisième Français", "sans abri."),
        id="libération",
    ),
]


def read(name):
    path = PAGES / name
    (article,) = read_articles(path, root=path, options=ReadOptions())
    return article


@pytest.mark.parametrize(("name", "title", "facts", "kinds", "ends"), EXPECTED)
def test_a_page_gives_what_a_person_reads_in_it(name, title, facts, kinds, ends):
    article = read(name)
    bodies = [paragraph.text for paragraph in article.paragraphs if paragraph.kind is Kind.BODY]
    assert (article.title.startswith(title[0]), article.title.endswith(title[1])) == (True, True)
    assert (
        article.date,
        article.time,
        article.source,
        article.section,
        article.authors,
        article.agency,
    ) == facts
    assert Counter(paragraph.kind for paragraph in article.paragraphs) == {Kind.TITLE: 1} | kinds
    assert (bodies[0].startswith(ends[0]), bodies[-1].endswith(ends[1])) == (True, True)
    assert article.date_reason is None


def words(text):
    return Counter(word.lower() for word in re.findall(r"\w+", text))


def test_the_words_of_the_article_are_those_expected():
    from lxml.html import document_fromstring

    expected = words(
        document_fromstring((PAGES / "liberation-1" / "expected.html").read_bytes().decode()).text_content()
    )
    body = words(" ".join(item.text for item in read("liberation-1/source.html").paragraphs if item.kind is Kind.BODY))
    common = (expected & body).total()
    assert common >= 0.95 * expected.total()
    assert common >= 0.95 * body.total()
