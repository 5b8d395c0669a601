"""The seam between our index and what its segments are made of.

Everything above asks `ArchiveCodec` for writers and readers and `read_postings` for arrays; another codec that
answers the same calls can take its place. This one is Whoosh's own, with safe pickles and whole posting lists.
"""

import pickle
import secrets
from typing import Any, NamedTuple

from whoosh.codec import whoosh3
from whoosh.reading import TermNotFound

from archive_search.indexing.storage import load_pickle

_POSITION_TYPES = frozenset("BHiIq")
_LENGTH_BYTES = 4


class PostingList(NamedTuple):
    """Hold all postings of one term in one segment.

    Attributes:
        documents: Document numbers in the segment, increasing; one a posting.
        values: Values of the posting format, one a posting; empty for fields that have none.
    """

    documents: list[int]
    values: list[bytes]


class ArchiveCodec(whoosh3.W3Codec):
    """Write and read segments in Whoosh's own format."""

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """Name a new segment as no other is named, in this process or any other."""
        # Whoosh draws names from `random`: a program that seeds it would write over the segments of its last run.
        return whoosh3.W3Segment(self, indexname, segid=secrets.token_hex(8))

    def terms_reader(self, storage: Any, segment: Any) -> Any:
        """Open the terms of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        length = storage.file_length(name)
        file = storage.open_file(name)
        _check_extras(file, length)
        return _SafeTermsReader(self, file, length, segment.open_file(storage, self.POSTS_EXT))

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Make the matcher of one term."""
        offset, length = terminfo.extent()
        return _SafeMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)


def _check_extras(file: Any, length: int) -> None:
    """Check what Whoosh takes on trust from the end of its term dictionary."""
    end = length - _LENGTH_BYTES
    file.seek(end - file.get_int(end))
    extras = file.read_pickle()
    if extras["indextype"] not in _POSITION_TYPES:
        raise ValueError(f"type {extras['indextype']!r} inconnu dans le dictionnaire des termes")


class _SafeTermInfo(whoosh3.W3TermInfo):
    @classmethod
    def from_bytes(cls, data: bytes) -> Any:
        # A term may hold its postings itself, as a pickle that Whoosh loads without a guard. Our writer never does so.
        if data[0]:
            raise pickle.UnpicklingError("un terme contient ses propres occurrences")
        return super().from_bytes(data)


class _SafeTermsReader(whoosh3.W3TermsReader):
    def term_info(self, field: str, term: bytes) -> Any:
        try:
            return _SafeTermInfo.from_bytes(self._tindex[self._keycoder(field, term)])
        except KeyError as error:
            raise TermNotFound(f"{field}:{term!r}") from error

    def items(self) -> Any:
        return ((self._keydecoder(key), _SafeTermInfo.from_bytes(value)) for key, value in self._tindex.items())

    def items_from(self, field: str, prefix: bytes) -> Any:
        found = self._tindex.items_from(self._keycoder(field, prefix))
        return ((self._keydecoder(key), _SafeTermInfo.from_bytes(value)) for key, value in found)

    def cursor(self, field: str, fieldobj: Any) -> Any:
        return _SafeCursor(self._tindex, field, self._keycoder, self._keydecoder, fieldobj)


class _SafeCursor(whoosh3.W3FieldCursor):
    def term_info(self) -> Any:
        if self._pos is None:
            return None
        return _SafeTermInfo.from_bytes(self._tindex.dbfile.get(self._datapos, self._datalen))


class _SafeMatcher(whoosh3.W3LeafMatcher):
    def _read_header(self) -> None:
        if self._postfile.get(self._startoffset, len(_HEADER)) != _HEADER:
            raise ValueError("une liste d'occurrences ne commence pas comme il faut")
        self._baseoffset = self._startoffset + len(_HEADER)

    def _read_data(self) -> None:
        data = self._postfile.get(self._dataoffset, self._nextoffset - self._dataoffset)
        if self._compression:
            data = whoosh3.zlib.decompress(data)
        self._data = load_pickle(data)

    def read_all(self) -> PostingList:
        """Read the posting list from its start to its end, block by block."""
        documents: list[int] = []
        values: list[bytes] = []
        self.reset()
        while self.is_active():
            self._read_ids()
            self._read_values()
            if not len(self._ids) == len(self._values) == self._blocklength:
                raise ValueError("un bloc d'occurrences est incomplet")
            documents.extend(self._ids)
            values.extend(value or b"" for value in self._values)
            self._next_block()
        return PostingList(documents, values)


_HEADER = whoosh3.WHOOSH3_HEADER_MAGIC


def read_postings(terms: Any, field: str, term: bytes, format_: Any) -> PostingList | None:
    """Read all postings of a term.

    Args:
        terms: Terms reader that the codec gave for a segment.
        field: Name of a field.
        term: The term as stored.
        format_: Posting format of the field.

    Returns:
        The posting list, or None when the segment does not have the term.
    """
    try:
        matcher = terms.matcher(field, term, format_)
    except TermNotFound:
        return None
    result: PostingList = matcher.read_all()
    return result
