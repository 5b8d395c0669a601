"""Recognise agencies of news and pictures where an article says who made it.

>>> from archive_search.entities.press_agencies import is_press_agency
>>> is_press_agency("REUTERS"), is_press_agency("La Dépêche")
(True, False)
"""

import re

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType, Role, Span

_PIECE = re.compile(r"[^,/;|]+")
_PREFACE = re.compile(r"(?:avec|via|source ?:|et|agence|archives)\s", re.IGNORECASE)


def is_press_agency(text: str) -> bool:
    """Tell whether a text is the name of an agency of news or pictures and nothing else."""
    return fold_name(text) in read_words("agencies.txt")


def read_agencies(text: str, start: int, end: int) -> list[RuleSpan]:
    """Read a list of agencies, such as "avec AFP, Reuters"; none when anything else stands there.

    Args:
        text: Prepared text.
        start: Offset where the list begins.
        end: Offset after it.
    """
    agencies: list[RuleSpan] = []
    for piece in _PIECE.finditer(text, start, min(end, start + 120)):
        for span in _split_at_and(text, Span(*piece.span())):
            if not is_press_agency(text[slice(*span)]):
                return []
            agencies.append(RuleSpan(*span, EntityType.ORG, Role.AGENCY))
    return agencies


def _split_at_and(text: str, piece: Span) -> list[Span]:
    words = text[slice(*piece)]
    middle = words.find(" et ", 1)
    spans = (
        [piece] if middle < 0 else [Span(piece.start, piece.start + middle), Span(piece.start + middle + 4, piece.end)]
    )
    return [_bare(text, span) for span in spans]


def _bare(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    preface = _PREFACE.match(text, start, span.end)
    start = preface.end() if preface else start
    return Span(start, start + len(text[start : span.end].rstrip(" .")))
