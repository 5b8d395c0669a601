"""Chunks are what `str.split` gives, as offsets into encoded text."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from analysis.texts import texts
from archive_search.analysis.chunks import WIDE_BLANKS, encode_texts, find_chunks


def cut(text: str) -> list[str]:
    encoded, _ends = encode_texts([text])
    starts, ends = find_chunks(encoded)
    stretches = zip(starts.tolist(), ends.tolist(), strict=True)
    return [encoded[start:end].decode("utf-8", "surrogatepass") for start, end in stretches]


@given(text=texts() | st.text(alphabet=st.sampled_from(f"a\u00e9\u2019\u2010\x84\x86 \t{WIDE_BLANKS}")))
def test_chunks_are_what_stands_between_blanks(text: str) -> None:
    assert cut(text) == text.split()


def test_every_character_that_splits_is_a_blank() -> None:
    assert cut("".join(map(chr, range(sys.maxunicode + 1)))) == "".join(map(chr, range(sys.maxunicode + 1))).split()


def test_texts_end_where_they_end() -> None:
    encoded, ends = encode_texts(["côte", "", "a"])
    assert [encoded[:end].decode() for end in ends.tolist()] == ["\ncôte", "\ncôte\n", "\ncôte\n\na"]
