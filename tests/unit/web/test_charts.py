"""Drawings keep what they count, stay in their frame, and none of their words overlap."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.web.charts.ego_network import LETTERS, MOST, Neighbour, Network, cut_label, draw_network
from archive_search.web.charts.year_bars import HEIGHT, MOST_BARS, MOST_LABELS, draw_years

YEARS = st.dictionaries(st.integers(1, 9999), st.integers(1, 100_000), min_size=1, max_size=20).map(
    lambda counts: sorted(counts.items())
)
NEIGHBOURS = st.lists(
    st.builds(
        Neighbour,
        name=st.text(st.characters(codec="utf-8"), max_size=80),
        weight=st.integers(0, 10_000),
        size=st.integers(0, 10_000),
    ),
    max_size=20,
)


@settings(max_examples=60, deadline=None)
@given(YEARS)
def test_every_article_of_every_year_is_in_one_bar(years: list[tuple[int, int]]) -> None:
    bars = draw_years(years).bars
    assert sum(bar.count for bar in bars) == sum(count for _year, count in years)
    assert all(sum(bar.first <= year <= bar.last for bar in bars) == 1 for year, _count in years)


@settings(max_examples=60, deadline=None)
@given(YEARS)
def test_bars_are_few_in_their_frame_and_apart(years: list[tuple[int, int]]) -> None:
    bars = draw_years(years).bars
    assert len(bars) <= MOST_BARS
    assert all(left.left + left.width < right.left for left, right in pairwise(bars))
    assert bars[0].left >= 0
    assert bars[-1].left + bars[-1].width <= 100
    assert all(0 <= bar.height <= HEIGHT for bar in bars)
    assert all((bar.height > 0) == (bar.count > 0) for bar in bars)
    assert sum(bar.is_labelled for bar in bars) <= MOST_LABELS


@pytest.mark.parametrize(
    ("years", "periods"),
    [
        ([(2015, 1)], ["2015"]),
        ([(2015, 1), (2018, 4)], ["2015", "2016", "2017", "2018"]),
        ([(1901, 1), (2000, 2)], [f"{year}..{year + 1}" for year in range(1900, 2001, 2)]),
        ([], []),
    ],
    ids=["one year", "a gap", "a century", "none"],
)
def test_a_bar_stands_for_a_year_or_for_several_where_they_are_many(
    years: list[tuple[int, int]], periods: list[str]
) -> None:
    assert [bar.period for bar in draw_years(years).bars] == periods


def boxes(network: Network) -> list[tuple[float, float, float, float]]:
    """Give the room that each label may take: left, top, right, bottom."""
    return [
        (node.label_x, node.y - LETTERS, network.width, node.y + LETTERS)
        if node.side == "right"
        else (0, node.y - LETTERS, node.label_x, node.y + LETTERS)
        for node in network.nodes
    ]


@settings(max_examples=60, deadline=None)
@given(NEIGHBOURS)
def test_no_label_can_overlap_another_or_a_node(neighbours: list[Neighbour]) -> None:
    network = draw_network(neighbours)
    taken = [
        *boxes(network),
        *((n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in network.nodes),
    ]
    for rank, one in enumerate(taken):
        for other in taken[rank + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart


@settings(max_examples=60, deadline=None)
@given(NEIGHBOURS)
def test_a_network_stays_in_its_frame(neighbours: list[Neighbour]) -> None:
    network = draw_network(neighbours)
    assert len(network.nodes) == min(len(neighbours), MOST)
    for left, top, right, bottom in boxes(network):
        assert 0 <= left < right <= network.width
        assert 0 <= top < bottom <= network.height


def test_who_is_there_more_often_is_larger_and_who_shares_more_has_a_thicker_line() -> None:
    rare, frequent = draw_network(
        [Neighbour(name="Alep", weight=1, size=1), Neighbour(name="Damas", weight=9, size=9)]
    ).nodes
    assert rare.radius < frequent.radius
    assert rare.line < frequent.line


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Alep", "Alep"),
        ("", ""),
        ("l" * 500, "l" * 39 + "…"),
        ("北" * 100, "北" * 12 + "…"),
        ("Ligue des passeurs de la rive gauche", "Ligue des passeurs de la…"),
    ],
    ids=["short", "empty", "long and narrow", "wide letters", "a long name"],
)
def test_a_label_is_cut_to_its_room(name: str, label: str) -> None:
    assert cut_label(name) == label
