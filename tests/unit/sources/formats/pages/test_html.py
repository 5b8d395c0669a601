import io
from datetime import date

import pytest

from archive_search.records import Article, Failure, Kind, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.pages.html import read_html
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream

FIRST = "Le conseil municipal de Port-Lannec a voté jeudi soir la rénovation du vieux port, malgré l'opposition."
SECOND = "« Nous attendions cette décision depuis dix ans », a déclaré la maire à l'issue d'une longue séance."
THIRD = "Les travaux, estimés à 14 millions d'euros, commenceront au printemps et dureront trois ans."
PAGE = """<!DOCTYPE html><html lang="fr-FR"><head><title>Le port rouvre - Le Courrier</title>
<meta property="og:site_name" content="Le Courrier">{meta}
<link rel="canonical" href="https://exemple.fr{address}"></head>
<body><nav><a href="/">Accueil</a></nav><article>
<h1>Le port rouvre</h1><p class="chapo">Après dix ans, les cargos reviennent.</p>{text}
<h2>Une longue attente</h2><p>{second}</p><p>Lire aussi : la ville voisine hésite</p><p>{third}</p>
</article></body></html>"""
DAY = date(2015, 3, 3)
STATED = '<meta property="article:published_time" content="2015-03-03T07:19:00+01:00">'


def read(page):
    (result,) = read_html(page, origin=Origin(path="a.html", name="a.html"))
    return result


def read_bytes(data):
    (result,) = read_stream(io.BytesIO(data), name="a.html", options=ReadOptions())
    return result


def page_of(*, meta="", address="/port", text=f"<p>{FIRST}</p>"):
    return PAGE.format(meta=meta, address=address, text=text, second=SECOND, third=THIRD)


def test_a_page_gives_its_title_standfirst_and_headings():
    article = read(page_of())
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        Kind.TITLE,
        Kind.LEAD,
        Kind.BODY,
        Kind.HEADING,
        Kind.BODY,
        Kind.BODY,
    ]
    assert (article.title, article.source, article.language) == ("Le port rouvre", "Le Courrier", "fr")
    assert [removed.rule for removed in article.removed] == ["lire-aussi"]


@pytest.mark.parametrize(
    ("page", "expected", "reason"),
    [
        pytest.param(page_of(meta=STATED), DAY, None, id="declared"),
        pytest.param(page_of(address="/2015/03/03/port"), DAY, "adresse", id="address"),
        pytest.param(page_of(text=f"<p>Publié le 3 mars 2015. {FIRST}</p>"), DAY, "texte", id="text"),
        pytest.param(page_of(text=f"<div>Publié le 3 mars 2015 à 7h19</div><p>{FIRST}</p>"), DAY, None, id="line"),
    ],
)
def test_a_date_that_is_not_declared_says_where_it_was_found(page, expected, reason):
    article = read(page)
    assert article.date == expected
    assert article.date_reason is None if reason is None else reason in article.date_reason


def test_the_declared_time_is_kept():
    assert read(page_of(meta=STATED)).time == "07:19"


def test_a_deduced_date_is_never_after_the_file():
    origin = Origin(path="a.html", name="a.html", modified=date(2014, 1, 1))
    (article,) = read_html(page_of(address="/2015/03/03/port"), origin=origin)
    assert article.date is None


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><body></body></html>",
        "<html>",
        "<html><body>" + "<div>" * 10_000 + "texte",
        "<html><body>" + "<p>x</p>" * 1_000,
        "<html><body>" + f"<h2><a href='/x'>Un titre de la page d'accueil</a></h2><p>{FIRST}</p>" * 8,
        "<html><body>" + "<p>x</p>" * 500_000,
    ],
    ids=["nothing", "empty", "unfinished", "nested beyond reason", "labels only", "list of headlines", "too many tags"],
)
def test_a_page_that_gives_no_article_is_a_failure(page):
    assert isinstance(read(page), Failure)


def test_a_page_cut_in_the_middle_is_read_as_far_as_it_goes():
    article = read(page_of()[:-200])
    assert article.title == "Le port rouvre"


@pytest.mark.parametrize(
    "around",
    ["<div>" * 10_000, "<span>" * 10_000, "<ul>" + "<li><a href='x'>lien</a></li>" * 30_000 + "</ul>"],
    ids=["elements never closed", "words never closed", "more tags than trafilatura bears"],
)
def test_an_article_is_found_in_a_page_beyond_reason(around):
    page = page_of().replace("<article>", f"{around}<article>")
    texts = [paragraph.text for paragraph in read(page).paragraphs]
    assert [text for text in (FIRST, SECOND, THIRD) if text in texts] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "cp1252"), ("iso-8859-1", "utf-8"), ("macintosh", "mac_roman"), ("utf-8", "utf-16")],
)
def test_the_bytes_of_a_page_are_read_whatever_it_says_of_them(declared, encoding):
    page = page_of(meta=f'<meta charset="{declared}">')
    assert read_bytes(page.encode(encoding)).paragraphs[2].text == FIRST


def test_null_bytes_are_no_part_of_the_text():
    assert read_bytes(page_of().replace("conseil", "con\0seil").encode()).paragraphs[2].text == FIRST


