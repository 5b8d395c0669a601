from datetime import date

import pytest

from archive_search.records import Failure, Kind, Skipped
from tests.unit.sources.formats.reading_streams import DAY, read, read_one, shape

TEXT = "Les cargos reviennent dans le vieux port de Brest, dix ans après leur départ."
ENVELOPE = """<NewsEnvelope><SentFrom><Party FormalName="Agence du Ponant"/></SentFrom>
<DateAndTime>20150304T080000Z</DateAndTime></NewsEnvelope>"""


def content(text, *, media="Text"):
    return f'<ContentItem><MediaType FormalName="{media}"/><DataContent>{text}</DataContent></ContentItem>'


def component(inside, *, role="", lines="", about="", attributes=""):
    role = f'<Role FormalName="{role}"/>' if role else ""
    lines = f"<NewsLines>{lines}</NewsLines>" if lines else ""
    return f"<NewsComponent {attributes}>{role}{lines}{about}{inside}</NewsComponent>"


def headline(text="Le port rouvre"):
    return f"<HeadLine>{text}</HeadLine>"


def item(*components, identifier="", management=""):
    head = f"<Identification><NewsIdentifier>{identifier}</NewsIdentifier></Identification>"
    return f"<NewsItem>{head}<NewsManagement>{management}</NewsManagement>{''.join(components)}</NewsItem>"


def newsml(*items, envelope=ENVELOPE):
    return f'<?xml version="1.0"?><NewsML>{envelope}{"".join(items)}</NewsML>'


IDENTIFIER = """<ProviderId>afp.com</ProviderId><DateId>20150302</DateId><NewsItemId>TX-1</NewsItemId>
<RevisionId PreviousRevision="1" Update="N">2</RevisionId>"""
PUBLIC = "<PublicIdentifier>urn:newsml:afp.com:20150302:TX-1:2</PublicIdentifier>"
FULL = item(
    component(
        component(content(f"<nitf><body><body.content><p>{TEXT}</p><p>jd/mp</p></body.content></body></nitf>")),
        lines=headline()
        + """<SubHeadLine>Dix ans d'attente prennent fin à Brest</SubHeadLine><ByLine>Par Jeanne Dupont</ByLine>
        <DateLine>Brest, 3 mars 2015 (AFP) -</DateLine><CopyrightLine>© AFP 2015</CopyrightLine>
        <KeywordLine>port;cargos</KeywordLine><SlugLine>France-port</SlugLine>
        <NewsLine><NewsLineType FormalName="ProductLine"/><NewsLineText>(Photo)</NewsLineText></NewsLine>""",
        about="""<AdministrativeMetadata><Provider><Party FormalName="AFP"/></Provider></AdministrativeMetadata>
        <DescriptiveMetadata><Language FormalName="fr"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode>
        <SubjectCode><Subject FormalName="Pêche"/></SubjectCode><Property FormalName="Keyword" Value="Brest"/>
        <Property FormalName="Rubrique" Value="Économie"/></DescriptiveMetadata>""",
    ),
    identifier=IDENTIFIER + PUBLIC,
    management="""<FirstCreated>20150302T230000Z</FirstCreated>
    <ThisRevisionCreated>20150303T183600+0100</ThisRevisionCreated>""",
)


def test_a_dispatch_is_read_with_all_that_it_states():
    article = read_one(newsml(FULL))
    assert (article.title, article.date, article.time) == ("Le port rouvre", DAY, "18:36")
    assert (article.source, article.agency, article.section) == ("AFP", "AFP", "Économie")
    assert (article.authors, article.language, article.rights) == (("Jeanne Dupont",), "fr", "© AFP 2015")
    assert article.keywords == ("port", "cargos", "Brest", "Pêche", "France-port")
    assert article.id == "urn:newsml:afp.com:20150302:TX-1:2"
    assert article.identifiers == (article.id, "urn:newsml:afp.com:20150302:TX-1", "TX-1")


def test_the_lines_and_the_initials_of_a_dispatch_are_no_paragraphs():
    article = read_one(newsml(FULL))
    assert shape(article) == [("lead", "Dix ans d'attente prennent fin à Brest"), ("body", TEXT)]
    assert [(removed.rule, removed.text) for removed in article.removed] == [("initiales", "jd/mp")]


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        (IDENTIFIER + "<PublicIdentifier>urn:newsml:afp.com</PublicIdentifier>", "urn:newsml:afp.com:20150302:TX-1:2"),
        (IDENTIFIER, "urn:newsml:afp.com:20150302:TX-1:2"),
        (IDENTIFIER + "<PublicIdentifier>tag:afp.com,2015:1</PublicIdentifier>", "tag:afp.com,2015:1:2"),
        (IDENTIFIER + PUBLIC.replace(":2<", ":2N<"), "urn:newsml:afp.com:20150302:TX-1:2N"),
        ("<ProviderId>afp.com</ProviderId>", None),
    ],
    ids=["same for all", "none", "without revision", "marked", "nothing"],
)
def test_an_id_names_one_version_of_one_item(identifier, expected):
    article = read_one(newsml(item(component(content(TEXT)), identifier=identifier)))
    assert (None if article.id_derived else article.id) == expected


