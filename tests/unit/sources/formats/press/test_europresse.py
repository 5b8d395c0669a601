"""Exports of Europresse, in the mark-up of before 2013 and in the present one; the articles are invented."""

from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.press.europresse import IN_NUMBER, is_europresse, read_europresse

ORIGIN = Origin(path="export.html", name="export.html")

OLD_CERTIFICATE = """<br><br><br><table><tr><td align="center"><img alt="Certificat PubliC">news·20120405·GAZ·17</td>
</tr><tr><td>Ce certificat est émis à <b>Université du Port</b> à des fins de visualisation personnelle.</td></tr>
<tr><td>Date d'émission : <b>2012-10-05</b></td></tr>
<tr><td class="txtCertificat">Le présent document est protégé par les lois et conventions.</td></tr></table>"""


def old_document(
    *, header="jeudi 5 avril 2012", above="", title="Le port rouvre", text="Les quais sont pleins.<p></p>", number="17"
):
    spans = "".join(f'<span class="DocHeader">{part}</span>' for part in header.split("|"))
    foot = f"Numéro de document : news·20120405·GAZ·{number}" if number else ""
    return (
        f'<table><tr><td><span class="DocPublicationName">La Gazette, no. 5968</span><br>{spans}<br><br>{above}'
        f'<span class="TitreArticleVisu">{title}</span><br><br>{text}'
        f"<b><i>© 2012 La Gazette. Tous droits réservés.</i></b><p></p>{foot}{OLD_CERTIFICATE}</td></tr></table>"
    )


def new_document(
    *,
    publication="La Gazette, no. 24123",
    header="Politique, lundi 16 octobre 2023 1017 mots, p. 3",
    heading='<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Le port rouvre</p>',
    signature='<p class="sm-margin-bottomNews">Jeanne Dupont</p>',
    text="<p>Les quais sont pleins.</p>",
    beside="",
    number="news·20231016·GAZ·17",
):
    return f"""<article><header><div class="sm-margin-bottom clearfix"><img alt=""></div>
      <div class="rdp__DocPublicationName"><span class="DocPublicationName"> {publication} </span>
        <span class="icon-Information" sourcecode="GAZ"></span></div>
      <div class="rdp__DocHeader"><span class="DocHeader">{header}</span></div>
      <div class="titreArticle">{heading}</div>{signature}</header>
    <section><div class="DocText clearfix"><div class="docOcurrContainer">{text}</div></div></section>{beside}
    <footer><div class="Doc-LegalInfo"><small>© 2023 La Gazette. Tous droits réservés. Le présent document est protégé
      par les lois et conventions internationales.</small></div>
      <div class="publiC-lblNodoc">{number}</div>
      <p>Ce document est émis à Université du Port à des fins de visualisation.</p></footer></article>"""


def read(*documents):
    return list(read_europresse(f"<html><body>{' '.join(documents)}</body></html>", origin=ORIGIN))


def read_one(document):
    (article,) = read(document)
    assert isinstance(article, Article), article
    return article


def texts(article, *kinds):
    return [paragraph.text for paragraph in article.paragraphs if paragraph.kind in (kinds or (Kind.BODY,))]


BOTH = pytest.mark.parametrize("document", [old_document, new_document], ids=["old mark-up", "new mark-up"])


@BOTH
def test_each_document_of_an_export_is_an_article(document):
    assert [article.title for article in read(document(), document(), document())] == ["Le port rouvre"] * 3


@BOTH
def test_the_number_of_the_issue_is_no_part_of_the_publication(document):
    assert read_one(document()).source == "La Gazette"


@BOTH
def test_the_number_of_the_document_is_its_id(document):
    article = read_one(document())
    assert article.id.endswith("·GAZ·17")
    assert article.id_derived is False
    assert article.identifiers == (article.id,)


