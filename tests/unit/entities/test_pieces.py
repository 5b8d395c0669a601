"""Whatever a text is, its pieces are short, readable, and stand where they stood."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.entities.pieces import PIECE_CHARACTERS, Piece, cut_pieces

SENTENCE = "La maire de Corvenne a rouvert le pont. "


def test_an_ordinary_paragraph_is_one_piece() -> None:
    assert list(cut_pieces(SENTENCE)) == [Piece(0, SENTENCE)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = SENTENCE * 200
    pieces = list(cut_pieces(text))
    assert len(pieces) == 5
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text.startswith("La maire") and piece.text.endswith("pont. ") for piece in pieces)


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "Corvenne " * 1000
    pieces = list(cut_pieces(text))
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text.startswith("Corvenne") and piece.text.endswith("Corvenne ") for piece in pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("M.\u00a0Ferrel, d’Aval", "M. Ferrel, d'Aval", id="typography"),
        pytest.param("Aval\x00Berne\x1b[0m", "Aval Berne [0m", id="control characters"),
        pytest.param("Aval\ud800 Berne", "Aval  Berne", id="half of a pair"),
        pytest.param("Aval\u2028Berne\x85", "Aval Berne ", id="odd line ends"),
        pytest.param("Aval\n\tBerne", "Aval\n\tBerne", id="line breaks and tabs stay"),
        pytest.param(f"Aval {'x/' * 60} Berne", f"Aval {' ' * 120} Berne", id="endless words"),
        pytest.param(f"Aval {'x' * 100} Berne", f"Aval {'x' * 100} Berne", id="long words stay"),
    ],
)
def test_what_the_model_cannot_read_becomes_blank(text: str, expected: str) -> None:
    assert list(cut_pieces(text)) == [Piece(0, expected)]


@pytest.mark.parametrize("text", ["", "...", "le pont rouvre", "习近平主席", "12,5 %", " \n", "(" * 100_000])
def test_text_without_a_capital_is_not_read(text: str) -> None:
    assert list(cut_pieces(text)) == []


@settings(max_examples=100)
@given(st.text(st.sampled_from("Aé. \n\x00\ud800(’\u00a0") | st.characters(), max_size=300), st.integers(1, 40))
def test_pieces_are_short_and_stand_in_order(text: str, times: int) -> None:
    end = 0
    for start, piece in cut_pieces(text * times):
        assert start >= end
        assert 0 < len(piece) <= PIECE_CHARACTERS
        assert all(len(word) <= 100 for word in piece.split())
        piece.encode("utf-8")
        end = start + len(piece)
    assert end <= len(text) * times
