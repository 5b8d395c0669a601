import pytest

from archive_search.records import Failure
from tests.unit.sources.formats.reading_streams import DAY, read, read_one, shape

TEXT = "<p>Les cargos reviennent dans le vieux port de Brest, dix ans après leur départ.</p>"


def nitf(*, head="", body_head="", content=TEXT, body_end="", attributes=""):
    body = f"<body.head>{body_head}</body.head><body.content>{content}</body.content>{body_end}"
    return f"<nitf {attributes}><head>{head}</head><body>{body}</body></nitf>"


def hedline(*, hl1="Le port rouvre", hl2=""):
    return f"<hedline><hl1>{hl1}</hl1>{f'<hl2>{hl2}</hl2>' if hl2 else ''}</hedline>"


FULL = nitf(
    attributes="baselang='fr-FR'",
    head="""<title>Port</title><docdata><doc-id regsrc="APX" id-string="4512"/>
    <date.issue norm="20150303T183600+0100"/><doc.copyright holder="Le Courrier" year="2015"/>
    <key-list><keyword key="port; cargos"/></key-list>
    <identified-content><location>Brest</location><classifier value="Pêche"/></identified-content></docdata>
    <pubdata name="Le Courrier" date.publication="20150303" position.section="Région" position.sequence="A4"
    ex-ref="https://exemple.fr/port"/>""",
    body_head=hedline()
    + """<byline>Par Jeanne Dupont<byttl>Rédaction de Brest</byttl></byline>
    <dateline><location>BREST</location></dateline><abstract><p>Dix ans d'attente prennent fin.</p></abstract>""",
    content=TEXT + "<hl2>Une longue attente</hl2>" + TEXT.replace("cargos", "ferries"),
    body_end="<body.end><tagline>Avec le concours du service photo.</tagline></body.end>",
)


def test_an_article_is_read_with_all_that_it_states():
    article = read_one(FULL)
    assert (article.title, article.date, article.time) == ("Le port rouvre", DAY, "18:36")
    assert (article.source, article.section, article.page) == ("Le Courrier", "Région", "A4")
    assert (article.id, article.identifiers) == ("APX:4512", ("4512",))
    assert (article.authors, article.language) == (("Jeanne Dupont",), "fr")
    assert (article.rights, article.url) == ("© 2015 Le Courrier", "https://exemple.fr/port")
    assert article.keywords == ("port", "cargos", "Brest", "Pêche")


def test_the_parts_of_a_text_have_their_kinds():
    assert [kind for kind, _ in shape(read_one(FULL))] == ["lead", "body", "heading", "body", "body"]


@pytest.mark.parametrize(
    ("hl2", "lead", "keywords"),
    [
        ("Le port rouvre", [], ()),
        ("PORT BREST", [], ("PORT BREST",)),
        ("Après dix ans, les cargos reviennent à quai", ["Après dix ans, les cargos reviennent à quai"], ()),
        ("Enfin !", ["Enfin !"], ()),
    ],
    ids=["title again", "label", "line", "sentence"],
)
def test_a_second_title_is_a_standfirst_where_it_says_something(hl2, lead, keywords):
    article = read_one(nitf(body_head=hedline(hl2=hl2)))
    assert [text for kind, text in shape(article) if kind == "lead"] == lead
    assert article.keywords == keywords


def test_a_standfirst_that_the_text_begins_with_is_dropped():
    abstract = "<abstract><p>Les cargos reviennent dans le vieux port de Brest, dix ans apr</p></abstract>"
    content = TEXT.replace("<p>", "<p>BREST, 3 mars (AFP) - ")
    assert [kind for kind, _ in shape(read_one(nitf(body_head=hedline() + abstract, content=content)))] == ["body"]


def test_initials_are_no_authors_and_no_text():
    article = read_one(nitf(body_head=hedline() + "<byline>jd/mp</byline>", content=TEXT + "<p>jd/mp/abc</p>"))
    assert article.authors == ()
    assert [removed.rule for removed in article.removed] == ["initiales"]


@pytest.mark.parametrize(
    ("head", "body_head"),
    [
        ("<docdata><date.release norm='20150303T1200'/></docdata>", ""),
        ("<pubdata date.publication='2015-03-03T12:00:00Z'/>", ""),
        ("", "<dateline><story.date norm='20150303T120000'/></dateline>"),
        ("", "<dateline><story.date>3 mars 2015</story.date></dateline>"),
    ],
    ids=["release", "publication", "dateline", "printed"],
)
def test_the_day_is_found_where_it_is_stated(head, body_head):
    assert read_one(nitf(head=head, body_head=body_head)).date == DAY


@pytest.mark.parametrize(
    ("head", "body_head", "source", "agency"),
    [
        ("", "<distributor>Agence France-Presse</distributor>", "AFP", "AFP"),
        ("", "<distributor><org>Le Courrier</org></distributor>", "Le Courrier", None),
        ("", "<rights><rights.owner>Le Courrier</rights.owner></rights>", "Le Courrier", None),
        ("<docdata><doc.copyright holder='Le Courrier'/></docdata>", "", "Le Courrier", None),
        ("<docdata><doc-id regsrc='ATS'/></docdata>", "", "ATS", "ATS"),
        ("", "<byline><byttl>Service des sports</byttl></byline>", "Service des sports", None),
    ],
    ids=["agency", "distributor", "owner", "holder", "register", "service"],
)
def test_the_source_is_found_where_it_is_stated(head, body_head, source, agency):
    article = read_one(nitf(head=head, body_head=body_head))
    assert (article.source, article.agency) == (source, agency)


def test_properties_that_newspapers_name_themselves_are_read():
    head = "<meta name='print_page_number' content='7'/><meta name='online_sections' content='Sciences'/>"
    article = read_one(nitf(head=head))
    assert (article.page, article.section) == ("7", "Sciences")


def test_a_short_number_alone_is_no_id():
    article = read_one(nitf(head="<docdata><doc-id id-string='12'/></docdata>"))
    assert article.id_derived
    assert article.identifiers == ("12",)


def test_several_documents_in_one_file_are_read():
    articles = read(f"<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'>{FULL}" * 2 + "<lot>" + nitf() + "</lot>")
    assert len(articles) == 3
    assert articles[2].id == "depeche.xml#3"


def test_a_flash_whose_text_is_its_title_is_kept():
    article = read_one(nitf(body_head=hedline(), content="<p>Le port rouvre</p>"))
    assert [paragraph.text for paragraph in article.paragraphs] == ["Le port rouvre"]


def test_a_title_alone_is_the_news():
    article = read_one(nitf(body_head=hedline(), content=""))
    assert [paragraph.text for paragraph in article.paragraphs] == ["Le port rouvre"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (nitf(content=""), Failure),
        ("<!DOCTYPE nitf [<!ENTITY a 'b'>]>" + nitf(content="<p>&a;</p>"), Failure),
    ],
    ids=["nothing", "entity"],
)
def test_what_has_no_text_says_so(text, kind):
    (found,) = read(text)
    assert isinstance(found, kind)


def test_the_articles_before_a_cut_are_read():
    *articles, failure = read(FULL + nitf()[:-40])
    assert [article.title for article in articles] == ["Le port rouvre"]
    assert "coupé" in failure.reason
