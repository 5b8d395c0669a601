"""Paragraphs are set beside those that say the same, in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families import pairing
from archive_search.families.pairing import Pair, pair_paragraphs

paragraphs = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=8)


def ranks(pairs: list[Pair], side: int) -> list[int]:
    return [pair[side] for pair in pairs if pair[side] is not None]  # type: ignore[misc]


@given(paragraphs, paragraphs)
@settings(max_examples=80)
def test_every_paragraph_is_there_once_and_in_order(first: list[list[str]], second: list[list[str]]) -> None:
    pairs = pair_paragraphs(first, second)
    assert ranks(pairs, 0) == list(range(len(first)))
    assert ranks(pairs, 1) == list(range(len(second)))


def test_a_new_paragraph_stands_alone() -> None:
    first = [["le", "pont", "de", "Doriac"], ["la", "mairie", "se", "tait"]]
    second = [["le", "pont", "de", "bois"], ["un", "gué", "ancien"], ["la", "mairie", "se", "taira"]]
    assert pair_paragraphs(first, second) == [(0, 0), (None, 1), (1, 2)]


def test_pairs_share_as_many_words_as_may_be() -> None:
    assert pair_paragraphs([list("abcd")], [list("abxy"), list("abcy")]) == [(None, 0), (0, 1)]


def test_too_many_paragraphs_are_not_set_against_each_other() -> None:
    many = [[str(number)] for number in range(pairing._MOST_CELLS // 100)]
    assert pair_paragraphs(many, many[:101])[0] == (0, None)
