"""Exports among the files of an archive: the reader of pages and that of texts give them to their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Article, Failure
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.pages import html
from archive_search.sources.formats.press.databases import may_be_press_export, press_reader_of, read_press_text
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_articles

EUROPRESSE = (
    '<span class="DocPublicationName">La Gazette</span><br><span class="DocHeader">5 avril 2012</span><br><br>'
    '<span class="TitreArticleVisu">Le port rouvre</span><br><br>Les quais sont pleins.<p></p>'
    "Numéro de document : news·20120405·GAZ·{}<br>"
)
FACTIVA = (
    '<div class="article frArticle"><div id="hd"><span class="frHeadline">Le port rouvre</span></div><div>4 mots</div>'
    "<div>5 avril 2012</div><div>La Gazette</div><p>Les quais sont pleins.</p>"
    "<p>Document GAZFR00020120405e7ct0000{}</p></div>"
)
NEXIS = (
    '<a name="DOC_ID_0_{0}"></a><p>{0} of 2 DOCUMENTS</p><p>La Gazette</p><p>5 avril 2012</p><p>Le port rouvre</p>'
    "<p>LONGUEUR: 4 mots</p><p>Les quais sont pleins.</p>"
)
NEXIS_TEXT = (
    "{} of 2 DOCUMENTS\n\nLa Gazette\n\n5 avril 2012\n\nLe port rouvre\n\n"
    "LONGUEUR: 4 mots\n\nLes quais sont pleins.\n\n"
)


def read(folder, name, text, *, encoding="utf-8"):
    path = folder / name
    path.write_text(text, encoding=encoding)
    return list(read_articles(path, root=folder, options=ReadOptions()))


ORIGIN = Origin(path="export", name="export")
PIECES = [
    *(
        "<article>",
        "</article>",
        '<span class="DocPublicationName">',
        '<p class="titreArticleVisu">',
        "</span>",
        "</p>",
    ),
    *('<div class="article frArticle">', "4 mots", "Document GAZFR00020120405e7ct00001", "5 avril 2012", "<br>", "\n"),
    *('<a name="DOC_ID_0_1">', "1 of 2 DOCUMENTS", "LONGUEUR: 4 mots", "LANGUE: FRENCH", "End of Document", "Body"),
    *("Copyright 2012 La Gazette", "Les quais sont pleins.", "HD  ", "Load-Date: 3 mars", "<div", "&eacute;"),
]

EXPORTS = pytest.mark.parametrize(
    ("name", "document"),
    [
        pytest.param("a.html", EUROPRESSE, id="europresse"),
        pytest.param("a.html", FACTIVA, id="factiva"),
        pytest.param("a.html", NEXIS, id="nexis"),
        pytest.param("a.txt", NEXIS_TEXT, id="nexis as text"),
    ],
)


@EXPORTS
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_file_gives_all_the_articles_of_its_export(tmp_path, name, document, encoding):
    page = f"<html><body>{document.format(1)}{document.format(2)}</body></html>"
    text = page if name.endswith("html") else document.format(1) + document.format(2)
    found = read(tmp_path, name, text, encoding=encoding)
    assert [(article.title, article.source) for article in found] == [("Le port rouvre", "La Gazette")] * 2


@EXPORTS
def test_an_article_has_an_id_of_its_own(tmp_path, name, document):
    text = document.format(1) + document.format(2)
    ids = [article.id for article in read(tmp_path, name, f"<html>{text}" if name.endswith("html") else text)]
    assert len(set(ids)) == 2


def test_an_ordinary_page_is_left_to_the_reader_of_pages():
    assert (
        press_reader_of("<article class='article'><p>La base Factiva, la classe DocPublicationName.</p></article>")
        is None
    )


def test_an_ordinary_text_is_left_to_the_reader_of_texts():
    assert read_press_text("Le port rouvre.\n\nDocument 1 de 2\n", origin=ORIGIN) is None


@pytest.mark.parametrize(
    ("page", "expected"), [(EUROPRESSE, True), (FACTIVA, True), (NEXIS, True), ("<p>Le port rouvre.</p>", False)]
)
def test_the_first_bytes_tell_which_pages_may_be_large(page, expected):
    assert may_be_press_export(page.encode()) is expected


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=60)
def test_whatever_is_left_of_an_export_gives_articles_or_failures(pieces):
    text = "".join(pieces)
    read = press_reader_of(text)
    found = [*(read(text, origin=ORIGIN) if read is not None else ()), *(read_press_text(text, origin=ORIGIN) or ())]
    assert all(isinstance(item, (Article, Failure)) for item in found)


def test_an_export_may_be_larger_than_a_page(tmp_path, monkeypatch):
    monkeypatch.setattr(html, "LARGEST_PAGE", 100)
    assert isinstance(read(tmp_path, "a.html", f"<html>{EUROPRESSE}")[0], Article)
    (failure,) = read(tmp_path, "b.html", f"<html><p>{'Les quais sont pleins. ' * 20}")
    assert isinstance(failure, Failure)


def test_an_export_beyond_its_bound_is_one_failure_that_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(html, "LARGEST_EXPORT", 100)
    (failure,) = read(tmp_path, "a.html", f"<html>{EUROPRESSE}")
    assert "exportez-le en plusieurs fois" in failure.reason
