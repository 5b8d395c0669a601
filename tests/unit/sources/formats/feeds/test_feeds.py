"""Feeds of all versions; their articles are invented."""

import io
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream
from tests.unit.sources.formats.reading_streams import read, read_one, shape

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
)
TEXT = "<description>Les quais sont pleins.</description>"


def rss(*items, head="<title>La Gazette - À la une</title><link>https://www.lagazette.example/</link>"):
    entries = "".join(f"<item><title>Le port</title>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {NAMESPACES}><channel>{head}{entries}</channel></rss>'


def read_bytes(data):
    return list(read_stream(io.BytesIO(data), name="flux.xml", options=ReadOptions()))


def test_an_entry_gives_all_that_it_states():
    article = read_one(
        rss(
            """<link>https://www.lagazette.example/port</link><guid>https://www.lagazette.example/port</guid>
            <pubDate>Tue, 03 Mar 2015 00:30:00 +0100</pubDate><dc:creator>Jeanne Dupont et Marc Petit</dc:creator>
            <category>Ports</category><category>Mer</category><description>Les quais sont pleins.</description>""",
            head="<title>La Gazette</title><language>fr-FR</language><copyright>© La Gazette</copyright>",
        )
    )
    assert (article.title, article.source, article.language) == ("Le port", "La Gazette", "fr")
    assert (article.date, article.date_reason, article.time) == (date(2015, 3, 3), None, "00:30")
    assert (article.authors, article.keywords) == (("Jeanne Dupont", "Marc Petit"), ("Ports", "Mer"))
    assert article.id == article.url == "https://www.lagazette.example/port"
    assert (article.rights, article.id_derived) == ("© La Gazette", False)


def test_an_atom_entry_gives_all_that_it_states():
    article = read_one(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Fil</title><author><name>Léa Roux</name>
        </author><link href="https://lefil.example/"/><entry><title type="html">L'&amp;eacute;t&amp;eacute;</title>
        <id>tag:lefil.example,2015:1</id><updated>2015-03-04T08:00:00Z</updated><published>2015-03-03T07:19:00+01:00
        </published><link href="https://lefil.example/1"/><category term="meteo" label="Météo"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il fait <em>beau</em>.</p><p>Enfin.</p></div>
        </content></entry></feed>"""
    )
    assert (article.id, article.url) == ("tag:lefil.example,2015:1", "https://lefil.example/1")
    assert (article.title, article.date, article.time) == ("L'été", date(2015, 3, 3), "07:19")
    assert (article.source, article.section, article.authors) == ("Le Fil", "Météo", ("Léa Roux",))
    assert (article.language, shape(article)) == ("fr", [("body", "Il fait beau."), ("body", "Enfin.")])


def test_rss_1_0_is_read_whatever_its_encoding():
    feed = f"""<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" {NAMESPACES}><channel rdf:about="x"><title>La Gazette</title><items><rdf:Seq>
    <rdf:li resource="http://a/1"/></rdf:Seq></items></channel><item rdf:about="http://a/1"><title>L'été</title>
    <description>Il fait beau.</description><dc:date>2005-03-03T07:19+01:00</dc:date></item></rdf:RDF>"""
    (article,) = read_bytes(feed.encode("cp1252"))
    assert (article.id, article.title, article.date) == ("http://a/1", "L'été", date(2005, 3, 3))


def test_names_of_html_and_lone_signs_of_rss_0_91_are_read():
    declared = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss-0.91.dtd">'
    item = "<item><title>L'&eacute;t&eacute; & la mer</title><description>Il fait <b>beau.</description></item>"
    article = read_one(f'{declared}<rss version="0.91"><channel><title>La Gazette</title>{item}</channel></rss>')
    assert (article.title, article.paragraphs[1].text) == ("L'été & la mer", "Il fait beau.")


def test_the_content_is_the_text_and_a_summary_that_it_holds_is_left_out():
    article = read_one(
        rss(
            """<description>&lt;p&gt;Le port a rouvert mardi, dit [...]&lt;/p&gt;</description>
            <content:encoded><![CDATA[<p>Le port a rouvert mardi, dit la mairie.</p><h2>La foule</h2>
            <p>Les quais sont pleins de monde.</p>]]></content:encoded>"""
        )
    )
    assert shape(article) == [
        ("body", "Le port a rouvert mardi, dit la mairie."),
        ("heading", "La foule"),
        ("body", "Les quais sont pleins de monde."),
    ]


def test_a_summary_that_says_something_else_is_the_standfirst():
    article = read_one(
        rss(
            "<description>Trois jours de grève s'achèvent.</description>"
            "<content:encoded>Le port a rouvert mardi, et les quais sont pleins.</content:encoded>"
        )
    )
    assert [kind for kind, _ in shape(article)] == ["lead", "body"]


def test_captions_of_pictures_are_no_text():
    picture = """<media:content url="a.jpg"><media:description>Le port d'Isola. J. DUPONT / AFP</media:description>
    <media:title>port</media:title><media:credit>J. DUPONT / AFP</media:credit></media:content>"""
    article = read_one(rss(picture + TEXT))
    assert shape(article) == [("body", "Les quais sont pleins."), ("caption", "Le port d'Isola. J. DUPONT / AFP")]
    assert article.title == "Le port"


def test_what_a_blog_adds_to_its_feed_is_taken_out():
    added = "<p>L’article <a>Le port</a> est apparu en premier sur <a>La Gazette</a>.</p>"
    article = read_one(rss(f"<content:encoded><![CDATA[<p>Les quais sont pleins.</p>{added}]]></content:encoded>"))
    assert [(removed.after, removed.rule) for removed in article.removed] == [(2, "flux")]


@pytest.mark.parametrize(
    ("guid", "expected"),
    [
        ("<guid isPermaLink='false'>urn:gazette:12</guid>", ("urn:gazette:12", False, ())),
        ("<guid isPermaLink='false'>12 de la Gazette</guid>", ("depeche.xml", True, ("12 de la Gazette",))),
        ("", ("depeche.xml", True, ())),
    ],
    ids=["an address", "an opaque name", "none"],
)
def test_a_guid_is_the_id_when_it_is_one_in_the_world(guid, expected):
    article = read_one(rss(guid + TEXT))
    assert (article.id, article.id_derived, article.identifiers) == expected


def test_an_entry_gathered_elsewhere_keeps_its_publication():
    source = '<source url="https://www.lecourrier.example">Le Courrier</source>'
    article = read_one(rss(TEXT + source).replace("Le port<", "Le port - Le Courrier<"))
    assert (article.title, article.source) == ("Le port", "Le Courrier")


def test_an_agency_that_signs_is_no_author():
    article = read_one(rss(f"<dc:creator>La Gazette avec AFP</dc:creator>{TEXT}"))
    assert article.agency == "AFP"


def test_who_runs_a_feed_of_rss_is_no_author():
    article = read_one(rss(TEXT, head="<title>La Gazette</title><managingEditor>a@b.fr (Luc Roi)</managingEditor>"))
    assert article.authors == ()


def test_a_title_alone_is_left_aside():
    skipped, article = read(rss("<link>https://a.example/1</link>", TEXT))
    assert skipped == Skipped(path="depeche.xml#1", reason="titre de flux sans texte")
    assert article.id == "depeche.xml#2"


def test_a_feed_without_entry_is_left_aside():
    assert [type(found) for found in read(rss())] == [Skipped]


def test_the_entries_before_a_cut_are_read():
    results = read(rss(TEXT, TEXT)[:-60])
    assert [type(found) for found in results] == [Article, Failure]
    assert "coupé" in results[-1].reason


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/passwd">',
    ],
    ids=["expansion", "another file"],
)
def test_an_entity_that_a_feed_defines_is_refused_in_one_line(declared):
    (failure,) = read(
        f"<!DOCTYPE rss [{declared}]>" + rss(TEXT.replace("quais", "&b;")).removeprefix('<?xml version="1.0"?>')
    )
    assert isinstance(failure, Failure)
    assert "refusée" in failure.reason


def test_an_entry_of_too_many_elements_is_a_failure_and_the_others_are_read():
    results = read(rss("<category>a</category>" * 6000, TEXT))
    assert [type(found) for found in results] == [Failure, Article]


def test_an_entry_that_is_not_well_formed_is_read_as_it_can_be():
    article = read_one(rss(f"<category></b></category></category>{TEXT}"))
    assert [p.text for p in article.paragraphs if p.kind is Kind.BODY] == ["Les quais sont pleins."]


def test_an_entry_on_which_the_library_stumbles_is_a_failure_and_the_others_are_read():
    results = read(rss(f"<source></image><image><link/>{TEXT}", TEXT))
    assert [type(found) for found in results] == [Failure, Article]
    assert results[0].path == "depeche.xml#1"
