r"""Read the lines that stand above an article of Factiva when it is displayed without the codes of its fields.

Only their order tells what they are: section, title, signature, length, day, time, source, its code, edition, page,
language, rights. The length is what shows where one is.

>>> from archive_search.sources.formats.press.factiva_head import Field, read_head
>>> from archive_search.sources.html.markup_lines import lines_of_text
>>> head = "La paix\nPar Jeanne Dupont\n295 mots\n29 décembre 2011\nLa Gazette\nGAZFR\nFrançais\n(c) 2011 La Gazette"
>>> fields, following = read_head(lines_of_text(head))
>>> fields[Field.SOURCE], fields[Field.LANGUAGE], following
(['La Gazette'], ['Français'], 8)
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive_search.sources.days.printed_days import read_printed_day
from archive_search.sources.days.times import TIME
from archive_search.sources.formats.press.authors import is_signature_line
from archive_search.sources.formats.press.fields import Field
from archive_search.sources.html.markup_lines import MarkedLine
from archive_search.sources.languages import language_code

LINES_ABOVE_LENGTH = 12
LINES_BELOW_LENGTH = 12
LONGEST_SECTION = 60

_LENGTH = re.compile(
    r"\d{1,3}(?:[ ,.\u00a0\u202f]?\d{3})*\s(?:words?|mots?|Wörter|palabras|parole|palavras|woorden)", re.IGNORECASE
)
_DAY = re.compile(r"\D{0,20}\d{1,2}\D{1,20}(?:19|20)\d\d")
_CODE = re.compile(r"[A-Z0-9]{2,8}")
_PAGE = re.compile(
    r"(?:(?:pp?|pages?)\.?\s?)?(?P<page>[A-Z]{0,4}-?\d{1,4}(?:\s?[,/-]\s?[A-Z]{0,4}\d{1,4})*)", re.IGNORECASE
)
_LANGUAGE = re.compile(r"[^\W\d_]{4,}")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\b)|.*(?:droits r[ée]serv|rights reserved|rechte vorbehalten)", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:par|by|de notre)\s", re.IGNORECASE)


def find_length(lines: Sequence[MarkedLine]) -> int | None:
    """Give the place of the line that says how many words an article has, or None."""
    near = enumerate(lines[:LINES_ABOVE_LENGTH])
    return next((place for place, line in near if _LENGTH.fullmatch(line.text)), None)


def read_head(lines: Sequence[MarkedLine]) -> tuple[Mapping[Field, list[str]], int]:
    """Read the lines above a text.

    Args:
        lines: Lines of a document that has a length, as `find_length` found it.

    Returns:
        The values of each field, and the place where the text begins.
    """
    place = find_length(lines) or 0
    fields = _group(_read_above(lines[:place]))
    stated, used = _read_below(lines[place + 1 : place + 1 + LINES_BELOW_LENGTH])
    return {**fields, **stated}, place + 1 + used


def _group(found: Iterator[tuple[Field, str]]) -> dict[Field, list[str]]:
    fields: dict[Field, list[str]] = {}
    for field, value in found:
        fields.setdefault(field, []).append(value)
    return fields


def _read_above(lines: Sequence[MarkedLine]) -> Iterator[tuple[Field, str]]:
    titles = [place for place, line in enumerate(lines) if "hd" in line.marks or _is_headline(line)]
    signed = {place for place, line in enumerate(lines) if "author" in line.marks or _SIGNED.match(line.text)}
    if not titles:
        titles, signed = _title_by_place(lines, signed)
    for place, line in enumerate(lines):
        if place in titles:
            yield Field.TITLE, line.text
        elif place in signed:
            yield Field.AUTHORS, line.text
        elif titles and place < titles[0]:
            yield Field.SECTION, line.text
        else:
            yield Field.CREDIT, line.text


def _is_headline(line: MarkedLine) -> bool:
    return any(mark.endswith("headline") for mark in line.marks)


def _title_by_place(lines: Sequence[MarkedLine], signed: set[int]) -> tuple[list[int], set[int]]:
    """Find the title of a document without mark-up: a section may stand above it, a signature below."""
    rest = list(range(min(signed, default=len(lines))))
    if len(rest) > 1 and not signed and is_signature_line(lines[rest[-1]].text):
        signed = {rest.pop()}
    if len(rest) > 1 and len(lines[rest[0]].text) <= min(LONGEST_SECTION, len(lines[rest[1]].text)):
        rest = rest[1:]
    return rest, signed


def _read_below(lines: Sequence[MarkedLine]) -> tuple[dict[Field, list[str]], int]:
    fields: dict[Field, list[str]] = {}
    used = 0
    if used < len(lines) and _is_day(lines[used].text):
        fields[Field.DATE] = [lines[used].text]
        used += 1
    if used < len(lines) and TIME.fullmatch(lines[used].text) is not None:
        fields[Field.TIME] = [lines[used].text]
        used += 1
    if used < len(lines):
        fields[Field.SOURCE] = [lines[used].text]
        used += 1
    return _read_details(lines, fields, used=used)


def _read_details(
    lines: Sequence[MarkedLine], fields: dict[Field, list[str]], *, used: int
) -> tuple[dict[Field, list[str]], int]:
    """Read what follows the source, down to the language and the rights."""
    places = range(used, len(lines))
    rights = next((place for place in places if _RIGHTS.match(lines[place].text)), None)
    above_rights = places if rights is None else range(used, rights)
    language = next((place for place in above_rights if _is_language(lines[place])), None)
    if rights is None and language is not None and language + 1 < len(lines) and lines[language + 1].is_close:
        rights = language + 1
    end = max((place for place in (language, rights) if place is not None), default=None)
    if end is None:
        is_code = used < len(lines) and _CODE.fullmatch(lines[used].text) is not None
        return fields, used + is_code
    pages = (_PAGE.fullmatch(line.text) for line in lines[used + 1 : end])
    fields[Field.PAGE] = [found["page"] for found in pages if found is not None][-1:]
    fields[Field.LANGUAGE] = [] if language is None else [lines[language].text]
    fields[Field.RIGHTS] = [] if rights is None else [lines[rights].text]
    return fields, end + 1


def _is_day(text: str) -> bool:
    """Tell whether a line is a day, in whatever language the interface writes its month."""
    return read_printed_day(text) is not None or _DAY.fullmatch(text) is not None


def _is_language(line: MarkedLine) -> bool:
    return _LANGUAGE.fullmatch(line.text) is not None and language_code(line.text) is not None
