"""Analyse many texts at once: which forms, at which places, and where sentences begin.

The result is what `tokenize` and `tell_first_words` give, in arrays and many times faster: a text is a row of
chunks, each distinct chunk is analysed once, and the rest is arithmetic on whole arrays.

>>> from archive_search.analysis.batches import BatchAnalyzer
>>> analyzer = BatchAnalyzer()
>>> batch = analyzer.analyse(["L'armée part. Les S-300 aussi.", "L'armée reste."])
>>> [analyzer.forms[number] for number in batch.form]
['armée', 'part', 'les', 's', '300', 's300', 'aussi', 'armée', 'reste']
>>> batch.position.tolist(), batch.token_count.tolist(), batch.sentence_position.tolist()
([0, 1, 2, 3, 4, 3, 5, 0, 1], [7, 2], [0, 2, 0])
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.chunk_table import (
    BEGINS_SENTENCE,
    ENDS_IN_DIGIT,
    ENDS_SENTENCE,
    IS_MARK,
    STARTS_WITH_GROUP,
    ChunkTable,
    FormNumbers,
    take,
)
from archive_search.analysis.chunks import Integers, encode_texts, find_chunks, tell_group_blanks

SLICE_CHARACTERS = 1 << 20
"""Text treated at a time, so that its arrays stay in the processor's cache."""


class Batch(NamedTuple):
    """Hold the analysis of several texts, in the order of the texts and, in each, of `tokenize`.

    Attributes:
        form: Number of the exact form in the analyzer's list, shape (tokens,).
        position: First position in the text, in words from 0, shape (tokens,).
        extra: Further positions covered, above 0 only for the joined form of a compound, at most 15; shape
            (tokens,).
        token_count: Tokens of each text, joined forms included, shape (texts,).
        word_count: Positions of each text, shape (texts,).
        sentence_position: Position of the first word of each sentence, shape (sentences,).
        sentence_count: Sentences of each text, shape (texts,).
    """

    form: NDArray[np.uint32]
    position: NDArray[np.uint32]
    extra: NDArray[np.uint8]
    token_count: NDArray[np.uint32]
    word_count: NDArray[np.uint32]
    sentence_position: NDArray[np.uint32]
    sentence_count: NDArray[np.uint32]


class BatchAnalyzer:
    """Analyse batch after batch, remembering the chunks and the forms that it met.

    Attributes:
        forms: Every form met so far, by number.
    """

    def __init__(self) -> None:
        self._numbers = FormNumbers()
        self._table = ChunkTable(self._numbers)
        self.forms: list[str] = self._numbers.forms

    def analyse(self, texts: Sequence[str]) -> Batch:
        """Analyse texts of any length and content."""
        slices = [self._analyse_slice(some) for some in _cut(texts)]
        return Batch(*(np.concatenate(columns) for columns in zip(*slices, strict=True)))

    def _analyse_slice(self, texts: Sequence[str]) -> Batch:
        if self._table.is_worn:
            self._table = ChunkTable(self._numbers)
        encoded, text_ends = encode_texts(texts)
        rows, starts = self._find_chunks(encoded)
        chunks_before = np.concatenate(([0], np.searchsorted(starts, text_ends)))
        tokens_before = _sum_before(take(self._table.token_count, rows))
        words_before = _sum_before(take(self._table.word_count, rows))
        text_words = words_before[chunks_before]
        first_words = _find_first_words(take(self._table.traits, rows), words_before, text_words)
        owners = np.searchsorted(text_words, first_words, side="right") - 1
        positions = words_before[:-1] - np.repeat(text_words[:-1], np.diff(chunks_before))
        return Batch(
            *self._spread_tokens(rows, tokens_before, positions),
            token_count=np.diff(tokens_before[chunks_before]).astype(np.uint32),
            word_count=np.diff(text_words).astype(np.uint32),
            sentence_position=(first_words - text_words[owners]).astype(np.uint32),
            sentence_count=np.bincount(owners, minlength=len(texts)).astype(np.uint32),
        )

    def _find_chunks(self, encoded: bytes) -> tuple[Integers, Integers]:
        """Give the row of each chunk and where it starts, the chunks of one number glued together."""
        starts, ends = find_chunks(encoded)
        rows = self._table.find_rows(encoded, starts, ends)
        traits = take(self._table.traits, rows)
        meeting = np.flatnonzero((traits[:-1] & ENDS_IN_DIGIT != 0) & (traits[1:] & STARTS_WITH_GROUP != 0))
        meeting = meeting[tell_group_blanks(encoded, ends[meeting], starts[meeting + 1])]
        goes_on = np.zeros(len(rows) + 1, np.bool_)
        goes_on[meeting + 1] = True
        is_head, is_tail = ~goes_on[:-1], ~goes_on[1:]
        starts, ends, rows = starts[is_head], ends[is_tail], rows[is_tail]
        glued = np.flatnonzero(goes_on[:-1][is_tail])
        rows[glued] = self._table.find_rows(encoded, starts[glued], ends[glued])
        return rows, starts

    def _spread_tokens(
        self, rows: Integers, tokens_before: Integers, positions: Integers
    ) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint8]]:
        """Give the form, the position and the extra of each token of chunks that stand at these positions."""
        table, counts = self._table, np.diff(tokens_before)
        shifts = take(table.first_token, rows) - tokens_before[:-1]
        tokens = np.repeat(shifts, counts) + np.arange(tokens_before[-1])
        position = np.repeat(positions, counts) + take(table.relative, tokens)
        return take(table.form, tokens), position.astype(np.uint32), take(table.extra, tokens)


def _find_first_words(traits: NDArray[np.uint8], words_before: Integers, text_words: Integers) -> Integers:
    """Find the words that begin sentences, in words from the start of the slice; `text_words` are those of texts."""
    spoken = np.flatnonzero(traits & IS_MARK == 0)
    traits = traits[spoken]
    # What ends the text before does no harm: it can make no other word a first one than the first of its text.
    begins = (traits[:-1] & ENDS_SENTENCE != 0) & (traits[1:] & BEGINS_SENTENCE != 0)
    is_first = np.zeros(words_before[-1] + 1, np.bool_)
    is_first[text_words] = True
    is_first[words_before[spoken[1:][begins]]] = True
    return np.flatnonzero(is_first[:-1])


def _sum_before(counts: NDArray[np.uint32]) -> Integers:
    """Sum what comes before each item; the last sum, one more than there are items, is the total."""
    return np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))


def _cut(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut texts into slices of about one length, at least one slice."""
    number = np.cumsum([0, *map(len, texts[:-1])]) // SLICE_CHARACTERS
    cuts = np.flatnonzero(number[1:] != number[:-1]) + 1
    for start, end in pairwise([0, *cuts.tolist(), len(texts)]):
        yield texts[start:end]
