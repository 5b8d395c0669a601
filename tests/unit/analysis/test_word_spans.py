"""Words are found by their place where the tokenizer puts them, without cutting the whole text into words."""

from hypothesis import given
from hypothesis import strategies as st

from archive_search.analysis.tokenizing import tokenize
from archive_search.analysis.word_spans import LONGEST_KEPT, MOST_KEPT, WordCounts, locate_words, place_spans
from archive_search.records import Span

PIECES = (
    *("base", "L'armée", "l' ", "vice-président", "S-300", "O.N.U.", "a.b", "qu'il", "aujourd'hui", "Trump's", "cœur"),
    *(
        "10 000",
        "1",
        "000",
        "2015",
        "12.500",
        "3,5",
        "1\u00a0000\u202f000",
        "٣ ٤٥٦",
        "«\u00a0oui\u00a0»",
        "...",
        "-",
        "_",
    ),
    *(" ", "  ", "\n", "\t", "\u00ad", "e\u0301", "\u3000", "x" * 40, "'", "\ud800", "日本", "ﬁn"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda blank: blank.join(pieces))
)


def spans_by_position(text: str) -> dict[int, tuple[int, int]]:
    words = [token for token in tokenize(text) if token.position == token.last]
    return {word.position: (word.start, word.end) for word in words}


@given(text=texts | st.text("a1 .,'-é\u00a0", max_size=40))
def test_every_word_is_where_the_tokenizer_puts_it(text: str) -> None:
    expected = spans_by_position(text)
    assert locate_words(text, range(len(expected) + 2)) == expected


@given(text=texts, wanted=st.sets(st.integers(0, 40), max_size=5))
def test_only_the_words_asked_for_are_given_in_order(text: str, wanted: set[int]) -> None:
    expected = {position: span for position, span in spans_by_position(text).items() if position in wanted}
    assert list(locate_words(text, wanted).items()) == sorted(expected.items())


def test_the_words_of_a_compound_are_found_one_by_one() -> None:
    assert locate_words("Le vice-président parle", [1, 2]) == {1: (3, 7), 2: (8, 17)}


def test_a_number_of_groups_is_one_word() -> None:
    assert locate_words("les 10 000 blindés", [1, 2]) == {1: (4, 10), 2: (11, 18)}


def test_long_pieces_are_not_kept() -> None:
    counts = WordCounts()
    assert counts["mot-clé"] == counts[f"mot-{'x' * LONGEST_KEPT}"] == 2
    assert list(counts) == ["mot-clé"]


def test_no_more_pieces_are_kept_than_there_is_room_for() -> None:
    counts = WordCounts()
    assert {counts[f"n{number}"] for number in range(MOST_KEPT + 2)} == {1}
    assert len(counts) <= MOST_KEPT


@given(text=texts, start=st.integers(0, 60), length=st.integers(0, 30))
def test_a_span_covers_the_words_that_it_touches(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    words = spans_by_position(text).items()
    touched = [position for position, (first, last) in words if first < span.end and last > span.start]
    assert place_spans(text, [span]) == [(touched[0], touched[-1]) if touched else None]


def test_spans_are_placed_one_by_one() -> None:
    assert place_spans("Le vice-président Jean Petit parle", [Span(18, 28), Span(8, 17), Span(2, 3)]) == [
        (3, 4),
        (2, 2),
        None,
    ]
