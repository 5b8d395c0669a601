"""Titles and snippets are shown with their marks, as text."""

from archive_search.records import Span
from archive_search.web.marked_text import LONGEST, mark_text


def test_markup_in_a_text_is_text() -> None:
    assert mark_text("<b>gué</b>", [Span(3, 6)]) == "&lt;b&gt;<mark>gué</mark>&lt;/b&gt;"


def test_a_text_without_end_is_cut_and_so_are_its_marks() -> None:
    text = "é" * 1_000_000
    shown = mark_text(text, [Span(0, 1), Span(LONGEST - 1, LONGEST + 5), Span(LONGEST + 10, LONGEST + 12)])
    assert shown == f"<mark>é</mark>{'é' * (LONGEST - 2)}<mark>é</mark> …"
