"""Tell the day that a page states about itself from a day that was only guessed from its text.

>>> from datetime import date
>>> from archive_search.sources.page_dates import reason_of_date
>>> reason_of_date(date(2015, 3, 3), moments=["2015-03-03T07:19:00+01:00"], url=None) is None
True
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import Any

from archive_search.sources.dates import read_date

IN_ADDRESS = "date lue dans l'adresse de la page"
IN_TEXT = "date trouvée dans le texte de la page, qui n'en déclare aucune"
MIDNIGHT = "00:00"
LONGEST_SCRIPT = 1 << 20
_PUBLISHED = re.compile(r'"date(?:Published|Created)"\s{0,9}:\s{0,9}"([^"]{8,40})"')
_TIME = re.compile(r"\d[T ]([0-2]\d:[0-5]\d)")
_NAMES_OF_DATES = re.compile(r"publi|issued|created|^(?:dc\.|dcterms\.)?date|pubdate", re.IGNORECASE)


def stated_moments(tree: Any) -> list[str]:  # lxml ships no types
    """List the days and times that a page declares for its publication, the most explicit first."""
    return [moment for moment in _declared(tree) if read_date(moment) is not None]


def reason_of_date(date: Date, *, moments: Sequence[str], url: str | None) -> str | None:
    """Say where a date was found when the page does not declare it; None when it does."""
    if any(read_date(moment) == date for moment in moments):
        return None
    written = (f"{date:%Y/%m/%d}", f"{date:%Y-%m-%d}", f"{date:%Y%m%d}", f"{date:%d-%m-%Y}")
    return IN_ADDRESS if url is not None and any(form in url for form in written) else IN_TEXT


def time_of_date(date: Date, *, moments: Sequence[str]) -> str | None:
    """Give the time of the first moment that is on this day, as the page prints it."""
    times = (_TIME.search(moment) for moment in moments if read_date(moment) == date)
    # Midnight stands for a day without a time.
    return next((found[1] for found in times if found is not None and found[1] != MIDNIGHT), None)


def _declared(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if _NAMES_OF_DATES.search(name):
            yield meta.get("content") or ""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _PUBLISHED.findall((script.text or "")[:LONGEST_SCRIPT])
    for element in tree.iter("time"):
        yield element.get("datetime") or ""
