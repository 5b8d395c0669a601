r"""Write rows of tables that spreadsheets open without harm.

>>> write_cell("=1+1"), write_cell("La digue\ncède"), write_cell(None), write_cell(3)
("'=1+1", 'La digue cède', '', 3)
>>> write_row(["a1", "Gué, pont", -2])
'a1,"Gué, pont",-2\n'
"""

import csv
import io
from collections.abc import Iterable

from archive_search.analysis.characters import drop_hidden

_FORMULA_STARTS = ("=", "+", "-", "@")


def write_cell(value: object) -> object:
    """Write a value on one line, and keep a spreadsheet from running text that looks like a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = drop_hidden(value.replace("\n", " ").replace("\t", " "))
    # Some spreadsheets pass over blanks in front of a formula.
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text


def write_row(values: Iterable[object], *, delimiter: str = ",", end: str = "\n") -> str:
    """Write a row of a table, its cells in quotes where need be, and its end."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerow(map(write_cell, values))
    return text.getvalue()
