"""Marked text on a page, in a terminal and in plain reading: the same spans, and nothing that an article could add."""

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.records import Span
from archive_search.search.rendering import add_ellipses, render_html, render_plain, render_terminal
from archive_search.search.snippets import Snippet

TERMINAL_MARK = re.compile("\x1b\\[1;33m(.*?)\x1b\\[0m", re.DOTALL)


def test_a_mark_is_an_element_of_html() -> None:
    assert render_html("l'armée", [Span(2, 7)]) == "l&#x27;<mark>armée</mark>"


def test_html_of_the_text_is_escaped_inside_and_outside_marks() -> None:
    rendered = render_html('<b> & "x" <i>', [Span(10, 13)])
    assert rendered == "&lt;b&gt; &amp; &quot;x&quot; <mark>&lt;i&gt;</mark>"


def test_a_mark_is_bold_yellow_in_a_terminal() -> None:
    assert render_terminal("la base", [Span(3, 7)]) == "la \x1b[1;33mbase\x1b[0m"


def test_a_mark_has_brackets_in_plain_text() -> None:
    assert render_plain("la base", [Span(3, 7)]) == "la [base]"


@pytest.mark.parametrize("render", [render_terminal, render_plain])
@pytest.mark.parametrize(
    "hostile",
    ["\x1b[2J", "\x9b31m", "\x07", "\x00", "\r", "\x7f", "\u202e", "\u200f", "\ud800", "\ue000"],
    ids=ascii,
)
def test_control_characters_never_reach_a_terminal(render: Callable[[str, list[Span]], str], hostile: str) -> None:
    rendered = render(f"avant{hostile}après", [])
    assert not set(rendered) & {"\x1b", "\x9b", "\x07", "\x00", "\r", "\x7f", "\u202e", "\u200f", "\ud800", "\ue000"}


@pytest.mark.parametrize("kept", ["\n", "\t", "\u00a0", "\u202f", "é", "北", "👍"], ids=ascii)
def test_what_can_be_read_stays(kept: str) -> None:
    assert render_plain(f"a\x00b{kept}c", []) == f"ab{kept}c"


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(st.sampled_from("aé <>&'\" \n"), min_size=1, max_size=30))
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, [Span(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=False)]


@given(case=marked())
def test_the_three_renderings_mark_the_same_pieces(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    pieces = [text[start:end] for start, end in spans]
    on_page = re.findall("<mark>(.*?)</mark>", render_html(text, spans), re.DOTALL)
    assert [html.unescape(piece) for piece in on_page] == pieces
    assert TERMINAL_MARK.findall(render_terminal(text, spans)) == pieces
    assert re.findall(r"\[(.*?)\]", render_plain(text, spans), re.DOTALL) == pieces


@given(case=marked())
def test_a_rendering_without_its_marks_is_the_text(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    assert html.unescape(re.sub("</?mark>", "", render_html(text, spans))) == text
    assert TERMINAL_MARK.sub(r"\1", render_terminal(text, spans)) == text


@pytest.mark.parametrize(
    ("starts_inside", "ends_inside", "shown"),
    [(False, False, "texte"), (True, False, "… texte"), (False, True, "texte …"), (True, True, "… texte …")],
)
def test_ellipses_show_where_text_is_left_out(starts_inside: bool, ends_inside: bool, shown: str) -> None:
    snippet = Snippet(paragraph=1, text="texte", marks=(), starts_inside=starts_inside, ends_inside=ends_inside)
    assert add_ellipses("texte", snippet) == shown
