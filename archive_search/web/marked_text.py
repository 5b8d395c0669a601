"""Show text with what matched marked; all text of articles is escaped here or by the templates, never trusted.

>>> from archive_search.records import Span
>>> mark_text("Une base aérienne <à> Lattaquié", [Span(4, 17), Span(22, 31)])
Markup('Une <mark>base aérienne</mark> &lt;à&gt; <mark>Lattaquié</mark>')
"""

from collections.abc import Sequence

from markupsafe import Markup

from archive_search.records import Span
from archive_search.search.rendering import render_html

LONGEST = 2_000
"""Characters of a title or a snippet that are shown; a file may give a title of a megabyte."""


def mark_text(text: str, marks: Sequence[Span]) -> Markup:
    """Put marks around some spans of a text, and cut what is beyond `LONGEST`.

    Args:
        text: The text as stored.
        marks: Half-open spans of characters, in order and apart.
    """
    if len(text) <= LONGEST:
        return Markup(render_html(text, marks))
    kept = [Span(mark.start, min(mark.end, LONGEST)) for mark in marks if mark.start < LONGEST]
    return Markup(render_html(text[:LONGEST], kept) + " …")
