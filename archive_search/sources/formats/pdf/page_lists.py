"""List pages for a reader, those that follow each other as one stretch.

>>> from archive_search.sources.formats.pdf.page_lists import list_pages
>>> list_pages([2, 5, 6, 7])
'2, 5-7'
"""

from collections.abc import Sequence
from itertools import groupby

MOST_STRETCHES = 10


def list_pages(numbers: Sequence[int]) -> str:
    """Write some numbers of pages, which are in order; beyond ten stretches, an ellipsis stands for the rest."""
    stretches = [
        [number for _, number in run] for _, run in groupby(enumerate(numbers), lambda item: item[1] - item[0])
    ]
    shown = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in stretches[:MOST_STRETCHES]]
    return ", ".join([*shown, "…"] if len(stretches) > MOST_STRETCHES else shown)