@pytest.mark.parametrize(
    ("identifier", "management", "day"),
    [
        ("<DateId>20150301</DateId>", "<FirstCreated>20150302T100000</FirstCreated>", date(2015, 3, 2)),
        ("<DateId>20150301</DateId>", "", date(2015, 3, 1)),
        ("", "", date(2015, 3, 4)),
    ],
    ids=["first version", "identifier", "envelope"],
)
def test_the_day_is_that_of_the_version_or_the_next_best(identifier, management, day):
    assert read_one(newsml(item(component(content(TEXT)), identifier=identifier, management=management))).date == day


def test_what_the_envelope_alone_states_holds_for_all_items():
    articles = read(newsml(item(component(content(TEXT))), item(component(content(TEXT + " Enfin.")))))
    assert [article.source for article in articles] == ["Agence du Ponant"] * 2


def test_parts_in_components_of_their_own_make_one_article():
    parts = [
        component(content("Le port rouvre"), role="Title"),
        component(content("Dix ans d'attente."), role="Lead"),
        component(content(TEXT), role="Body"),
    ]
    article = read_one(newsml(item(component("".join(parts)))))
    assert article.title == "Le port rouvre"
    assert shape(article) == [("lead", "Dix ans d'attente."), ("body", TEXT)]


def test_two_languages_in_one_item_make_two_articles():
    versions = [
        component(content(TEXT), lines=headline(), attributes='xml:lang="fr"'),
        component(content("De haven gaat weer open."), lines=headline("Haven open"), attributes='xml:lang="nl"'),
    ]
    articles = read(newsml(item(component("".join(versions)), identifier=IDENTIFIER)))
    assert [(article.language, article.title) for article in articles] == [
        ("fr", "Le port rouvre"),
        ("nl", "Haven open"),
    ]
    assert len({article.id for article in articles}) == 2


@pytest.mark.parametrize(
    "components",
    [
        component(content(TEXT) + content(f"<p>{TEXT}</p>")),
        component(component(content(TEXT)) + component(content(f"<p>{TEXT}</p>"))),
        component(
            component(content(TEXT), lines=headline()) + component(content(f"<p>{TEXT}</p>"), lines=headline("Port"))
        ),
        component(
            component(content(TEXT)) + component(content(f"<p>{TEXT} Enfin.</p>")), attributes='EquivalentsList="yes"'
        ),
    ],
    ids=["formats", "components", "titles", "equivalents"],
)
def test_a_text_in_several_formats_is_read_once(components):
    assert len(shape(read_one(newsml(item(components))))) == 1


def test_the_caption_of_a_picture_goes_with_the_article():
    picture = component(
        component(content("Un cargo à quai, mardi à Brest."), role="Caption") + component(content("", media="Photo")),
        lines=headline("Cargo"),
    )
    article = read_one(newsml(item(component(component(content(TEXT)) + picture, lines=headline()))))
    assert shape(article) == [("body", TEXT), ("caption", "Un cargo à quai, mardi à Brest.")]


def test_a_picture_alone_is_read_by_its_caption():
    parts = component(content("Un cargo à quai, mardi à Brest."), role="Caption") + content("", media="Photo")
    assert shape(read_one(newsml(item(component(parts))))) == [("body", "Un cargo à quai, mardi à Brest.")]


def test_a_picture_without_caption_is_left_aside():
    (skipped,) = read(newsml(item(component(content("", media="Photo"), lines=headline()))))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("photo")


def test_a_title_alone_is_the_news():
    article = read_one(newsml(item(component(content(""), lines=headline()))))
    assert [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs] == [(Kind.TITLE, "Le port rouvre")]


def test_encoded_pictures_are_no_text():
    picture = (
        '<ContentItem><Encoding Notation="Base64"><DataContent>iVBORw0KGgo=</DataContent></Encoding></ContentItem>'
    )
    assert len(shape(read_one(newsml(item(component(picture + content(TEXT))))))) == 1


def test_a_document_type_that_includes_another_is_passed_over():
    declaration = '<!DOCTYPE NewsML SYSTEM "NewsML.dtd" [<!ENTITY % nitf SYSTEM "../nitf-3-0.dtd"> %nitf; ]>'
    assert read_one(declaration + newsml(item(component(content(TEXT)))).partition("?>")[2]).paragraphs


def test_a_file_without_items_is_a_failure():
    (failure,) = read(newsml())
    assert isinstance(failure, Failure)


def test_each_component_with_a_title_and_a_text_is_an_article():
    parts = "".join(component(content(f"Le cargo {number} est à quai."), lines=headline()) for number in range(300))
    assert len(read(newsml(item(component(parts))))) == 300
