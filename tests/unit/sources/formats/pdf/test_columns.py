from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.pdf.columns import MOST_BLOCKS, order_blocks
from archive_search.sources.formats.pdf.lines import Line


def line(text, left, right, height, *, size=10.0):
    return Line(text=text, left=left, right=right, baseline=height, size=size)


def block(name, left, right, *heights):
    return [line(f"{name}{number}", left, right, height) for number, height in enumerate(heights, 1)]


def order(lines):
    return [line.text for block in order_blocks(lines) for line in block]


def test_a_title_in_the_middle_of_a_page_parts_what_is_above_from_what_is_below():
    lines = [
        *block("a", 50, 200, 100, 112),
        *block("b", 220, 400, 100, 112),
        line("titre", 50, 400, 150, size=20),
        *block("c", 50, 200, 180, 192),
        *block("d", 220, 400, 180, 192),
    ]
    assert order(lines) == ["a1", "a2", "b1", "b2", "titre", "c1", "c2", "d1", "d2"]


def test_a_short_title_above_several_columns_comes_first():
    lines = [line("titre", 200, 250, 90, size=24), *block("a", 50, 150, 120, 132), *block("b", 170, 400, 120, 132)]
    assert order(lines) == ["titre", "a1", "a2", "b1", "b2"]


def test_columns_of_other_heights_and_lines_are_read_from_left_to_right():
    lines = [*block("a", 50, 150, 100, 112, 124, 136), *block("b", 170, 270, 105, 117), *block("c", 290, 390, 99, 111)]
    assert order(lines) == ["a1", "a2", "a3", "a4", "b1", "b2", "c1", "c2"]


def test_a_column_beside_two_stories_is_read_after_both():
    lines = [
        *block("a", 50, 150, 100, 112),
        line("titre", 50, 270, 140, size=18),
        *block("b", 50, 150, 165, 177),
        *block("c", 170, 270, 165, 177),
        *block("d", 290, 390, *range(100, 190, 12)),
    ]
    assert order(lines)[:7] == ["a1", "a2", "titre", "b1", "b2", "c1", "c2"]


def test_a_page_of_too_many_blocks_is_read_from_top_to_bottom():
    lines = [line(f"{row}", 50 + 100 * (row % 2), 90 + 100 * (row % 2), 30 * row) for row in range(MOST_BLOCKS + 1)]
    assert order(lines) == [f"{row}" for row in range(MOST_BLOCKS + 1)]


lines = st.builds(
    lambda left, width, height, size: line("x", left, left + width, height, size=size),
    st.integers(0, 500),
    st.integers(1, 300),
    st.integers(0, 800),
    st.integers(4, 40),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(lines, max_size=40))
def test_every_line_is_read_once(page):
    assert sorted(map(id, page)) == sorted(id(line) for block in order_blocks(page) for line in block)
