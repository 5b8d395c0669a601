"""The ways in which sites of several kinds mark up an article, all with the same invented text."""

import json

import pytest

from archive_search.records import Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.pages.html import read_html

TEXTS = (
    "Le conseil municipal de Port-Lannec a voté jeudi soir la rénovation du vieux port, malgré l'opposition.",
    "« Nous attendions cette décision depuis dix ans », a déclaré la maire, Solène Guivarc'h, à l'issue de la séance.",
    "Les travaux, estimés à 14 millions d'euros, commenceront au printemps et dureront trois ans.",
    "L'opposition dénonce un chantier « hors de prix » et demande un référendum local avant l'été.",
)
TITLE = "Le vieux port sera rénové"
LEAD = "Après dix ans de débats, le conseil municipal a tranché dans la nuit."


def paragraphs(mark=""):
    return "".join(f"<p{mark}>{text}</p>" for text in TEXTS)


DAILY = f"""<html lang="fr"><head><title>{TITLE}</title></head><body><header><nav><a href="/">Accueil</a></nav>
</header>
<main><header class="article__header"><ul class="breadcrumb"><li><a href="/p">Politique</a></li></ul>
<h1 class="article__title">{TITLE}</h1><p class="article__desc">{LEAD}</p>
<p class="meta__publisher">Publié le 02 avril 2021 à 10h15 - Mis à jour le 3 avril 2021 à 12h00</p></header>
<article class="article__content"><figure><img src="a.jpg"><figcaption>Le vieux port, le 1er avril.</figcaption>
</figure>
<p>{TEXTS[0]}</p><section class="catcher"><p>Lire aussi <a href="/x">Les ports face à la montée des eaux</a></p>
</section>
<h2>« Hors de prix »</h2><p>{TEXTS[1]}</p><p>{TEXTS[2]}</p><p>{TEXTS[3]}</p></article>
<section class="author"><p>Jeanne Kerdoncuff, correspondante à Port-Lannec, suit les questions maritimes.</p>
</section></main>
<footer><p>Mentions légales, charte du groupe et tout ce qu'il faut savoir de nos services.</p></footer></body>
</html>"""
WALLED = f"""<html lang="fr"><head><title>{TITLE} | Le Phare</title></head><body><main><article>
<h1>{TITLE}</h1><p class="fig-standfirst">{LEAD}</p><div class="body"><p>{TEXTS[0]}</p>
<p class="link"><span>À lire aussi</span><a href="/y">Les ports face à la montée des eaux</a></p>
<p>{TEXTS[1]}</p><div class="premium-paywall"><p>{TEXTS[2]}</p><p>{TEXTS[3]}</p></div></div>
<div class="paywall-offer"><p>Abonnez-vous pour lire nos articles en illimité, 1 € par mois sans engagement.</p></div>
</article><div class="comments"><p>Très bon article, enfin une décision courageuse de nos élus locaux, bravo !</p>
</div>
</main></body></html>"""
BLOG = f"""<html lang="fr-FR"><head><title>{TITLE} &#8211; Le Phare</title></head><body class="single tag-port">
<article
class="post tag-port"><header><h1 class="entry-title">{TITLE}</h1><p class="chapo">{LEAD}</p><span class="byline">par
<a href="/a">Jeanne Kerdoncuff</a></span></header><div class="entry-content">{paragraphs()}<div class="sharedaddy">
<h3>
Partager :</h3></div><div class="jp-relatedposts"><h3>Articles similaires</h3><p>Un autre article qui n'a rien à voir
avec celui-ci.</p></div></div></article><aside><h2>Articles récents</h2><ul><li><a href="/u">Un</a></li></ul></aside>
</body>
</html>"""
TABLES = f"""<HTML><HEAD><TITLE>Le Phare breton : {TITLE}</TITLE></HEAD><BODY><TABLE WIDTH=780><TR><TD COLSPAN=3>
<A HREF="/">Accueil</A> | <A HREF="/sport">Sports</A></TD></TR><TR><TD><FONT SIZE=1><A HREF=1>Archives</A></FONT>
</TD><TD>
<A NAME=haut><FONT SIZE=5><B>{TITLE}</B></FONT><BR><FONT SIZE=1>02/04/2021</FONT><BR><BR><FONT FACE=Arial>
{"<BR><BR>".join(TEXTS)}<BR><BR><B>Jeanne Kerdoncuff</B></FONT></TD></TR></TABLE></BODY></HTML>"""
DIVISIONS = f"""<html lang="fr"><head><title>{TITLE} | Le Phare</title></head><body><div id="root">
<div>Accueil Info</div>
<div class="a1"><h1>{TITLE}</h1><div class="d4"><div>Par Jeanne Kerdoncuff</div>
<div>Publié le 2 avril 2021 à 10:15</div>
</div><div class="e5">{"".join(f'<div class="x"><span>{text}</span></div>' for text in TEXTS)}</div><div class="f6">
<div>Sur le même sujet</div><div><a href="1"><div>Le phare change de gardien après trente ans de service</div></a>
</div>
</div></div></div></body></html>"""
DESCRIPTION = json.dumps(
    {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2021-04-02", "articleBody": "\n".join(TEXTS)}
)
PROGRAM = f"""<html><head><title>{TITLE}</title><script type="application/ld+json">{DESCRIPTION}</script></head>
<body><div id="app"><p>Chargement de la page en cours, merci de patienter quelques instants.</p></div></body>
</html>"""


def read(page):
    (article,) = read_html(page, origin=Origin(path="a.html", name="a.html"))
    return article


def texts(article, kind=Kind.BODY):
    return tuple(paragraph.text for paragraph in article.paragraphs if paragraph.kind is kind)


@pytest.mark.parametrize(
    "page",
    [DAILY, WALLED, BLOG, TABLES, DIVISIONS, PROGRAM],
    ids=["daily", "walled", "blog", "tables", "divisions", "program"],
)
def test_the_text_is_that_of_the_article_and_nothing_else(page):
    article = read(page)
    assert article.title == TITLE
    assert texts(article) == TEXTS


@pytest.mark.parametrize("page", [DAILY, WALLED, BLOG], ids=["daily", "walled", "blog"])
def test_the_standfirst_is_told_from_the_text(page):
    assert texts(read(page), Kind.LEAD) == (LEAD,)


@pytest.mark.parametrize("page", [DAILY, TABLES, DIVISIONS, PROGRAM], ids=["daily", "tables", "divisions", "program"])
def test_the_day_is_the_one_that_the_page_prints_or_declares(page):
    article = read(page)
    assert (str(article.date), article.date_reason) == ("2021-04-02", None)


@pytest.mark.parametrize("page", [BLOG, TABLES, DIVISIONS], ids=["blog", "tables", "divisions"])
def test_the_signature_is_found_where_the_page_prints_it(page):
    assert read(page).authors == ("Jeanne Kerdoncuff",)


def test_captions_and_headings_keep_their_place():
    kinds = [paragraph.kind for paragraph in read(DAILY).paragraphs]
    assert kinds == [Kind.TITLE, Kind.LEAD, Kind.CAPTION, Kind.BODY, Kind.HEADING, Kind.BODY, Kind.BODY, Kind.BODY]


def test_a_link_to_another_article_is_kept_as_taken_out():
    assert [removed.rule for removed in read(WALLED).removed] == ["lire-aussi"]


def test_a_bold_line_above_a_paragraph_is_a_heading():
    lines = (TEXTS[0], "<strong>Trois ans de travaux</strong>", *TEXTS[1:])
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{'<br><br>'.join(lines)}</div>"
    assert texts(read(page), Kind.HEADING) == ("Trois ans de travaux",)


def test_a_paragraph_printed_twice_is_read_once():
    page = f"<html><body><h1>{TITLE}</h1><div>{paragraphs()}</div><div class='mobile'>{paragraphs()}</div>"
    assert texts(read(page)) == TEXTS


def test_a_link_in_a_sentence_is_part_of_it():
    page = DAILY.replace("la rénovation", '<a class="lien related" href="/z">la rénovation</a>')
    assert texts(read(page)) == TEXTS


def test_a_page_that_says_it_is_an_article_may_be_as_short_as_one_sentence():
    head = f'<title>{TITLE}</title><meta property="og:type" content="article">'
    assert texts(read(f"<html><head>{head}</head><body><h1>{TITLE}</h1><p>{TEXTS[0]}</p></body></html>")) == TEXTS[:1]
