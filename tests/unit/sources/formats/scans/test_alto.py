import io
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles, read_stream
from tests.unit.sources.formats.making_issues import (
    ALTO_NAMESPACES,
    make_block,
    make_half,
    make_line,
    make_mets,
    make_page,
)

PORT = "Le port de la ville a rouvert."


def read(page, *, name="page.xml"):
    return list(read_stream(io.BytesIO(page), name=name, options=ReadOptions()))


def texts(page):
    (article,) = read(page)
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize("version", ALTO_NAMESPACES)
def test_a_page_of_any_version_is_an_article_without_title(version):
    (article,) = read(make_page(make_block("B1", "Le port de", "la ville a rouvert."), number=3, namespace=version))
    assert (article.title, article.page, article.path) == (None, "3", "page.xml")
    assert [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs] == [(Kind.BODY, PORT)]


def test_the_printed_number_of_a_page_goes_before_its_place_in_the_scan():
    (article,) = read(make_page(make_block("B1", PORT), number=12, attributes='PRINTED_IMG_NR="A4"'))
    assert article.page == "A4"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [
                f"<TextLine>{make_half('Lat', part=1, whole='Lattaquié.')}<HYP CONTENT='-'/></TextLine>",
                f"<TextLine>{make_half('taquié.', part=2, whole='Lattaquié.')}<SP/><String CONTENT='Fin.'/></TextLine>",
            ],
            "Lattaquié. Fin.",
            id="both halves say the whole",
        ),
        pytest.param(
            [
                f"<TextLine>{make_half('Lat-', part=1, whole='Lattaquié')}</TextLine>",
                f"<TextLine>{make_half('taquié', part=2, whole='Lattaquié')}</TextLine>",
            ],
            "Lattaquié",
            id="the sign is in the half",
        ),
        pytest.param(
            [make_line("la construc", hyphen="-"), "tion du quai"], "la construction du quai", id="small letter"
        ),
        pytest.param([make_line("à Saint", hyphen="-"), "Denis hier"], "à Saint-Denis hier", id="capital"),
        pytest.param([make_line("la construc", hyphen="¬"), "tion"], "la construction", id="sign of negation"),
        pytest.param(["la construc¬", "tion"], "la construction", id="sign in the word"),
        pytest.param(["la construc\xad", "tion"], "la construction", id="soft hyphen in the word"),
        pytest.param(["Elle est peut-", "être là"], "Elle est peut-être là", id="compound"),
    ],
)
def test_a_word_that_a_line_cuts_is_given_once(lines, expected):
    assert texts(make_page(make_block("B1", *lines))) == [expected]


def test_words_without_space_between_them_touch_where_spaces_are_marked():
    line = "<TextLine><String CONTENT=\"l'\"/><String CONTENT='eau'/><SP/><String CONTENT='monte'/></TextLine>"
    assert texts(make_page(make_block("B1", line))) == ["l'eau monte"]


def test_words_are_apart_where_no_space_is_marked():
    line = "<TextLine><String CONTENT='Il'/><String CONTENT='pleut'/></TextLine>"
    assert texts(make_page(make_block("B1", line))) == ["Il pleut"]


COLUMN = ["Les cargos sont entrés", "au port ce matin, et les", "dockers ont déchargé leurs"]


@pytest.mark.parametrize(
    ("top", "rest", "count"),
    [
        pytest.param(50, "caisses sans attendre.", 1, id="next column"),
        pytest.param(400, "caisses sans attendre.", 2, id="below"),
        pytest.param(50, "Caisses à vendre.", 2, id="capital"),
    ],
)
def test_a_sentence_that_the_end_of_a_column_cuts_is_one_paragraph(top, rest, count):
    first = make_block("B1", *COLUMN, attributes='VPOS="50" HEIGHT="300"')
    second = make_block("B2", rest, attributes=f'VPOS="{top}" HEIGHT="40"')
    assert len(texts(make_page(first, second))) == count


def test_a_word_that_two_blocks_share_is_given_once():
    first = make_block("B1", f"<TextLine>{make_half('Lat', part=1, whole='Lattaquié')}</TextLine>")
    second = make_block(
        "B2", f"<TextLine>{make_half('taquié', part=2, whole='Lattaquié')}<SP/><String CONTENT='dort.'/></TextLine>"
    )
    assert texts(make_page(first, second)) == ["Lattaquié dort."]


@pytest.mark.parametrize(
    ("before", "pointers"),
    [
        pytest.param(
            '<ReadingOrder><OrderedGroup><ElementRef REF="B2"/><ElementRef REF="B1"/></OrderedGroup></ReadingOrder>',
            ("", ""),
            id="order",
        ),
        pytest.param("", ("", 'IDNEXT="B1"'), id="next"),
    ],
)
def test_blocks_are_read_in_the_order_that_the_page_states(before, pointers):
    blocks = [make_block("B1", "Enfin.", attributes=pointers[0]), make_block("B2", "D'abord.", attributes=pointers[1])]
    assert texts(make_page(*blocks, before=before)) == ["D'abord.", "Enfin."]


