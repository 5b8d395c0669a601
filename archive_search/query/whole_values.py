"""Read and write the whole value of a property, which no article may have in other words: ``source:="Le Monde"``.

Between straight guillemets a value stands letter for letter, and a guillemet in it is doubled.

>>> from archive_search.query.remarks import Remarks
>>> from archive_search.query.whole_values import find_whole_value, quote_whole
>>> quote_whole('La "Une" [soir]')
'"La ""Une"" [soir]"'
>>> find_whole_value('source:="La ""Une"" [soir]" Alep', 7, Remarks())
Enclosed(text='La "Une" [soir]', end=27)
>>> find_whole_value("source:Courrier", 7, Remarks()) is None
True
"""

import re

from archive_search.query.enclosing import QUOTES, Enclosed, find_enclosed
from archive_search.query.remarks import Remarks

_SIGN = re.compile(rf"\s{{0,3}}=\s{{0,3}}(?=[{''.join(QUOTES)}])")
_LETTER_FOR_LETTER = re.compile(r'"((?:[^"]|"")*+)"')


def quote_whole(value: str) -> str:
    """Put a value in guillemets so that it is read back letter for letter after an equals sign."""
    doubled = value.replace('"', '""')
    return f'"{doubled}"'


def find_whole_value(text: str, start: int, remarks: Remarks) -> Enclosed | None:
    """Read the value that begins with an equals sign and guillemets at an offset, if one does.

    Args:
        text: The query.
        start: Offset of what follows the field and its sign.
        remarks: Where it is said that guillemets do not close.
    """
    sign = _SIGN.match(text, start)
    if sign is None:
        return None
    if found := _LETTER_FOR_LETTER.match(text, sign.end()):
        return Enclosed(found[1].replace('""', '"'), found.end())
    enclosed = find_enclosed(text, sign.end(), remarks)
    return Enclosed(enclosed.text.strip(), enclosed.end)
