"""Find the day of publication that a document states above its text, or at the edges of its pages.

>>> from archive_search.sources.days.stated_days import find_day
>>> find_day(["Le Courrier du Port", "Publié le mardi 3 mars 2015 à 18 h 36"])
PrintedDay(date=datetime.date(2015, 3, 3), time='18:36')
"""

from collections.abc import Iterable, Iterator

from archive_search.sources.days.dates import find_dates
from archive_search.sources.days.printed_days import PrintedDay, read_printed_day
from archive_search.sources.days.publication import read_publication

# "Lyon, le 3 mars 2015", "Le Courrier du Port | 3 mars 2015 | page 7": beside its day such a line has few words.
LONGEST_LINE = 120
LONGEST_REST = 60
SHORTEST_PARAGRAPH = 160
_ENDS_OF_SENTENCE = (".", "!", "?", "…", ":", ";", ",")


def find_day(lines: Iterable[str]) -> PrintedDay | None:
    """Give the day that some lines state; None for none, or for several.

    Args:
        lines: Short lines that stand apart from the text. One that says nothing but when the text was published
            counts before those with other words.
    """
    stated = [line for line in lines if len(line) <= LONGEST_LINE]
    for chosen in (filter(read_publication, stated), filter(_is_short_beside_day, stated)):
        days = {day.date: day for line in chosen if (day := read_printed_day(line)) is not None}
        if len(days) == 1:
            return next(iter(days.values()))
    return None


def lines_above_text(lines: Iterable[str]) -> Iterator[str]:
    """Give the lines of a document as far as its first paragraph."""
    for line in lines:
        if len(line) >= SHORTEST_PARAGRAPH:
            return
        yield line


def _is_short_beside_day(line: str) -> bool:
    dates = [printed.text for printed in find_dates(line) if printed.full_date() is not None]
    return len(dates) == 1 and len(line) - len(dates[0]) <= LONGEST_REST and not line.endswith(_ENDS_OF_SENTENCE)
