"""Read the time of a day as it is printed, and give it as "HH:MM"; a zone is left out.

>>> from archive_search.sources.days.times import find_time
>>> find_time("à 18 h 36"), find_time("11:14:45 EST"), find_time("6:05 PM"), find_time("le 14")
('18:36', '11:14', '18:05', None)
"""

import re
from collections.abc import Iterator

# What follows a sign or a colon is a zone, or the seconds of another time.
TIME = re.compile(
    r"(?<![\d:.,+/-])(?:"
    r"(?P<half_hour>1[0-2]|0?[1-9])(?:\s?[:.]\s?(?P<half_minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<hour>[01]?\d|2[0-3])(?:\s?:\s?(?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?(?![\d:])"
    r"|\s?h(?:eures?)?(?:\s?(?P<spoken_minute>[0-5]\d)(?!\d)|\b)))",
    re.IGNORECASE,
)
"""Pattern of a printed time."""


def find_time(text: str) -> str | None:
    """Give the first time that a short text prints, or None."""
    return next(iterate_times(text), None)


def iterate_times(text: str) -> Iterator[str]:
    """Yield the times that a short text prints, in order."""
    yield from (_written(found) for found in TIME.finditer(text))


def _written(found: re.Match[str]) -> str:
    if found["half"]:
        hour = int(found["half_hour"]) % 12 + (12 if found["half"] in "pP" else 0)
        return f"{hour:02}:{found['half_minute'] or '00'}"
    return f"{int(found['hour']):02}:{found['minute'] or found['spoken_minute'] or '00'}"
