from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles
from tests.unit.sources.formats.making_issues import (
    ISSUE,
    make_article,
    make_block,
    make_division,
    make_half,
    make_mets,
    make_page,
    make_paragraph,
    make_record,
)

PORT, QUAYS = "Le port a rouvert.", "Les quais sont pleins."
PAGE = make_page(make_block("T", "AU PORT"), make_block("B1", PORT), make_block("B2", QUAYS))
ONE = make_article(make_paragraph("F1:B1"), make_paragraph("F1:B2"), title="F1:T")


@pytest.fixture
def read(tmp_path):
    def write_and_read(mets, *pages, place="ALTO"):
        (tmp_path / place).mkdir(exist_ok=True)
        for number, page in enumerate(pages, 1):
            (tmp_path / place / f"{number}.xml").write_bytes(page)
        (tmp_path / "mets.xml").write_bytes(mets)
        return list(read_articles(tmp_path / "mets.xml", root=tmp_path / "mets.xml", options=ReadOptions()))

    return write_and_read


def parts(article):
    return [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs]


def test_an_article_has_the_title_and_the_paragraphs_of_its_blocks(read):
    (article,) = read(make_mets(ONE), PAGE)
    assert parts(article) == [(Kind.TITLE, "AU PORT"), (Kind.BODY, PORT), (Kind.BODY, QUAYS)]


def test_an_article_has_what_the_records_of_its_issue_state(read):
    (article,) = read(make_mets(ONE), PAGE)
    assert (article.source, article.date, article.date_reason) == ("Le Courrier du Port", date(1901, 11, 21), None)
    assert (article.language, article.page, article.identifiers) == ("fr", "1", ("827",))
    assert (article.id, article.id_derived) == ("mets.xml", True)


def test_the_id_of_an_issue_makes_those_of_its_articles(read):
    address = "https://exemple.lu/ark:/1234/h3z"
    (article,) = read(make_mets(ONE, object_id=address), PAGE)
    assert (article.id, article.id_derived, article.url) == (f"{address}#A1", False, address)
    assert article.identifiers == (address, "827")


def test_a_record_about_an_article_says_more_than_that_of_the_issue(read):
    record = make_record(
        "R1",
        "<mods:titleInfo><mods:title>Un quai</mods:title></mods:titleInfo><mods:name><mods:namePart type='family'>Morel"
        "</mods:namePart><mods:namePart type='given'>Anne</mods:namePart></mods:name>"
        "<mods:language><mods:languageTerm>de</mods:languageTerm></mods:language>",
    )
    article = make_article(make_paragraph("F1:B1"), dmdid="R1")
    (found,) = read(make_mets(article, records=ISSUE + record), PAGE)
    assert (found.title, found.authors, found.language) == ("Un quai", ("Anne Morel",), "de")
    assert (found.source, found.date) == ("Le Courrier du Port", date(1901, 11, 21))


@pytest.mark.parametrize(("label", "title"), [("Au port", "Au port"), ("Untitled", None), ("[Sans titre]", None)])
def test_a_label_is_a_title_where_nothing_else_is(read, label, title):
    (article,) = read(make_mets(make_article(make_paragraph("F1:B1"), label=label)), PAGE)
    assert article.title == title


def test_what_stands_over_and_under_a_title_is_kept_apart(read):
    heading = make_division(
        "HEADING",
        make_division("OVERLINE", areas=["F1:O"]),
        make_division("TITLE", areas=["F1:T", "F1:T2"]),
        make_division("SUBHEADLINE", areas=["F1:S"]),
        make_division("AUTHOR", areas=["F1:A"]),
    )
    article = make_division("ARTICLE", heading, make_division("BODY", make_paragraph("F1:B1")))
    blocks = {"O": "De notre envoyé", "T": "AU PORT", "T2": "Il rouvre", "S": "Après dix ans", "A": "Par Anne Morel"}
    page = make_page(*[make_block(id_, text) for id_, text in blocks.items()], make_block("B1", PORT))
    (found,) = read(make_mets(article), page)
    assert parts(found) == [
        (Kind.TITLE, "AU PORT Il rouvre"),
        (Kind.HEADING, "De notre envoyé"),
        (Kind.LEAD, "Après dix ans"),
        (Kind.BYLINE, "Par Anne Morel"),
        (Kind.BODY, PORT),
    ]
    assert found.authors == ("Anne Morel",)


