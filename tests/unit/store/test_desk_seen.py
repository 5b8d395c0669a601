"""What a saved search has shown is remembered in eight bytes an article."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.store.desk.seen import HASH_BYTES, find_unseen, pack_seen, unpack_seen

IDS = st.lists(st.text(st.characters(codec="utf-8"), max_size=4), max_size=20, unique=True)


@given(found=IDS, seen=IDS)
@settings(max_examples=50)
def test_new_is_what_was_not_seen_in_the_order_found(found: list[str], seen: list[str]) -> None:
    assert find_unseen(found, unpack_seen(pack_seen(seen))) == tuple(each for each in found if each not in seen)


@given(IDS)
@settings(max_examples=20)
def test_the_order_in_which_articles_were_seen_does_not_matter(ids: list[str]) -> None:
    assert pack_seen(ids) == pack_seen(ids[::-1])
    assert len(pack_seen(ids)) == HASH_BYTES * len(ids)


@pytest.mark.parametrize("data", [b"1234567", "12345678", None, 1 << 40], ids=["cut", "text", "null", "number"])
def test_what_is_no_list_of_hashes_is_damage(data: object) -> None:
    with pytest.raises(sqlite3.DataError, match="illisible"):
        unpack_seen(data)
