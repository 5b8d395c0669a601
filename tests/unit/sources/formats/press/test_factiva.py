"""Exports of Factiva with the codes of fields and without, as pages and as text; the articles are invented."""

import textwrap
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.press.factiva import is_factiva, is_factiva_text, read_factiva, read_factiva_text

ORIGIN = Origin(path="export.html", name="export.html")
NUMBER = "GAZFR00020111229e7ct0001r"

FIELDS = {
    "SE": "Ville",
    "HD": "<b class='frHeadline'>Le <b>port</b> rouvre\n</b>",
    "BY": "Jeanne Dupont",
    "CR": "AFP",
    "WC": "295 mots",
    "PD": "29 décembre 2011",
    "ET": "15:32",
    "SN": "La Gazette",
    "SC": "GAZFR",
    "ED": "Matin",
    "PG": "26",
    "LA": "Français",
    "CY": "(c) 2011 La Gazette.",
    "LP": '<p class="articleParagraph frarticleParagraph">Les quais sont <b>pleins</b>.</p>',
    "TD": '<p class="articleParagraph">La mer\nmonte.</p><p class="articleParagraph">Le phare luit.</p>',
    "ART": "Le phare vu du quai.",
    "NS": "<br/>gcat : Political/General News | gtrans : Ports",
    "RE": "<br/>fra : France",
    "PUB": "<br/>La Gazette SA",
    "AN": f"<br/>Document {NUMBER}",
}

HEAD_LINES = ["29 décembre 2011", "15:32", "La Gazette", "GAZFR", "Matin", "26", "Français", "(c) 2011 La Gazette."]
ENGLISH_LINES = [
    "29 December 2011",
    "03:32 PM",
    "La Gazette",
    "GAZFR",
    "Matin",
    "26",
    "French",
    "Copyright 2011 La Gazette",
]


def coded(**changes):
    rows = "\n".join(
        f'<tr><td align="right" class="index"><p><b>{code}</b>&nbsp;</p></td><td>{value}</td></tr>'
        for code, value in (FIELDS | changes).items()
        if value
    )
    return f'<span></span><div class="article frArticle"><table>{rows}</table><br/></div><br/>'


def uncoded(*, lines=HEAD_LINES, length="295 mots", number=NUMBER):
    below = "".join(f"<div>{line}</div>" for line in lines)
    return f"""<div id="article-{number}" class="article"><div class="article frArticle"><p>
    </p><div>Ville</div><div id="hd"><span class="frHeadline">Le <b>port</b> rouvre  </span></div>
    <div class="author">Par Jeanne Dupont  </div><div>AFP</div><div>{length}</div>{below}<p></p>
    <p class="articleParagraph frarticleParagraph">Les quais sont <b>pleins</b>.  </p>
    <p class="articleParagraph frarticleParagraph">La mer\nmonte.</p>
    <p class="articleParagraph frarticleParagraph">Le phare luit.</p>
    <p>La Gazette SA</p><p>Document {number}</p></div></div><br><span></span>"""


CODED_TEXT = f"""SE       Ville
HD       Le port
         rouvre
BY       Jeanne Dupont
CR       AFP
WC       295 mots
PD       29 décembre 2011
ET       15:32
SN       La Gazette
SC       GAZFR
PG       26
LA       Français
CY       (c) 2011 La Gazette.
LP
Les quais sont pleins.

TD
La mer monte.

Le phare luit.

NS       gcat : Political/General News | gtrans : Ports
AN       Document {NUMBER}
"""

TABLE_TEXT = f"""SE|Ville|
HD|Le port rouvre|
BY|Jeanne Dupont|
CR|AFP|
WC|295 mots|
PD|29 décembre 2011|
ET|15:32|
SN|La Gazette|
PG|26|
LA|Français|
CY|(c) 2011 La Gazette.|
LP|Les quais sont pleins.|
TD|La mer monte.

Le phare luit.|
AN|Document {NUMBER}|
"""

PLAIN_TEXT = "\n".join(
    [
        *("Ville", "Le port rouvre", "Par Jeanne Dupont", "AFP", "295 mots", *HEAD_LINES),
        *("", "Les quais sont pleins.", "", "La mer monte.", "", "Le phare luit.", "", f"Document {NUMBER}", ""),
    ]
)


def read(*documents):
    page = (
        f"<html><head><title>Factiva</title></head><body>{''.join(documents)}<p>© 2011 Factiva, Inc.</p></body></html>"
    )
    return list(read_factiva(page, origin=ORIGIN))


