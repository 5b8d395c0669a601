"""Make links of the other queries that an archive offers where nothing is found, wherever that can be done safely.

Warnings are French sentences. A query at the end of one is a link when it reads back as it is written; a spelling that
may have been meant is one when the word in doubt stands exactly once in the query.

>>> from archive_search.web.parameters import SearchParameters
>>> asked = SearchParameters(q="siryen guerre")
>>> pieces = link_queries("« siryen » n'est dans aucun article ; vouliez-vous dire « syrien » ?", asked)
>>> [(piece.text, piece.search.q if piece.search else None) for piece in pieces]
[("« siryen » n'est dans aucun article ; vouliez-vous dire « ", None), ('syrien', 'syrien guerre'), (' » ?', None)]
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive_search.archive.asking import read_query
from archive_search.errors import QueryError
from archive_search.web.parameters import SearchParameters
from archive_search.web.sentences import as_sentence, capitalise

_DOUBTED = re.compile(r"« ([^\s«»…]+) » n'est dans aucun article ; vouliez-vous dire ")
_OFFERED = re.compile(r"« ([^«»…]+) »")
_COUNTED = re.compile(r"(?:\d|aucun article)")
_MOST_TRIED = 5


class Piece(NamedTuple):
    """Hold a piece of a sentence, and the search that it leads to."""

    text: str
    search: SearchParameters | None = None


def link_queries(sentence: str, asked: SearchParameters) -> tuple[Piece, ...]:
    """Cut a warning of a search that found nothing into what is a link and what is not; together it is a sentence.

    Args:
        sentence: The warning, without a capital and a final stop.
        asked: The search.
    """
    pieces: tuple[Piece, ...] = ()
    if doubted := _DOUBTED.match(sentence):
        pieces = tuple(_link_spellings(sentence, asked, doubted[1], doubted.end()))
    elif _COUNTED.match(sentence):
        pieces = _link_offer(capitalise(sentence), asked)
    return pieces or (Piece(as_sentence(sentence)),)


def _link_spellings(sentence: str, asked: SearchParameters, doubted: str, start: int) -> Iterator[Piece]:
    word = re.compile(rf"(?<!\w){re.escape(doubted)}(?!\w)")
    if len(word.findall(asked.q)) != 1:
        return
    place = 0
    for offered in _OFFERED.finditer(sentence, start):
        yield Piece(sentence[place : offered.start(1)])
        meant = word.sub(offered[1].replace("\\", r"\\"), asked.q)
        yield Piece(offered[1], asked.changed(q=meant, page=1))
        place = offered.end(1)
    yield Piece(sentence[place:])


def _link_offer(sentence: str, asked: SearchParameters) -> tuple[Piece, ...]:
    """Make a link of the query after a colon: a whole one, which has all that narrows the search in it."""
    place = -1
    for _ in range(_MOST_TRIED):
        place = sentence.find(" : ", place + 1)
        if place < 0:
            break
        offered = sentence[place + len(" : ") :]
        if _reads_back(offered):
            kept = SearchParameters(q=offered, sort=asked.sort, all=asked.all, size=asked.size)
            return (Piece(sentence[: place + len(" : ")]), Piece(offered, kept))
    return ()


def _reads_back(query: str) -> bool:
    try:
        parsed = read_query(query, {})
    except QueryError:
        return False
    return parsed.interpreted == query and not parsed.warnings
