import pytest

from archive_search.sources.formats.news.marked_text import passages_of_markup
from archive_search.sources.xml.documents import parse_xml


def read(markup):
    element = parse_xml(f"<body.content>{markup}</body.content>".encode())
    return [(passage.kind.value, passage.text) for passage in passages_of_markup(element)]


@pytest.mark.parametrize(
    ("markup", "passages"),
    [
        ("<p>Il a <em>plu</em> à <location>Brest</location>.</p>", [("body", "Il a plu à Brest.")]),
        ("<block><p>Un</p><hl2>Deux</hl2></block>", [("body", "Un"), ("heading", "Deux")]),
        ("<p lede='true'>Un</p><p>Deux</p>", [("lead", "Un"), ("body", "Deux")]),
        ("<block class='lead_paragraph'><p>Un</p></block>", [("lead", "Un")]),
        ("<ul><li>Un</li><li>Deux</li></ul>", [("body", "Un"), ("body", "Deux")]),
        ("<bq><block><p>Un</p></block><credit>Le maire</credit></bq>", [("body", "Un"), ("body", "Le maire")]),
        ("<table><tr><td>Brest</td><td>3</td></tr></table>", [("body", "Brest 3")]),
        (
            "<media><media-reference>x</media-reference><media-caption>Le port</media-caption>"
            "<media-producer>Jeanne Dupont</media-producer></media>",
            [("caption", "Le port"), ("caption", "Jeanne Dupont")],
        ),
        ("<note><p>À la rédaction</p></note><p>Un</p>", [("body", "Un")]),
        ("<p class='closingline'>jd mp</p><p>Un</p>", [("body", "Un")]),
        (
            "<pre>   Il a plu\nà Brest.\n   Enfin.\n</pre><p>Un</p>",
            [("body", t) for t in ("Il a plu à Brest.", "Enfin.", "Un")],
        ),
        ("<p>Un</p> deux <p>Trois</p>", [("body", "Un"), ("body", "deux"), ("body", "Trois")]),
        ("<p> </p><p/>", []),
    ],
    ids=[
        "inline",
        "heading",
        "first paragraph",
        "first block",
        "list",
        "quotation",
        "table",
        "picture",
        "note",
        "initials of a desk",
        "typed",
        "loose text",
        "nothing",
    ],
)
def test_tags_tell_what_a_passage_is(markup, passages):
    assert read(markup) == passages
