from datetime import date

import pytest

from archive_search.records import Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.html import read_html

SENTENCES = "Le conseil municipal a voté la rénovation du vieux port, malgré les réserves de l'opposition. " * 2
PAGE = """<!DOCTYPE html><html lang="fr-FR"><head><title>Le port rouvre - Le Courrier</title>
<meta property="og:site_name" content="Le Courrier">{meta}
<link rel="canonical" href="https://exemple.fr{address}"></head>
<body><nav><a href="/">Accueil</a></nav><article>
<h1>Le port rouvre</h1><p class="chapo">Après dix ans, les cargos reviennent.</p>{text}
<h2>Une longue attente</h2>{text}<p>Lire aussi : la ville voisine hésite</p>{text}</article></body></html>"""
DAY = date(2015, 3, 3)
STATED = '<meta property="article:published_time" content="2015-03-03T07:19:00+01:00">'


def read(page):
    (result,) = read_html(page, origin=Origin(path="a.html", name="a.html"))
    return result


def page_of(*, meta="", address="/port", text=f"<p>{SENTENCES}</p>"):
    return PAGE.format(meta=meta, address=address, text=text)


def test_a_page_gives_its_title_standfirst_and_headings():
    article = read(page_of())
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        Kind.TITLE,
        Kind.LEAD,
        Kind.BODY,
        Kind.HEADING,
        Kind.BODY,
        Kind.BODY,
    ]
    assert (article.title, article.source, article.language) == ("Le port rouvre", "Le Courrier", "fr")
    assert [removed.rule for removed in article.removed] == ["lire-aussi"]


@pytest.mark.parametrize(
    ("page", "expected", "reason"),
    [
        pytest.param(page_of(meta=STATED), DAY, None, id="declared"),
        pytest.param(page_of(address="/2015/03/03/port"), DAY, "adresse", id="address"),
        pytest.param(page_of(text=f"<p>Publié le 3 mars 2015. {SENTENCES}</p>"), DAY, "texte", id="text"),
    ],
)
def test_a_date_that_is_not_declared_says_where_it_was_found(page, expected, reason):
    article = read(page)
    assert article.date == expected
    assert article.date_reason is None if reason is None else reason in article.date_reason


def test_the_declared_time_is_kept():
    assert read(page_of(meta=STATED)).time == "07:19"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html>",
        "<html><body>" + "<div>" * 10_000 + "texte",
        "<html><body>" + "<p>x</p>" * 100_000,
    ],
    ids=["empty", "unfinished", "nested beyond reason", "too many tags"],
)
def test_a_page_that_gives_no_article_is_a_failure(page):
    assert isinstance(read(page), Failure)


def test_a_page_cut_in_the_middle_is_read_as_far_as_it_goes():
    article = read(page_of()[:-200])
    assert article.title == "Le port rouvre"
