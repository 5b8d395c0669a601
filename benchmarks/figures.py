"""Write numbers and tables as Markdown.

>>> write_spread(Spread(median=125.4, low=119.6, high=126.0, runs=3))
'125 (120–126)'
>>> write_ratio(0.5, 0.04)
'×12.5'
"""

from collections.abc import Sequence

from benchmarks.samples import Spread

ABSENT = "—"


def write_number(figure: float) -> str:
    """Write a number with three digits that mean something, or all those before the point.

    >>> [write_number(figure) for figure in (34371, 125.4, 12.345, 1.2345, 0.0491)]
    ['34,371', '125', '12.3', '1.23', '0.049']
    """
    digits = 0 if figure >= 100 else 1 if figure >= 10 else 2 if figure >= 1 else 3
    return f"{figure:,.{digits}f}"


def write_spread(spread: Spread) -> str:
    """Write a median, and the lowest and highest figure in brackets where there were several runs."""
    if spread.runs == 1:
        return write_number(spread.median)
    return f"{write_number(spread.median)} ({write_number(spread.low)}–{write_number(spread.high)})"


def write_ratio(figure: float, other: float) -> str:
    """Write how many times another figure one is; a dash where the other is too small to have been measured."""
    return f"×{write_number(figure / other)}" if other else ABSENT


def write_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out a Markdown table.

    >>> print(write_table(["", "speed"], [["fts5", "4,518"]]), end="")
    |  | speed |
    |---|---|
    | fts5 | 4,518 |
    """
    return "".join([write_row(head), f"|{'---|' * len(head)}\n", *map(write_row, rows)])


def write_row(cells: Sequence[str]) -> str:
    """Write one row of a Markdown table."""
    return f"| {' | '.join(cells)} |\n"
