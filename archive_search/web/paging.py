"""Choose which pages of a list have a link; the template ``_pager.html`` shows them.

>>> choose_pages(7, total=195, size=10)
Pager(page=7, previous=6, next=8, last=20, numbers=(1, None, 5, 6, 7, 8, 9, None, 20))
>>> choose_pages(1_000_000, total=25, size=10)
Pager(page=1000000, previous=3, next=None, last=3, numbers=(1, 2, 3))
"""

from typing import NamedTuple

_BESIDE = 2


class Pager(NamedTuple):
    """Hold the pages that one page leads to.

    Attributes:
        page: The page that is asked for; it may be beyond the last.
        previous: The page before; None at the first.
        next: The page after; None at the last.
        last: The last page, 1 where there is nothing.
        numbers: Pages that have a link, in order; None stands for those between.
    """

    page: int
    previous: int | None
    next: int | None
    last: int
    numbers: tuple[int | None, ...]


def choose_pages(page: int, *, total: int, size: int) -> Pager:
    """Choose the first page, the last and those beside the one that is shown.

    Args:
        page: Number of the page shown, from 1; it may be beyond the last.
        total: What is listed on all pages.
        size: How much of it is on one page.
    """
    last = max(1, -(-total // size))
    here = min(page, last)
    near = range(max(1, here - _BESIDE), min(last, here + _BESIDE) + 1)
    numbers: list[int | None] = []
    for number in sorted({1, *near, last}):
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    previous = None if page == 1 else min(page - 1, last)
    return Pager(page, previous, page + 1 if page < last else None, last, tuple(numbers))
