import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.pages.facts import settle_facts
from archive_search.sources.formats.pages.linked_data import read_nodes
from archive_search.sources.formats.pages.trees import parse_page

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "La criée ferme",
    "datePublished": "2021-04-02T08:15:00Z",
    "dateModified": "2021-04-03T08:15:00Z",
    "author": [{"@type": "Person", "name": "Recueilli par Jeanne Kerdoncuff."}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Le Phare"},
    "articleSection": ["Mer", "Économie"],
    "keywords": "pêche, port",
    "inLanguage": "fr-FR",
    "mainEntityOfPage": {"@id": "https://phare.fr/mer/criee"},
    "copyrightNotice": "© Le Phare 2021",
}


def facts_of(head="", body="", *, data=None, lang="fr", url=None):
    script = f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'
    page = f'<html lang="{lang}"><head>{script if data else ""}{head}</head><body>{body}</body></html>'
    return settle_facts(parse_page(page), url=url, not_after=None)


def meta(name, content):
    return f'<meta property="{name}" content="{content}">'


def test_json_ld_states_all_that_is_known():
    facts = facts_of(data=ARTICLE, lang="")
    assert (facts.title, facts.source, facts.section) == ("La criée ferme", "Le Phare", "Mer")
    assert (facts.authors, facts.keywords, facts.language) == (("Jeanne Kerdoncuff",), ("pêche", "port"), "fr")
    assert (facts.url, facts.rights) == ("https://phare.fr/mer/criee", "© Le Phare 2021")
    assert (str(facts.date.date), facts.date.time, facts.date.reason) == ("2021-04-02", "08:15", None)


@pytest.mark.parametrize(
    "data",
    [
        {"@graph": [{"@type": "WebPage"}, ARTICLE]},
        [ARTICLE],
        {"@type": "WebPage", "mainEntity": ARTICLE},
        f"<!-- {json.dumps(ARTICLE)} -->",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace("La criée", "La\ncriée"),
        ARTICLE | {"@type": ["ReportageNewsArticle", "Article"]},
    ],
    ids=["graph", "list", "main entity", "comment", "semicolon", "ends of line", "several types"],
)
def test_json_ld_is_found_however_it_is_written(data):
    assert facts_of(data=data).title == "La criée ferme"


def test_the_description_of_another_article_is_not_that_of_the_page():
    other = ARTICLE | {"headline": "Le phare s'éteint"}
    assert facts_of(body="<h1>La criée ferme</h1>", data=[other, ARTICLE]).title == "La criée ferme"
    assert facts_of(body="<h1>À la une de la mer</h1>", data=[other, ARTICLE]).title == "À la une de la mer"


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "@type",
                        "@graph",
                        "headline",
                        "author",
                        "name",
                        "publisher",
                        "articleBody",
                        "mainEntityOfPage",
                        "datePublished",
                        "itemListElement",
                        "keywords",
                    ]
                ),
                inner | st.just("NewsArticle"),
            )
        ),
    )
)
def test_no_json_ld_raises(data):
    facts_of(data=json.dumps(data).replace("</", "<\\/"))


def test_json_ld_nested_beyond_reason_is_ignored():
    page = parse_page(f'<html><script type="application/ld+json">{"[" * 100_000}</script><p>x</p></html>')
    assert read_nodes(page) == []


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>La criée ferme - Le Phare</title>", "", "La criée ferme"),
        ("<title>La criée ferme | Mer | phare.fr</title>", "", "La criée ferme | Mer"),
        ("<title>Le Phare : La criée ferme</title>", "", "La criée ferme"),
        ("<title>La criée ferme - Le Phare</title>", "<h1>Le Phare</h1><h1>La criée ferme</h1>", "La criée ferme"),
        (
            "<title>Pourquoi la criée de Lannec ferme</title>",
            "<h1>La criée de Lannec ferme ses portes</h1>",
            "La criée de Lannec ferme ses portes",
        ),
        (
            meta("og:title", "La criée ferme") + "<title>La criée ferme</title>",
            "<h1><span>Abonnés</span> La criée ferme</h1>",
            "La criée ferme",
        ),
        (
            "<title>Mer - un - deux - La criée</title>",
            "<h1>Mer - un - deux - La criée</h1>",
            "Mer - un - deux - La criée",
        ),
    ],
    ids=["end", "end in parts", "beginning", "site in a heading", "printed otherwise", "label", "its own hyphens"],
)
def test_the_title_is_the_one_printed_without_the_site(head, body, expected):
    facts = facts_of(meta("og:site_name", "Le Phare") + head, body, url="https://www.phare.fr/mer/criee")
    assert facts.title == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta("og:site_name", "Le Phare.fr"), "Le Phare.fr"),
        (meta("og:site_name", "www.phare.fr"), "phare.fr"),
        (meta("og:site_name", "phare.fr") + meta("application-name", "Le Phare"), "Le Phare"),
        (meta("og:site_name", "LEPHARE") + meta("application-name", "Le Phare"), "Le Phare"),
        ("", "courrier.fr"),
    ],
    ids=["name", "domain only", "name elsewhere", "capitals", "address"],
)
def test_the_source_is_the_name_of_the_site(head, expected):
    assert facts_of(head, url="https://www.courrier.fr/a/b").source == expected


