import pytest

from archive_search.records import Failure, Skipped
from tests.unit.sources.formats.reading_streams import DAY, read, read_one, shape

NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
TEXT = "Les cargos reviennent dans le vieux port de Brest, dix ans après leur départ."
INLINE = f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>"


def item(*, about="", meta="", rights="", inside=INLINE, attributes='guid="urn:x:1" version="3" xml:lang="fr-FR"'):
    return (
        f"<newsItem {NAMESPACE} {attributes}><rightsInfo>{rights}</rightsInfo><itemMeta>{about}</itemMeta>"
        f"<contentMeta>{meta}</contentMeta><contentSet>{inside}</contentSet></newsItem>"
    )


def message(*items):
    header = "<header><sent>2015-03-03T19:00:00+01:00</sent><sender>afp.com</sender></header>"
    return f"<newsMessage {NAMESPACE}>{header}<itemSet>{''.join(items)}</itemSet></newsMessage>"


FULL = item(
    about="""<itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"/>
    <versionCreated>2015-03-03T18:36:00+01:00</versionCreated><firstCreated>2015-03-01T08:00:00Z</firstCreated>
    <embargoed>2015-03-09T00:00:00Z</embargoed><edNote>Photo à suivre</edNote>""",
    meta="""<altId>AB12</altId><located><name>Brest</name></located><by>Jeanne Dupont</by><language tag="fr"/>
    <keyword>port</keyword><subject qcode="medtop:1"><name xml:lang="en">fishing</name><name xml:lang="fr">pêche</name>
    </subject><subject qcode="medtop:2"/><subject qcode="desk:eco"><name>Économie</name></subject>
    <slugline separator="-">France-port</slugline><headline xml:lang="en">The port opens</headline>
    <headline xml:lang="fr">Le port rouvre</headline>
    <headline role="hld:subHeadline">Dix ans d'attente prennent fin à Brest</headline>
    <dateline>Brest, 3 mars 2015 (AFP) - </dateline><creditline>AFP</creditline>
    <description role="drol:summary">Les quais de Brest servent à nouveau.</description>""",
    rights="""<copyrightHolder literal="AFP"/><copyrightNotice>© AFP 2015</copyrightNotice>""",
    inside=f"""<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Port</title></head>
    <body><header><h1>Le port rouvre</h1><time>3 mars</time></header><p>{TEXT}</p><h2>Une longue attente</h2>
    <p>Ils étaient partis en 2005.</p><footer>jd</footer></body></html></inlineXML>""",
)


def test_an_item_is_read_with_all_that_it_states():
    article = read_one(FULL)
    assert (article.title, article.date, article.time) == ("Le port rouvre", DAY, "18:36")
    assert (article.source, article.agency, article.section) == ("AFP", "AFP", "Économie")
    assert (article.id, article.identifiers) == ("urn:x:1:3", ("urn:x:1", "AB12"))
    assert (article.authors, article.language, article.rights) == (("Jeanne Dupont",), "fr", "© AFP 2015")
    assert article.keywords == ("port", "pêche", "Économie", "France")


def test_the_parts_of_a_text_have_their_kinds():
    assert [kind for kind, _ in shape(read_one(FULL))] == ["lead", "lead", "body", "heading", "body"]


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        (f"<inlineXML><nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf></inlineXML>", [TEXT]),
        (
            f"<inlineData contenttype='text/html'>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;Fin.&lt;/p&gt;</inlineData>",
            [TEXT, "Fin."],
        ),
        (f"<inlineData><![CDATA[<p>   {TEXT}\n   Fin de\nla grève.</p>]]></inlineData>", [TEXT, "Fin de la grève."]),
        (
            f"{INLINE}<inlineXML><nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf></inlineXML>",
            [TEXT],
        ),
        (f"<inlineXML> </inlineXML>{INLINE}", [TEXT]),
        (f"<inlineData encoding='base64'>iVBORw0KGgo=</inlineData>{INLINE}", [TEXT]),
    ],
    ids=["nitf", "html", "plain in a paragraph", "two settings", "empty setting", "encoded"],
)
def test_a_text_is_read_in_whatever_it_is_written(inside, texts):
    assert [text for _, text in shape(read_one(item(inside=inside)))] == texts


