"""A matcher over arrays walks as one over a plain list would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.formats import Existence
from whoosh.matching import ReadTooFar

from archive_search.indexing.whoosh_face.matcher import AFTER_LAST, ArrayMatcher
from archive_search.indexing.whoosh_face.posting_lists import PostingList, bound_blocks, value_reader

DOCUMENTS = st.sets(st.integers(0, 60), min_size=1, max_size=30).map(sorted)
BLOCKS = st.integers(1, 8)


class PlainScorer:
    """Bound a block by its largest weight, as a scorer that knows weights only."""

    def supports_block_quality(self) -> bool:
        return True

    def block_quality(self, matcher: ArrayMatcher) -> float:
        return matcher.block_max_weight()


def make_matcher(documents: list[int], block: int = 4) -> ArrayMatcher:
    """Make a list in which a document's weight is its number modulo 7, its length twice that number."""
    ids = np.array(documents, np.int64)
    weights = (ids % 7).astype(np.float32)
    values = [str(document).encode() for document in documents]
    postings = PostingList(ids, weights, value_reader(values), lambda: bound_blocks(weights, ids * 2, block))
    return ArrayMatcher(postings, Existence(), block=block, scorer=PlainScorer())


@given(DOCUMENTS)
def test_it_gives_every_posting_in_order(documents: list[int]) -> None:
    matcher, found = make_matcher(documents), []
    while matcher.is_active():
        found.append((matcher.id(), matcher.weight(), matcher.value()))
        matcher.next()
    assert found == [(document, document % 7, str(document).encode()) for document in documents]


@given(DOCUMENTS, st.lists(st.integers(0, 70)), BLOCKS)
def test_it_skips_to_the_first_document_that_is_not_before_another(
    documents: list[int], targets: list[int], block: int
) -> None:
    matcher, rest = make_matcher(documents, block), documents
    for target in targets:
        if not rest:
            break
        matcher.skip_to(target)
        rest = [document for document in rest if document >= target]
        assert list(matcher.all_ids()) == rest
        assert matcher.is_active() == bool(rest)


@given(DOCUMENTS, BLOCKS)
def test_its_blocks_bound_what_is_in_them(documents: list[int], block: int) -> None:
    matcher = make_matcher(documents, block)
    for start in range(0, len(documents), block):
        inside = documents[start : start + block]
        matcher.skip_to(inside[-1])
        assert matcher.block_max_weight() == max(document % 7 for document in inside)
        assert (matcher.block_min_length(), matcher.block_max_length()) == (2 * inside[0], 2 * inside[-1])
        assert (matcher.block_min_id(), matcher.block_max_id()) == (inside[0], inside[-1])


@given(DOCUMENTS, BLOCKS, st.integers(0, 7))
def test_it_passes_only_blocks_that_cannot_score_above_a_bound(documents: list[int], block: int, bound: int) -> None:
    matcher = make_matcher(documents, block)
    blocks = [documents[start : start + block] for start in range(0, len(documents), block)]
    passed = 0
    while blocks and max(document % 7 for document in blocks[0]) <= bound:
        blocks.pop(0)
        passed += 1
    assert matcher.skip_to_quality(bound) == passed
    assert list(matcher.all_ids()) == [document for rest in blocks for document in rest]


@pytest.mark.parametrize("other", [0.1, 0.7, 9.3, 12345.6])
def test_what_rounding_leaves_above_a_bound_is_passed(other: float) -> None:
    matcher = make_matcher([1, 5, 9], 1)
    quality = matcher.block_quality()
    # Whoosh asks as long as the sum does not exceed the bound; less the other quality, the bound may be a bit lower.
    assert matcher.skip_to_quality(np.nextafter(quality + other, 0) - other) >= 1


@given(DOCUMENTS, BLOCKS)
def test_it_tells_when_it_enters_another_block(documents: list[int], block: int) -> None:
    matcher = make_matcher(documents, block)
    told = [matcher.next() for _document in documents]
    assert told == [rank % block == 0 or rank == len(documents) for rank in range(1, len(documents) + 1)]


def test_a_copy_walks_on_its_own() -> None:
    matcher = make_matcher([1, 5, 9])
    other = matcher.copy()
    other.skip_to(9)
    assert (matcher.id(), other.id()) == (1, 9)
    other.reset()
    assert other.id() == 1


def test_after_the_last_posting_there_is_nothing_to_read() -> None:
    matcher = make_matcher([1])
    matcher.next()
    assert matcher.id() == AFTER_LAST
    with pytest.raises(ReadTooFar):
        matcher.next()
    with pytest.raises(ReadTooFar):
        matcher.skip_to(3)
