"""Tell titles and headings from paragraphs, by their shape alone.

>>> from archive_search.sources.passages.headings import is_title_like
>>> is_title_like("Le conseil vote la paix"), is_title_like("Le conseil a voté la paix.")
(True, False)
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive_search.records import Kind
from archive_search.sources.passages.passage import Passage

LONGEST_TITLE = 200
LONGEST_HEADING = 90
SHORTEST_PARAGRAPH = 120
_PAIRS = {"«": "»", "“": "”", '"': '"'}
_NEVER_FIRST = tuple("-–—•*+>/")


def is_title_like(text: str) -> bool:
    """Tell whether a passage is short, begins like a title and does not end like a sentence."""
    if not 2 < len(text) <= LONGEST_TITLE or text.startswith(_NEVER_FIRST) or text[0].islower():
        return False
    is_sentence = text.endswith((".", ";", ",", ":")) and not text.endswith("...")
    return not is_sentence and any(map(str.isalpha, text))


def is_paragraph_like(text: str) -> bool:
    """Tell whether a passage is long, or ends like a sentence."""
    return len(text) >= SHORTEST_PARAGRAPH or text.rstrip("\"»”)'’ ").endswith((".", "!", "?", "…"))


def is_heading_like(text: str) -> bool:
    """Tell whether a passage is short and like a title, but ends like no sentence or quotation."""
    if len(text) > LONGEST_HEADING or not is_title_like(text) or text.endswith(("!", "?", "…", "...")):
        return False
    return not text.endswith(("»", "”", '"')) or text.endswith(_PAIRS.get(text[0], "\n"))


def mark_title(passages: Sequence[Passage]) -> list[Passage]:
    """Make a title of the first passage of text, when it looks like one and a text follows it.

    A signature or a credit printed above the title is put below it: a title comes first.
    """
    kept = [index for index, passage in enumerate(passages) if passage.rule is None]
    bodies = [index for index in kept if passages[index].is_body]
    marked = list(passages)
    if bodies and _stands_apart(passages, bodies[0]) and _is_title(passages, bodies):
        title = replace(marked.pop(bodies[0]), kind=Kind.TITLE)
        marked.insert(kept[0], title)
    return marked


def _stands_apart(passages: Sequence[Passage], index: int) -> bool:
    """Tell whether a blank line follows, or a line that is no text: the day of publication, a signature."""
    following = passages[index + 1 : index + 2]
    return passages[index].is_alone or any(not passage.is_body for passage in following)


def _is_title(passages: Sequence[Passage], bodies: Sequence[int]) -> bool:
    first, *others = (passages[index].text for index in bodies)
    return is_title_like(first) and any(map(is_paragraph_like, others))


def mark_headings(passages: Sequence[Passage]) -> list[Passage]:
    """Give their kind to the short lines that stand alone before a paragraph."""
    marked = list(passages)
    bodies = [index for index, passage in enumerate(marked) if passage.is_body]
    for index, following in pairwise(bodies):
        passage = marked[index]
        if passage.is_alone and is_heading_like(passage.text) and is_paragraph_like(marked[following].text):
            marked[index] = replace(passage, kind=Kind.HEADING)
    return marked
