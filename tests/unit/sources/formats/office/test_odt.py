import io
from datetime import date

import pytest

from archive_search.records import Failure, Kind
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream
from tests.unit.sources.formats.making_zip import make_zip

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table", "draw", "meta", "manifest")
)
AUTOMATIC = """<style:style style:name="P1" style:parent-style-name="Chap_c3_b4"/>
<style:style style:name="P2" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"
 xmlns:fo="urn:fo"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" xmlns:fo="urn:fo"/>
</style:style>"""
MANIFEST = """<manifest:manifest {}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>
</manifest:manifest>"""
LONG = "Le conseil municipal a voté mardi la rénovation du port, malgré les réserves de l'opposition et des riverains."


def p(text, style="Standard"):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def make_odt(*blocks, meta="", **parts):
    body = f"<office:body><office:text>{''.join(blocks)}</office:text></office:body>"
    styles = f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
    return make_zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {SPACES}>{styles}{body}</office:document-content>",
            "meta.xml": f'<office:document-meta {SPACES} xmlns:dc="urn:dc"><office:meta>{meta}</office:meta>'
            "</office:document-meta>",
            **parts,
        }
    )


def read(data):
    return list(read_stream(io.BytesIO(data), name="a.odt", options=ReadOptions()))


def shown(*blocks, **options):
    (article,) = read(make_odt(*blocks, **options))
    return [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs]


def test_styles_and_levels_tell_the_parts():
    assert shown(
        p("Le port rouvre", "Title"),
        p("Les cargos reviennent.", "Subtitle"),
        p(LONG),
        '<text:h text:outline-level="2">Une longue attente</text:h>',
        p("Fin."),
    ) == [
        (Kind.TITLE, "Le port rouvre"),
        (Kind.LEAD, "Les cargos reviennent."),
        (Kind.BODY, LONG),
        (Kind.HEADING, "Une longue attente"),
        (Kind.BODY, "Fin."),
    ]


def test_a_bold_first_line_is_the_title():
    assert shown(p("Le port rouvre", "P2"), p(LONG))[0] == (Kind.TITLE, "Le port rouvre")
    assert shown(p('<text:span text:style-name="T1">Le port rouvre</text:span>'), p(LONG))[0][0] is Kind.TITLE


def test_spaces_lines_and_links_are_kept_and_comments_dropped():
    text = (
        'Le<text:s text:c="2"/>port<text:tab/><text:a>rouvre</text:a><office:annotation><text:p>non</text:p>'
        "</office:annotation>,\n<text:line-break/>enfin<text:bookmark/>."
    )
    assert shown(p(text)) == [(Kind.BODY, "Le port rouvre, enfin.")]


def test_what_was_deleted_is_left_out_and_contents_set_apart():
    deleted = f"<text:tracked-changes><text:changed-region>{p('Jadis.')}</text:changed-region></text:tracked-changes>"
    contents = f"<text:table-of-content><text:index-body>{p('Le port, 3')}</text:index-body></text:table-of-content>"
    (article,) = read(make_odt(deleted, contents, p(LONG)))
    assert [paragraph.text for paragraph in article.paragraphs] == [LONG]
    assert [(removed.rule, removed.text) for removed in article.removed] == [("sommaire", "Le port, 3")]


def test_rows_lists_boxes_and_notes_are_paragraphs():
    row = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("Lyon", "12 %"))
    table = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    items = f"<text:list><text:list-item>{p('Un.')}</text:list-item></text:list>"
    note_body = f"<text:note-body>{p('Note.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{note_body}</text:note>"
    frame = f"<draw:frame><draw:text-box>{p('Cadre.')}</draw:text-box></draw:frame>"
    texts = [text for _, text in shown(p(f"{LONG}{note}{frame}"), table, items)]
    assert texts == [LONG, "Cadre.", "Lyon 12 %", "Un.", "Note."]


def test_metadata_are_those_of_the_file():
    meta = (
        "<dc:title>Le port rouvre</dc:title><meta:initial-creator>Jeanne Dupont</meta:initial-creator>"
        "<dc:language>fr-FR</dc:language><meta:keyword>port</meta:keyword><dc:date>2015-03-04T10:00:00</dc:date>"
    )
    (article,) = read(make_odt(p("Publié le 3 mars 2015 à 18 h 36"), p(LONG), meta=meta))
    assert (article.title, article.authors, article.keywords) == ("Le port rouvre", ("Jeanne Dupont",), ("port",))
    assert (article.language, article.date, article.time) == ("fr", date(2015, 3, 3), "18:36")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(
            make_odt(p("x"), **{"META-INF/manifest.xml": MANIFEST.format(SPACES)}), "mot de passe", id="encrypted"
        ),
        pytest.param(make_odt(), "aucun texte", id="empty"),
        pytest.param(make_zip({"mimetype": "application/vnd.oasis.opendocument.text"}), "content.xml", id="no content"),
        pytest.param(
            make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a>"}),
            "odt : xml",
            id="cut",
        ),
        pytest.param(
            make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
            "odt sans texte",
            id="no body",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, words):
    (failure,) = read(data)
    assert isinstance(failure, Failure)
    assert words in failure.reason
