"""Read the day that the name of a file, or of its folders, states.

>>> from archive_search.sources.days.file_days import read_file_day
>>> read_file_day("presse/2015/09/18/a.txt").text, read_file_day("20150918-afp.xml").date
('2015/09/18', datetime.date(2015, 9, 18))
>>> read_file_day("export-2019-03-12.csv") is None
True
"""

import re
from datetime import date as Date
from typing import NamedTuple

from archive_search.sources.days.dates import calendar_date
from archive_search.sources.days.months import MONTH, month_number

_YEAR = r"(?:1[6-9]|20)\d\d"
_GAP = r"[-_. ]"

# Further in, words are a title: "retour-sur-les-attentats-du-13-novembre-2015".
_IN_WORDS = rf"^(?P<day>\d\d?)(?:er)?{_GAP}?(?P<month>{MONTH}){_GAP}?(?P<year>{_YEAR})"
_DAY_IN_NAME = re.compile(
    rf"(?<!\d)(?:(?P<iso_year>{_YEAR})(?P<gap>{_GAP}?)(?P<iso_month>\d\d)(?P=gap)(?P<iso_day>\d\d)"
    rf"|(?P<day_number>\d\d?)(?P<mark>{_GAP})(?P<month_number>\d\d?)(?P=mark)(?P<last_year>{_YEAR})"
    rf"|{_IN_WORDS})(?:(?=[Tt_-]?\d{{4,6}}(?!\d))|(?!\d))",
    re.IGNORECASE,
)
# The last number must name a folder: the file "2015/09/12.txt" may be the twelfth of September, or of its month.
_DAY_IN_FOLDERS = re.compile(rf"(?:^|/)({_YEAR})/(\d\d)/(\d\d)/(?!.*/{_YEAR}/\d\d/\d\d/)")
_NAMES_OF_PARTS = (
    ("iso_year", "iso_month", "iso_day"),
    ("last_year", "month_number", "day_number"),
    ("year", "month", "day"),
)

# The day on which somebody took articles out of a database, or photographed them, is not theirs.
_IS_DAY_OF_COPY = re.compile(
    r"export|extra(?:ct|it)|t[eé]l[eé]charg|download|dump|backup|sauvegarde|copie|capture|screenshot|scan|(?:^|_)img"
    r"|crawl|warc|factiva|nexis|europresse|pressreader|r[eé]sultat|recherche|search|import",
    re.IGNORECASE,
)
# Older days are no days of copies: there was nothing yet to copy newspapers with.
FIRST_YEAR_OF_COPIES = 1990
LONGEST_NAME = 1000
IN_FILE_NAME = "date lue dans le nom du fichier ({text})"


class FileDay(NamedTuple):
    """Hold the day that a name states, and the part of the name that states it."""

    date: Date
    text: str

    @property
    def reason(self) -> str:
        """Say where the day was read, for a reader who asks why it is that of the article."""
        return IN_FILE_NAME.format(text=self.text)


def read_file_day(name: str) -> FileDay | None:
    """Read the day stated by the name of a file, or else by the nearest of its folders.

    Args:
        name: Path under the folder that was asked for, with ``/`` between its parts.

    Returns:
        The day; None when no name states one, when one states two, or when it is the day of a copy.
    """
    name = name[-LONGEST_NAME:]
    for part in reversed(name.split("/")):
        days = {day.date: day for found in _DAY_IN_NAME.finditer(part) if (day := _day_of(found)) is not None}
        if days:
            return next(iter(days.values())) if len(days) == 1 and not _is_copied(part, min(days)) else None
    return _day_of_folders(name)


def _is_copied(name: str, date: Date) -> bool:
    return date.year >= FIRST_YEAR_OF_COPIES and _IS_DAY_OF_COPY.search(name) is not None


def _day_of(found: re.Match[str]) -> FileDay | None:
    year, month, day = next(parts for names in _NAMES_OF_PARTS if (parts := found.group(*names))[0])
    date = calendar_date(int(year), int(month) if month.isdigit() else month_number(month), int(day))
    return None if date is None else FileDay(date, found[0])


def _day_of_folders(name: str) -> FileDay | None:
    found = _DAY_IN_FOLDERS.search(name)
    if found is None:
        return None
    date = calendar_date(int(found[1]), int(found[2]), int(found[3]))
    return None if date is None else FileDay(date, found[0].strip("/"))
