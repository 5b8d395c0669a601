import io
import sys
from datetime import date as Date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.errors import InstallationError
from archive_search.exports.exported import ExportedArticle, Heading
from archive_search.exports.review.docx import write_docx
from archive_search.records import Article, Span
from exports.making_articles import NASTY, make_article, make_unknown
from exports.strategies import HEADINGS, articles

docx = pytest.importorskip("docx", reason="the extra docx is not installed")

HEADING = Heading(title="La digue", subject="Recherche : digue", made=Date(2017, 3, 4))


def write(*exported: ExportedArticle, heading: Heading = HEADING) -> bytes:
    return b"".join(write_docx(exported, heading=heading))


def read(*some: Article, heading: Heading = HEADING) -> list[tuple[str, str]]:
    """Give style and text of each paragraph of a review."""
    document = docx.Document(io.BytesIO(write(*(ExportedArticle(article=each) for each in some), heading=heading)))
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_each_part_has_its_style() -> None:
    paragraphs = read(make_article())
    assert paragraphs[:7] == [
        ("Source", "Revue de presse"),
        ("Title", "La digue"),
        ("Objet", "Recherche : digue"),
        ("Source", "1 article, le 2 mars 2017"),
        ("Source", "Document établi le 4 mars 2017"),
        ("TOC Heading", "Sommaire"),
        ("toc 1", "La digue de Brévan cède\t2 mars 2017"),
    ]
    assert [style for style, _ in paragraphs[7:]] == [
        *("Heading 1", "Source", "Source", "Chapeau", "Normal", "Heading 2", "Caption", "Source", "Référence"),
        *("Heading 1", "List Number"),
    ]


def test_lines_of_a_paragraph_stay() -> None:
    assert ("Normal", "La digue a cédé lundi,\nau petit matin.") in read(make_article())


def test_matches_are_highlighted() -> None:
    marked = ExportedArticle(article=make_article(), marks={3: (Span(3, 8),)})
    document = docx.Document(io.BytesIO(write(marked)))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.style.name == "Passage trouvé"]
    assert [run.text for run in runs] == ["digue"]
    assert document.styles["Passage trouvé"].font.highlight_color is not None


def test_the_contents_can_be_brought_up_to_date_and_lead_to_the_articles() -> None:
    document = docx.Document(io.BytesIO(write(*(ExportedArticle(article=make_article()) for _ in range(2)))))
    body = document.element.body
    fields = body.xpath(".//w:fldChar/@w:fldCharType")
    assert fields == ["begin", "separate", "end"]
    assert (
        body.xpath(".//w:hyperlink/@w:anchor") == body.xpath(".//w:bookmarkStart/@w:name") == ["article_1", "article_2"]
    )


def test_properties_of_the_document_are_told() -> None:
    properties = docx.Document(io.BytesIO(write())).core_properties
    assert (properties.title, properties.author, properties.comments) == ("La digue", "archive-search", "")


def test_the_same_articles_give_the_same_file() -> None:
    exported = ExportedArticle(article=make_article())
    assert write(exported) == write(exported)


def test_what_xml_cannot_hold_ends_no_review() -> None:
    heading = Heading(title=f"\x00\ufffe{NASTY}" * 20, subject="\ufffe", made=Date(2017, 3, 4))
    assert ("Objet", "\ufffd") in read(make_article(title="a\uffff", source="\ufffe"), make_unknown(), heading=heading)


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    document = docx.Document(io.BytesIO(write(ExportedArticle(article=make_article(url="javascript:alert(1)")))))
    assert document.element.body.xpath(".//w:fldSimple") == []


@settings(max_examples=20)
@given(some=st.lists(articles(), max_size=3), heading=HEADINGS)
def test_any_articles_give_a_sound_document(some: list[Article], heading: dict[str, object]) -> None:
    paragraphs = read(*some, heading=Heading(**heading))  # type: ignore[arg-type]
    assert [style for style, _ in paragraphs].count("List Number") == len(some)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InstallationError, match=r"installez « archive-search\[docx\] »"):
        write()
