"""Turn a batch of paragraphs into postings: arrays filled word by word, then one stable sort by stem."""

from array import array
from collections.abc import Iterator
from itertools import pairwise, repeat
from typing import NamedTuple

import numpy as np

from archive_search.analysis.sentences import tell_first_words
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.format import PAIR, PAIR_BYTES, pack_position
from archive_search.indexing.vocabulary import Vocabulary


class Posting(NamedTuple):
    """Hold one posting as the codec takes it: document, number of occurrences, value of the posting format."""

    document: int
    frequency: int
    value: bytes


class Inverter:
    """Gather the occurrences of a batch and give them back term by term."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._forms: dict[str, tuple[int, int]] = {}
        self._stems: dict[str, int] = {}
        self._stem_of = array("I")
        self._document_of = array("I")
        self._pairs = array("I")
        self._sentences: list[Posting] = []
        self.documents = 0

    def __len__(self) -> int:
        return len(self._stem_of)

    def add_paragraph(self, text: str) -> int:
        """Take the words of the next paragraph.

        Returns:
            Its length in words.
        """
        sentence_positions = []
        last = -1
        before = len(self._stem_of)
        for (form, _start, _end, position, last), is_first in tell_first_words(text, tokenize(text)):
            if is_first:
                sentence_positions.append(position)
            form_number, stem_number = self._forms.get(form) or self._number(form)
            self._stem_of.append(stem_number)
            self._pairs.append(position if position == last else pack_position(position, last))
            self._pairs.append(form_number)
        self._document_of.extend(repeat(self.documents, len(self._stem_of) - before))
        self._note_sentences(sentence_positions)
        self.documents += 1
        return last + 1

    def _number(self, form: str) -> tuple[int, int]:
        form_number, stem = self._vocabulary.look_up(form)
        entry = form_number, self._stems.setdefault(stem, len(self._stems))
        self._forms[form] = entry
        return entry

    def _note_sentences(self, positions: list[int]) -> None:
        if positions:
            pairs = np.zeros((len(positions), 2), PAIR)
            pairs[:, 0] = positions
            self._sentences.append(Posting(self.documents, len(positions), pairs.tobytes()))

    def sentence_postings(self) -> list[Posting]:
        """Give for each paragraph with words the positions at which its sentences begin."""
        return self._sentences

    def iterate_terms(self) -> Iterator[tuple[bytes, list[Posting]]]:
        """Yield each stem of the batch, in order of its bytes, with its postings in order of document."""
        if not self._stem_of:
            return
        terms = sorted((stem.encode("utf-8"), number) for stem, number in self._stems.items())
        rank_of = np.empty(len(terms), np.uint32)
        rank_of[[number for _term, number in terms]] = np.arange(len(terms), dtype=np.uint32)
        ranks = rank_of[np.frombuffer(self._stem_of, np.uint32)]
        # The sort is stable: within a stem, occurrences keep the order of documents and positions.
        order = np.argsort(ranks, kind="stable")
        ranks = ranks[order]
        documents = np.frombuffer(self._document_of, np.uint32)[order]
        values = np.frombuffer(self._pairs, np.uint32).reshape(-1, 2)[order].astype(PAIR).tobytes()
        for rank, bounds in _group(ranks, documents):
            yield (
                terms[rank][0],
                [
                    Posting(document, end - start, values[start * PAIR_BYTES : end * PAIR_BYTES])
                    for document, start, end in bounds
                ],
            )


def _group(
    ranks: np.ndarray[tuple[int], np.dtype[np.uint32]], documents: np.ndarray[tuple[int], np.dtype[np.uint32]]
) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
    """Cut sorted occurrences into postings: for each rank a list of (document, first, end)."""
    changes = (ranks[1:] != ranks[:-1]) | (documents[1:] != documents[:-1])
    starts = np.concatenate(([0], np.flatnonzero(changes) + 1))
    ends = np.concatenate((starts[1:], [len(ranks)]))
    rank_of_posting = ranks[starts]
    firsts = np.concatenate(([0], np.flatnonzero(rank_of_posting[1:] != rank_of_posting[:-1]) + 1, [len(starts)]))
    for first, last in pairwise(firsts):
        chosen = slice(first, last)
        yield (
            int(rank_of_posting[first]),
            list(
                zip(
                    documents[starts[chosen]].tolist(),
                    starts[chosen].tolist(),
                    ends[chosen].tolist(),
                    strict=True,
                )
            ),
        )