@BOTH
def test_rights_are_set_apart_from_the_text(document):
    article = read_one(document())
    assert article.rights.endswith("La Gazette. Tous droits réservés.")
    assert texts(article, *Kind) == ["Le port rouvre", "Les quais sont pleins."]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("jeudi |5 avril 2012", (None, date(2012, 4, 5), None), id="day"),
        pytest.param("Politique, |jeudi |5 avril 2012", ("Politique", date(2012, 4, 5), None), id="section"),
        pytest.param("Édito, |jeudi |5 avril 2012|, p. 03", ("Édito", date(2012, 4, 5), "03"), id="section and page"),
        pytest.param("Livres, Idées, |5 avril 2012|, p. LIV4", ("Livres, Idées", date(2012, 4, 5), "LIV4"), id="comma"),
    ],
)
def test_the_spans_of_an_old_header_give_section_day_and_page(header, expected):
    article = read_one(old_document(header=header))
    assert (article.section, article.date, article.page) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("lundi 16 octobre 2023 1017 mots", (None, None, None), id="words"),
        pytest.param("lundi 16 octobre 2023 - 16:55:20 -0000 1017 mots, p. 4", (None, "16:55", "4"), id="time"),
        pytest.param(
            "Monde, Monday, October 16, 2023 1017 words, p. 819(40)", ("Monde", None, "819(40)"), id="english"
        ),
        pytest.param("Ville, lundi 16 octobre 2023 200 mots, p. 1,4", ("Ville", None, "1,4"), id="two pages"),
    ],
)
def test_a_new_header_gives_section_time_and_page(header, expected):
    article = read_one(new_document(header=header))
    assert (article.section, article.time, article.page) == expected
    assert article.date == date(2023, 10, 16)


def test_the_day_is_deduced_from_the_number_when_the_header_has_none():
    article = read_one(new_document(header="Politique"))
    assert (article.date, article.date_reason) == (date(2023, 10, 16), IN_NUMBER)


def test_the_day_of_a_document_that_is_no_press_stands_on_a_line_without_class():
    day = '<span class="DocTitreSousSection">Date</span> <span>13 novembre 2019</span>'
    document = new_document(heading=f'{day}<p class="titreArticleVisu">Le port</p>').replace('class="DocHeader"', "")
    assert read_one(document).date == date(2023, 10, 16)
    document = document.replace("Politique, lundi 16 octobre 2023 1017 mots, p. 3", "")
    assert read_one(document).date == date(2019, 11, 13)


def test_highlighted_words_lose_no_space():
    text = "<p>Les <mark>quais</mark>, <mark>pleins</mark> d'<mark>eau</mark>.</p>"
    assert texts(read_one(new_document(text=text))) == ["Les quais, pleins d'eau."]
    title = 'Le <span style="color:red; font-weight:bold">port</span>, enfin'
    assert read_one(old_document(title=title)).title == "Le port, enfin"


def test_line_ends_inside_a_paragraph_are_joined():
    assert texts(read_one(new_document(text="<p>Les quais\nsont<br>pleins.<br>La mer aussi.</p>"))) == [
        "Les quais sont pleins.",
        "La mer aussi.",
    ]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        pytest.param("Jeanne Dupont", ("Jeanne Dupont",), id="one name"),
        pytest.param("Dupont, Jeanne; Martin, Paul", ("Jeanne Dupont", "Paul Martin"), id="last names first"),
        pytest.param("Par Jeanne Dupont et Paul Martin", ("Jeanne Dupont", "Paul Martin"), id="by"),
    ],
)
def test_the_line_below_the_title_signs(line, authors):
    assert read_one(old_document(text=f"{line}<br><p></p>Les quais sont pleins.<p></p>")).authors == authors
    signature = f'<p class="sm-margin-bottomNews">{line}</p>'
    assert read_one(new_document(signature=signature)).authors == authors
    assert read_one(new_document(signature=f'<div class="docAuthors">{line}</div>')).authors == authors


def test_the_first_paragraph_of_the_old_mark_up_is_no_signature():
    text = "Les quais sont pleins ce matin, et les bateaux attendent.<p></p>La mer monte.<p></p>"
    article = read_one(old_document(text=text))
    assert article.authors == ()
    assert len(texts(article)) == 2


def test_an_agency_that_signs_is_no_author():
    article = read_one(new_document(signature='<p class="sm-margin-bottomNews">AFP</p>'))
    assert (article.agency, article.authors) == ("AFP", ())


def test_a_short_line_above_the_title_is_the_section_when_the_header_has_none():
    heading = '<p class="sm-margin-bottomNews">Éditorial</p><p class="titreArticleVisu">Le port rouvre</p>'
    assert read_one(new_document(header="lundi 16 octobre 2023", heading=heading)).section == "Éditorial"


def test_what_stands_between_title_and_text_is_the_standfirst():
    subtitle = '<p class="sm-margin-TopNews rdp__subtitle">Deux ans de travaux.</p>'
    document = new_document(heading=f'<p class="titreArticleVisu">Le port rouvre</p>{subtitle}')
    assert texts(read_one(document), Kind.LEAD) == ["Deux ans de travaux."]
    article = read_one(old_document(header="Ville, |5 avril 2012", above="Après deux ans de travaux<br>"))
    assert texts(article, Kind.LEAD) == ["Après deux ans de travaux"]