def test_a_block_in_a_picture_is_a_caption():
    picture = f'<ComposedBlock TYPE="Illustration">{make_block("B2", "Le quai nord.")}</ComposedBlock>'
    (article,) = read(make_page(make_block("B1", PORT), picture))
    assert [paragraph.kind for paragraph in article.paragraphs] == [Kind.BODY, Kind.CAPTION]


def test_a_block_that_a_tag_calls_a_title_is_a_heading():
    tags = '<Tags><StructureTag ID="T1" LABEL="title"/></Tags>'
    (article,) = read(
        make_page(make_block("B1", "AU PORT", attributes='TAGREFS="T1"'), make_block("B2", PORT), before=tags)
    )
    assert [paragraph.kind for paragraph in article.paragraphs] == [Kind.HEADING, Kind.BODY]


def test_a_running_head_is_set_apart():
    margin = f"<TopMargin>{make_block('B0', 'LE COURRIER DU PORT')}</TopMargin>"
    (article,) = read(make_page(make_block("B1", PORT)).replace(b"<PrintSpace>", margin.encode() + b"<PrintSpace>"))
    assert [(removed.rule, removed.text) for removed in article.removed] == [("titre-courant", "LE COURRIER DU PORT")]


def test_the_language_of_most_blocks_is_that_of_the_page():
    (article,) = read(make_page(make_block("B1", PORT, attributes='LANG="fr"'), make_block("B2", "Fin.")))
    assert article.language == "fr"


def test_a_day_in_the_path_is_deduced():
    (article,) = read(make_page(make_block("B1", PORT)), name="scans/1901-11-21/0001.xml")
    assert (article.date, article.date_reason) == (date(1901, 11, 21), "date lue dans le nom du fichier (1901-11-21)")


def test_each_page_of_a_file_is_an_article():
    first = make_page(make_block("B1", PORT), number=1).decode()
    second = f'<Page PHYSICAL_IMG_NR="2"><PrintSpace>{make_block("B2", "Fin.")}</PrintSpace></Page></Layout>'
    pages = read(first.replace("</Layout>", second).encode())
    assert [(article.id, article.page) for article in pages] == [("page.xml", "1"), ("page.xml#2", "2")]


def test_a_page_without_text_is_left_aside():
    assert read(make_page()) == [Skipped(path="page.xml", reason="page sans texte")]


def test_a_page_that_is_cut_gives_its_blocks_and_a_failure():
    page = make_page(make_block("B1", PORT), make_block("B2", "Fin."))
    article, failure = read(page[: page.index(b'ID="B2"')])
    assert [paragraph.text for paragraph in article.paragraphs] == [PORT]
    assert isinstance(failure, Failure)


@pytest.mark.parametrize("place", ["beside", "above"])
def test_a_page_that_a_mets_file_cites_is_left_to_it(tmp_path, place):
    (tmp_path / "ALTO").mkdir()
    page = tmp_path / "ALTO" / "1.xml"
    page.write_bytes(make_page(make_block("B1", PORT)))
    folder, address = (page.parent, "1.xml") if place == "beside" else (tmp_path, "file://./alto/1.XML")
    (folder / "n1-METS.xml").write_bytes(make_mets(files=[address]))
    (found,) = read_articles(page, root=tmp_path, options=ReadOptions())
    assert found == Skipped(path=str(page), reason="page lue avec son fichier mets")


def test_a_page_is_read_when_the_mets_file_that_cites_it_is_cut(tmp_path):
    page = tmp_path / "1.xml"
    page.write_bytes(make_page(make_block("B1", PORT)))
    (tmp_path / "mets.xml").write_bytes(make_mets(files=["1.xml"])[:-20])
    (found,) = read_articles(page, root=tmp_path, options=ReadOptions())
    assert isinstance(found, Article)


def test_a_mets_file_that_comes_later_is_seen(tmp_path):
    page = tmp_path / "1.xml"
    page.write_bytes(make_page(make_block("B1", PORT)))
    assert [type(found) for found in read_articles(page, root=tmp_path, options=ReadOptions())] == [Article]
    (tmp_path / "issue.xml").write_bytes(make_mets(files=["1.xml"]))
    assert [type(found) for found in read_articles(page, root=tmp_path, options=ReadOptions())] == [Skipped]


def test_a_page_is_read_when_only_its_folder_is_asked_for(tmp_path):
    page = tmp_path / "ALTO" / "1.xml"
    page.parent.mkdir()
    page.write_bytes(make_page(make_block("B1", PORT)))
    (tmp_path / "mets.xml").write_bytes(make_mets(files=["ALTO/1.xml"]))
    (found,) = read_articles(page, root=page.parent, options=ReadOptions())
    assert isinstance(found, Article)
