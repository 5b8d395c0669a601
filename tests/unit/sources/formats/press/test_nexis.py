"""Exports of Nexis, of its old interface and of the new one, as pages and as text; the articles are invented."""

import textwrap
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.press.nexis import WHEN_LOADED, is_nexis, is_nexis_text, read_nexis, read_nexis_text

ORIGIN = Origin(path="export.html", name="export.html")


def label(name, value):
    spans = f'<span class="c8">{name}: </span><span class="c2">{value}</span>'
    return f'<br><div class="c5"><p class="c6">{spans}</p>\n</div>\n'


def labels(pairs):
    return "".join(label(name, value) for name, value in pairs)


FRENCH = [("AUTEUR", "Jeanne Dupont"), ("RUBRIQUE", "MONDE; Pg. 35"), ("LONGUEUR", "143 mots"), ("ENCART", "Deux ans.")]
ENGLISH = [
    ("BYLINE", "Jeanne Dupont"),
    ("SECTION", "MONDE; Pg. 35"),
    ("LENGTH", "143 words"),
    ("HIGHLIGHT", "Deux ans."),
]
FRENCH_FOOT = [
    ("SUJET", 'PORTS (90%); </span><span class="c4">PÊCHE</span><span class="c2">\n (88%)'),
    ("LOCALISATION-GEO", "SÈTE (93%)"),
    ("DATE-CHARGEMENT", "13 April 2013"),
    ("LANGUE", "FRENCH; FRANÇAIS"),
    ("TYPE-PUBLICATION", "Journal"),
]
ENGLISH_FOOT = [
    ("SUBJECT", "PORTS (90%); PÊCHE (88%)"),
    ("LOAD-DATE", "April 13, 2013"),
    ("LANGUAGE", "FRENCH; FRANÇAIS"),
    ("PUBLICATION-TYPE", "Newspaper"),
]
TEXT = (
    '<br><div class="c5"><p class="c9"><span class="c2">Les </span><span class="c4">quais</span><span class="c2">\n'
    ' sont pleins.</span></p>\n<p class="c9"><span class="c2">La mer monte.</span></p>\n</div>\n'
)
COPYRIGHT = "Copyright 2013 La Gazette<br>Tous Droits Réservés"


def old_page(
    *,
    number=1,
    day='<span class="c4">12</span><span class="c2"> April 2013 Friday</span>',
    head=FRENCH,
    foot=FRENCH_FOOT,
):
    return f"""<a name="DOC_ID_0_{number}"></a><!-- Hide XML section from browser
<DOC NUMBER={number}>
<DOCFULL> -->
<br><div class="c0"><p class="c1"><span class="c2">{number} of 3 DOCUMENTS</span></p></div>
<br><div class="c0"><br><p class="c1"><img alt="logo"><br><span class="c2">La Gazette</span></p></div>
<br><div class="c3"><p class="c1">{day}</p></div>
<br><div class="c5"><p class="c6"><span class="c7">Le port rouvre</span></p></div>
{labels(head)}{TEXT}{labels(foot)}
<br><div class="c0"><br><p class="c1"><span class="c2">{COPYRIGHT}</span></p></div>
<!-- Hide XML section from browser
</DOCFULL>
</DOC> -->"""


def labelled_page():
    """The layout with rights above, the title among the labels, and a label before the text."""
    head = [("SECTION", "MONDE; Pg. 35"), ("LENGTH", "143 words"), ("HEADLINE", "Le port rouvre")]
    head += [("BYLINE", "Jeanne Dupont"), ("HIGHLIGHT", "Deux ans.")]
    return f"""<A NAME="DOC_ID_0_0"></A>
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">1 of 3 DOCUMENTS</SPAN></P></DIV>
<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">{COPYRIGHT}</SPAN><SPAN CLASS="c2">&nbsp;</SPAN><BR>
<IMG ALT="logo"><BR><SPAN CLASS="c2">La Gazette</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">April</SPAN><SPAN CLASS="c2"> 12, 2013 Friday</SPAN><BR>
Édition du soir</P></DIV>
{labels(head)}
<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7"> BODY:<BR></SPAN></P>{TEXT}</DIV>
{labels(ENGLISH_FOOT)}"""


