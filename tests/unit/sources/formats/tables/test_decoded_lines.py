import io

import pytest

from archive_search.sources.formats.tables.decoded_lines import read_lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_lines_are_decoded(encoding):
    stream = io.BytesIO("été après\nhiver déjà\n".encode(encoding))
    assert list(read_lines(stream, limit=1000)) == [
        "été après\n",
        "hiver déjà\n",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_above_the_limit_is_skipped_and_the_next_is_read(encoding):
    stream = io.BytesIO(("a\n" + "x" * 1000 + "\nb\n").encode(encoding))
    assert [line and line.strip("\ufeff\n") for line in read_lines(stream, limit=100)] == ["a", None, "b"]


def test_the_encoding_may_change_between_lines():
    stream = io.BytesIO("été\n".encode() * 3 + "été après\n".encode("cp1252"))
    assert list(read_lines(stream, limit=100))[-1] == "été après\n"
