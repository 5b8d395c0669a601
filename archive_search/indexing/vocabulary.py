"""The forms that an archive contains, over all segments: look-ups by spelling, family and pattern."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from archive_search.indexing.damage import reading
from archive_search.indexing.fields import TEXT
from archive_search.indexing.forms import FormRow
from archive_search.indexing.segment_reading import SegmentReader

_SPECIAL = re.compile(r"[*?]")
_STARS = re.compile(r"\*+")


class Vocabulary:
    """Answer which forms an archive contains; forms of deleted articles stay until their segment is merged."""

    def __init__(self, segments: Sequence[SegmentReader], path: Path) -> None:
        self._segments = [segment for segment in segments if TEXT in segment.fields]
        self._path = path

    def count(self) -> int:
        """Count the distinct forms."""
        if len(self._segments) == 1:
            return len(self._segments[0].forms)
        with reading(self._path):
            return len(set().union(*(segment.forms.words() for segment in self._segments)))

    def folding_to(self, folded: str) -> list[FormRow]:
        """List the forms that have this folded spelling."""
        return self._distinct(segment.forms.folding_to(folded) for segment in self._segments)

    def of_stem(self, stem: str) -> list[FormRow]:
        """List the forms of one family."""
        return self._distinct(self._forms_of(segment, stem.encode()) for segment in self._segments)

    @staticmethod
    def _forms_of(segment: SegmentReader, stem: bytes) -> Iterator[FormRow]:
        rank = segment.find_term(TEXT, stem)
        if rank is not None:
            yield from map(segment.forms.row, segment.forms.ranks_of(rank - segment.fields[TEXT][0]).tolist())

    def matching(self, glob: str, *, limit: int) -> list[FormRow]:
        """List the first forms, in order of folded spelling, whose folded spelling fits a pattern.

        Args:
            glob: ASCII letters, digits and apostrophes; ``*`` stands for any, ``?`` for exactly one.
            limit: Most forms wanted.
        """
        prefix = _SPECIAL.split(glob, maxsplit=1)[0]
        pattern = _compile(glob)
        found = self._distinct(islice(segment.forms.matching(prefix, pattern), limit) for segment in self._segments)
        if len(self._segments) > 1:
            found.sort(key=lambda row: (row.folded, row.form))
        return found[:limit]

    def near(self, folded: str, distance: int) -> list[FormRow]:
        """List the forms whose folded spelling is at most so many letters changed, added, missing or swapped away."""
        return self._distinct(segment.forms.near(folded, distance) for segment in self._segments)

    def families_beginning(self, folded: str, *, limit: int) -> list[tuple[str, int]]:
        """List the families with a form whose folded spelling begins so, those that occur most first.

        Args:
            folded: ASCII letters, digits and apostrophes.
            limit: Most families wanted of each segment, and of all.

        Returns:
            Stems with their occurrences in the segments where they are among the first; as in `most_frequent`.
        """
        counts: Counter[str] = Counter()
        with reading(self._path):
            for segment in self._segments:
                first, end, _positions = segment.fields[TEXT]
                stems = segment.forms.stems_beginning(folded)
                occurrences = segment.postings.entry_counts(first, end)[stems]
                best = np.argsort(-occurrences, kind="stable")[:limit]
                for stem, count in zip(stems[best].tolist(), occurrences[best].tolist(), strict=True):
                    counts[segment.terms[first + stem].decode()] += count
        return counts.most_common(limit)

    def most_frequent(self, stems: Iterable[str], *, limit: int) -> list[str]:
        """Choose the families that occur most, those occurrences included that were deleted and not yet merged away."""
        with reading(self._path):
            counts = Counter({stem: self._count(stem.encode()) for stem in stems})
        return [stem for stem, _count in counts.most_common(limit)]

    def count_occurrences(self, stems: Iterable[str]) -> list[int]:
        """Count the occurrences of each of some families, as in `most_frequent`."""
        with reading(self._path):
            return [self._count(stem.encode()) for stem in stems]

    def _count(self, stem: bytes) -> int:
        found = [(segment, segment.find_term(TEXT, stem)) for segment in self._segments]
        return sum(segment.postings.entry_count(rank) for segment, rank in found if rank is not None)

    def _distinct(self, rows: Iterable[Iterator[FormRow]]) -> list[FormRow]:
        with reading(self._path):
            return list(dict.fromkeys(row for each in rows for row in each))


def _compile(glob: str) -> re.Pattern[bytes]:
    """Turn a pattern into an expression that finds whole lines, each in time proportional to its length."""
    first, *others = (re.escape(piece).replace(r"\?", "[^\n]") for piece in _STARS.split(glob))
    if not others:
        return re.compile(f"^{first}$".encode(), re.MULTILINE)
    *middle, last = others
    # What stands between two stars is taken where it first occurs, and never looked for again further on.
    found = "".join(f"(?>[^\n]*?{piece})" for piece in middle)
    return re.compile(f"^{first}{found}[^\n]*{last}$".encode(), re.MULTILINE)
