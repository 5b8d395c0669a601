"""What dossiers, searches and notes may be called and say, whatever a reader types."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.archive.desk_texts import LONGEST_NOTE, MOST_CHARACTERS, name_key, read_name, read_note
from archive_search.errors import DeskError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Élections 2017\u00a0", "Élections 2017"),
        ("E\u0301lections", "Élections"),
        ("a" * 200, "a" * 200),
        ("e\u0301" * 200, "é" * 200),
        ("Que faire\u00a0? 🗳", "Que faire\u00a0? 🗳"),
        ("=1+1", "=1+1"),
        ("<script>", "<script>"),
    ],
    ids=["blanks", "decomposed", "longest", "longest decomposed", "signs", "formula", "markup"],
)
def test_a_name_is_kept_as_it_is_typed_but_for_its_edges(typed: str, kept: str) -> None:
    assert read_name(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "nom vide"),
        (" \u00a0\t\n", "nom vide"),
        ("a" * 201, "nom de 201 caractères : 200 au plus"),
        ("e\u0301\u0300" * 1_000_000, "200 au plus"),
        ("rouge \x1b[31m", "caractère invisible"),
        ("deux\nlignes", "saut de ligne"),
        ("deux\u2028lignes", "saut de ligne"),
        ("à rebours \u202e", "caractère invisible"),
        ("nul \0", "caractère invisible"),
        ("moitié \ud800", "caractère invisible"),
    ],
    ids=["empty", "blank", "long", "very long", "escape", "line", "separator", "direction", "nul", "surrogate"],
)
def test_a_name_that_cannot_be_shown_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(DeskError, match=reason) as caught:
        read_name(typed)
    assert caught.value.name == typed


@pytest.mark.parametrize("other", ["élections  2017", "ELECTIONS 2017", " e\u0301lections 2017", "Élections\u00a02017"])
def test_names_that_differ_by_case_accents_and_blanks_are_one(other: str) -> None:
    assert name_key(other) == name_key("Élections 2017")


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("🗳", "📰"), ("2017", "2018"), ("Syrie ?", "Syrie"), ("??", "!!")]
)
def test_names_that_differ_otherwise_are_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=50))
@settings(max_examples=100)
def test_any_text_has_a_key_that_a_database_can_hold(text: str) -> None:
    assert name_key(text).encode() is not None


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=MOST_CHARACTERS // 4))
@settings(max_examples=100)
def test_a_name_that_is_accepted_is_read_the_same_again(text: str) -> None:
    try:
        name = read_name(text)
    except DeskError:
        return
    assert read_name(name) == name
    assert name_key(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" à relire\r\nlundi\r ", "à relire\nlundi"),
        ("e\u0301tude", "étude"),
        ("rouge\x1b[31m \ud800", "rouge[31m "),
        ("a\r\n" * 5000, ("a\n" * 5000).strip()),
        ("", ""),
    ],
    ids=["lines", "decomposed", "controls", "longest", "empty"],
)
def test_a_note_is_kept_without_what_nobody_sees(typed: str, kept: str) -> None:
    assert read_note(typed, dossier="Bacs") == kept


def test_a_note_that_is_too_long_is_refused() -> None:
    with pytest.raises(DeskError, match="note de 10001 caractères : 10000 au plus") as caught:
        read_note("é" * (LONGEST_NOTE + 1), dossier="Bacs")
    assert caught.value.name == "Bacs"
