"""Write marked text for a page, a terminal or plain reading, always from the same spans.

>>> from archive_search.records import Span
>>> render_html("l'armée & co", [Span(2, 7)])
'l&#x27;<mark>armée</mark> &amp; co'
>>> render_plain("l'armée & co", [Span(2, 7)])
"l'[armée] & co"
"""

import html
from collections.abc import Callable, Sequence

from archive_search.analysis.characters import drop_hidden
from archive_search.records import Span
from archive_search.search.snippets import Snippet

ELLIPSIS = "…"


def render_html(text: str, marks: Sequence[Span]) -> str:
    """Escape a text and put its marks into ``mark`` elements."""
    return _render(text, marks, html.escape, lambda matched: f"<mark>{matched}</mark>")


def render_terminal(text: str, marks: Sequence[Span]) -> str:
    """Set the marks in bold yellow by ANSI codes; control characters of the text itself are taken out."""
    return _render(text, marks, drop_hidden, lambda matched: f"\x1b[1;33m{matched}\x1b[0m")


def render_plain(text: str, marks: Sequence[Span]) -> str:
    """Put the marks between square brackets; control characters of the text are taken out."""
    return _render(text, marks, drop_hidden, lambda matched: f"[{matched}]")


def add_ellipses(rendered: str, snippet: Snippet) -> str:
    """Show where a snippet leaves out text of its paragraph."""
    before = f"{ELLIPSIS} " if snippet.starts_inside else ""
    after = f" {ELLIPSIS}" if snippet.ends_inside else ""
    return f"{before}{rendered}{after}"


def _render(text: str, marks: Sequence[Span], escape: Callable[[str], str], mark: Callable[[str], str]) -> str:
    pieces = []
    place = 0
    for start, end in marks:
        pieces.append(escape(text[place:start]))
        pieces.append(mark(escape(text[start:end])))
        place = end
    pieces.append(escape(text[place:]))
    return "".join(pieces)
