r"""Answer with a table, the twin of a page that spreadsheets open.

>>> answer_table(("article", "title"), [("a1", "=Gué")], "recherche").body.decode()
"article,title\na1,'=Gué\n"
"""

from collections.abc import Iterable, Sequence

from fastapi.responses import Response

from archive_search.analysis.cells import write_row


def answer_table(columns: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> Response:
    """Make the answer that a browser keeps as a file: CSV in UTF-8, one line of column names, then the rows.

    Args:
        columns: Names of the columns.
        rows: Cells of each row; text that a spreadsheet would take for a formula is made harmless.
        name: Name of the file, letters of ASCII, without its suffix.
    """
    text = "".join(map(write_row, (columns, *rows)))
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)
