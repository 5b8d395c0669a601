"""Cut the HTML of an entry, of a message or of a chapter into passages.

Paragraphs, items of lists and rows of tables are passages of their own, in the order of the text; titles of sections
and captions have their kind. Scripts, forms, what a page hides and calls of notes are left out.

>>> from archive_search.sources.html.fragments import passages_of_html
>>> passages = passages_of_html("<h2>La paix</h2><p>Elle est <b>signée</b>.</p>Enfin.<br><br>Les deux camps ont ri.")
>>> [(passage.kind.value, passage.text) for passage in passages]
[('heading', 'La paix'), ('body', 'Elle est signée.'), ('body', 'Enfin.'), ('body', 'Les deux camps ont ri.')]
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from itertools import zip_longest

from archive_search.records import Kind
from archive_search.sources.characters import clean_characters
from archive_search.sources.html.block_collector import BlockCollector
from archive_search.sources.html.parsing import MarkupError, feed_markup
from archive_search.sources.passages.headings import is_heading_like, is_paragraph_like
from archive_search.sources.passages.passage import Passage
from archive_search.sources.passages.text_splitting import split_passages

# Bold lines as long as a paragraph, above a text that is not bold, are how French sites mark the standfirst.
SHORTEST_LEAD = 60

_MARKUP = re.compile(r"<[a-zA-Z/!?]|&[#a-zA-Z]")
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")


def passages_of_html(html: str) -> list[Passage]:
    """Give the passages of a page or of a piece of one, in order; a text without mark-up is cut at its lines.

    Args:
        html: HTML or XHTML, as it was decoded; whatever is broken in it is read as browsers do.
    """
    html = clean_characters(html)
    if _MARKUP.search(html) is None:
        return split_passages(html)
    collector = BlockCollector()
    try:
        feed_markup(html, collector)
    except MarkupError:
        # No article is nested so deep: its text still counts, the kinds of its passages do not.
        return split_passages(unescape(_TAG.sub("\n", html)))
    return list(mark_bold(collector.passages))


def text_of_html(html: str) -> str:
    """Give the text of a short piece of HTML, such as a title, on one line."""
    if _MARKUP.search(html) is None:
        return " ".join(html.split())
    return " ".join(passage.text for passage in passages_of_html(html))


def mark_bold(blocks: list[tuple[Passage, bool]]) -> Iterator[Passage]:
    """Give their kind to the passages that are bold from end to end, by what follows them."""
    has_body = False
    for (passage, is_bold), following in zip_longest(blocks, blocks[1:]):
        kind = passage.kind
        if is_bold and kind is Kind.BODY and following is not None and not following[1]:
            kind = _kind_of_bold(passage.text, before=following[0].text, is_first=not has_body)
        has_body = has_body or passage.kind is Kind.BODY
        yield replace(passage, kind=kind)


def _kind_of_bold(text: str, *, before: str, is_first: bool) -> Kind:
    if is_heading_like(text) and is_paragraph_like(before):
        return Kind.HEADING
    return Kind.LEAD if is_first and len(text) >= SHORTEST_LEAD and is_paragraph_like(text) else Kind.BODY
