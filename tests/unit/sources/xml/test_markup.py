import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.xml.markup import LARGEST_DOCTYPE, XmlError, plain_markup


def rewrite(*pieces):
    return "".join(plain_markup(pieces))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<?xml version='1.0'?><p/>", "<p/>"),
        ("<p><!-- <b> --></p>", "<p></p>"),
        ("<p><![CDATA[a < b & c]]></p>", "<p>a &lt; b &amp; c</p>"),
        ("<!DOCTYPE p SYSTEM 'p.dtd'><p/>", "<p/>"),
        ("<!doctype p><p/>", "<p/>"),
        ("<!DOCTYPE a><a/><?xml version='1.0'?><!DOCTYPE b><b/>", "<a/><b/>"),
        ("<a>1\n<!--\n\n-->\n</a>", "<a>1\n\n\n\n</a>"),
        ("<p/><!-- jamais fini", "<p/>"),
    ],
    ids=["instruction", "comment", "raw", "type", "small type", "two documents", "lines", "comment cut"],
)
def test_only_elements_and_text_are_left(text, plain):
    assert rewrite(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("l&apos;&eacute;t&eacute; &amp; &lt;", "l&apos;été &amp; &lt;"),
        ("Duras &amp; C&ie;", "Duras &amp; C&amp;ie;"),
        ("Pain & Vin", "Pain &amp; Vin"),
        ("?a=1&b=2", "?a=1&amp;b=2"),
        ("l&#146;&#xe9;t&#233;", "l’été"),
        ("a&#0;&#1;&#xFFFFFF;b", "a\ufffd\ufffdb"),
        ("&#60;&#38;&#34;", "&lt;&amp;&quot;"),
        ("&lsqb;note&rsqb;", "[note]"),
    ],
    ids=["html", "unknown", "lone", "address", "windows", "forbidden", "signs", "html5"],
)
def test_references_are_read_as_their_characters(text, plain):
    assert rewrite(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE r [<!ENTITY mdr 'mdr'><!ENTITY a '&mdr;&mdr;'>]><r>&a;</r>",
        "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r>&a;</r>",
        "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r x='&a;'/>",
        "<!DOCTYPE r [<!ENTITY % a '<!ENTITY b 1>'> %a;]><r/>",
    ],
    ids=["laughs", "external", "in an attribute", "parameter"],
)
def test_entities_that_a_file_defines_are_refused(text):
    with pytest.raises(XmlError, match="définie dans le fichier"):
        rewrite(text)


def test_entities_that_are_defined_and_not_used_do_no_harm():
    assert rewrite("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r/>") == "<r/>"


def test_a_name_of_html_is_read_as_html_has_it_whatever_the_file_says():
    assert rewrite("<!DOCTYPE r [<!ENTITY nbsp SYSTEM 'file:///etc/hostname'>]>a&nbsp;b") == "a\xa0b"


def test_a_declaration_without_end_is_refused():
    with pytest.raises(XmlError, match="plus de 1 Mo"):
        rewrite("<!DOCTYPE r [", "<!ENTITY a 'b'>" * (LARGEST_DOCTYPE // 10))


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "&eacute;", "&", "&#233;", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "<", "é ", "]"]
    )
).map("".join)


@settings(max_examples=200)
@given(MARKUP, st.integers(1, 7))
def test_where_a_text_is_cut_into_pieces_changes_nothing(text, size):
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    assert rewrite(*pieces) == rewrite(text)