OLD_TEXT = """
Download Request: Selected Items: 1-2
Terms: port

                               1 of 2 DOCUMENTS


                                   La Gazette

                              vendredi 12 avril 2013
                                 Édition du soir

Le port rouvre

AUTEUR: Jeanne Dupont

RUBRIQUE: MONDE; Pg. 35

LONGUEUR: 143 mots

ENCART: Deux ans.

Les quais sont pleins.

La mer monte.

SUJET: PORTS (90%);
PÊCHE (88%)

LANGUE: FRENCH; FRANÇAIS

                     Copyright 2013 La Gazette
                        Tous Droits Réservés
"""

NEW_TEXT = """User Name: = Jeanne
Documents (1)
1. Le port rouvre
Client/Matter: -None-

Le port rouvre
La Gazette
12 avril 2013 vendredi
Édition du soir

Copyright 2013 La Gazette Tous Droits Réservés

Section: MONDE; Pg. 35
Length: 143 words
Byline: Jeanne Dupont
Highlight: Deux ans.
Body

Les quais sont pleins.

La mer monte.

Classification

Language: FRENCH

Publication-Type: Journal

Subject: PORTS (90%); PÊCHE (88%)

Load-Date: April 13, 2013


End of Document
"""

NEW_FRENCH_TEXT = (
    NEW_TEXT.replace("Section:", "Rubrique:")
    .replace("Length: 143 words", "Longueur: 143 mots")
    .replace("Byline:", "Auteur:")
    .replace("Highlight:", "Encart:")
    .replace("Body", "Corps")
    .replace("Language:", "Langue:")
    .replace("Publication-Type:", "Type de publication:")
    .replace("Subject:", "Sujet:")
    .replace("Load-Date:", "Date de chargement:")
    .replace("End of Document", "Fin du document")
)
NEW_PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in NEW_TEXT.split("\n") if line) + "</body></html>"


def read(page):
    return list(read_nexis(f"<html><body>{page}</body></html>", origin=ORIGIN))


def read_text(text):
    return list(read_nexis_text(text, origin=ORIGIN))


def texts(article, *kinds):
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind in (kinds or (Kind.BODY,))]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(lambda: read(old_page()), id="old page, french interface"),
        pytest.param(lambda: read(old_page(head=ENGLISH, foot=ENGLISH_FOOT)), id="old page, english interface"),
        pytest.param(lambda: read(labelled_page()), id="old page, labelled title"),
        pytest.param(lambda: read_text(OLD_TEXT), id="old text"),
        pytest.param(lambda: read_text(NEW_TEXT), id="new text, english interface"),
        pytest.param(lambda: read_text(NEW_FRENCH_TEXT), id="new text, french interface"),
        pytest.param(lambda: read(NEW_PAGE), id="new page"),
    ],
)
def test_every_layout_gives_the_same_article(found):
    (article,) = found()
    assert isinstance(article, Article), article
    assert (article.title, article.source, article.date) == ("Le port rouvre", "La Gazette", date(2013, 4, 12))
    assert (article.section, article.page, article.authors) == ("MONDE", "35", ("Jeanne Dupont",))
    assert (article.keywords, article.language) == (("PORTS", "PÊCHE"), "fr")
    assert article.rights == "Copyright 2013 La Gazette Tous Droits Réservés"
    assert texts(article, Kind.LEAD) == ["Deux ans."]
    assert texts(article) == ["Les quais sont pleins.", "La mer monte."]


def test_each_document_of_a_page_is_an_article():
    articles = read(old_page(number=1) + old_page(number=2))
    assert [article.id for article in articles] == ["export.html", "export.html#2"]


