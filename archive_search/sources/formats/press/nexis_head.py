r"""Read the lines that stand above the first label of a document of Nexis: publication, day, title, rights.

The old exports print the publication and the day, then the title; the new ones begin with the title.

>>> from archive_search.sources.html.markup_lines import lines_of_text
>>> from archive_search.sources.formats.press.nexis_head import read_nexis_head
>>> lines = lines_of_text("La Gazette\n\n12 avril 2013 vendredi\n\nLa paix est signée")
>>> head = read_nexis_head(lines, is_new=False)
>>> head.source, str(head.day.date), head.title
('La Gazette', '2013-04-12', 'La paix est signée')
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive_search.sources.days.months import MONTH, WEEKDAY
from archive_search.sources.days.printed_days import PrintedDay, read_printed_day
from archive_search.sources.html.markup_lines import MarkedLine, group_close_lines

LONGEST_DAY = 80

_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_ALL_RIGHTS = re.compile(r".{0,40}(?:all rights reserved|tous droits r[ée]serv[ée]s|rechte vorbehalten)", re.IGNORECASE)
_DAY = re.compile(rf"(?:(?:{WEEKDAY})\b\.?,?\s)?(?:le\s)?(?:\d|(?:{MONTH})\b)", re.IGNORECASE)


class NexisHead(NamedTuple):
    """Hold what the head of a document states."""

    source: str | None
    day: PrintedDay | None
    title: str | None
    standfirst: tuple[str, ...]
    rights: str | None


def read_nexis_head(lines: Sequence[MarkedLine], *, is_new: bool) -> NexisHead:
    """Read the lines above the first label.

    Args:
        lines: These lines, without the one that numbers the document.
        is_new: Whether the document has labels in small letters, as those of the new interface.
    """
    groups, rights = _take_rights(group_close_lines(lines))
    place = next((place for place, group in enumerate(groups) if _is_day(group)), None)
    if place is None:
        return _without_day([line for group in groups for line in group], rights, is_new=is_new)
    before, after = _flatten(groups[:place]), groups[place + 1 :]
    at_day = next(index for index, line in enumerate(groups[place]) if _is_day_line(line))
    before += groups[place][:at_day]
    day = read_printed_day(groups[place][at_day])
    if is_new and len(before) > 1:
        return NexisHead(source=before[-1], day=day, title=before[-2], standfirst=(), rights=rights)
    source = before[0] if before else None
    title = " ".join(after[0]) if after else None
    return NexisHead(source, day, title, tuple(" ".join(group) for group in after[1:]), rights)


def is_copyright(text: str) -> bool:
    """Tell whether a line begins a notice of rights."""
    return _COPYRIGHT.match(text) is not None


def read_rights(lines: Sequence[str]) -> str | None:
    """Give the notice of rights that begins with one of these lines, or None."""
    place = next((place for place, line in enumerate(lines) if is_copyright(line)), None)
    if place is None:
        return None
    end = place + 1
    while end < len(lines) and not _ALL_RIGHTS.match(lines[end - 1]) and _ALL_RIGHTS.match(lines[end]):
        end += 1
    return " ".join(lines[place:end])


def _take_rights(groups: Sequence[Sequence[MarkedLine]]) -> tuple[list[list[str]], str | None]:
    """Set the notice of rights apart; the name of the publication may follow it in the same block."""
    kept: list[list[str]] = []
    rights: str | None = None
    for group in groups:
        texts = [line.text for line in group]
        if is_copyright(texts[0]):
            end = next((place for place, text in enumerate(texts) if _ALL_RIGHTS.match(text)), len(texts) - 1)
            rights = rights or " ".join(texts[: end + 1])
            texts = texts[end + 1 :]
        if texts and not _ALL_RIGHTS.fullmatch(texts[0].rstrip(". ")):
            kept.append(texts)
    return kept, rights


def _is_day(group: Sequence[str]) -> bool:
    return any(map(_is_day_line, group))


def _is_day_line(line: str) -> bool:
    return len(line) <= LONGEST_DAY and _DAY.match(line) is not None and read_printed_day(line) is not None


def _without_day(lines: Sequence[str], rights: str | None, *, is_new: bool) -> NexisHead:
    title, source = (0, 1) if is_new else (-1, 0)
    has_both = len(lines) > 1
    return NexisHead(
        source=lines[source] if has_both else None,
        day=None,
        title=lines[title] if lines else None,
        standfirst=(),
        rights=rights,
    )


def _flatten(groups: Sequence[Sequence[str]]) -> list[str]:
    return [line for group in groups for line in group]
