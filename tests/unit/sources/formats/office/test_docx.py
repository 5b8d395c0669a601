import io
from datetime import date

import pytest

from archive_search.records import Failure, Kind
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream
from tests.unit.sources.formats.making_zip import make_zip

OFFICE = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
RELATION = f'<Relationship Id="r{{0}}" Type="{OFFICE}/officeDocument/2006/relationships/{{1}}" Target="{{2}}"/>'
CORE = """<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:t">{}</cp:coreProperties>"""
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Chapo"><w:name w:val="Chapô"/></w:style>
<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Lgende"><w:name w:val="caption"/></w:style></w:styles>"""
LONG = "Le conseil municipal a voté mardi la rénovation du port, malgré les réserves de l'opposition et des riverains."


def p(text, *, style="", run=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def make_docx(*blocks, core="", footnotes="", main="word/document.xml", **parts):
    body = f"<w:document {W}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    folder, name = main.split("/")
    beside = RELATION.format(1, "styles", "styles.xml") + RELATION.format(2, "footnotes", "/word/footnotes.xml")
    return make_zip(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f"<Relationships>{RELATION.format(1, 'officeDocument', main)}</Relationships>",
            main: body,
            f"{folder}/_rels/{name}.rels": f"<Relationships>{beside}</Relationships>",
            "word/styles.xml": STYLES,
            "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
            "docProps/core.xml": CORE.format(core),
            **parts,
        }
    )


def read(data, name="a.docx"):
    return list(read_stream(io.BytesIO(data), name=name, options=ReadOptions()))


def article_of(*blocks, **options):
    (article,) = read(make_docx(*blocks, **options))
    return article


def shown(article):
    return [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs]


def test_styles_tell_the_parts():
    article = article_of(
        p("Le port rouvre", style="Titre"),
        p("Les cargos reviennent.", style="Chapo"),
        p(LONG),
        p("Une longue attente", style="Titre1"),
        p("Fin."),
        p("Le port hier", style="Lgende"),
    )
    assert shown(article) == [
        (Kind.TITLE, "Le port rouvre"),
        (Kind.LEAD, "Les cargos reviennent."),
        (Kind.BODY, LONG),
        (Kind.HEADING, "Une longue attente"),
        (Kind.BODY, "Fin."),
        (Kind.CAPTION, "Le port hier"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(p("Le port rouvre", run="<w:b/>"), id="bold"),
        pytest.param(p("Le port rouvre", run='<w:sz w:val="36"/>'), id="large"),
        pytest.param(p("Le port rouvre", style="Titre1"), id="heading"),
        pytest.param(p("Le port rouvre"), id="first line"),
    ],
)
def test_without_a_style_of_title_the_first_line_that_stands_out_is_one(title):
    assert article_of(title, p(LONG), p(LONG)).title == "Le port rouvre"


def test_the_title_that_the_file_states_serves_where_none_is_printed():
    core = "<dc:title>Le port rouvre</dc:title>"
    assert article_of(p(LONG), core=core).title == "Le port rouvre"
    assert article_of(p(LONG), core="<dc:title>Document1</dc:title>").title is None


def test_each_style_of_title_begins_an_article():
    found = read(make_docx(*[p("Le port rouvre", style="Titre"), p(LONG)] * 2))
    assert [(article.id, article.title) for article in found] == [
        ("a.docx", "Le port rouvre"),
        ("a.docx#2", "Le port rouvre"),
    ]


def test_the_last_version_of_tracked_changes_is_read():
    changed = (
        "<w:p><w:r><w:t>Le port </w:t></w:r><w:del><w:r><w:delText>ferme</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>rouvre</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>hier</w:t></w:r></w:moveFrom>"
        "<w:r><w:t> demain.</w:t></w:r></w:p>"
    )
    assert shown(article_of(changed)) == [(Kind.BODY, "Le port rouvre demain.")]


def test_links_controls_and_fields_keep_what_they_show():
    shown_words = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Le port</w:t></w:r></w:hyperlink><w:r><w:tab/></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 3</w:instrText></w:r>'
        "<w:r><w:noBreakHyphen/><w:t>rouvre.</w:t><w:softHyphen/></w:r></w:p></w:sdtContent></w:sdt>"
    )
    hidden = p("caché", run="<w:vanish/>")
    assert shown(article_of(shown_words, hidden)) == [(Kind.BODY, "Le port -rouvre.")]


def test_a_table_is_read_row_by_row_and_a_layout_cell_by_cell():
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(p('Lyon'), p('12 %'))}{row.format(p(LONG) + p('Fin.'), p('À côté.'))}</w:tbl>"
    assert [text for _, text in shown(article_of(table))] == ["Lyon 12 %", LONG, "Fin.", "À côté."]


def test_text_boxes_come_once_and_notes_at_the_end():
    box = f"<w:txbxContent>{p('Dans un cadre.')}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    text = f'<w:p><w:r><w:t>{LONG}</w:t><w:footnoteReference w:id="2"/>{drawn}</w:r></w:p>'
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    notes = f'{separator}<w:footnote w:id="2">{p("Une note.")}</w:footnote>'
    article = article_of(text, p("Fin."), footnotes=notes)
    assert [text for _, text in shown(article)] == [LONG, "Dans un cadre.", "Fin.", "Une note."]


def test_a_table_of_contents_is_set_apart():
    article = article_of(p("Le port, 3", style="TM1"), p(LONG))
    assert [(removed.rule, removed.text) for removed in article.removed] == [("sommaire", "Le port, 3")]


def test_lines_that_end_like_paragraphs_are_some():
    two = f"<w:p><w:r><w:t>{LONG}</w:t><w:br/><w:t>Puis, plus</w:t><w:br/><w:t>tard.</w:t></w:r></w:p>"
    assert [text for _, text in shown(article_of(two))] == [LONG, "Puis, plus tard."]


def test_metadata_are_taken_from_the_file_and_its_first_lines():
    core = (
        "<dc:creator>Jeanne Dupont</dc:creator><cp:keywords>port, ville</cp:keywords><dc:language>fr-FR</dc:language>"
    )
    article = article_of(p("Lyon, le 3 mars 2015"), p("Le port rouvre", style="Titre"), p(LONG), core=core)
    assert (article.authors, article.keywords, article.language) == (("Jeanne Dupont",), ("port", "ville"), "fr")
    assert (article.date, article.date_reason) == (date(2015, 3, 3), None)


def test_the_main_part_may_have_any_name():
    data = make_docx(p("Le port rouvre demain."), main="word/document2.xml")
    assert shown(read(data)[0]) == [(Kind.BODY, "Le port rouvre demain.")]


BILLION = (
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(make_docx(p("")), "aucun texte", id="empty"),
        pytest.param(make_zip({"word/document.xml": "<w:document><w:body><w:p>"}), "docx : xml", id="cut"),
        pytest.param(make_zip({"word/document.xml": "<w:document/>"}), "docx sans texte", id="no body"),
        pytest.param(make_zip({"word/document.xml": BILLION}), "refusée par sécurité", id="entities"),
        pytest.param(make_zip({"word/document.xml": "<document><body>" + "<p>" * 5000}), "emboîtées", id="too deep"),
        pytest.param(make_docx(p("x"))[:400], "zip abîmé", id="cut zip"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, words):
    (failure,) = read(data)
    assert isinstance(failure, Failure)
    assert words in failure.reason