def test_a_title_inside_the_body_is_a_heading(read):
    inner = make_division("HEADING", make_division("TITLE", areas=["F1:B2"]))
    (article,) = read(make_mets(make_article(make_paragraph("F1:B1"), inner, title="F1:T")), PAGE)
    assert [kind for kind, _ in parts(article)] == [Kind.TITLE, Kind.BODY, Kind.HEADING]


def test_a_paragraph_of_several_areas_is_one(read):
    (article,) = read(make_mets(make_article(make_paragraph("F1:B1", "F1:B2"))), PAGE)
    assert parts(article) == [(Kind.BODY, f"{PORT} {QUAYS}")]


def test_a_word_cut_between_two_pages_is_given_once(read):
    start = f"<TextLine><String CONTENT='Le'/><SP/>{make_half('por', part=1, whole='portail')}</TextLine>"
    rest = f"<TextLine>{make_half('tail', part=2, whole='portail')}<SP/><String CONTENT='rouvre.'/></TextLine>"
    article = make_article(make_paragraph("F1:B1"), make_paragraph("F2:B2"))
    mets = make_mets(article, files=["ALTO/1.xml", "ALTO/2.xml"])
    (found,) = read(mets, make_page(make_block("B1", start)), make_page(make_block("B2", rest), number=2))
    assert (parts(found), found.page) == ([(Kind.BODY, "Le portail rouvre.")], "1-2")


def test_an_area_may_be_a_block_of_blocks(read):
    page = make_page(f'<ComposedBlock ID="C1">{make_block("B1", PORT)}{make_block("B2", QUAYS)}</ComposedBlock>')
    (article,) = read(make_mets(make_article(make_paragraph("F1:C1"))), page)
    assert parts(article) == [(Kind.BODY, PORT), (Kind.BODY, QUAYS)]


def test_a_caption_is_given_once(read):
    picture = make_division(
        "ILLUSTRATION", make_division("IMAGE", areas=["F1:C1"]), make_division("CAPTION", areas=["F1:B2"])
    )
    page = make_page(make_block("B1", PORT), f'<ComposedBlock ID="C1">{make_block("B2", QUAYS)}</ComposedBlock>')
    (article,) = read(make_mets(make_article(make_paragraph("F1:B1"), picture)), page)
    assert parts(article) == [(Kind.BODY, PORT), (Kind.CAPTION, QUAYS)]


@pytest.mark.parametrize("type_", ["ADVERTISEMENT", "Ad", "FREEAD"])
def test_an_advertisement_is_an_article_of_its_own(read, type_):
    advertisement = make_division(type_, areas=["F1:B2"], label="Adv. 1 Page 1")
    first, second = read(make_mets(make_article(make_paragraph("F1:B1"), advertisement)), PAGE)
    assert (first.section, second.section, second.title) == (None, "publicité", None)
    assert parts(second) == [(Kind.BODY, QUAYS)]


def test_a_section_names_the_articles_in_it_and_may_have_text_itself(read):
    inner = make_article(make_paragraph("F1:B2"), id_="A2", label="Les quais")
    heading = make_division("HEADING", make_division("TITLE", areas=["F1:T"]))
    section = make_division("SECTION", heading, make_division("BODY", make_paragraph("F1:B1")), inner, id="S1")
    first, second = read(make_mets(section), PAGE)
    assert (first.title, first.section) == ("AU PORT", None)
    assert (second.title, second.section) == ("Les quais", "AU PORT")


def test_a_section_of_nothing_but_articles_is_none(read):
    around = make_division("SECTION", make_division("SECTION", ONE, label="Bretagne"), label="Régions")
    (article,) = read(make_mets(around), PAGE)
    assert article.section == "Régions / Bretagne"


def test_the_head_of_the_front_page_is_no_article(read):
    head = make_division("TITLE_SECTION", make_division("HEADLINE", areas=["F1:T"]))
    articles = read(make_mets(head, make_article(make_paragraph("F1:B1"))), PAGE)
    assert [parts(article) for article in articles] == [[(Kind.BODY, PORT)]]


def test_without_articles_each_page_is_one(read):
    articles = read(make_mets(files=["ALTO/1.xml", "ALTO/2.xml"]), PAGE, make_page(make_block("B3", "Fin.")))
    assert [(article.title, article.page) for article in articles] == [(None, "1"), (None, "2")]
    assert {article.source for article in articles} == {"Le Courrier du Port"}


def test_a_page_that_no_article_is_on_is_read_too(read):
    first, second = read(make_mets(ONE, files=["ALTO/1.xml", "ALTO/2.xml"]), PAGE, make_page(make_block("B3", "Fin.")))
    assert (first.id, second.id, second.page) == ("mets.xml", "mets.xml#3", "2")


