"""Tests of rows of tables."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.analysis.cells import write_cell, write_row


@pytest.mark.parametrize("text", ["=1+1", "+33", "-2", "@gué", "\t=1", "\r=1", " =1", "\u00a0+1", "\u200b=1"])
def test_what_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert str(write_cell(text)).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert [write_cell(value) for value in (-2, 1.5, None)] == [-2, 1.5, ""]


@settings(max_examples=100)
@given(st.lists(st.text(), min_size=2, max_size=5), st.sampled_from([",", "\t", ";"]))
def test_a_row_is_one_line_of_as_many_cells(values: list[str], delimiter: str) -> None:
    written = write_row(values, delimiter=delimiter)
    (row,) = csv.reader(io.StringIO(written), delimiter=delimiter)
    assert len(row) == len(values)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


def test_a_line_may_end_as_other_systems_want() -> None:
    assert write_row(["a", "b"], delimiter=";", end="\r\n") == "a;b\r\n"
