"""The forms of a segment are looked up as in a plain list of them."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from archive_search.analysis.folding import fold_form
from archive_search.indexing.dictionary import Words, write_words
from archive_search.indexing.forms import FormBytes, FormRow, FormSet, SegmentForms
from archive_search.indexing.sections import SectionWriter
from indexing.containers import open_sections

FIELD_BEFORE = [b"alpha", b"beta"]


def make_row(form: str) -> FormRow:
    """Give a form the first two letters of its folded spelling as stem: many forms then share one."""
    return FormRow(form, fold_form(form)[:2], fold_form(form))


ROWS = st.lists(st.text("aàbéeç'9", min_size=1, max_size=4), unique=True, max_size=20).map(
    lambda forms: [make_row(form) for form in forms]
)


def encode(row: FormRow) -> FormBytes:
    return row.folded.encode(), row.form.encode(), row.stem.encode()


def write(folder: Path, rows: list[FormRow]) -> tuple[FormSet, SegmentForms]:
    """Write forms behind the terms of another field."""
    forms = FormSet([encode(row) for row in rows])

    def write_both(writer: SectionWriter) -> None:
        write_words(writer, "term", [*FIELD_BEFORE, *forms.order.stems])
        forms.write(writer)

    file = open_sections(folder / "a.terms", write_both)
    return forms, SegmentForms(file, Words(file, "term"), len(FIELD_BEFORE))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


def in_order(rows: list[FormRow]) -> list[FormRow]:
    return sorted(rows, key=lambda row: (row.folded, row.form))


@given(rows=ROWS)
def test_forms_are_kept_in_order_of_their_folded_spelling(folder: Path, rows: list[FormRow]) -> None:
    _written, forms = write(folder, rows)
    assert forms.words() == list(map(encode, in_order(rows)))
    assert [forms.row(rank) for rank in range(len(forms))] == in_order(rows)


@given(rows=ROWS, wanted=st.text("abec'9", max_size=4))
def test_forms_are_found_by_their_folded_spelling(folder: Path, rows: list[FormRow], wanted: str) -> None:
    _written, forms = write(folder, rows)
    for folded in {wanted, *(row.folded for row in rows)}:
        assert list(forms.folding_to(folded)) == [row for row in in_order(rows) if row.folded == folded]


@given(rows=ROWS)
def test_an_occurrence_names_a_form_by_its_place_among_those_of_its_stem(folder: Path, rows: list[FormRow]) -> None:
    written, forms = write(folder, rows)
    order = written.order
    for row, stem, code in zip(rows, order.stem_of.tolist(), order.code_of.tolist(), strict=True):
        assert order.stems[stem].decode() == row.stem
        assert forms.forms_of(stem)[code] == row.form
        assert written.codes()[encode(row)] == code
    assert [len(forms.forms_of(stem)) for stem in range(len(order.stems))] == order.counts.tolist()


@given(rows=ROWS)
def test_the_places_of_a_stem_are_given_for_all_at_once(folder: Path, rows: list[FormRow]) -> None:
    written, forms = write(folder, rows)
    by_stem, starts = forms.order()
    for stem, start in enumerate(starts.tolist()):
        ranks = by_stem[start : start + int(written.order.counts[stem])]
        assert np.array_equal(ranks, forms.ranks_of(stem))


@given(rows=ROWS, prefix=st.text("abe", max_size=2), more=st.text("abec9'", max_size=2))
def test_forms_are_matched_line_by_line(folder: Path, rows: list[FormRow], prefix: str, more: str) -> None:
    _written, forms = write(folder, rows)
    pattern = re.compile(f"^{prefix}[^\n]*{more}$".encode(), re.MULTILINE)
    expected = [row for row in in_order(rows) if re.fullmatch(f"{prefix}.*{more}", row.folded)]
    assert list(forms.matching(prefix, pattern)) == expected


@settings(max_examples=40)
@given(rows=ROWS, folded=st.text("abec9'", max_size=5), distance=st.integers(1, 2))
def test_forms_near_a_spelling_are_found(folder: Path, rows: list[FormRow], folded: str, distance: int) -> None:
    _written, forms = write(folder, rows)
    expected = [row for row in in_order(rows) if OSA.distance(folded, row.folded) <= distance]
    assert list(forms.near(folded, distance)) == expected


def test_a_spelling_that_is_no_text_is_not_found(tmp_path: Path) -> None:
    _written, forms = write(tmp_path, [make_row("pont")])
    assert list(forms.folding_to("\ud800")) == []
