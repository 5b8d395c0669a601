import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.office.rtf_text import text_of_rtf

FONTS = rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 l\'e9t\'e9}", "lété"),
        (rb"{\rtf1\mac\deff0" + FONTS + rb"\f0 l\'8et\'8e}", "lété"),
        (rb"{\rtf1\ansi\ansicpg10000 l\'8et\'8e}", "lété"),
        (rb"{\rtf1\pc l\'82t\'82}", "lété"),
        (rb"{\rtf1\ansi\ansicpg99 l\'e9t\'e9}", "lété"),
        (rb"{\rtf1\ansi" + FONTS + rb"\f1\'cc\'f0\f0  \'e9}", "Мр é"),
        (b"{\\rtf1\\ansi l\xe9t\xe9}", "lété"),
        ("{\\rtf1\\ansi lété}".encode(), "lété"),
        (rb"{\rtf1\ansi\uc1 l\u233?t\u233\'e9}", "lété"),
        (rb"{\rtf1\ansi\uc0 l\u233 t\u233 }", "lété"),
        (rb"{\rtf1\ansi \u8217?\u-10179?\u-8703?}", "’\N{GRINNING FACE WITH SMILING EYES}"),
        (rb"{\rtf1\ansi \u99999999?}", "\N{REPLACEMENT CHARACTER}"),
        (rb"{\rtf1\ansi d\rquote un\~\endash  \{a\}}", "d’un\xa0– {a}"),
        (rb"{\rtf1\ansi a\par b\line c\par\page d}", "a\nb\u2028c\n\n\nd"),
        (rb"{\rtf1\ansi\trowd a\cell b\cell\row}", "a\tb\t\n"),
        (rb'{\rtf1 {\field{\*\fldinst{HYPERLINK "http://a/"}}{\fldrslt{un lien}}} ici}', "un lien ici"),
        (rb"{\rtf1{\*\inconnu b}{\colortbl;\red1;}{\footnote c}a}", "a"),
        (rb"{\rtf1\ansi coup\'e9", "coupé"),
    ],
    ids=[
        "windows",
        "macintosh",
        "page of macintosh",
        "dos",
        "unknown page",
        "cyrillic font",
        "bytes of windows",
        "bytes of utf-8",
        "unicode with replacement",
        "unicode without",
        "two halves",
        "beyond unicode",
        "signs",
        "ends of lines",
        "table",
        "link",
        "what is no text",
        "cut",
    ],
)
def test_rtf_means_text(rtf, text):
    assert text_of_rtf(rtf).strip(" ") == text


@settings(max_examples=80)
@given(
    st.lists(
        st.sampled_from(
            [b"{", b"}", b"\\", b"\\'e", b"\\u", b"\\u9999", b"\\uc", b"\\bin", b"3", b"\\pict", b"\\fonttbl", b"\\f1"]
        )
    )
)
def test_any_rtf_is_text_or_refused(pieces):
    try:
        text = text_of_rtf(b"{\\rtf1 " + b"".join(pieces))
    except ValueError:
        return
    text.encode()
