import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.html.markup_lines import (
    MarkedLine,
    group_close_lines,
    join_broken_lines,
    join_wrapped_lines,
    lines_of_markup,
    lines_of_text,
)
from archive_search.sources.html.parsing import MarkupError


def texts(markup):
    return [line.text for line in lines_of_markup(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>Un</p><p>Deux</p>", ["Un", "Deux"], id="paragraphs"),
        pytest.param("Un<br>Deux<br/><br/>Trois", ["Un", "Deux", "Trois"], id="breaks"),
        pytest.param("<td>Un</td><td>Deux</td>", ["Un", "Deux"], id="cells"),
        pytest.param("Un<p></p>Deux<p></p>", ["Un", "Deux"], id="empty paragraphs"),
        pytest.param("l'<mark>eau</mark>, <b>vive</b>", ["l'eau, vive"], id="highlights"),
        pytest.param("Un\n  seul&nbsp;&amp; unique", ["Un seul & unique"], id="spaces and entities"),
        pytest.param("<style>p {}</style>Un<script>x()</script> seul<!-- non -->", ["Un seul"], id="no text"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_lines_are_cut_at_blocks_and_breaks(markup, expected):
    assert texts(markup) == expected


def test_a_line_has_the_marks_of_all_that_stands_around_it():
    (line,) = lines_of_markup('<div class="Head Big"><span id="hd">La paix</span></div>')
    assert {"div", "head", "big", "span", "hd"} <= line.marks


def test_marks_end_with_their_element():
    _, line = lines_of_markup('<p class="head">La paix</p><p>Enfin</p>')
    assert "head" not in line.marks


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p><b>Un</b> <strong>seul</strong></p>", True, id="whole"),
        pytest.param("<p><b>Un</b> seul</p>", False, id="part"),
        pytest.param('<p><font style="font-weight:bold;">Un</font></p>', True, id="style"),
        pytest.param("<b>x</b><p>Un</p>", False, id="before"),
    ],
)
def test_a_line_is_bold_when_all_of_it_is(markup, expected):
    assert lines_of_markup(markup)[-1].is_bold is expected


def test_only_a_single_break_leaves_two_lines_close():
    assert [line.is_close for line in lines_of_markup("Un<br>Deux<br><br>Trois<p>Quatre")] == [
        False,
        True,
        False,
        False,
    ]


def test_a_sentence_cut_by_a_break_is_joined_and_the_end_of_one_is_kept():
    lines = join_broken_lines(lines_of_markup("Les quais<br>sont pleins.<br>La mer<br><br>monte"))
    assert [line.text for line in lines] == ["Les quais sont pleins.", "La mer", "monte"]


def test_a_text_that_was_not_wrapped_keeps_its_lines():
    lines = lines_of_text("Un\nDeux\n\nTrois")
    assert [line.text for line in join_wrapped_lines(lines)] == ["Un", "Deux", "Trois"]
    assert [len(group) for group in group_close_lines(lines)] == [2, 1]


def test_mark_up_nested_beyond_use_is_refused():
    with pytest.raises(MarkupError):
        lines_of_markup("<div>" * 5_000)


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<p>", "</p>", "<br>", "<td", "</div>", "un ", "deux", "&eacute;", "\n"]))
)
@settings(max_examples=80)
def test_broken_mark_up_gives_lines_without_stray_spaces(pieces):
    lines = lines_of_markup("".join(pieces))
    assert all(isinstance(line, MarkedLine) and line.text == " ".join(line.text.split()) for line in lines)
