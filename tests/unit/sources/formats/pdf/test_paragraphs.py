import pytest

from archive_search.sources.formats.pdf.lines import Line
from archive_search.sources.formats.pdf.paragraphs import split_block

FULL = "x" * 40


def block(*rows, leading=12):
    """Lines of a block: a text, and where it begins and ends."""
    lines = []
    for number, (text, left, right) in enumerate(rows):
        lines.append(Line(text=text, left=left, right=right, baseline=100 + leading * number, size=10, first_width=30))
    return lines


def sizes(lines):
    return [len(paragraph) for paragraph in split_block(lines)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([(FULL, 62, 250), (FULL, 50, 250), (FULL, 62, 250), (FULL, 50, 250)], [2, 2], id="indents"),
        pytest.param([(FULL, 50, 250), ("Fin.", 50, 90), (FULL, 50, 250)], [2, 1], id="short last line"),
        pytest.param([(FULL, 50, 250), ("maire de", 50, 90), (FULL, 50, 250)], [2, 1], id="very short line"),
        pytest.param([(FULL, 50, 250), ("maire de la", 50, 200), (FULL, 50, 250)], [3], id="ragged line"),
        pytest.param([("• un", 50, 90), ("• deux", 50, 90)], [1, 1], id="items"),
        pytest.param([("• un", 50, 250), (FULL, 62, 250), ("• deux", 50, 250)], [2, 1], id="hanging items"),
        pytest.param([(FULL, 50, 250), ("au centre", 110, 190), ("trois", 130, 170)], [3], id="centred"),
        pytest.param([("Il dit.", 50, 250), ("– Non, dit-elle", 50, 250)], [1, 1], id="dialogue"),
    ],
)
def test_paragraphs_are_told_by_their_edges(rows, expected):
    assert sizes(block(*rows)) == expected


def test_paragraphs_are_told_by_the_gaps_between_them():
    lines = block(*[(FULL, 50, 250)] * 4)
    for line in lines[2:]:
        line.baseline += 6
    assert sizes(lines) == [2, 2]


def test_letters_of_another_size_or_weight_begin_a_paragraph():
    lines = block(*[(FULL.upper(), 50, 250)] * 3)
    lines[0].is_bold = True
    lines[2].size = 14
    assert sizes(lines) == [1, 1, 1]
