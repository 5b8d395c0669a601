"""Read who signed an article: lines of their own, the parenthesis that ends a dispatch, columns of authors.

>>> from archive_search.sources.signatures.bylines import read_byline, read_final_parenthesis
>>> read_byline("Par Jeanne Dupont et Marc Petit, à Moscou").authors
('Jeanne Dupont', 'Marc Petit')
>>> read_final_parenthesis("Il a démenti. (Jeanne Dupont avec Marc Petit à Kiev)")
('Jeanne Dupont', 'Marc Petit')
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive_search.sources.signatures.agencies import find_agency, is_agency
from archive_search.sources.signatures.person_names import are_capitalised, is_person_name

LONGEST_BYLINE = 150
LONGEST_PARENTHESIS = 400

_OPENING = re.compile(
    r"(?:par|textes?(?: de| par)?|propos recueillis par|recueillis? par|un (?:texte|article) (?:de|par)"
    r"|reportages? (?:de|par)|correspondance de)\s?:?\s+(?P<names>\S.*)"
    r"|(?P<correspondent>de (?:notre|nos) (?:correspondant|envoyé)\S*.*)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[;,/|()–—]|\s-\s|\b(?:avec|et|par|and)\b", re.IGNORECASE)
_PLACE_OR_DESK = re.compile(r"\s(?:à|au|aux|en|pour|depuis)\s.*")
_DESK = re.compile(r"\b(?:bureau|service|rédaction|agences?|correspondante?s?|envoyée?s?)\b", re.IGNORECASE)
_MARK_OF_SIGNATURE = re.compile(
    r";|\b(?:avec|édité|service|version française|reportage|contribu\w+|rédigé)\b", re.IGNORECASE
)
_ROLE = re.compile(
    r"(?:à|au|aux|en|depuis)\s.*"
    r"|(?i:de )?(?:la |le |notre |nos )?(?:rédaction|service|journaliste|correspondant|envoyé|agences?)\b.*"
)
_END_OF_SENTENCE = tuple('.!?…»”")]')
_SPLIT_COLUMN = re.compile(r"[;|\n,]|\s(?:et|and)\s")
_LABEL = re.compile(r"(?:par|propos recueillis par|recueilli par|by)\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Byline:
    """Hold what a line of signature says.

    Attributes:
        authors: Names of people, in order.
        agency: Press agency named there.
    """

    authors: tuple[str, ...]
    agency: str | None


def read_byline(text: str) -> Byline | None:
    """Read a line that does nothing but sign, or give None when it is anything else."""
    # A copyright sign credits a picture.
    if len(text) > LONGEST_BYLINE or "©" in text:
        return None
    if is_agency(text):
        return Byline(authors=(), agency=find_agency(text))
    opening = _OPENING.fullmatch(text.rstrip(" ."))
    if opening is None:
        return _agency_line(text)
    chunks = _chunks(opening["names"] or opening["correspondent"])
    if not all(is_person_name(chunk) or is_agency(chunk) or _ROLE.fullmatch(chunk) for chunk in chunks):
        return _agency_line(text)
    return Byline(authors=tuple(filter(is_person_name, chunks)), agency=find_agency(text))


def read_signature(text: str) -> Byline | None:
    """Read a line that is known to sign: as `read_byline`, or a name alone."""
    byline = read_byline(text)
    return Byline(authors=(text,), agency=None) if byline is None and is_person_name(text) else byline


def read_final_parenthesis(text: str) -> tuple[str, ...]:
    """Read the names in the parenthesis that ends a dispatch; none when it is no signature."""
    text = text.rstrip()
    if not text.endswith(")"):
        return ()
    opening = text.rfind("(", max(0, len(text) - LONGEST_PARENTHESIS))
    if opening < 1 or not text[:opening].rstrip().endswith(_END_OF_SENTENCE):
        return ()
    inside = text[opening + 1 : -1]
    chunks = _chunks(inside)
    names = tuple(name for name in map(_without_role, chunks) if is_person_name(name))
    is_signed = _MARK_OF_SIGNATURE.search(inside) is not None
    return names if is_signed or len(names) == len(chunks) > 1 else ()


def split_authors(value: str) -> tuple[str, ...]:
    """Split the column of authors of a record; agencies are no authors."""
    return unique_authors(_LABEL.sub("", name.strip(), count=1) for name in _SPLIT_COLUMN.split(value))


def unique_authors(names: Iterable[str]) -> tuple[str, ...]:
    """Keep each name once, in order, without agencies."""
    return tuple(dict.fromkeys(name for name in names if name and not is_agency(name)))


def _agency_line(text: str) -> Byline | None:
    # "Le Courrier avec AFP", "AFP, Washington": a few capitalised words, and one of them is an agency.
    agency = find_agency(text)
    words = re.sub(r"[,;/()©–—-]|\b(?:avec|et|source|agences?)\b", " ", text).split()
    if agency is None or text.endswith(("?", "!")) or len(words) > 4 or not are_capitalised(words):
        return None
    names = (chunk for chunk in _chunks(text) if is_person_name(chunk) and find_agency(chunk) is None)
    return Byline(authors=unique_authors(names) if " avec " not in text else (), agency=agency)


def _chunks(text: str) -> list[str]:
    chunks = (chunk.strip(" .:") for chunk in _SEPARATOR.split(text))
    return [chunk if _ROLE.fullmatch(chunk) else _PLACE_OR_DESK.sub("", chunk) for chunk in chunks if chunk]


def _without_role(chunk: str) -> str:
    words = chunk.split()
    start = next((index for index, word in enumerate(words) if word[0].isupper()), len(words))
    return "" if _DESK.search(" ".join(words[:start])) else " ".join(words[start:])
