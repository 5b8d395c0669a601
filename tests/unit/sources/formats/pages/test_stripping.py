import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.pages import stripping
from archive_search.sources.formats.pages.stripping import read_stripped


def strip(data, *, limit=1 << 20):
    return read_stripped(io.BytesIO(data), limit=limit)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a<script>x < y</script>b", b"a b"),
        (b"a<SCRIPT type=x>x</SCRIPT >b", b"a b"),
        (b"a<svg><path/></svg>b", b"a b"),
        (b'a<svg class="i"/>b', b'a<svg class="i"/>b'),
        (b'<script type="application/ld+json">{}</script>', b'<script type="application/ld+json">{}</script>'),
        (b"<img src='data:image/svg+xml,<svg>' alt='b'>", b"<img src='data:' alt='b'>"),
        (b'<p style="background:url(data:image/gif;base64,R0lG)">b', b'<p style="background:url(data:)">b'),
        (b"<p>data: et base64,", b"<p>data: et base64,"),
        (b"a<script>never closed <p>b</p>", b"a "),
    ],
    ids=["script", "capitals", "drawing", "empty drawing", "description", "attribute", "style", "text", "never closed"],
)
def test_what_holds_no_text_is_taken_out(data, expected):
    assert strip(data) == expected


def test_a_page_in_utf16_is_given_in_utf8():
    assert strip("<p>été</p>".encode("utf-16")) == "<p>été</p>".encode()


def test_more_than_the_limit_gives_none():
    assert strip(b"mot " * 10, limit=39) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([b"<p>mot</p>", b"<script>x</script>", b"<img src='data:a,b'>", b"<style>", b"<", b"'"])),
    st.integers(1, 40),
)
def test_the_pieces_in_which_a_page_is_read_change_nothing(parts, size):
    data = b"".join(parts)
    assert b"".join(stripping._strip(data[n : n + size] for n in range(0, len(data), size))) == strip(data)
