import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.packed.gzip_members import unpack_gzip


def read_all(packed):
    """Give what is read, and the errors met on the way, each once."""
    stream, pieces, errors = unpack_gzip(io.BytesIO(packed)), [], []
    while True:
        try:
            piece = stream.read1()
        except (gzip.BadGzipFile, EOFError) as error:
            errors.append(type(error))
            continue
        if not piece:
            return b"".join(pieces), errors
        pieces.append(piece)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=6))
def test_members_are_read_as_gzip_reads_them(members):
    packed = b"".join(map(gzip.compress, members))
    assert unpack_gzip(io.BytesIO(packed)).read() == b"".join(members)


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (gzip.compress(b"perdu " * 90)[:-20] + b"\xff" * 20, gzip.BadGzipFile),
        (b"\x1f\x8b\x08\x00 rien", gzip.BadGzipFile),
        (b"du texte entre deux membres", gzip.BadGzipFile),
        (b"\x1f\x8b\x08\x00\0\0\0\0\0\0\xff" * 500, gzip.BadGzipFile),
    ],
    ids=["checksum", "no data", "garbage", "false starts"],
)
def test_reading_goes_on_after_a_damaged_member(damage, error):
    text, errors = read_all(gzip.compress(b"un") + damage + gzip.compress(b"deux"))
    assert (text.startswith(b"un"), text.endswith(b"deux"), errors) == (True, True, [error])


def test_a_member_cut_short_is_an_error_after_what_it_held():
    text, errors = read_all(gzip.compress(b"un") + gzip.compress(b"deux" * 1000)[:-9])
    assert text.startswith(b"undeux")
    assert errors == [EOFError]


def test_zeros_after_the_last_member_are_no_damage():
    assert read_all(gzip.compress(b"un") + b"\0" * 512) == (b"un", [])