LINKS = """<mets:structLink><mets:smLinkGrp><mets:smLocatorLink xlink:href="#A1"/><mets:smLocatorLink xlink:href="#D2"/>
<mets:smLocatorLink xlink:href="#D3"/><mets:smLocatorLink xlink:href="#D1"/></mets:smLinkGrp></mets:structLink>"""


def test_an_article_may_be_linked_to_places_of_pages(read):
    title = make_division("pagearea", areas=["F1:T"], id="D2", label="Headline")
    text = make_division("pagearea", areas=["F1:W1"], id="D3", label="Textblock")
    page = make_division("page", title, text, id="D1", orderlabel="A3")
    words = '<TextLine ID="L1"><String ID="W1" CONTENT="Il"/><SP/><String ID="W2" CONTENT="pleut."/></TextLine>'
    mets = make_mets(make_division("article", id="A1"), physical=page, after=LINKS)
    (article,) = read(mets, make_page(make_block("T", "LA PLUIE"), make_block("B1", words)))
    assert parts(article) == [(Kind.TITLE, "LA PLUIE"), (Kind.BODY, "Il pleut.")]
    assert article.page == "A3"


def test_missing_pages_are_told_in_one_line_and_the_others_read(read):
    lost = make_article(make_paragraph("F2:B1"), make_paragraph("F3:B1"), id_="A2")
    article, failure = read(make_mets(ONE, lost, files=["ALTO/1.xml", "ALTO/2.xml", "ALTO/3.xml"]), PAGE)
    assert isinstance(article, Article)
    assert isinstance(failure, Failure)
    assert "2 pages alto introuvables (2.xml, 3.xml)" in failure.reason


def test_the_number_of_an_article_does_not_depend_on_missing_pages(read):
    lost = make_article(make_paragraph("F2:B1"), id_="A0")
    article, _ = read(make_mets(lost, ONE, files=["ALTO/1.xml", "ALTO/2.xml"]), PAGE)
    assert article.id == "mets.xml#2"


def test_a_damaged_page_is_told(read):
    failure = read(make_mets(ONE), PAGE[:-40])[-1]
    assert failure.reason.startswith("page 1.xml : xml coupé")


@pytest.mark.parametrize(
    "address",
    ["file://./ALTO/1.xml", "./ALTO/1.xml", r"ALTO\1.xml", "file:///D:/scans/n1/ALTO/1.xml", "alto/1.XML", "1.xml"],
)
def test_a_page_is_found_however_its_address_is_written(read, address):
    place = "ALTO" if "/" in address or "\\" in address else "."
    (article,) = read(make_mets(ONE, files=[address]), PAGE, place=place)
    assert article.title == "AU PORT"


def test_an_address_with_signs_of_addresses_is_read(read):
    (article,) = read(make_mets(ONE, files=["pages%20du%20num%C3%A9ro/1.xml"]), PAGE, place="pages du numéro")
    assert article.title == "AU PORT"


def test_an_address_that_climbs_finds_nothing_outside(read, tmp_path):
    (tmp_path.parent.parent / "loin.xml").write_bytes(PAGE)
    (failure,) = read(make_mets(ONE, files=["../../loin.xml"]))
    assert isinstance(failure, Failure)


def test_a_day_that_no_record_states_is_deduced_from_the_name(tmp_path):
    (tmp_path / "19181217_1-METS.xml").write_bytes(make_mets(ONE, files=["1.xml"], records=""))
    (tmp_path / "1.xml").write_bytes(PAGE)
    path = tmp_path / "19181217_1-METS.xml"
    (article,) = read_articles(path, root=path, options=ReadOptions())
    assert (article.date, article.date_reason) == (date(1918, 12, 17), "date lue dans le nom du fichier (19181217)")


def test_a_mets_file_of_something_else_is_left_aside(read):
    (found,) = read(make_mets(files=["scan.tif"]))
    assert found == Skipped(path=found.path, reason="fichier mets sans page alto")


def test_a_mets_file_that_is_cut_is_one_failure(read):
    (failure,) = read(make_mets(ONE)[:-30], PAGE)
    assert isinstance(failure, Failure)


def test_divisions_in_a_thousand_others_are_one_failure(read):
    nest = "<mets:div>" * 1000 + "</mets:div>" * 1000
    (failure,) = read(make_mets(nest), PAGE)
    assert isinstance(failure, Failure)