@pytest.mark.parametrize(
    ("provider", "source"),
    [
        ('<provider literal="afp.com"/>', "AFP"),
        ('<provider qcode="np:x"><name>Le Courrier</name></provider>', "Le Courrier"),
        ('<provider uri="courrier.fr"/>', "courrier.fr"),
        ("", None),
    ],
)
def test_a_provider_has_a_name(provider, source):
    assert read_one(item(about=provider)).source == source


def test_a_message_gives_the_articles_of_its_items():
    articles = read(message(FULL, item(attributes='guid="urn:x:2"')))
    assert [article.id for article in articles] == ["urn:x:1:3", "urn:x:2"]
    assert (articles[1].source, articles[1].date, articles[1].time) == ("AFP", DAY, "19:00")


def test_a_content_set_alone_is_an_article():
    nitf = f"<nitf><body><body.head><hedline><hl1>Le port</hl1></hedline></body.head><body.content><p>{TEXT}</p>"
    article = read_one(f"<contentSet><inlineXML>{nitf}</body.content></body></nitf></inlineXML></contentSet>")
    assert (article.title, shape(article)) == ("Le port", [("body", TEXT)])


def test_a_description_is_the_text_of_what_is_elsewhere():
    article = read_one(
        item(
            meta="<headline>Cargo</headline><description role='drol:caption'>Un cargo à quai, mardi.</description>",
            inside='<remoteContent href="a.jpg" contenttype="image/jpeg"/>',
        )
    )
    assert shape(article) == [("body", "Un cargo à quai, mardi.")]


def without_text(item_class: str) -> str:
    about = f'<itemClass qcode="{item_class}"/>'
    return item(about=about, meta="<headline>Cargo</headline>", inside="<remoteContent/>")


def test_a_picture_without_caption_is_left_aside():
    (skipped,) = read(without_text("ninat:picture"))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("photo")


def test_a_title_alone_is_the_news():
    (article,) = read(without_text("ninat:text"))
    assert [paragraph.text for paragraph in article.paragraphs] == ["Cargo"]


REFERENCE = """<itemRef residref="urn:x:9"><itemClass qcode="ninat:{kind}"/><title>Le port rouvre</title>
<description role="drol:{role}">Les cargos reviennent à Brest.</description></itemRef>"""


def package(*references):
    groups = f'<groupSet><group id="g">{"".join(references)}</group></groupSet>'
    about = "<itemMeta><versionCreated>2015-03-03T12:00:00Z</versionCreated></itemMeta>"
    return f'<packageItem {NAMESPACE} guid="urn:p" version="1">{about}{groups}</packageItem>'


def test_a_package_alone_gives_the_summaries_of_texts():
    article = read_one(
        package(REFERENCE.format(kind="text", role="summary"), REFERENCE.format(kind="picture", role="caption"))
    )
    assert (article.title, article.date, article.identifiers) == ("Le port rouvre", DAY, ("urn:x:9",))
    assert article.id_derived
    assert shape(article) == [("body", "Les cargos reviennent à Brest.")]


def test_a_package_beside_its_items_is_left_aside():
    found = read(message(package(REFERENCE.format(kind="text", role="summary")), FULL))
    assert [type(one) for one in found] == [Skipped, type(read_one(FULL))]


def test_what_holds_no_news_is_left_aside():
    (skipped,) = read(f"<knowledgeItem {NAMESPACE}><conceptSet/></knowledgeItem>")
    assert skipped.reason == "vocabulaire newsml-g2"


def test_a_message_without_items_is_a_failure():
    (failure,) = read(message())
    assert isinstance(failure, Failure)
