import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.records import Kind
from archive_search.sources.html.fragments import passages_of_html, text_of_html

LONG = "Le port a rouvert mardi après trois jours de grève, dit la mairie."
OTHER = "Les dockers ont obtenu, selon leur syndicat, tout ce qu'ils demandaient."


def texts(html):
    return [passage.text for passage in passages_of_html(html)]


def kinds(html):
    return [passage.kind for passage in passages_of_html(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<p>Un.</p><p>Deux.</p>", ["Un.", "Deux."], id="paragraphs"),
        pytest.param("<p>Un.<p>Deux.", ["Un.", "Deux."], id="paragraphs without end"),
        pytest.param("<div>Un<div>Deux</div>Trois</div>", ["Un", "Deux", "Trois"], id="text around a block"),
        pytest.param("Un.<br><br/>Deux.", ["Un.", "Deux."], id="two line breaks"),
        pytest.param("12, rue du Port<br>Isola", ["12, rue du Port Isola"], id="one line break"),
        pytest.param(f"{LONG}<br>{OTHER}", [LONG, OTHER], id="line breaks between paragraphs"),
        pytest.param("Ils ont :<br>- un toit<br>- du pain", ["Ils ont :", "- un toit", "- du pain"], id="list by hand"),
        pytest.param("<ul><li>Un<li>Deux</ul>", ["Un", "Deux"], id="list"),
        pytest.param("<table><tr><td>A<td>1<tr><td>B<td>2</table>", ["A 1", "B 2"], id="rows of a table"),
        pytest.param("<table><tr><td><p>A</p><p>B</p></td></tr></table>", ["A", "B"], id="table that only lays out"),
        pytest.param("<p>un\nretour   et des espaces</p>", ["un retour et des espaces"], id="spaces"),
        pytest.param("<pre>Un\n\nDeux</pre>", ["Un", "Deux"], id="preformatted"),
        pytest.param("<p>l&#8217;&eacute;t&eacute; &amp; l'hiver</p>", ["l’été & l'hiver"], id="entities"),
        pytest.param("<p>le 1<sup>er</sup> mars</p>", ["le 1er mars"], id="raised letters"),
        pytest.param("<p>un mot<sup><a href='#n1'>1</a></sup> dit</p>", ["un mot dit"], id="call of a note"),
        pytest.param("<p>a<script>b()</script><style>c{}</style>d</p>", ["ad"], id="scripts and styles"),
        pytest.param("<div style='display: none'>caché</div><p hidden>aussi</p><p>vu</p>", ["vu"], id="hidden"),
        pytest.param("<p>vu <img style='display:none'>encore</p>", ["vu encore"], id="hidden picture"),
        pytest.param("<html><head><title>T</title></head><body><p>vu</body></html>", ["vu"], id="whole page"),
        pytest.param(
            "<?xml version='1.0'?><p>vu<title/><script src='a'/></p><p>et lu</p>", ["vu", "et lu"], id="xhtml"
        ),
        pytest.param("moins de 3 < 4 & plus", ["moins de 3 < 4 & plus"], id="no markup"),
        pytest.param("Un.\n\nDeux.", ["Un.", "Deux."], id="text with blank lines"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_html_is_cut_into_passages(html, expected):
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(f"<h3>Un titre</h3><p>{LONG}</p>", [Kind.HEADING, Kind.BODY], id="heading"),
        pytest.param(f"<p><strong>Un titre</strong></p><p>{LONG}</p>", [Kind.HEADING, Kind.BODY], id="bold heading"),
        pytest.param(f"<p><b>{LONG}</b></p><p>{OTHER}</p>", [Kind.LEAD, Kind.BODY], id="bold standfirst"),
        pytest.param(
            f"<figcaption>Vue</figcaption><p><b>{LONG}</b></p><p>{OTHER}</p>",
            [Kind.CAPTION, Kind.LEAD, Kind.BODY],
            id="bold standfirst below a picture",
        ),
        pytest.param(f"<p>{OTHER}</p><p><b>{LONG}</b></p><p>{OTHER}</p>", [Kind.BODY] * 3, id="bold paragraph"),
        pytest.param(f"<p><b>{LONG}</b></p><p><b>{OTHER}</b></p>", [Kind.BODY] * 2, id="all in bold"),
        pytest.param(
            f"<p class='article-chapo'>{LONG}</p><p>{OTHER}</p>", [Kind.LEAD, Kind.BODY], id="named standfirst"
        ),
        pytest.param("<figure><figcaption>Le port</figcaption></figure>", [Kind.CAPTION], id="caption"),
        pytest.param("<p class='wp-caption-text'>Le port</p>", [Kind.CAPTION], id="named caption"),
        pytest.param("<p class='captive'>Le port</p>", [Kind.BODY], id="another class"),
    ],
)
def test_passages_have_their_kind(html, expected):
    assert kinds(html) == expected


def test_ten_thousand_nested_elements_keep_their_text():
    assert texts("<div>" * 10_000 + "texte" + "</div>" * 10_000 + "<p>fin</p>") == ["texte", "fin"]


def test_a_title_is_one_line():
    assert text_of_html("L&#39;<i>été</i><br>\nà Rome") == "L'été à Rome"


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<", "&", "<br>", "<!--", "a", " ", "é.", "<td>", "\n"]))
)
def test_any_markup_gives_passages_of_text(pieces):
    assert all(text.strip() == text != "" for text in texts("".join(pieces)))
