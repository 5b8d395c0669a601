from hypothesis import given
from hypothesis import strategies as st

from archive_search.exports.review.marked_text import cut_at_marks


def test_pieces_are_marked_or_not() -> None:
    pieces = cut_at_marks("Une base aérienne", [(0, 3), (9, 17)])
    assert [(piece.text, piece.is_marked) for piece in pieces] == [
        ("Une", True),
        (" base ", False),
        ("aérienne", True),
    ]


@given(text=st.text(min_size=1), cuts=st.sets(st.integers(0, 30)))
def test_pieces_make_the_text(text: str, cuts: set[int]) -> None:
    places = sorted(min(cut, len(text)) for cut in cuts)
    marks = list(zip(places[::2], places[1::2], strict=False))
    assert "".join(piece.text for piece in cut_at_marks(text, marks)) == text
