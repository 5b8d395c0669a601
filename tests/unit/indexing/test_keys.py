"""Key fields find the documents that have a value, as a dictionary of lists does."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive_search.indexing.keys import key_field, rank_field
from archive_search.indexing.segment_writing import FieldTerms


def documents_by_term(field: FieldTerms) -> dict[str, list[int]]:
    """Read a field as a dictionary."""
    assert not field.positions
    assert list(field.terms) == sorted(set(field.terms))
    if not field.terms:
        assert list(field.runs) == []
        return {}
    (entries,) = field.runs
    cut = np.split(entries.document, np.cumsum(entries.counts)[:-1])
    return {term.decode(): each.tolist() for term, each in zip(field.terms, cut, strict=True)}


RUNS = st.lists(st.tuples(st.none() | st.sampled_from(["", "Écho", "Phare", "é", "z"]), st.integers(1, 4)), max_size=12)


@given(RUNS)
def test_a_value_is_found_in_the_documents_that_have_it(runs: list[tuple[str | None, int]]) -> None:
    expected = defaultdict(list)
    document = 0
    for value, count in runs:
        for _ in range(count):
            if value:
                expected[value].append(document)
            document += 1
    field = key_field(
        "source", [value for value, _count in runs], np.array([count for _value, count in runs], np.int64)
    )
    assert documents_by_term(field) == expected


@given(st.lists(st.integers(1, 13), max_size=6))
def test_a_rank_is_found_in_the_documents_that_have_it(paragraphs: list[int]) -> None:
    expected = defaultdict(list)
    for document, rank in enumerate(rank for count in paragraphs for rank in range(1, count + 1)):
        expected[str(rank)].append(document)
    assert documents_by_term(rank_field("paragraph", np.array(paragraphs, np.int64))) == expected


def test_a_value_that_is_no_text_is_stored_with_a_question_mark() -> None:
    field = key_field("source", ["a\ud800"], np.array([1], np.int64))
    assert documents_by_term(field) == {"a?": [0]}


@pytest.mark.parametrize("values", [[], [None, ""]], ids=["no documents", "no values"])
def test_a_field_without_values_has_no_terms(values: list[str | None]) -> None:
    assert documents_by_term(key_field("source", values, np.ones(len(values), np.int64))) == {}