def test_pictures_written_as_data_count_for_nothing():
    picture = '<img src="data:image/png;base64,' + "QUJD" * 10_000_000 + '">'
    article = read_bytes(page_of(text=f"{picture}<p>{FIRST}</p>").encode())
    assert isinstance(article, Article)
    assert article.paragraphs[2].text == FIRST


def test_a_page_of_a_hundred_megabytes_of_text_is_one_failure():
    failure = read_bytes(b"<html><body><p>" + b"mot " * 25_000_000)
    assert isinstance(failure, Failure)
    assert "32 Mo" in failure.reason


def test_the_address_from_which_a_page_was_saved_stands_where_it_states_none():
    page = page_of().replace("<!DOCTYPE html>", "<!-- saved from url=(0027)https://courrier.fr/le-port -->")
    page = page.replace('<link rel="canonical"', "<link")
    assert read(page).url == "https://courrier.fr/le-port"


OLD_PAGE = """<HTML><HEAD><TITLE>Le Courrier - Archives - MARDI 3 MARS 2015</TITLE></HEAD><BODY><TABLE><TR>
<TD><A HREF=une.htm>Une</A><BR><A HREF=monde.htm>Monde</A></TD><TD><FONT SIZE=1>MARDI 3 MARS 2015</FONT><BR>
<FONT SIZE=5><B>Le vieux port sera sauvé</B></FONT><BR><I>Les cargos reviennent.</I><P>{first}<P>{second}<P>
<B>Une longue attente</B><BR>{third}<P><B>JEANNE KERMADEC</B></TD></TR></TABLE></BODY></HTML>"""


def test_an_old_page_in_tables_is_read_by_its_letters():
    article = read(OLD_PAGE.format(first=FIRST, second=SECOND, third=THIRD))
    assert (article.title, article.date, article.source) == ("Le vieux port sera sauvé", DAY, None)
    assert article.authors == ("JEANNE KERMADEC",)
    texts = [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs]
    assert (Kind.HEADING, "Une longue attente") in texts
    assert (Kind.BODY, THIRD) in texts


def test_a_bold_line_is_parted_from_the_text_under_it():
    question = "Et les communes voisines, qui paiera pour elles ?"
    article = read(page_of(text=f"<p>{FIRST}</p><p><b>{question}</b><br>{SECOND}</p>"))
    assert question in [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("LE COURRIER | 03.03.2015 à 07h19 • Mis à jour le 04.03.2015 à 19h40 | Par Léa Morin", ("Léa Morin",)),
        ("Le Courrier avec AFP | 03.03.2015 à 07h19", ()),
    ],
    ids=["signed", "unsigned"],
)
def test_a_line_between_bars_gives_the_day_and_the_signature(line, authors):
    article = read(page_of(text=f"<p>{line}</p><p>{FIRST}</p>"))
    assert (article.date, article.time, article.authors) == (DAY, "07:19", authors)
    assert "publication" in [removed.rule for removed in article.removed]


def test_guillemets_of_a_title_do_not_part_it_from_the_site():
    page = (
        page_of().replace("Le port rouvre", "« Le port rouvre »").replace("og:site_name", "x").replace("canonical", "x")
    )
    assert (read(page).title, read(page).source) == ("« Le port rouvre »", "Le Courrier")


def test_a_standfirst_that_is_the_title_again_is_left_out():
    page = page_of().replace("Après dix ans, les cargos reviennent.", "Port-Lannec Le port rouvre")
    assert Kind.LEAD not in [paragraph.kind for paragraph in read(page).paragraphs]


def test_a_page_of_frames_is_left_aside():
    page = '<html><frameset cols="20%,80%"><frame src="menu.htm"><frame src="une.htm"></frameset></html>'
    assert isinstance(read(page), Skipped)


def test_the_address_printed_under_an_article_is_taken_out():
    page = page_of().replace("</article>", "<p>https://exemple.fr/imprimer,20150303.html</p></article>")
    assert not any("imprimer" in paragraph.text for paragraph in read(page).paragraphs)


def test_a_signature_under_the_smaller_heading_of_an_old_page_is_read():
    page = f"<title>Le port rouvre</title><h2>Le port rouvre</h2><h4>par Léa Morin</h4><p>{FIRST}<p>{SECOND}<p>{THIRD}"
    assert (read(page).title, read(page).authors) == ("Le port rouvre", ("Léa Morin",))


@pytest.mark.parametrize(
    ("window", "source"), [("Le port rouvre | Exemple", "Exemple"), ("Le port rouvre | Région", "exemple.fr")]
)
def test_the_name_in_the_window_is_the_source_where_the_address_agrees(window, source):
    page = page_of().replace("<title>Le port rouvre - Le Courrier", f"<title>{window}").replace("og:site_name", "x")
    assert read(page).source == source


def test_the_sous_titre_of_spip_is_the_standfirst():
    page = page_of().replace('class="chapo"', 'class="soustitre"')
    assert Kind.LEAD in [paragraph.kind for paragraph in read(page).paragraphs]
