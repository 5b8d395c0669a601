"""List the passages of an article that its source may print in many others: paragraphs, and sentences at the edges.

>>> from archive_search.records import Article, Kind, Paragraph
>>> from archive_search.sources.passages.repeatable import find_passages
>>> text = "Recevez chaque matin nos articles par courriel."
>>> article = Article(id="a1", paragraphs=(Paragraph(number=1, kind=Kind.BODY, text=text),))
>>> [passage.words for passage in find_passages(article)]
[7]
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from archive_search.analysis.sentences import find_sentence_starts
from archive_search.records import Article, Kind
from archive_search.sources.signatures.datelines import read_dateline

FEWEST_WORDS = 5

# "Une enquête a été ouverte." ends many an article of a local newspaper, and belongs to it.
FEWEST_WORDS_OF_SENTENCES = 8
MOST_SENTENCES = 2
LONGEST_SENTENCES = 400
LONGEST_PARAGRAPH = 3000

# Longer passages are all treated alike.
MOST_WORDS_COUNTED = 20
_WORD = re.compile(r"\w+")
# One of these parts the agency of a dateline from the rest.
_DATELINE_SIGNS = ("(", "/", "-", "–", "—")


class Place(StrEnum):
    """Name where a passage stands; the same words at another place are another passage."""

    PARAGRAPH = "paragraph"
    OPENING = "opening"
    ENDING = "ending"


class RepeatablePassage(NamedTuple):
    """Hold what is counted of a passage.

    Attributes:
        digest: 64 bits of its text and of its place.
        words: Number of its words, up to `MOST_WORDS_COUNTED`.
    """

    digest: int
    words: int


def find_passages(article: Article) -> list[RepeatablePassage]:
    """List the passages of an article that could be repeated in others, each once."""
    bodies = [paragraph.text for paragraph in article.paragraphs if paragraph.kind is Kind.BODY]
    if not bodies:
        return []
    first, last = bodies[0], bodies[-1]
    passages = [_count(text, Place.PARAGRAPH, FEWEST_WORDS) for text in bodies if len(text) <= LONGEST_PARAGRAPH]
    passages += [_count(first[:end], Place.OPENING, FEWEST_WORDS_OF_SENTENCES) for end in ends_of_opening(first)]
    passages += [_count(last[start:], Place.ENDING, FEWEST_WORDS_OF_SENTENCES) for start in starts_of_ending(last)]
    return list(dict.fromkeys(passage for passage in passages if passage is not None))


def digest_passage(text: str, place: Place) -> int:
    """Summarise a passage, spaces around it apart, in 64 bits."""
    data = text.strip().encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8, person=place.encode()).digest(), "little", signed=True)


def ends_of_opening(text: str) -> Iterator[int]:
    """Yield where the first sentence of a paragraph ends, and the first two, each followed by another."""
    return islice(find_sentence_starts(text[:LONGEST_SENTENCES]), 1, MOST_SENTENCES + 1)


def starts_of_ending(text: str) -> list[int]:
    """List where the last two sentences of a paragraph begin, and the last, each preceded by another."""
    offset = max(0, len(text) - LONGEST_SENTENCES)
    starts = list(find_sentence_starts(text[offset:]))[1:]
    return [offset + start for start in starts[-MOST_SENTENCES:]]


def _count(text: str, place: Place, fewest: int) -> RepeatablePassage | None:
    if text.count(" ") >= MOST_WORDS_COUNTED:
        return RepeatablePassage(digest_passage(text, place), MOST_WORDS_COUNTED)
    words = len(_WORD.findall(text))
    # A dateline on a line of its own is repeated, and says something of each article.
    if words < fewest or (any(sign in text for sign in _DATELINE_SIGNS) and read_dateline(text) is not None):
        return None
    return RepeatablePassage(digest_passage(text, place), min(words, MOST_WORDS_COUNTED))
