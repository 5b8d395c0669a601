"""Draw how many articles each year has, as bars.

All places across are hundredths of the width, and all heights are pixels: the drawing fits any width, and its letters
stay as large as those of the page.

>>> chart = draw_years([(2015, 4), (2017, 2)])
>>> [(bar.period, bar.count, bar.height) for bar in chart.bars]
[('2015', 4, 96.0), ('2016', 0, 0.0), ('2017', 2, 48.0)]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from typing import Final

HEIGHT: Final = 96.0
"""Height of the highest bar, in pixels."""

MOST_BARS: Final = 60
MOST_LABELS: Final = 12

_LOWEST = 2.0
_FILLED = 0.8
_WIDEST = 64
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True, kw_only=True, slots=True)
class YearBar:
    """Hold one bar.

    Attributes:
        period: Its year or years, as the parameter ``date`` of a search has them.
        first: First year.
        last: Last year.
        count: Number of articles.
        left: Where it begins, in hundredths of the width.
        width: Its width, in hundredths.
        height: Its height in pixels.
        is_labelled: Whether its first year is written under it.
    """

    period: str
    first: int
    last: int
    count: int
    left: float
    width: float
    height: float
    is_labelled: bool

    @property
    def centre(self) -> float:
        """Where its middle is, in hundredths of the width."""
        return round(self.left + self.width / 2, 3)


@dataclass(frozen=True, kw_only=True, slots=True)
class YearChart:
    """Hold a drawing.

    Attributes:
        bars: The bars in order of time, those of no article too.
        width: Width in pixels beyond which it looks thin; it may be drawn narrower.
        counts_fit: Whether there is room for a number over each bar.
    """

    bars: tuple[YearBar, ...]
    width: int
    counts_fit: bool


def draw_years(years: Sequence[tuple[int, int]]) -> YearChart:
    """Draw the counts of years; where they are very many, several stand in one bar.

    Args:
        years: Years with their numbers of articles, in order.
    """
    if not years:
        return YearChart(bars=(), width=0, counts_fit=True)
    first, last = years[0][0], years[-1][0]
    step = next(step for step in _STEPS if last // step - first // step < MOST_BARS)
    starts = list(range(first - first % step, last + 1, step))
    counts = dict.fromkeys(starts, 0)
    for year, count in years:
        counts[year - year % step] += count
    bars = _place(counts, step=step)
    return YearChart(bars=bars, width=_WIDEST * len(bars), counts_fit=len(bars) <= MOST_LABELS)


def _place(counts: dict[int, int], *, step: int) -> tuple[YearBar, ...]:
    slot = 100 / len(counts)
    most = max(counts.values())
    labelled = -(-len(counts) // MOST_LABELS)
    return tuple(
        YearBar(
            period=_period(*_bounds(start, step)),
            first=_bounds(start, step)[0],
            last=_bounds(start, step)[1],
            count=count,
            left=round((rank + (1 - _FILLED) / 2) * slot, 3),
            width=round(slot * _FILLED, 3),
            # One article beside thousands is still to be seen.
            height=max(_LOWEST, round(count / most * HEIGHT, 1)) if count else 0.0,
            is_labelled=rank % labelled == 0,
        )
        for rank, (start, count) in enumerate(counts.items())
    )


def _bounds(start: int, step: int) -> tuple[int, int]:
    return max(start, MINYEAR), min(start + step - 1, MAXYEAR)


def _period(first: int, last: int) -> str:
    return f"{first:04}" if first == last else f"{first:04}..{last:04}"
