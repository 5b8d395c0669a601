import pytest

from archive_search.sources.formats.feeds.captions import take_captions


@pytest.mark.parametrize(
    ("inside", "left", "captions"),
    [
        ("<media:description>Le port</media:description>", "", ["Le port"]),
        ("<media:credit role='a'>&lt;b&gt;L&amp;#233;a&lt;/b&gt;</media:credit>", "", ["Léa"]),
        ("<media:title>Le port</media:title><title>T</title>", "<title>T</title>", []),
        ("<media:credit/><title>T</title>", "<title>T</title>", []),
        ("<media:credit>a</media:credit>" * 3, "", ["a"]),
        ("<media:description>sans fin", "<media:description>sans fin", []),
        ("<media:keywords>a, b</media:keywords>", "<media:keywords>a, b</media:keywords>", []),
    ],
    ids=["caption", "credit with markup", "title", "empty", "thrice", "no end", "keywords"],
)
def test_captions_are_taken_out_of_an_entry(inside, left, captions):
    assert take_captions(f"<item>{inside}</item>") == (f"<item>{left}</item>", captions)
