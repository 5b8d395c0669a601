import gzip
import io

import pytest

from archive_search.sources.pulling import pull_stream, read_some


def test_a_stream_gives_what_is_pulled_whatever_is_asked():
    pieces = [b"un ", b"port ", b"rouvre"]
    stream = pull_stream(lambda size: pieces.pop(0) if pieces else b"")
    assert (stream.read(4), stream.read()) == (b"un p", b"ort rouvre")


def test_no_more_is_pulled_than_was_asked_for():
    asked = []

    def pull(size):
        asked.append(size)
        return b"x" * size if len(asked) == 1 else b""

    assert pull_stream(pull, buffer=16).read(4) == b"xxxx"
    assert asked == [16]


def test_closing_a_stream_closes_what_it_reads_once():
    source, closed = io.BytesIO(b"oui"), []
    stream = pull_stream(source.read, close=lambda: closed.append(source.close()))
    stream.close()
    stream.close()
    assert (source.closed, len(closed)) == (True, 1)


def test_what_stands_before_damage_is_given_before_its_error():
    def pull(size):
        if given:
            raise gzip.BadGzipFile("abîmé")
        given.append(size)
        return b"un"

    given = []
    stream = pull_stream(pull)
    assert read_some(stream, 100) == b"un"
    with pytest.raises(gzip.BadGzipFile):
        read_some(stream, 100)
