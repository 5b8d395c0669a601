"""Set apart what stands around the text of an article: junk of web pages, lines of publication, signatures.

>>> from archive_search.sources.cleaning import mark_removed
>>> from archive_search.sources.passages import Passage
>>> passages = [Passage(text="Publié le 3 mars 2015"), Passage(text="Il a plu.")]
>>> [passage.rule for passage in mark_removed(passages)]
['publication', None]
"""

from collections.abc import Sequence
from dataclasses import replace

from archive_search.records import Kind
from archive_search.sources.datelines import read_dateline
from archive_search.sources.headings import is_paragraph_like
from archive_search.sources.junk import junk_rule
from archive_search.sources.passages import Passage
from archive_search.sources.publication import read_publication
from archive_search.sources.signatures import read_byline

PUBLICATION_RULE = "publication"
SHORTEST_PARAGRAPH_WITH_STOP = 60


def mark_removed(passages: Sequence[Passage]) -> list[Passage]:
    """Give a rule to every passage that does not belong to the article; a title always does."""
    long = [index for index, passage in enumerate(passages) if _is_surely_text(passage.text)]
    first, last = (long[0], long[-1]) if long else (len(passages), -1)
    return [
        passage
        if passage.kind is Kind.TITLE
        else replace(passage, rule=_rule_of(passage.text, at_edge=not first < index < last))
        for index, passage in enumerate(passages)
    ]


def mark_bylines(passages: Sequence[Passage]) -> list[Passage]:
    """Give their kind to the lines that do nothing but sign."""
    return [
        replace(passage, kind=Kind.BYLINE) if passage.is_body and _is_byline(passage.text) else passage
        for passage in passages
    ]


def _is_byline(text: str) -> bool:
    return read_byline(text) is not None and read_dateline(text) is None


def _is_surely_text(text: str) -> bool:
    return (
        len(text) >= SHORTEST_PARAGRAPH_WITH_STOP and is_paragraph_like(text) and junk_rule(text, at_edge=False) is None
    )


def _rule_of(text: str, *, at_edge: bool) -> str | None:
    publication = read_publication(text)
    if publication is not None and (at_edge or publication.is_explicit):
        return PUBLICATION_RULE
    return junk_rule(text, at_edge=at_edge)
