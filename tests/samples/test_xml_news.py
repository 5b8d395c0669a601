"""Read the samples of NewsML and NITF that lie beside the project: what a person would say of each."""

import hashlib
from datetime import date

import pytest

from archive_search.records import Article
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.relevance.material import SHARED, needs_material

FORMATS = SHARED / "formats"

pytestmark = needs_material


def read(name):
    path = FORMATS / name
    (found,) = read_articles(path, root=path, options=ReadOptions())
    return found


def texts_of(article: Article, *, kind: str = "body") -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind == kind]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.mark.parametrize(
    ("name", "title", "day", "time", "source", "agency"),
    [
        ("newsml12/afp_belga.xml", "France: deux ex-policiers", date(2019, 1, 21), "10:42", "AFP", "AFP"),
        ("newsmlg2/ansa-newsmlg2-text.xml", "Catalan independence", date(2017, 10, 11), "10:41", "ANSA", "ANSA"),
        ("nitf/ap-nitf.xml", "Can trading pollution", date(2015, 12, 10), "19:10", "The Associated Press", "AP"),
        ("nitf/efe_nitf.xml", "Honduran president", date(2017, 1, 2), "22:28", "Agencia EFE", "EFE"),
    ],
    ids=["afp", "ansa", "ap", "efe"],
)
def test_a_dispatch_states_its_title_moment_and_source(name, title, day, time, source, agency):
    article = read(name)
    assert article.title.startswith(title)
    assert (article.date, article.date_reason, article.time) == (day, None, time)
    assert (article.source, article.agency) == (source, agency)


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("newsml12/afp_belga.xml", 9, "Le procès de deux", "le 7 février."),
        ("newsmlg2/ansa-newsmlg2-text.xml", 4, "(ANSA) - Rome", "for negotiations."),
        ("nitf/ap-nitf.xml", 27, "NEW YORK (AP)", "bernard-condon ."),
        ("nitf/efe_nitf.xml", 1, "Tegucigalpa, Jan 2", "Test body."),
    ],
    ids=["afp", "ansa", "ap", "efe"],
)
def test_the_paragraphs_of_a_dispatch_are_those_of_its_author(name, count, first, last):
    texts = texts_of(read(name))
    assert len(texts) == count
    assert texts[0].startswith(first)
    assert texts[-1].endswith(last)


def test_the_afp_dispatch_has_its_identifiers_and_loses_its_initials():
    article = read("newsml12/afp_belga.xml")
    assert article.id == "urn:newsml:afp.com:20190121T104233Z:TX-PAR-RHO61:1"
    assert article.identifiers[-1] == "TX-PAR-RHO61"
    assert (article.language, "procès" in article.keywords) == ("fr", True)
    assert [removed.rule for removed in article.removed] == ["initiales"]


def test_the_ap_dispatch_has_its_author_and_no_second_title():
    article = read("nitf/ap-nitf.xml")
    assert article.authors == ("BERNARD CONDON",)
    assert texts_of(article, kind="lead") == texts_of(article, kind="heading") == []


def test_the_efe_dispatch_has_its_standfirst_and_no_initials():
    article = read("nitf/efe_nitf.xml")
    assert texts_of(article, kind="lead") == ["Test Abstract"]
    assert (article.authors, article.identifiers, article.language) == ((), ("22751909",), "en")


def test_a_content_set_alone_is_an_article():
    article = read("newsmlg2/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml")
    assert article.title.startswith("Arizona Diamondbacks (29-23)")
    assert (article.source, article.date) == ("Sports Network", None)
    assert [len(texts_of(article, kind=kind)) for kind in ("lead", "body")] == [1, 1]


def test_a_package_gives_the_summary_of_its_text_and_not_the_caption():
    article = read("newsmlg2/LISTING_6_Simple_NewsML-G2_Package.xml")
    assert digest(article.title) == "56ccad5b6ae4"
    assert (article.source, article.date) == ("AcmeNews", date(2018, 11, 17))
    assert len(texts_of(article)) == 1


def test_an_item_without_its_text_is_its_title():
    article = read("newsmlg2/LISTING_1_A_NewsML-G2_News_Item.xml")
    assert (digest(article.title), len(article.paragraphs)) == ("c639d8020c53", 1)
    assert (article.source, article.date) == ("Reuters", date(2018, 10, 21))
