"""A comparison gives back both texts, and shows the words that changed."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.families import differences
from archive_search.families.differences import compare_articles, compare_texts
from archive_search.family_records import ParagraphComparison, SegmentKind
from families.dispatches import make_dispatch

SAME, DROPPED, ADDED = SegmentKind
texts = st.lists(st.text(alphabet="ab ,.\n«é'", max_size=14), max_size=6)


def texts_of(rows: Sequence[ParagraphComparison], side: SegmentKind) -> list[str]:
    numbers = [row.first if side is DROPPED else row.second for row in rows]
    joined = ["".join(text for kind, text in row.segments if kind in (SAME, side)) for row in rows]
    kept = [(number, text) for number, text in zip(numbers, joined, strict=True) if number is not None]
    assert [number for number, _text in kept] == list(range(1, len(kept) + 1))
    return [text for _number, text in kept]


def shown(first: str, second: str) -> str:
    [row] = compare_texts([first], [second])
    marks = {SAME: "{}", DROPPED: "[-{}-]", ADDED: "{{+{}+}}"}
    return "".join(marks[kind].format(text) for kind, text in row.segments)


@given(texts, texts)
@settings(max_examples=150)
def test_the_segments_give_back_both_texts(first: list[str], second: list[str]) -> None:
    rows = list(compare_texts(first, second))
    assert texts_of(rows, DROPPED) == first
    assert texts_of(rows, ADDED) == second


@given(texts)
@settings(max_examples=40)
def test_a_text_compared_with_itself_is_the_same_throughout(text: list[str]) -> None:
    assert all(kind is SAME for row in compare_texts(text, text) for kind, _text in row.segments)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("Le pont rouvre.", "Le pont ouvre.", "Le pont[- rouvre-]{+ ouvre+}.", id="a word"),
        pytest.param("Le pont rouvre.", "Le pont rouvre enfin.", "Le pont rouvre{+ enfin+}.", id="an addition"),
        pytest.param("Le vieux pont rouvre.", "Le pont rouvre.", "Le[- vieux-] pont rouvre.", id="a cut"),
        pytest.param(
            "Le pont rouvre lundi de bonne heure.",
            "Le pont rouvre mardi de grand matin, heure.",
            "Le pont rouvre[- lundi de bonne-]{+ mardi de grand matin,+} heure.",
            id="small words do not part changes",
        ),
    ],
)
def test_words_that_changed_are_shown(first: str, second: str, expected: str) -> None:
    assert shown(first, second) == expected


def test_paragraphs_are_told_by_their_numbers() -> None:
    compared = compare_articles(make_dispatch("a", [1, 2]), make_dispatch("b", [2, 3]))
    assert (compared.first, compared.second) == ("a", "b")
    assert [(row.first, row.second) for row in compared.paragraphs] == [(1, None), (2, 1), (None, 2)]


def test_pieces_too_long_to_compare_are_shown_as_dropped_and_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(differences, "_MOST_CELLS", 3)
    assert (
        shown("Le pont de bois rouvre.", "Le gué de pierre rouvre.") == "Le[- pont de bois-]{+ gué de pierre+} rouvre."
    )
