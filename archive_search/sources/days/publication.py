"""Read the lines that say when a page was published, such as « Publié le 3 mars 2015 à 18:36 ».

>>> from archive_search.sources.days.publication import read_publication
>>> read_publication("le , mis à jour à 18:36").time
'18:36'
"""

import re
from dataclasses import dataclass

from archive_search.sources.days.dates import PrintedDate, find_dates
from archive_search.sources.days.times import TIME, find_time
from archive_search.sources.signatures.agencies import find_agency

LONGEST_LINE = 160

# What is left of such a line once its dates and times are out.
_USUAL_WORDS = re.compile(
    r"\b(?:publiée?|parue?|postée?|créée?|modifiée?|actualisée?|mise?|en ligne|à jour"
    r"|écrite?|diffusée?|dernière|modification|date de|publication|parution|heure|[ée]dition|datée?|numéro"
    r"|aujourd'hui|hier|le|la|l'|à|a|par|dans|et|de|du|depuis|GMT|UTC|CES?T"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\b|(?<='))|©\s?\w+"
    r"|\b(?:n[°ºo]|p(?:age|\.))\s?\d{1,6}\b",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(r"\b(?:publi|paru|mise? (?:à jour|en ligne)|modifi|actualis|posté|créé)", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:publi|paru|mise? en ligne|posté|créé|écrit|diffus)", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:mise? à jour|modifi|actualis)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")

# Without an article, the name may be that of the town where a letter was written.
_REFERENCE = re.compile(
    r"(?:(?:(?:Le|La|Les)\s|L['’])[^,.:;]{2,60},\s(?P<day>[^,]{6,40})(?:,\s(?:p\.?|page)\s?[\dIVX-]{1,8})?)\.?"
)
_LETTERS_OR_DIGITS = re.compile(r"[^\W_]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """Hold what a line of publication says; a part that it lacks is None.

    Attributes:
        date: Day as printed; that of publication where the line also has that of an update.
        time: Time "HH:MM".
        agency: Agency named after a copyright sign.
        is_explicit: Whether the line says that this is a publication, rather than showing a bare date.
        is_update: Whether its day is that of an update.
    """

    date: PrintedDate | None
    time: str | None
    agency: str | None
    is_explicit: bool
    is_update: bool


def read_publication(text: str) -> Publication | None:
    """Read a line made of nothing but a date, a time and the usual words, or give None."""
    if len(text) > LONGEST_LINE or not _is_publication(text):
        return None
    published, updated = _PUBLISHED.search(text), _UPDATED.search(text)
    stated = _before_update(text[published.start() :] if published is not None else text)
    stated_date = next(find_dates(stated), None)
    date = stated_date or next(find_dates(text), None)
    return Publication(
        date=date,
        # Of a page that was copied without its day, the time of the update is all that is left.
        time=find_time(stated if date is not None else text),
        agency=find_agency(text) if "©" in text else None,
        is_explicit=_EXPLICIT.search(text) is not None,
        is_update=updated is not None and published is None and stated_date is None,
    )


def find_publication(text: str) -> Publication | None:
    """Read a line of publication, or that part of a line that names a newspaper too.

    Such lines are « Le Phare | 03.03.2015 à 18h36 » and « Le Phare, mardi 3 mars 2015, p. 4 ».
    """
    whole = read_publication(text)
    if whole is not None or len(text) > LONGEST_LINE:
        return whole
    reference = _REFERENCE.fullmatch(text)
    pieces = text.split("|") if "|" in text else [reference["day"]] if reference is not None else []
    parts = (read_publication(piece) for piece in pieces)
    return next((part for part in parts if part is not None and part.date is not None), None)


def _before_update(text: str) -> str:
    updated = _UPDATED.search(text)
    return text[: updated.start()] if updated is not None else text


def _is_publication(text: str) -> bool:
    if _DIGIT.search(text) is None:
        return False
    rest = text
    for date in find_dates(text):
        rest = rest.replace(date.text, " ")
    rest = TIME.sub(" ", rest)
    if rest == text:
        return False
    rest = _USUAL_WORDS.sub(" ", rest.replace("’", "'"))
    return _LETTERS_OR_DIGITS.search(rest) is None
