"""Turn analysed paragraphs into the terms of a segment: every occurrence sorted by stem at once."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive_search.analysis.batches import Batch
from archive_search.indexing.fields import SENTENCE, SENTENCE_TERM, TEXT
from archive_search.indexing.forms import FormOrder
from archive_search.indexing.postings import MAX_EXTRA, Entries, cut_runs
from archive_search.indexing.segment_writing import FieldTerms

_RANK_BITS = 32


class Words(NamedTuple):
    """Hold the words of consecutive documents as arrays of shape (words,), and where their sentences begin.

    Attributes:
        form: Number of the exact form of each word.
        document: Its document.
        position: Its first position in the paragraph.
        extra: Further positions that it covers.
        sentence_document: Document of each sentence; shape (sentences,).
        sentence_position: Position of its first word.
        lengths: Length of each document in words; shape (documents,).
    """

    form: NDArray[np.uint32]
    document: NDArray[np.uint32]
    position: NDArray[np.uint32]
    extra: NDArray[np.uint8]
    sentence_document: NDArray[np.uint32]
    sentence_position: NDArray[np.uint32]
    lengths: NDArray[np.uint32]


def place_words(batch: Batch, first_document: int) -> Words:
    """Give the words of a batch their documents, numbered from a first one."""
    documents = np.arange(first_document, first_document + len(batch.word_count), dtype=np.uint32)
    return Words(
        batch.form,
        np.repeat(documents, batch.token_count),
        batch.position,
        np.minimum(batch.extra, np.uint8(MAX_EXTRA)),
        np.repeat(documents, batch.sentence_count),
        batch.sentence_position,
        batch.word_count,
    )


def join_words(parts: list[Words]) -> Words:
    """Put the words of several batches one after the other."""
    return Words(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def invert_text(words: Words, numbers: NDArray[np.int64], order: FormOrder) -> FieldTerms:
    """Make the field ``text``: stems with all their occurrences.

    Args:
        words: Words of the segment.
        numbers: For each number of a form its place in ``order``; shape (forms known,).
        order: The forms of the segment.
    """
    if not len(words.form):
        return FieldTerms("text", order.stems, True, [])
    stem_of = order.stem_of[numbers].astype(np.uint32)
    counts = np.bincount(stem_of[words.form], minlength=len(order.stems))
    runs = _sorted_runs(words, stem_of, order.code_of[numbers].astype(np.uint32), _Counts(counts, order.counts))
    return FieldTerms(TEXT, order.stems, True, runs)


class _Counts(NamedTuple):
    """Hold how many entries and how many forms each stem has."""

    entries: NDArray[np.int64]
    forms: NDArray[np.int64]


def _sorted_runs(
    words: Words, stem_of: NDArray[np.uint32], code_of: NDArray[np.uint32], counts: _Counts
) -> Iterator[Entries]:
    """Yield the occurrences of all stems, in order, a bounded number at a time."""
    # Ranks are added so that no two keys are equal: an unstable sort, the fastest, then keeps occurrences in order.
    keys = stem_of[words.form].astype(np.uint64)
    keys <<= np.uint64(_RANK_BITS)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    for first, stop in cut_runs(counts.entries.cumsum()):
        begin, end = int(counts.entries[:first].sum()), int(counts.entries[:stop].sum())
        ranks = (keys[begin:end] & np.uint64((1 << _RANK_BITS) - 1)).astype(np.int64)
        yield Entries(
            counts.entries[first:stop],
            words.document[ranks].astype(np.int64),
            words.position[ranks],
            words.extra[ranks],
            code_of[words.form[ranks]],
            counts.forms[first:stop],
        )


def mark_sentences(words: Words) -> FieldTerms:
    """Make the field ``sentence``: one term, which occurs where sentences begin."""
    count = len(words.sentence_document)
    if not count:
        return FieldTerms(SENTENCE, [], True, [])
    entries = Entries(
        np.array([count]),
        words.sentence_document.astype(np.int64),
        words.sentence_position,
        np.zeros(count, np.uint8),
        np.zeros(count, np.uint32),
        np.zeros(1, np.int64),
    )
    return FieldTerms(SENTENCE, [SENTENCE_TERM], True, [entries])