def read_one(document):
    (article,) = read(document)
    assert isinstance(article, Article), article
    return article


def texts(article, *kinds):
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind in (kinds or (Kind.BODY,))]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(lambda: read(coded()), id="page with codes"),
        pytest.param(lambda: read(uncoded()), id="page without codes"),
        pytest.param(lambda: read(uncoded(lines=ENGLISH_LINES, length="1,295 words")), id="english interface"),
        pytest.param(lambda: list(read_factiva_text(CODED_TEXT, origin=ORIGIN)), id="text with codes"),
        pytest.param(lambda: list(read_factiva_text(TABLE_TEXT, origin=ORIGIN)), id="text of a table"),
        pytest.param(lambda: list(read_factiva_text(PLAIN_TEXT, origin=ORIGIN)), id="text without codes"),
    ],
)
def test_every_layout_gives_the_same_article(found):
    (article,) = found()
    assert (article.id, article.id_derived, article.identifiers) == (NUMBER, False, (NUMBER,))
    assert (article.title, article.section, article.source) == ("Le port rouvre", "Ville", "La Gazette")
    assert (article.date, article.time, article.page) == (date(2011, 12, 29), "15:32", "26")
    assert (article.authors, article.agency, article.language) == (("Jeanne Dupont",), "AFP", "fr")
    assert "2011 La Gazette" in article.rights
    assert texts(article) == ["Les quais sont pleins.", "La mer monte.", "Le phare luit."]


def test_subjects_are_kept_without_their_codes():
    assert read_one(coded()).keywords == ("Political/General News", "Ports")


def test_the_words_of_pictures_are_captions():
    assert texts(read_one(coded()), Kind.CAPTION) == ["Le phare vu du quai."]


def test_the_agency_that_publishes_a_dispatch_is_its_agency():
    assert read_one(coded(CR="", PUB="Agence France Presse")).agency == "AFP"


def test_each_document_of_a_page_is_an_article():
    other = NUMBER.replace("0001r", "0002s")
    assert [article.id for article in read(coded(), uncoded(number=other))] == [NUMBER, other]


def test_each_document_of_a_text_is_an_article():
    other = PLAIN_TEXT.replace(NUMBER, NUMBER.replace("0001r", "0002s"))
    assert len(list(read_factiva_text(PLAIN_TEXT + other, origin=ORIGIN))) == 2


def test_the_summary_of_the_search_below_the_last_document_is_left_out():
    summary = "<table><tr><td>Résumé de la recherche</td></tr><tr><td>Texte</td><td>port</td></tr></table>"
    assert "recherche" not in " ".join(texts(read_one(uncoded() + summary), *Kind))


def test_a_document_without_section_time_and_page_is_read():
    lines = ["29 décembre 2011", "La Gazette", "GAZFR", "Français", "Copyright 2011 La Gazette"]
    article = read_one(uncoded(lines=lines))
    assert (article.source, article.time, article.page, article.language) == ("La Gazette", None, None, "fr")


def test_a_text_whose_title_stands_alone_above_its_length_has_no_section():
    text = PLAIN_TEXT.replace("Ville\n", "").replace("AFP\n", "").replace("Par Jeanne Dupont\n", "")
    (article,) = read_factiva_text(text, origin=ORIGIN)
    assert (article.title, article.section) == ("Le port rouvre", None)


def test_a_wrapped_text_is_joined():
    paragraph = " ".join(["Les quais du port sont pleins de monde et tous attendent le retour des bateaux."] * 4)
    text = PLAIN_TEXT.replace("Les quais sont pleins.", textwrap.fill(paragraph, 70))
    (article,) = read_factiva_text(text, origin=ORIGIN)
    assert texts(article)[0] == paragraph


def test_a_document_without_text_is_a_failure_that_names_its_number():
    first, second = read(coded(), coded(LP="", TD=""))
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert "document 2" in second.reason


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(coded(), True, id="with codes"),
        pytest.param(uncoded(), True, id="without codes"),
        pytest.param('<div class="article"><p>Document secret du port</p></div>', False, id="a page"),
    ],
)
def test_a_page_is_recognised(page, expected):
    assert is_factiva(page) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(CODED_TEXT, True, id="with codes"),
        pytest.param(PLAIN_TEXT, True, id="without codes"),
        pytest.param(f"Le port rouvre.\n\nDocument {NUMBER}\n", False, id="a number alone"),
        pytest.param("Le port rouvre.\n\nDocument joint\n", False, id="a text"),
    ],
)
def test_a_text_is_recognised(text, expected):
    assert is_factiva_text(text) is expected