def test_each_document_of_a_text_is_an_article():
    assert len(read_text(OLD_TEXT + OLD_TEXT.replace("1 of 2", "2 of 2"))) == 2
    assert len(read_text(NEW_TEXT + NEW_TEXT)) == 2


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("12 April 2013 Friday 10:12 AM GMT", (date(2013, 4, 12), "10:12"), id="english"),
        pytest.param("vendredi 12 avril 2013", (date(2013, 4, 12), None), id="french"),
        pytest.param("12 avril 2013 vendredi 3:00 PM GMT", (date(2013, 4, 12), "15:00"), id="french and english"),
        pytest.param("April 12, 2013 Friday", (date(2013, 4, 12), None), id="american"),
    ],
)
def test_the_day_is_read_in_either_language(day, expected):
    (article,) = read(old_page(day=day))
    assert (article.date, article.time) == expected
    assert article.date_reason is None


def test_the_day_of_loading_stands_for_a_day_that_is_not_printed():
    (article,) = read(old_page(day="Printemps 2013"))
    assert (article.date, article.date_reason) == (date(2013, 4, 13), WHEN_LOADED)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("INTERNATIONAL; Pg. 35", ("INTERNATIONAL", "35"), id="page"),
        pytest.param("ECONOMIE - ENTREPRISES; p. 6", ("ECONOMIE - ENTREPRISES", "6"), id="lower case"),
        pytest.param("Pg. A01", (None, "A01"), id="page alone"),
        pytest.param("SPORTS", ("SPORTS", None), id="section alone"),
        pytest.param("PAGES VILLE", ("PAGES VILLE", None), id="section named after pages"),
    ],
)
def test_section_and_page_are_split(value, expected):
    (article,) = read(old_page(head=[("RUBRIQUE", value), ("LONGUEUR", "9 mots")]))
    assert (article.section, article.page) == expected


def test_wrapped_lines_of_the_old_text_are_joined():
    paragraph = "Les quais du port sont pleins de monde depuis ce matin. On attend le retour des bateaux de la nuit."
    (article,) = read_text(OLD_TEXT.replace("Les quais sont pleins.", textwrap.fill(paragraph, 60)))
    assert texts(article)[0] == paragraph


def test_a_paragraph_that_begins_like_a_label_stays_in_the_text():
    (article,) = read_text(OLD_TEXT.replace("La mer monte.", "Sujet : la mer.\n\nLangue: le port a la sienne."))
    assert texts(article) == ["Les quais sont pleins.", "Sujet : la mer.", "Langue: le port a la sienne."]


def test_the_words_of_pictures_are_captions():
    (article,) = read_text(OLD_TEXT.replace("SUJET:", "ILLUSTRATION: Le phare.\n\nSUJET:"))
    assert texts(article, Kind.CAPTION) == ["Le phare."]
    (article,) = read_text(NEW_TEXT.replace("Classification", "Graphic\n\nLe phare.\n\nLe quai.\n\nClassification"))
    assert texts(article, Kind.CAPTION) == ["Le phare.", "Le quai."]


def test_a_line_of_text_on_the_line_of_its_label_is_kept():
    (article,) = read_text(OLD_TEXT.replace("Les quais sont", "CORPS: Les quais sont"))
    assert texts(article) == ["Les quais sont pleins.", "La mer monte."]


def test_a_document_without_text_is_a_failure_that_names_its_number_and_the_others_are_read():
    first, second, third = read(old_page() + old_page().replace(TEXT, "") + old_page())
    assert isinstance(second, Failure)
    assert "document 2" in second.reason
    assert isinstance(first, Article)
    assert isinstance(third, Article)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(old_page(), True, id="old"),
        pytest.param(NEW_PAGE, True, id="new"),
        pytest.param("<p>Fin du document</p>", False, id="a page"),
    ],
)
def test_a_page_is_recognised(page, expected):
    assert is_nexis(page) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(OLD_TEXT, True, id="old"),
        pytest.param(NEW_TEXT, True, id="new"),
        pytest.param("Le port rouvre\n\n1 of 2 DOCUMENTS\n\nLes quais sont pleins.", False, id="a count alone"),
        pytest.param("Le port rouvre.\n\nEnd of Document\n", False, id="an end alone"),
    ],
)
def test_a_text_is_recognised(text, expected):
    assert is_nexis_text(text) is expected
