"""Have the model mark the names of paragraphs, each by itself, and keep what it saw in few bytes.

>>> from archive_search.entities.recognition import decode_spans, encode_spans
>>> from archive_search.entities.spans import RecognisedSpan
>>> from archive_search.records import EntityType
>>> spans = (RecognisedSpan(3, 9, EntityType.PLACE),)
>>> decode_spans(encode_spans(spans)) == spans
True
"""

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from archive_search.entities.foreign import is_foreign, is_full_name
from archive_search.entities.model import load_model, word_ranks
from archive_search.entities.pieces import Piece, cut_pieces
from archive_search.entities.recasing import recase
from archive_search.entities.spans import RecognisedSpan
from archive_search.records import EntityType

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP_CHARACTERS = 20_000
"""Characters that the model is given at once. It takes about 4 KB for each, and is no faster with more."""

_TYPES = {"PER": EntityType.PERSON, "LOC": EntityType.PLACE, "ORG": EntityType.ORG}
_CODES = tuple(EntityType)
_ENCODED_SPAN = struct.Struct("<IHB")


def recognise(texts: Sequence[str]) -> list[tuple[RecognisedSpan, ...]]:
    """Mark what the model takes for names of persons, places and organisations.

    What is seen in a text depends on nothing but this text. Of a piece of text in another language only full names
    are kept.

    Args:
        texts: Paragraphs, of any length and content.

    Returns:
        For each text, its spans in order; they do not overlap.

    Raises:
        ModelError: The model is absent, of another version, or cannot be read.
    """
    seen: list[list[RecognisedSpan]] = [[] for _text in texts]
    pieces = ((number, piece) for number, text in enumerate(texts) for piece in cut_pieces(text))
    for group in _group(pieces):
        for number, spans in _read(group):
            seen[number] += spans
    return [tuple(spans) for spans in seen]


def _read(group: Sequence[tuple[int, Piece]]) -> Iterator[tuple[int, list[RecognisedSpan]]]:
    """Have the model read pieces together, and yield the spans of each with the number of its text."""
    model, rank_of = _ready_model()
    recased = [recase(piece.text, rank_of) for _number, piece in group]
    # What the model learns of new words is forgotten after each group, documents included: it would grow with the
    # archive.
    with model.memory_zone():
        for (number, piece), document in zip(group, model.pipe(recased, batch_size=len(group)), strict=True):
            yield number, list(_spans_of(document, piece))


@cache
def _ready_model() -> tuple["Language", Callable[[str], int]]:
    model = load_model()
    return model, word_ranks(model)


def _group(pieces: Iterable[tuple[int, Piece]]) -> Iterator[list[tuple[int, Piece]]]:
    group: list[tuple[int, Piece]] = []
    size = 0
    for number, piece in pieces:
        group.append((number, piece))
        size += len(piece.text)
        if size >= GROUP_CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _spans_of(document: "Doc", piece: Piece) -> Iterator[RecognisedSpan]:
    foreign = is_foreign(piece.text)
    for entity in document.ents:
        if entity.label_ in _TYPES and (not foreign or is_full_name(entity.text)):
            start, end = piece.start + entity.start_char, piece.start + entity.end_char
            yield RecognisedSpan(start, end, _TYPES[entity.label_])


def text_digest(text: str, fingerprint: str) -> bytes:
    """Give 16 bytes that stand for a text as the model of this fingerprint sees it."""
    return hashlib.blake2b(f"{fingerprint}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def encode_spans(spans: Iterable[RecognisedSpan]) -> bytes:
    """Pack spans, each of at most 65,535 characters, into 7 bytes each."""
    return b"".join(_ENCODED_SPAN.pack(start, end - start, _CODES.index(kind)) for start, end, kind in spans)


def decode_spans(encoded: bytes) -> tuple[RecognisedSpan, ...]:
    """Unpack what `encode_spans` packed.

    Raises:
        ValueError: The bytes are not encoded spans.
    """
    if len(encoded) % _ENCODED_SPAN.size:
        raise ValueError(f"no encoded spans: {len(encoded)} bytes")
    return tuple(_decode_span(*fields) for fields in _ENCODED_SPAN.iter_unpack(encoded))


def _decode_span(start: int, length: int, code: int) -> RecognisedSpan:
    if not length or code >= len(_CODES):
        raise ValueError(f"no encoded span: length {length}, type {code}")
    return RecognisedSpan(start, start + length, _CODES[code])
