"""Keep what is known of each distinct chunk, so that it is analysed once however often it stands in a text."""

from array import array
from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.chunks import Integers
from archive_search.analysis.plain_chunks import split_plain
from archive_search.analysis.sentences import begins_sentence, ends_sentence, is_mark
from archive_search.analysis.short_chunks import NOT_FOUND, ShortChunks
from archive_search.analysis.tokenizing import tokenize

MAX_EXTRA = 15
"""Most further positions that are told of a joined form."""

LONGEST_KEPT = 64
"""Longest chunk looked up again, in bytes; the longer ones hardly come back."""

MOST_HELD = 2_000_000
"""Rows and tokens, in all, beyond which a table is to be given up for a new one: about a million chunks."""

# What a chunk is to its neighbours, bit by bit.
ENDS_SENTENCE, BEGINS_SENTENCE, IS_MARK, ENDS_IN_DIGIT, STARTS_WITH_GROUP = (1 << bit for bit in range(5))

_GROUP = 3


class FormNumbers(dict[str, int]):
    """Number the exact forms in the order in which they are met.

    Attributes:
        forms: The forms, by number.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []

    def __missing__(self, form: str) -> int:
        """Give a new form the next number."""
        number = len(self.forms)
        self.forms.append(form)
        self[form] = number
        return number


class ChunkTable:
    """Hold the analysis of chunks in columns: a row for each chunk, which names a stretch of tokens.

    Attributes:
        first_token: For each row where its tokens begin in the three columns of tokens.
        token_count: For each row how many tokens it has, joined forms included.
        word_count: For each row how many positions it takes.
        traits: For each row what it is to its neighbours, such as ENDS_SENTENCE, added up.
        form: For each token the number of its form.
        relative: For each token its first position, from 0 in its chunk.
        extra: For each token how many further positions it covers, at most MAX_EXTRA.
    """

    def __init__(self, numbers: FormNumbers) -> None:
        self.first_token = array("I")
        self.token_count = array("I")
        self.word_count = array("I")
        self.traits = array("B")
        self.form = array("I")
        self.relative = array("I")
        self.extra = array("B")
        self._numbers = numbers
        self._rows: dict[bytes, int] = {}
        self._short = ShortChunks()
        self._is_growing = False

    @property
    def is_worn(self) -> bool:
        """Tell whether a new table should take over: this one is full, or an interruption left a row half made."""
        return self._is_growing or len(self.traits) + len(self.form) > MOST_HELD

    def find_rows(self, encoded: bytes, starts: Integers, ends: Integers) -> Integers:
        """Find the row of each chunk of encoded text, analysing those that have none."""
        rows = self._short.find(encoded, starts, ends)
        unknown = np.flatnonzero(rows == NOT_FOUND)
        starts, ends = starts[unknown], ends[unknown]
        chunks = list(map(encoded.__getitem__, map(slice, starts.tolist(), ends.tolist())))
        rows[unknown] = self._look_up(chunks)
        self._short.remember(encoded, starts, ends, rows[unknown])
        return rows

    def _look_up(self, chunks: Sequence[bytes]) -> list[int]:
        new = [chunk for chunk in dict.fromkeys(chunks) if chunk not in self._rows]
        self._is_growing = True
        self._rows.update(zip(new, count(len(self.traits))))
        for chunk in new:
            self._add(chunk.decode("utf-8", "surrogatepass"))
        self._is_growing = False
        rows = [self._rows[chunk] for chunk in chunks]
        for chunk in new:
            if len(chunk) > LONGEST_KEPT:
                del self._rows[chunk]
        return rows

    def _add(self, chunk: str) -> None:
        first = len(self.form)
        forms = split_plain(chunk)
        if forms is not None:
            words, traits = self._add_words(forms), _sentence_traits_of(chunk)
        else:
            words, traits = self._add_tokens(chunk), _sentence_traits_of(chunk) | _other_traits_of(chunk)
        self.first_token.append(first)
        self.token_count.append(len(self.form) - first)
        self.word_count.append(words)
        self.traits.append(traits)

    def _add_words(self, forms: Sequence[str]) -> int:
        for place, form in enumerate(forms):
            self.form.append(self._numbers[form])
            self.relative.append(place)
            self.extra.append(0)
        return len(forms)

    def _add_tokens(self, chunk: str) -> int:
        last = -1
        for form, _start, _end, position, last in tokenize(chunk):
            self.form.append(self._numbers[form])
            self.relative.append(position)
            self.extra.append(min(last - position, MAX_EXTRA))
        return last + 1


def take(column: "array[int]", rows: Integers) -> NDArray[Any]:
    """Take some rows of a column; the result has the type of the column."""
    # The view is gone when this returns: a column that is viewed cannot grow.
    return np.frombuffer(column, column.typecode).take(rows)


def _sentence_traits_of(chunk: str) -> int:
    return (BEGINS_SENTENCE if begins_sentence(chunk) else 0) | (ENDS_SENTENCE if ends_sentence(chunk) else 0)


def _other_traits_of(chunk: str) -> int:
    """Give the traits that a chunk of plain words never has."""
    return (
        (IS_MARK if is_mark(chunk) else 0)
        | (ENDS_IN_DIGIT if chunk[-1].isdecimal() else 0)
        | (STARTS_WITH_GROUP if len(chunk) >= _GROUP and chunk[:_GROUP].isdecimal() else 0)
    )
