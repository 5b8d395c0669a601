"""Find names again where the model missed them.

The model reads a sentence at a time; what it saw clearly in one sentence is looked for in all the others.

>>> from archive_search.entities.rescanning import Wanted, find_again
>>> from archive_search.entities.spans import Candidate
>>> from archive_search.entities.spellings import SpellingIndex
>>> from archive_search.records import EntityType, Kind, Origin, Paragraph, Role
>>> paragraph = Paragraph(number=1, kind=Kind.BODY, text="Chuck Hagel a parlé. Depuis, Hagel se tait.")
>>> mention = Candidate(1, 0, 11, "Chuck Hagel", EntityType.PERSON, Role.TEXT, Origin.MODEL)
>>> index = SpellingIndex({"Hagel": Wanted(EntityType.PERSON, Origin.RESCAN)})
>>> [found.surface for found in find_again([paragraph], [mention], index)]
['Chuck Hagel', 'Hagel']
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.gazetteer import demonyms, given_names, titles
from archive_search.entities.spans import Candidate
from archive_search.entities.spellings import SpellingIndex
from archive_search.records import EntityType, Origin, Paragraph, Role

NEAR = 40
"""Characters looked at for the word before a name."""

_CAPITALISED_BEFORE = re.compile(r"(?:(?P<lead>\A|[.!?…:«“\"–—-]\s*+)|[^\w'’-])(?P<word>[A-ZÀ-ÖØ-ÞŒ][\w'’-]*+) \Z")
_CAPITALISED_AFTER = re.compile(r" (?=[A-ZÀ-ÖØ-ÞŒ])")


class Wanted(NamedTuple):
    """Hold what a spelling is looked for as: an alias (`Origin.ALIAS`), or a name seen elsewhere (`Origin.RESCAN`)."""

    type: EntityType
    origin: Origin


def find_again(
    paragraphs: Iterable[Paragraph], mentions: Iterable[Candidate], index: SpellingIndex[Wanted]
) -> list[Candidate]:
    """Give the mentions of an article and those found besides, in the order of reading, not overlapping.

    A spelling found is left alone where a mention is already. If it is longer than the mentions inside it, it replaces
    them: an alias always, another name where only the model saw the shorter ones.

    Args:
        paragraphs: Paragraphs of the article.
        mentions: Its names so far, in the order of reading, not overlapping.
        index: What is looked for.
    """
    by_paragraph: dict[int, list[Candidate]] = {}
    for mention in mentions:
        by_paragraph.setdefault(mention.paragraph, []).append(mention)
    return [
        mention
        for paragraph in paragraphs
        for mention in _complete(paragraph, by_paragraph.get(paragraph.number, []), index)
    ]


def _complete(paragraph: Paragraph, mentions: list[Candidate], index: SpellingIndex[Wanted]) -> list[Candidate]:
    """Add what the index finds in one paragraph to its mentions."""
    starts = [mention.start for mention in mentions]
    edges = {edge for mention in mentions for edge in (mention.start, mention.end)}
    kept: list[Candidate | None] = list(mentions)
    found: list[Candidate] = []
    for start, end, wanted in index.find(paragraph.text):
        first = max(0, bisect_right(starts, start) - 1)
        inside = [number for number in range(first, bisect_left(starts, end)) if mentions[number].end > start]
        surface = paragraph.text[start:end]
        candidate = Candidate(paragraph.number, start, end, surface, wanted.type, Role.TEXT, wanted.origin)
        if not _may_stand(candidate, [mentions[number] for number in inside]):
            continue
        if wanted.origin is Origin.RESCAN and not _stands_alone(paragraph.text, start, end, edges):
            continue
        for number in inside:
            kept[number] = None
        found.append(candidate)
    return sorted([*filter(None, kept), *found], key=lambda mention: mention.start)


def _may_stand(candidate: Candidate, covered: Sequence[Candidate]) -> bool:
    """Tell whether a spelling is free, or covers shorter mentions that it may replace."""
    if not covered:
        return True
    first, last = covered[0], covered[-1]
    is_longer = candidate.end - candidate.start > last.end - first.start
    is_around = is_longer and candidate.start <= first.start and last.end <= candidate.end
    return is_around and (
        candidate.origin is Origin.ALIAS or all(mention.origin is Origin.MODEL for mention in covered)
    )


def _stands_alone(text: str, start: int, end: int, edges: set[int]) -> bool:
    """Tell whether one capitalised word is not just a part of a longer name that nobody has seen."""
    if " " in text[start:end]:
        return True
    if _CAPITALISED_AFTER.match(text, end) and end + 1 not in edges:
        return False
    before = _CAPITALISED_BEFORE.search(text[max(0, start - NEAR) : start])
    if before is None or start - 1 in edges:
        return True
    word = fold_name(before["word"])
    is_first = before["lead"] is not None
    return word in titles() or word in demonyms() or (is_first and word not in given_names())
