"""Draw how many articles of an answer each day, month or year has: numbers in, places of bars and labels out.

All places across are percentages, and all heights are pixels, so that the drawing fits any width and its letters stay
as large as those of the page.

>>> from datetime import date
>>> from archive_search.web.search.periods import Period
>>> drawn = draw_histogram({"2015-03": 4, "2015-05": 2}, Period(date(2015, 3, 1), date(2015, 5, 31)), unit=Unit.MONTH)
>>> [(bar.period, bar.count, bar.height) for bar in drawn.bars]
[('2015-03', 4, 80.0), ('2015-04', 0, 0.0), ('2015-05', 2, 40.0)]
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from archive_search.web.search.periods import Period, between

HEIGHT = 80
"""Height of the highest bar in pixels."""

MOST_DAYS = 93
"""Days that are drawn one by one: three months."""

MOST_BARS = 144
"""Months that are drawn one by one, twelve years, and years that are."""

MOST_LABELS = 6

_LOWEST = 2.0
_FILLED = 0.86
_NEAR_AN_EDGE = 15
"""Hundredths of the width: on a phone, half a label is wider than that."""

_MONTHS_NAMED = 24
_STEPS = (1, 2, 5, 10, 20, 50, 100)


class Unit(StrEnum):
    """Name what a bar stands for; the value is that of the facet that counts it."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_LETTERS = {Unit.DAY: 10, Unit.MONTH: 7, Unit.YEAR: 4}
"""How many letters of a day in ISO 8601 tell the unit."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """Hold one bar.

    Attributes:
        period: Its day, month or years, as the parameter ``date`` has it.
        first: First day, month or year of it.
        last: Last day, month or year of it.
        count: Number of articles.
        left: Where it begins, in hundredths of the width.
        width: Its width, in hundredths.
        height: Its height in pixels.
    """

    period: str
    first: str
    last: str
    count: int
    left: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Where its upper edge is, in pixels from the top of the drawing."""
        return round(HEIGHT - self.height, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """Hold one label under the bars.

    Attributes:
        period: Day, month or year that it names.
        centre: Where its middle is, in hundredths of the width.
        is_minor: Whether it can be left out where there is little room.
    """

    period: str
    centre: float
    is_minor: bool

    @property
    def edge(self) -> str:
        """Name the edge of the drawing that it is near, "left" or "right"; empty where it is near none."""
        if _NEAR_AN_EDGE <= self.centre <= 100 - _NEAR_AN_EDGE:
            return ""
        return "left" if self.centre < _NEAR_AN_EDGE else "right"


@dataclass(frozen=True, kw_only=True, slots=True)
class Histogram:
    """Hold a drawing.

    Attributes:
        unit: What a bar stands for.
        bars: The bars in order of time, those of no article too.
        labels: The labels, from left to right.
        highest: Number of articles of the highest bar.
    """

    unit: Unit
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    highest: int


def choose_unit(period: Period) -> Unit:
    """Choose what a bar stands for: days of three months at most, months of twelve years, or else years."""
    if period.days <= MOST_DAYS:
        return Unit.DAY
    months = _month_number(period.last) - _month_number(period.first) + 1
    return Unit.MONTH if months <= MOST_BARS else Unit.YEAR


def draw_histogram(counts: Mapping[str, int], period: Period, *, unit: Unit) -> Histogram:
    """Draw the counts of a period.

    Args:
        counts: Number of articles by day, month or year in ISO 8601, of that unit or of a smaller one.
        period: What is drawn, from left to right.
        unit: What a bar stands for; of very many years, several stand in one bar.
    """
    grouped = _group(counts, _LETTERS[unit])
    slots = list(_list_slots(period, unit))
    sums = [_count(grouped, first, last) for first, last in slots]
    highest = max(sums)
    width = 100 / len(slots)
    bars = tuple(
        Bar(
            period=between(first, last),
            first=first,
            last=last,
            count=count,
            left=round(place * width, 3),
            width=round(width * _FILLED, 3),
            height=_height(count, highest),
        )
        for place, ((first, last), count) in enumerate(zip(slots, sums, strict=True))
    )
    return Histogram(unit=unit, bars=bars, labels=tuple(_label(bars, unit)), highest=highest)


def _group(counts: Mapping[str, int], letters: int) -> Counter[str]:
    """Sum counts by the beginning of what they are counted by."""
    grouped: Counter[str] = Counter()
    for counted, count in counts.items():
        grouped[counted[:letters]] += count
    return grouped


def _count(grouped: Counter[str], first: str, last: str) -> int:
    if first == last:
        return grouped[first]
    return sum(grouped[f"{year:04}"] for year in range(int(first), int(last) + 1))


def _height(count: int, highest: int) -> float:
    # One article among thousands is still to be seen.
    return max(_LOWEST, round(count / highest * HEIGHT, 1)) if count else 0.0


def _list_slots(period: Period, unit: Unit) -> Iterator[tuple[str, str]]:
    """List the first and the last unit of each bar."""
    first, last = period
    if unit is Unit.DAY:
        for number in range(period.days):
            day = (first + timedelta(days=number)).isoformat()
            yield day, day
    elif unit is Unit.MONTH:
        for number in range(_month_number(first), _month_number(last) + 1):
            month = f"{number // 12:04}-{number % 12 + 1:02}"
            yield month, month
    else:
        years = last.year - first.year + 1
        step = next(step for step in _STEPS if years // step < MOST_BARS)
        for year in range(first.year - first.year % step, last.year + 1, step):
            yield f"{max(year, MINYEAR):04}", f"{min(year + step - 1, MAXYEAR):04}"


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _label(bars: Sequence[Bar], unit: Unit) -> Iterator[Label]:
    """Name a few bars at equal distances; of months in many years, the years at their first month."""
    places: Sequence[int] = range(len(bars))
    letters = _LETTERS[unit]
    if unit is Unit.MONTH and len(bars) > _MONTHS_NAMED:
        places = [place for place, bar in enumerate(bars) if bar.first.endswith("-01")]
        letters = _LETTERS[Unit.YEAR]
    step = -(-len(places) // MOST_LABELS)
    for rank, place in enumerate(places[step // 2 :: step]):
        centre = bars[place].left + bars[place].width / 2
        yield Label(period=bars[place].first[:letters], centre=round(centre, 3), is_minor=rank % 2 == 1)
