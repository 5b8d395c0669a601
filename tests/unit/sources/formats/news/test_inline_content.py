import pytest

from archive_search.sources.formats.news.inline_content import draft_of_content
from archive_search.sources.xml.documents import parse_xml

NITF = "<nitf><body><body.content><p>Il a plu.</p><p>Enfin.</p></body.content></body></nitf>"
BODY = "<body><p>Il a plu.</p><p>Enfin.</p></body>"
XHTML = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Pluie</title></head>{BODY}</html>"


def read(content):
    return draft_of_content(parse_xml(f"<c>{content}</c>".encode()))


@pytest.mark.parametrize(
    "content",
    [
        NITF,
        XHTML,
        "<p>Il a plu.</p><p>Enfin.</p>",
        "<body.content><p>Il a plu.</p><p>Enfin.</p></body.content>",
        f"<![CDATA[<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'>{NITF}]]>",
        f"<![CDATA[{XHTML}]]>",
        "<![CDATA[<p>Il a plu.<p>Enfin.]]>",
        "&lt;p&gt;Il a plu.&lt;/p&gt;&lt;p&gt;Enfin.&lt;/p&gt;",
        "Il a plu.\n\nEnfin.",
        "<![CDATA[<p>\n   Il a plu.\n\n   Enfin.\n</p>]]>",
    ],
    ids=[
        "nitf",
        "xhtml",
        "paragraphs",
        "body",
        "nitf escaped",
        "xhtml escaped",
        "html",
        "paragraphs escaped",
        "plain",
        "plain in a paragraph",
    ],
)
def test_a_text_is_read_in_whatever_it_is_written(content):
    assert [passage.text for passage in read(content).passages] == ["Il a plu.", "Enfin."]


def test_a_page_gives_its_title():
    assert read(XHTML).title == "Pluie"


def test_nothing_gives_no_passage():
    assert read(" ").passages == []


def test_an_entity_that_an_escaped_document_defines_is_not_expanded():
    content = "<![CDATA[<!DOCTYPE nitf [<!ENTITY a 'bonjour'>]><nitf><p>&a;</p></nitf>]]>"
    assert [passage.text for passage in read(content).passages if "&a;" in passage.text] != []
