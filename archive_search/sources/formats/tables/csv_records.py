r"""Read articles from a table separated by commas, semicolons or tabs, whose first line names the columns.

>>> import io
>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.tables.csv_records import read_csv
>>> stream = io.BytesIO("titre;texte\nLa paix;Elle est signée.".encode())
>>> [article.title for article in read_csv(stream, origin=Origin(path="a.csv", name="a.csv"), chosen={})]
['La paix']
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

from archive_search.records import Article, Failure
from archive_search.sources.assembling import Origin
from archive_search.sources.formats.tables.columns import column_fault, match_columns, sniff_delimiter
from archive_search.sources.formats.tables.decoded_lines import read_lines
from archive_search.sources.formats.tables.structured import article_from_values
from archive_search.sources.readers import Found, Reading

LONGEST_LINE = 1 << 26
NO_HEADER = "tableau vide : la première ligne doit nommer les colonnes"
TOO_LONG_LINE = "ligne de plus de 64 Mo : coupez-la"
BAD_QUOTES = "guillemets mal fermés : doublez ceux qui sont dans le texte"
TOO_MANY_FIELDS = "{count} colonnes au lieu de {expected} : mettez le texte entre guillemets"
NO_TEXT = "texte vide : complétez la ligne ou retirez-la"

# Stands in the feed for a line above the limit; Unicode promises that it is no character.
_SKIPPED_LINE = "\ufffe"

# Excel names the delimiter on a line before the header.
_EXCEL_DELIMITER = re.compile(r"\ufeff?sep=.\s*", re.IGNORECASE)


def read_csv_file(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of a file, by the columns that the user named or the usual ones."""
    return read_csv(stream, origin=reading.origin, chosen=reading.options.columns)


def read_csv(stream: BinaryIO, *, origin: Origin, chosen: Mapping[str, str]) -> Iterator[Article | Failure]:
    """Read the articles of a table; a bad row gives a failure and the others are read.

    Args:
        stream: Bytes of the file, from its beginning.
        origin: File of the stream.
        chosen: Columns that the user named for some properties.
    """
    # The limit belongs to the csv module as a whole; its default is shorter than some articles.
    csv.field_size_limit(LONGEST_LINE)
    lines = (_SKIPPED_LINE if line is None else line for line in read_lines(stream, limit=LONGEST_LINE))
    header = next((line for line in lines if line.strip() and not _EXCEL_DELIMITER.fullmatch(line)), "")
    delimiter = sniff_delimiter(header)
    rows = _number_rows(chain([header], lines), delimiter=delimiter)
    _, names = next(rows, (1, []))
    fault = column_fault(names, chosen=chosen) if names else NO_HEADER
    if fault is not None or names is None:
        yield Failure(path=origin.path, reason=fault or BAD_QUOTES)
        return
    columns = {name: names.index(column) for name, column in match_columns(names, chosen=chosen).items()}
    for number, row in rows:
        if row != []:
            result = _article_of(row, columns=columns, width=len(names), number=number, origin=origin)
            yield Failure(path=origin.path, reason=result, line=number) if isinstance(result, str) else result


def _number_rows(lines: Iterator[str], *, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Give each row with the line where it begins; None for a row with faulty quotes."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, None


def _article_of(
    row: Sequence[str] | None, *, columns: Mapping[str, int], width: int, number: int, origin: Origin
) -> Article | str:
    """Build the article of a row, or say what is wrong with it."""
    if row is None:
        return BAD_QUOTES
    if row[0] == _SKIPPED_LINE:
        return TOO_LONG_LINE
    if any(field.strip() for field in row[width:]):
        return TOO_MANY_FIELDS.format(count=len(row), expected=width)
    values = {name: row[place] for name, place in columns.items() if place < len(row)}
    # The header is line 1; the first article is the first row after it.
    return article_from_values(values, number=number - 1, origin=origin) or NO_TEXT
