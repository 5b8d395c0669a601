"""The exact forms of a segment: every spelling that its text has, with its stem and its spelling without accents.

form.bytes, form.ends       spellings in UTF-8, in order of their folded spelling and then of themselves
folded.bytes, folded.ends   folded spellings in the same order, a line feed after each
form.stem                   rank of the stem of each, counted from the first term of the text field
stem.ends                   end of the forms of each stem in the next section
stem.forms                  ranks of the forms of each stem, in order; an occurrence names its form by its place
                            among those of its stem
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.folding import fold_form
from archive_search.analysis.stemming import stem_form
from archive_search.indexing.dictionary import Words, write_words
from archive_search.indexing.packing import narrow
from archive_search.indexing.sections import SectionFile, SectionWriter

Integers = NDArray[np.int64]


class FormRow(NamedTuple):
    """Hold one exact form: its spelling, its family key and its spelling without accents."""

    form: str
    stem: str
    folded: str


FormBytes: TypeAlias = tuple[bytes, bytes, bytes]
"""A form as it is written: folded spelling, spelling and stem, in UTF-8; forms sort in this order."""


def encode_form(form: str) -> FormBytes:
    """Analyse a form for writing."""
    return fold_form(form).encode(), form.encode(), stem_form(form).encode()


class FormOrder(NamedTuple):
    """Say where the forms of a segment stand.

    Attributes:
        stems: The stems in the order of the dictionary.
        stem_of: Rank of the stem of each form given; shape (forms,).
        code_of: Place of each form given among those of its stem; shape (forms,).
        counts: Number of forms of each stem; shape (stems,).
    """

    stems: list[bytes]
    stem_of: Integers
    code_of: Integers
    counts: Integers


class FormSet:
    """Arrange the forms of a segment in the making, and write them."""

    def __init__(self, words: Sequence[FormBytes]) -> None:
        """Arrange some distinct forms."""
        order = np.array(sorted(range(len(words)), key=words.__getitem__), np.int64)
        self._words = [words[rank] for rank in order.tolist()]
        stems = sorted({word[2] for word in words})
        rank_of = {stem: rank for rank, stem in enumerate(stems)}
        self._stem_of = np.fromiter((rank_of[word[2]] for word in self._words), np.int64, len(words))
        self._by_stem = np.argsort(self._stem_of, kind="stable")
        counts = np.bincount(self._stem_of, minlength=len(stems))
        self._ends = np.cumsum(counts)
        code = self._code = np.empty(len(words), np.int64)
        code[self._by_stem] = np.arange(len(words)) - np.repeat(self._ends - counts, counts)
        place = np.empty(len(words), np.int64)
        place[order] = np.arange(len(words))
        self.order = FormOrder(stems, self._stem_of[place], code[place], counts)

    def codes(self) -> dict[FormBytes, int]:
        """Give for each form its place among those of its stem."""
        return dict(zip(self._words, self._code.tolist(), strict=True))

    def write(self, writer: SectionWriter) -> None:
        """Write the sections."""
        write_words(writer, "form", [form for _folded, form, _stem in self._words])
        write_words(writer, "folded", [folded + b"\n" for folded, _form, _stem in self._words])
        writer.add("form.stem", narrow(self._stem_of))
        writer.add("stem.ends", narrow(self._ends))
        writer.add("stem.forms", narrow(self._by_stem))


class SegmentForms:
    """Look up the forms of one segment."""

    def __init__(self, file: SectionFile, terms: Words, first_term: int) -> None:
        """Take the segment's file, its dictionary and the rank of the first term of the text field."""
        self._forms = Words(file, "form")
        self._folded = Words(file, "folded")
        self._stems = file.section("form.stem")
        self._ends = file.section("stem.ends")
        self._of_stem = file.section("stem.forms")
        self._terms = terms
        self._first_term = first_term
        self._lengths: Integers | None = None

    def __len__(self) -> int:
        return len(self._forms)

    def row(self, rank: int) -> FormRow:
        """Give the form of a rank."""
        stem = self._terms[self._first_term + int(self._stems.read(rank, rank + 1)[0])]
        return FormRow(self._forms[rank].decode(), stem.decode(), self._folded[rank][:-1].decode())

    def folding_to(self, folded: str) -> Iterator[FormRow]:
        """Yield the forms that have this folded spelling."""
        word = folded.encode("utf-8", "replace") + b"\n"
        rank = self._folded.find_first(word)
        while rank < len(self) and self._folded[rank] == word:
            yield self.row(rank)
            rank += 1

    def ranks_of(self, stem: int) -> NDArray[Any]:
        """Give the ranks of the forms of a stem, itself given by its rank in the text field."""
        start, end = int(self._ends.read(stem - 1, stem)[0]) if stem else 0, int(self._ends.read(stem, stem + 1)[0])
        return self._of_stem.read(start, end)

    def forms_of(self, stem: int) -> list[str]:
        """List the spellings of a stem, in the order by which its occurrences name them."""
        return [self._forms[rank].decode() for rank in self.ranks_of(stem).tolist()]

    def matching(self, prefix: str, pattern: re.Pattern[bytes]) -> Iterator[FormRow]:
        """Yield the forms whose folded spelling begins with a prefix and fits a pattern.

        Args:
            prefix: What all that fit begin with.
            pattern: Finds whole lines in folded spellings, each ended by a line feed.
        """
        start, stop = self._beginning_with(prefix.encode())
        lines, ends = self._folded.bytes_between(start, stop)
        # An empty pattern also fits the end of the last line.
        found = np.array([match.start() for match in pattern.finditer(lines) if match.start() < len(lines)], np.int64)
        for rank in np.searchsorted(ends, found, side="right").tolist():
            yield self.row(start + rank)

    def _beginning_with(self, prefix: bytes) -> tuple[int, int]:
        """Give the first rank, and the one after the last, of the forms whose folded spelling begins so."""
        start = self._folded.find_first(prefix)
        # No folded spelling has a byte above 0x7f.
        return start, self._folded.find_first(prefix + b"\x7f", start=start)

    def stems_beginning(self, prefix: str) -> NDArray[Any]:
        """Give the ranks in the text field of the stems of the forms whose folded spelling begins so; sorted."""
        return np.unique(self._stems.read(*self._beginning_with(prefix.encode())))

    def near(self, folded: str, distance: int) -> Iterator[FormRow]:
        """Yield the forms whose folded spelling is at most so many letters changed, added, missing or swapped away.

        Args:
            folded: A folded spelling.
            distance: Most changes (optimal string alignment).
        """
        # Imported here: only a query with ~ needs it, and every query would pay for it.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cdist

        if self._lengths is None:
            self._lengths = self._folded.lengths() - 1
        ranks = np.flatnonzero(np.abs(self._lengths - len(folded)) <= distance)
        spellings = self._folded.bytes_between(0, len(self))[0].decode().split("\n")
        candidates = [spellings[rank] for rank in ranks.tolist()]
        if not candidates:
            return
        distances = cdist([folded], candidates, scorer=OSA.distance, score_cutoff=distance, dtype=np.int32)[0]
        yield from map(self.row, ranks[distances <= distance].tolist())

    def words(self) -> list[FormBytes]:
        """List all forms in order."""
        stems = self._terms.list_words(self._first_term, self._first_term + len(self._ends))
        named = map(stems.__getitem__, self._stems.read_all().tolist())
        folded = self._folded.bytes_between(0, len(self))[0].split(b"\n")[:-1]
        return list(zip(folded, self._forms.list_words(), named, strict=True))

    def order(self) -> tuple[Integers, Integers]:
        """Give for each place in ``stem.forms`` the rank of the form there, and the start of each stem's places."""
        ends = self._ends.read_all().astype(np.int64)
        return self._of_stem.read_all().astype(np.int64), np.concatenate(([0], ends))[:-1]