def test_a_bold_first_paragraph_above_a_plain_one_is_the_standfirst():
    lead = "Fermé depuis deux ans, le port a rouvert lundi sous les yeux de ses habitants."
    article = read_one(new_document(text=f"<p><b>{lead}</b></p><p>Les quais sont pleins.</p>"))
    assert (texts(article, Kind.LEAD), texts(article)) == ([lead], ["Les quais sont pleins."])


def test_a_line_alone_between_paragraphs_is_a_heading():
    text = (
        '<p>Les quais sont pleins.</p><p><em style="font-weight:bold;">Un phare neuf</em></p><p>Il éclaire la rade.</p>'
    )
    assert texts(read_one(new_document(text=text)), Kind.HEADING) == ["Un phare neuf"]


def test_an_old_document_without_title_is_read():
    document = old_document().replace('<span class="TitreArticleVisu">Le port rouvre</span>', "")
    assert texts(read_one(document), *Kind) == ["Les quais sont pleins."]


def test_a_note_above_the_text_does_not_swallow_it():
    note = "<aside><div>Note(s) :</div><p>Avec nos lecteurs.</p></aside>"
    article = read_one(new_document().replace("<section>", f"{note}<section>"))
    assert texts(article) == ["Les quais sont pleins.", "Avec nos lecteurs."]


def test_the_address_of_an_article_of_the_web_is_kept_and_its_line_left_out():
    link = '<a href="https://gazette.example/port"> Cet article est paru dans La Gazette (site web)</a>'
    article = read_one(new_document(publication="La Gazette (site web)", text=f"<p>Les quais sont pleins.</p>{link}"))
    assert (article.url, article.source) == ("https://gazette.example/port", "La Gazette (site web)")
    assert texts(article) == ["Les quais sont pleins."]


def test_the_local_edition_is_no_part_of_the_publication():
    assert read_one(new_document(publication="La Gazette        <br />Vannes ; Auray")).source == "La Gazette"


def test_other_publications_of_the_same_article_are_no_part_of_the_text():
    beside = """<div class="apd-wrapper"><p>Aussi paru dans</p><table><tr>
      <td><div class="apd-sources-date">13 mai 2019</div></td>
      <td><div class="source-name-APD">Le Courrier (site web)</div></td></tr></table></div>"""
    assert texts(read_one(new_document(beside=beside)), *Kind) == ["Le port rouvre", "Les quais sont pleins."]


def test_pictures_boxes_and_subjects_beside_the_text_are_read():
    beside = """<aside><div>Illustration(s) :</div><p>Le phare vu du quai.</p>
      <div>Note(s) : </div><p>Avec nos lecteurs.</p>
      <div>Sujet(s) uniforme(s) : Ports; Pêche</div><div>Type de source : Presse</div><p>Quotidien</p></aside>"""
    article = read_one(new_document(beside=beside))
    assert texts(article, Kind.CAPTION) == ["Le phare vu du quai."]
    assert texts(article) == ["Les quais sont pleins.", "Avec nos lecteurs."]
    assert article.keywords == ("Ports", "Pêche")


def test_notes_below_an_old_text_are_read():
    notes = "Illustration(s) :<p></p>Le phare vu du quai.<p></p>Taille : Court, 300 mots<p></p>"
    article = read_one(old_document(text=f"Les quais sont pleins.<p></p>{notes}"))
    assert texts(article, *Kind) == ["Le port rouvre", "Les quais sont pleins.", "Le phare vu du quai."]


def test_a_document_without_text_is_a_failure_that_names_its_number_and_the_others_are_read():
    first, second, third = read(new_document(), new_document(text="<p> </p>"), new_document())
    assert isinstance(second, Failure)
    assert "document 2" in second.reason
    assert first.title == third.title == "Le port rouvre"


def test_elements_nested_without_end_fail_their_document_only():
    first, second = read(new_document(text="<div>" * 10_000), new_document())
    assert isinstance(first, Failure)
    assert isinstance(second, Article)


def test_a_document_cut_short_is_read_as_far_as_it_goes():
    document = new_document(text="<p>Les quais sont pleins.</p><p>La mer")
    assert texts(read_one(document[: document.index("La mer") + 6])) == ["Les quais sont pleins.", "La mer"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(old_document(), True, id="old"),
        pytest.param(new_document(), True, id="new"),
        pytest.param(
            "<article><p>La classe DocPublicationName d'Europresse</p></article>", False, id="a page about it"
        ),
    ],
)
def test_an_export_is_recognised(page, expected):
    assert is_europresse(page) is expected
