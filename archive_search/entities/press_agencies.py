"""Recognise agencies of news and pictures where an article says who made it.

>>> from archive_search.entities.press_agencies import is_press_agency
>>> is_press_agency("REUTERS"), is_press_agency("La Dépêche")
(True, False)
"""

import re
from collections.abc import Iterator

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.rule_spans import RuleSpan
from archive_search.entities.word_lists import read_words
from archive_search.records import EntityType, Role, Span

_PIECE = re.compile(r"[^,/;|]+")
_PREFACE = re.compile(r"(?:avec|via|sources?(?: ?:)?|et|agence|archives)\s", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"\((?P<agencies>[^()\n]{2,60})\)")
# "l'Agence France-Presse (AFP)", "l'agence officielle (Xinhua)": the sentence names it.
_NAMED_BEFORE = re.compile(r"\bagence|\bpress", re.IGNORECASE)
_NEAR = 60
# The sentence speaks "avec l'AFP".
_WITH_AFP = re.compile(r"(?<!\w)[Aa]vec (AFP)(?!\w)")
_AT_HEAD = re.compile(r"\s*(?P<agencies>[^\W\d_][^\n–—-]{1,30}?) ?[–—-] ")
_AT_END = re.compile(r"(?<=[\s.!?»\"])[–—-] ?(?P<agencies>[^\n–—-]{2,30}?)(?: ?[–—-])?\s*\Z")
_LONGEST_END = 40


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


def find_marks(text: str) -> Iterator[RuleSpan]:
    """Yield the agencies that a prepared text names without speaking of them: (AFP), avec AFP, - AFP -."""
    for mark in _IN_PARENTHESES.finditer(text) if "(" in text else ():
        if _NAMED_BEFORE.search(text, max(0, mark.start() - _NEAR), mark.start()) is None:
            yield from _read_certain(text, mark)
    for found in _WITH_AFP.finditer(text) if "AFP" in text else ():
        yield RuleSpan(*found.span(1), EntityType.ORG, Role.AGENCY)
    for edge in (_AT_HEAD.match(text), _AT_END.search(text, max(0, len(text) - _LONGEST_END))):
        if edge is not None:
            yield from read_agencies(text, *edge.span("agencies"))


def _read_certain(text: str, found: re.Match[str]) -> list[RuleSpan]:
    """Read agencies, none when one has the letters of a party or port too: Marc Roy (PC)."""
    agencies = read_agencies(text, *found.span("agencies"))
    names = [fold_name(text[span.start : span.end]) for span in agencies]
    return agencies if all(len(name) > len("afp") or name == "afp" for name in names) else []


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
