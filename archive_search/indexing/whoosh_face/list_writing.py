"""Write posting lists as Whoosh's writers hand them over, one posting at a time.

Documents are laid out as in every segment (`postings`). Beside them stand

    weight.values, weight.ends   weights of the terms where not all are 1, and the end of each term's in them
    value.bytes, value.ends      values of the terms where not all are empty, and the end of each in the bytes
    value.terms                  end of each term's values in ``value.ends``
    block.weights, .lengths      largest weight, and shortest and longest field as Whoosh's length bytes, of each
                                 block of the terms that have several
    block.ends                   end of each term's blocks in them
    term.weights                 sum and maximum of the weights of each term
    term.lengths                 shortest and longest field of each, as length bytes
    term.documents               first and last document of each
"""

from array import array
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.codec.base import OutOfOrderError
from whoosh.reading import TermInfo
from whoosh.util.numeric import length_to_byte

from archive_search.indexing import postings
from archive_search.indexing.postings import without_positions
from archive_search.indexing.sections import GrowingSections

_FLUSHED_POSTINGS = 1 << 16

_TYPES = {
    "weight.values": "f",
    "weight.ends": "Q",
    "value.ends": "Q",
    "value.terms": "Q",
    "block.weights": "f",
    "block.lengths": "B",
    "block.ends": "Q",
    "term.weights": "d",
    "term.lengths": "B",
    "term.documents": "L",
}
_STORED = {"f": "<f4", "d": "<f8", "B": "u1", "L": "<u4", "Q": "<u8"}


class ListWriter(base.PostingsWriter):
    """Gather the posting lists of a segment in the order of its dictionary."""

    def __init__(self, sections: GrowingSections, block: int) -> None:
        """Begin.

        Args:
            sections: Where the lists go.
            block: Number of postings in a block.
        """
        self._sections = sections
        self._block = block
        self._layout = postings.PostingsWriter(sections)
        self._counts: list[int] = []
        self._documents = array("L")
        self._values = bytearray()
        self._pending = {name: array(code) for name, code in _TYPES.items()}
        self._sizes = {"weight.values": 0, "value.ends": 0, "block.weights": 0}
        self._value_bytes = 0
        self._info: TermInfo | None = None
        self._flush()

    def written(self) -> bool:
        """Say that lists are written whole, never begun in one place and ended in another."""
        return False

    def start_postings(self, format_: Any, terminfo: TermInfo) -> None:
        """Begin the postings of the next term.

        Raises:
            ValueError: Those of the term before were not finished.
        """
        if self._info is not None:
            raise ValueError("the postings of the term before are not finished")
        self._info = terminfo
        self._ids: list[int] = []
        self._weights = array("f")
        self._term_values: list[bytes] = []
        self._lengths: list[int] = []

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:
        """Add a posting; documents come in order.

        Raises:
            OutOfOrderError: The document is before the last one.
        """
        if self._ids and id_ < self._ids[-1]:
            raise OutOfOrderError(f"document {id_} after {self._ids[-1]}")
        self._ids.append(id_)
        self._weights.append(weight)
        self._term_values.append(vbytes)
        self._lengths.append(length or 0)

    def finish_postings(self) -> TermInfo:
        """End the postings of a term, and give what Whoosh keeps of it.

        Raises:
            ValueError: There are none.
        """
        if self._info is None or not self._ids:
            raise ValueError("a term has no postings")
        self._describe(self._info)
        self._keep_weights()
        self._keep_values()
        self._keep_blocks()
        self._counts.append(len(self._ids))
        self._documents.extend(self._ids)
        if len(self._documents) >= _FLUSHED_POSTINGS:
            self._flush()
        info, self._info = self._info, None
        return info

    def _describe(self, info: TermInfo) -> None:
        for document, weight, length in zip(self._ids, self._weights, self._lengths, strict=True):
            info.add_posting(document, weight, length or None)
        self._pending["term.weights"].extend((info.weight(), info.max_weight()))
        self._pending["term.lengths"].extend((length_to_byte(info.min_length()), length_to_byte(info.max_length())))
        self._pending["term.documents"].extend((info.min_id(), info.max_id()))

    def _extend(self, name: str, values: Any) -> int:
        """Add to a section whose size is counted, and give that size."""
        self._pending[name].extend(values)
        self._sizes[name] += len(values)
        return self._sizes[name]

    def _keep_weights(self) -> None:
        kept = self._weights if any(weight != 1.0 for weight in self._weights) else ()
        self._pending["weight.ends"].append(self._extend("weight.values", kept))

    def _keep_values(self) -> None:
        ends = []
        if any(self._term_values):
            for value in self._term_values:
                self._values += value
                self._value_bytes += len(value)
                ends.append(self._value_bytes)
        self._pending["value.terms"].append(self._extend("value.ends", ends))

    def _keep_blocks(self) -> None:
        block = self._block
        starts = range(0, len(self._ids), block) if len(self._ids) > block else ()
        for start in starts:
            known = [length for length in self._lengths[start : start + block] if length]
            self._pending["block.lengths"].extend(
                (length_to_byte(min(known, default=None)), length_to_byte(max(known, default=None)))
            )
        ends = self._extend("block.weights", [max(self._weights[start : start + block]) for start in starts])
        self._pending["block.ends"].append(ends)

    def _flush(self) -> None:
        if self._counts:
            documents = np.array(self._documents, np.int64)
            self._layout.add(without_positions(np.array(self._counts, np.int64), documents))
        for name, values in self._pending.items():
            self._sections.extend(name, np.array(values, _STORED[values.typecode]))
            self._pending[name] = array(values.typecode)
        self._sections.extend("value.bytes", np.frombuffer(bytes(self._values), np.uint8))
        self._counts, self._documents, self._values = [], array("L"), bytearray()

    def finish(self) -> None:
        """Write what is left."""
        self._flush()
        self._layout.finish()