@pytest.mark.parametrize(
    ("author", "authors", "agency"),
    [
        ("Jeanne Kerdoncuff et Marc Tanguy", ("Jeanne Kerdoncuff", "Marc Tanguy"), None),
        ("Le Phare avec AFP", (), "AFP"),
        ("Le Phare", (), None),
        ("AFP", (), "AFP"),
        ("https://www.facebook.com/lephare", (), None),
    ],
    ids=["two", "site and agency", "site", "agency", "address"],
)
def test_signatures_are_persons(author, authors, agency):
    facts = facts_of(meta("og:site_name", "Le Phare") + meta("author", author))
    assert (facts.authors, facts.agency) == (authors, agency)


@pytest.mark.parametrize(
    ("head", "body", "section"),
    [
        (meta("article:section", "Mer"), "", "Mer"),
        (
            meta("article:section", "/economie/"),
            "<ul class='breadcrumb'><li><a href='/e'>Économie</a></li></ul>",
            "economie",
        ),
        (meta("article:section", "mer"), "<ul class='fil-ariane'><li><a href='/m'>MER</a></li></ul>", "MER"),
        ("", "<div class='breadcrumb'><a href='/'>Accueil</a><a href='/m'>Mer</a></div>", "Mer"),
        ("", "", None),
    ],
    ids=["stated", "address of a section", "name of that section", "breadcrumb", "none"],
)
def test_the_section_is_stated_or_read_on_the_way_to_the_article(head, body, section):
    assert facts_of(head, body).section == section


@pytest.mark.parametrize(
    ("head", "body", "date", "time"),
    [
        (meta("article:published_time", "2021-04-02T08:15:00Z"), "", "2021-04-02", "08:15"),
        (
            meta("article:published_time", "2021-04-02T08:15:00Z"),
            "<h1>x</h1><time datetime='2021-04-02T10:15:00+02:00'></time>",
            "2021-04-02",
            "10:15",
        ),
        (meta("article:modified_time", "2021-04-09") + meta("date", "2021-04-02"), "", "2021-04-02", None),
        (
            "",
            "<time datetime='2020-01-01'>hier</time><h1>x</h1><time datetime='2021-04-02'>x</time>",
            "2021-04-02",
            None,
        ),
        (
            "",
            "<h1>x</h1><p>Mis à jour le <time>9 avril 2021</time></p><p>Publié le <time>2 avril 2021 à 8h15</time></p>",
            "2021-04-02",
            "08:15",
        ),
        ("", "<h1>x</h1><div>Publié le vendredi 2 avril 2021 à 08h15</div>", "2021-04-02", "08:15"),
    ],
    ids=["universal time", "local clock", "not modified", "after the title", "not updated", "line"],
)
def test_the_day_is_that_of_publication(head, body, date, time):
    found = facts_of(head, body).date
    assert (str(found.date), found.time, found.reason) == (date, time, None)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<link rel='canonical' href='/mer/criee'>", "https://phare.fr/mer/criee"),
        (
            "<link rel='canonical' href='https://phare.fr/'>" + meta("og:url", "https://phare.fr/m/c"),
            "https://phare.fr/m/c",
        ),
        ("<link rel='canonical' href='javascript:void(0)'>", "https://phare.fr/page?id=3"),
        ("<link rel='canonical' href='http://[oups'>", "https://phare.fr/page?id=3"),
    ],
    ids=["relative", "home page", "program", "broken"],
)
def test_the_address_is_the_one_that_the_page_states(head, expected):
    assert facts_of(head, url="https://phare.fr/page?id=3").url == expected
