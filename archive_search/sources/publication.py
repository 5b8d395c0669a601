"""Read the lines that say when a page was published, such as « Publié le 3 mars 2015 à 18:36 ».

>>> from archive_search.sources.publication import read_publication
>>> read_publication("le , mis à jour à 18:36").time
'18:36'
"""

import re
from dataclasses import dataclass

from archive_search.sources.agencies import find_agency
from archive_search.sources.dates import PrintedDate, find_dates

LONGEST_LINE = 160
_TIME = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3])\s?(?::\s?[0-5]\d|h\s?[0-5]\d|h\b)", re.IGNORECASE)

# What is left of such a line once its dates and times are out.
_USUAL_WORDS = re.compile(
    r"\b(?:publiée?|parue?|postée?|créée?|modifiée?|actualisée?|mise?|en ligne|à jour"
    r"|écrite?|diffusée?|dernière|modification|date de|publication|parution|heure"
    r"|aujourd'hui|hier|le|la|à|a|par|et|de|du|depuis|GMT|UTC"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|©\s?\w+",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(r"\b(?:publi|paru|mise? (?:à jour|en ligne)|modifi|actualis|posté|créé)", re.IGNORECASE)
_LETTERS_OR_DIGITS = re.compile(r"[^\W_]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """Hold what a line of publication says; a part that it lacks is None.

    Attributes:
        date: Day as printed.
        time: Time as printed.
        agency: Agency named after a copyright sign.
        is_explicit: Whether the line says that this is a publication, rather than showing a bare date.
    """

    date: PrintedDate | None
    time: str | None
    agency: str | None
    is_explicit: bool


def read_publication(text: str) -> Publication | None:
    """Read a line made of nothing but a date, a time and the usual words, or give None."""
    if len(text) > LONGEST_LINE:
        return None
    dates = list(find_dates(text))
    time = _TIME.search(text)
    if not dates and time is None:
        return None
    rest = text
    for date in dates:
        rest = rest.replace(date.text, " ")
    rest = _USUAL_WORDS.sub(" ", _TIME.sub(" ", rest).replace("’", "'"))
    if _LETTERS_OR_DIGITS.search(rest):
        return None
    return Publication(
        date=dates[0] if dates else None,
        time=time[0] if time else None,
        agency=find_agency(text) if "©" in text else None,
        is_explicit=_EXPLICIT.search(text) is not None,
    )
