import re
from datetime import date as Date
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.exports.exported import ExportedArticle, Heading
from archive_search.exports.review.html import write_html
from archive_search.records import Article, Span
from exports.making_articles import NASTY, make_article, make_unknown
from exports.strategies import HEADINGS, articles

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Read a page; every element must be closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.texts.setdefault(tag, []).append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def values_of(self, wanted: str) -> list[str]:
        return [value for _tag, name, value in self.attributes if name == wanted]


def write(*exported: ExportedArticle, title: str = "La digue", subject: str | None = None) -> str:
    return "".join(write_html(exported, heading=Heading(title=title, subject=subject, made=Date(2017, 3, 4))))


def read(*some: Article, **heading: str) -> Page:
    return Page(write(*(ExportedArticle(article=article) for article in some), **heading))


def test_a_review_has_its_title_subject_day_and_counts() -> None:
    page = read(make_article(), make_article(id="b", date=Date(2017, 3, 1)), subject="Recherche : digue")
    (head, *_articles) = page.texts["header"]
    assert re.split(r"\n+", head.strip()) == [
        "Revue de presse",
        "La digue",
        "Recherche : digue",
        "2 articles, du 1er mars 2017 au 2 mars 2017",
        "Document établi le 4 mars 2017",
    ]


def test_the_contents_lead_to_each_article() -> None:
    page = read(make_article(), make_unknown())
    links = [link for link in page.values_of("href") if link.startswith("#article")]
    assert links == ["#article-1", "#article-2"]
    assert set(page.values_of("id")) >= {"article-1", "article-2", "sommaire"}


def test_an_article_shows_its_parts_and_its_reference() -> None:
    page = read(make_article())
    (article,) = page.texts["article"]
    for text in ("Le Phare", "Par Jeanne Dupont et Marc de La Tour", "Deux grues à terre", "DUPONT, Jeanne et LA TOUR"):
        assert text in article
    assert page.texts["h3"] == ["Deux grues à terre"]


def test_references_end_the_review() -> None:
    html = write(ExportedArticle(article=make_article()))
    assert html.rindex("Références") < html.rindex("DUPONT, Jeanne")
    assert "DUPONT, Jeanne" in Page(html).texts["section"][0]


def test_matches_are_marked() -> None:
    page = Page(write(ExportedArticle(article=make_article(), marks={1: (Span(3, 8),), 3: (Span(0, 2),)})))
    assert page.texts["mark"] == ["digue", "La"]


def test_markup_in_any_text_is_text() -> None:
    article = make_article(
        title=NASTY,
        source=NASTY,
        agency=NASTY,
        section=NASTY,
        authors=(NASTY,),
        page=NASTY,
        rights=NASTY,
        language=f'"><script>{NASTY}',
        url=f'http://x/"><script>{NASTY}',
    )
    page = read(article, title=NASTY, subject=NASTY)
    assert "script" not in page.tags
    assert page.texts["h1"] == [NASTY]


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    page = read(make_article())
    (policy,) = [value for value in page.values_of("content") if "default-src" in value]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not {"script", "link", "img", "iframe", "form"} & set(page.tags)
    assert [name for _tag, name, _value in page.attributes if name.startswith("on")] == []
    assert "url(" not in page.texts["style"][0]
    assert "@import" not in page.texts["style"][0]


def test_only_addresses_of_the_web_and_places_of_the_page_are_links() -> None:
    page = read(make_article(url="javascript:alert(1)"), make_article(id="b"))
    outside = {link for link in page.values_of("href") if not link.startswith("#")}
    assert outside == {"https://phare.example/digue?jour=2"}


def test_a_review_without_a_title_of_its_own_says_what_it_is_once() -> None:
    assert read(make_article(), title="Revue de presse").texts["header"][0].count("Revue de presse") == 1


def test_a_review_may_be_empty() -> None:
    page = read()
    assert "0 article\n" in page.texts["header"][0]
    assert "article" not in page.tags


def test_a_foreign_article_tells_its_language() -> None:
    assert ("article", "lang", "en") in read(make_article(language="en")).attributes


@settings(max_examples=50)
@given(some=st.lists(articles(), max_size=3), heading=HEADINGS)
def test_any_articles_give_a_sound_page(some: list[Article], heading: dict[str, object]) -> None:
    exported = [ExportedArticle(article=article) for article in some]
    html = "".join(write_html(exported, heading=Heading(**heading)))  # type: ignore[arg-type]
    page = Page(html.encode(errors="replace").decode())
    assert page.tags.count("article") == len(some)
    assert set(page.tags) <= {
        *("html", "head", "meta", "title", "style", "body", "header", "p", "h1", "h2", "h3", "nav", "ol", "li", "a"),
        *("span", "main", "article", "footer", "section", "i", "mark"),
    }
