from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.sources.formats.feeds.entries import LARGEST_ENTRY, cut_entries
from archive_search.sources.xml.markup import XmlError

FEED = "<rss><channel><title>T</title><item>un</item><x/><item a='b'>deux</item><item/></channel></rss>"


def entries(*pieces):
    return [text for _, text in cut_entries(pieces)]


@settings(max_examples=50)
@given(st.sets(st.integers(0, len(FEED))))
def test_entries_are_the_same_wherever_the_feed_is_cut_into_pieces(places):
    edges = [0, *sorted(places), len(FEED)]
    pieces = [FEED[start:end] for start, end in pairwise(edges)]
    assert entries(*pieces) == ["<item>un</item>", "<item a='b'>deux</item>"]


def test_an_entry_without_end_tag_ends_where_the_next_begins():
    assert entries("<rss><item>un<item>deux</item></rss>") == ["<item>un", "<item>deux</item>"]


def test_entries_with_a_prefix_are_found():
    assert entries("<a:feed><a:entry>un</a:entry><items/></a:feed>") == ["<a:entry>un</a:entry>"]


@pytest.mark.parametrize("feed", ["<rss><item>un</item>", "<rss><item>un</item><item>de"], ids=["between", "inside"])
def test_a_cut_is_told_once_the_entries_before_it_were_given(feed):
    found = cut_entries([feed])
    assert next(found)[1] == "<item>un</item>"
    with pytest.raises(XmlError, match="coupé"):
        next(found)


@pytest.mark.parametrize("opening", ["<rss>", "<rss><item>"], ids=["the head", "an entry"])
def test_what_is_too_large_is_refused(opening):
    with pytest.raises(XmlError, match="4 Mo"):
        entries(opening, "a" * LARGEST_ENTRY)


def test_entries_far_too_deep_in_others_are_refused():
    with pytest.raises(XmlError, match="mal formé"):
        entries("<a>" * 50 + "<item>un</item>")
