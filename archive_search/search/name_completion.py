"""Find the persons, places and organisations of an archive one of whose words begins with what is typed."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import accumulate, islice
from typing import NamedTuple

import numpy as np

from archive_search.analysis.name_keys import fold_name
from archive_search.records import EntityType
from archive_search.search.index_corpus import IndexCorpus
from archive_search.search.name_lookup import NameLookup


class CountedName(NamedTuple):
    """Hold a name as it is shown, its type, and the number of articles that name it outside signatures."""

    name: str
    type: EntityType
    articles: int


class _Directory(NamedTuple):
    """Hold the spellings of one type in one text, those of the entities in the most articles first.

    Attributes:
        text: Folded spellings, a line feed before each.
        ends: Where each spelling ends in the text.
        ids: Id of the entity of each spelling.
        articles: Number of articles of each entity, by id.
    """

    text: str
    ends: Sequence[int]
    ids: Sequence[str]
    articles: dict[str, int]


class NameCompleter:
    """Complete names over one commit of an archive; the spellings of a type are read when it is first asked for."""

    def __init__(self, corpus: IndexCorpus, lookup: NameLookup) -> None:
        """Take the archive and its entities."""
        self._corpus = corpus
        self._lookup = lookup
        self._directories: dict[EntityType, _Directory] = {}

    def complete(self, piece: str, types: Sequence[EntityType], *, limit: int) -> list[CountedName]:
        """List the entities with a spelling of which some word, and what follows it, begins with a piece.

        Args:
            piece: Beginning of a word of a name, or several words of which the last is begun.
            types: What kinds of things are wanted.
            limit: Most names wanted.

        Returns:
            Those in the most articles first; accents and case are ignored.
        """
        folded = fold_name(piece)
        if not folded:
            return []
        found = [each for each_type in types for each in self._find(folded, each_type, limit=limit)]
        return sorted(found, key=lambda each: (-each.articles, each.name))[:limit]

    def _find(self, folded: str, entity_type: EntityType, *, limit: int) -> list[CountedName]:
        if entity_type not in self._directories:
            self._directories[entity_type] = self._read(entity_type)
        directory = self._directories[entity_type]
        ids = list(islice(_distinct(_ids_beginning(folded, directory)), limit))
        entities = self._lookup.described(ids)
        return [CountedName(entity.name, entity_type, directory.articles[entity.id]) for entity in entities]

    def _read(self, entity_type: EntityType) -> _Directory:
        pairs = self._corpus.name_pairs(entity_type.value)
        counts = np.bincount(pairs.entity, minlength=len(pairs.ids)).tolist()
        # An entity that only signs articles, or whose articles are gone, would be searched in vain.
        articles = {entity_id: count for entity_id, count in zip(pairs.ids, counts, strict=True) if count}
        spellings = [pair for pair in self._lookup.folded_names(entity_type) if pair[1] in articles]
        spellings.sort(key=lambda pair: (-articles[pair[1]], pair[1]))
        return _Directory(
            text="".join(f"\n{folded}" for folded, _id in spellings),
            ends=list(accumulate(len(folded) + 1 for folded, _id in spellings)),
            ids=[entity_id for _folded, entity_id in spellings],
            articles=articles,
        )


def _ids_beginning(folded: str, directory: _Directory) -> Iterator[str]:
    for place in merge(_places_of(f"\n{folded}", directory.text), _places_of(f" {folded}", directory.text)):
        yield directory.ids[bisect_right(directory.ends, place)]


def _places_of(piece: str, text: str) -> Iterator[int]:
    place = text.find(piece)
    while place >= 0:
        yield place
        place = text.find(piece, place + 1)


def _distinct(ids: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for each in ids:
        if each not in seen:
            seen.add(each)
            yield each
