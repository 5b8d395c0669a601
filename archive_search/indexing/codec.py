"""The seam between our index and what its segments are made of.

Everything above asks `ArchiveCodec` for writers and readers and `read_postings` for arrays; another codec that
answers the same calls can take its place. This one is Whoosh's own, with safe pickles and whole posting lists.
"""

from typing import Any, NamedTuple

from whoosh.codec import whoosh3
from whoosh.reading import TermNotFound

from archive_search.indexing.storage import load_pickle


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

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Make the matcher of one term; our writer never puts postings into the term dictionary itself."""
        offset, length = terminfo.extent()
        return _SafeMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)


class _SafeMatcher(whoosh3.W3LeafMatcher):
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
            documents.extend(self._ids)
            values.extend(value or b"" for value in self._values)
            self._next_block()
        return PostingList(documents, values)


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
