"""Show where a query is at fault.

>>> point_at("Syrie ET (titre:", 10, "champ « titre » sans valeur")
Fault(sentence='Champ « titre » sans valeur.', position=10, before='Syrie ET (', at='titre:', after='')
"""

import re
from typing import NamedTuple

from archive_search.web.sentences import as_sentence

_AROUND = 60
_AT_FAULT = re.compile(r"\s*\S{0,40}")


class Fault(NamedTuple):
    """Hold what is wrong with a query, and the words around the place.

    Attributes:
        sentence: What is wrong, a French sentence.
        position: Character of the query where it begins, from 0.
        before: Some of the query before it.
        at: The word at fault; empty where that is nothing of the query.
        after: Some of the query after it.
    """

    sentence: str
    position: int
    before: str = ""
    at: str = ""
    after: str = ""


def point_at(query: str, position: int, message: str) -> Fault:
    """Find the words of a query around the place of its fault.

    Args:
        query: The query.
        position: The place, in characters from 0; it may be beyond the end.
        message: What is wrong, in lower case and without a final stop.
    """
    found = _AT_FAULT.match(query, min(position, len(query)))
    end = found.end() if found else position
    start = max(0, position - _AROUND)
    before = f"{'… ' if start else ''}{query[start:position]}"
    after = f"{query[end : end + _AROUND]}{' …' if end + _AROUND < len(query) else ''}"
    return Fault(as_sentence(message), position, before, query[position:end], after)
