"""The small parts of the index: columns, postings, vocabulary, seals."""

import io
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.structfile import StructFile

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.columns import ArrayColumn
from archive_search.indexing.format import MAX_EXTRA, POSITION_BITS, POSITION_MASK, FormPositions, pack_position
from archive_search.indexing.sealing import Seal, check_before_reading, find_alteration, read_seal, seal_files
from archive_search.indexing.vocabulary import Vocabulary

NUMBERS = st.integers(0, 2**32 - 1)


@given(st.dictionaries(st.integers(0, 30), NUMBERS))
def test_a_column_gives_back_its_numbers_and_zero_for_the_others(values: dict[int, int]) -> None:
    count = 31
    file = StructFile(io.BytesIO())
    writer = ArrayColumn().writer(file)
    for document in sorted(values):
        writer.add(document, values[document])
    writer.finish(count)
    length = file.tell()
    column = ArrayColumn().reader(file, 0, length, count)
    assert column.load().tolist() == [values.get(document, 0) for document in range(count)]
    assert [column[document] for document in range(count)] == column.load().tolist()


@given(st.integers(0, POSITION_MASK), st.integers(0, MAX_EXTRA))
def test_positions_are_packed_without_loss(position: int, extra: int) -> None:
    packed = pack_position(position, position + extra)
    assert (packed & POSITION_MASK, packed >> POSITION_BITS) == (position, extra)
    assert packed < 2**32


@given(st.integers(0, 2**40), st.integers(0, 2**40))
def test_positions_out_of_range_stay_within_a_number(position: int, extra: int) -> None:
    assert 0 <= pack_position(position, position + extra) < 2**32


@given(st.lists(st.tuples(st.integers(0, POSITION_MASK), NUMBERS), min_size=1, max_size=20))
def test_whoosh_reads_positions_from_a_posting(pairs: list[tuple[int, int]]) -> None:
    value = np.array(pairs, "<u4").tobytes()
    format_ = FormPositions()
    assert format_.decode_positions(value) == [position for position, _form in pairs]
    assert format_.decode_frequency(value) == len(pairs)


@given(st.lists(st.text(min_size=1)))
def test_a_form_keeps_its_number(forms: list[str]) -> None:
    vocabulary = Vocabulary()
    numbers = {form: vocabulary.look_up(form)[0] for form in forms}
    assert sorted(numbers.values()) == list(range(1, len(set(forms)) + 1))
    stored = [(form.number, form.form, form.stem) for form in vocabulary.take_new()]
    assert {form: number for number, form, _stem in stored} == numbers
    assert vocabulary.take_new() == []
    again = Vocabulary(stored)
    assert all(again.look_up(form)[0] == number for form, number in numbers.items())
    assert again.take_new() == []
    assert again.look_up("\0 jamais vu")[0] == len(numbers) + 1


def seal(path: Path) -> Seal:
    path.write_bytes(b"contenu")
    (sealed,) = seal_files(path.parent, [path.name])
    return sealed


def test_a_seal_is_that_of_the_file(tmp_path: Path) -> None:
    sealed = seal(tmp_path / "a.pst")
    assert sealed == read_seal(tmp_path / "a.pst")
    assert find_alteration(tmp_path, sealed) is None


@pytest.mark.parametrize(
    ("content", "whole", "found"),
    [
        (b"conten", True, "6 octets au lieu de 7"),
        (b"conten", False, "6 octets au lieu de 7"),
        (b"Contenu", True, "somme de contrôle différente"),
        (b"Contenu", False, None),
    ],
)
def test_an_altered_file_is_found(tmp_path: Path, content: bytes, whole: bool, found: str | None) -> None:
    sealed = seal(tmp_path / "a.pst")
    (tmp_path / "a.pst").write_bytes(content)
    assert find_alteration(tmp_path, sealed, whole=whole) == found


@pytest.mark.parametrize("name", ["a.toc", "a.col"])
def test_small_files_are_checked_before_they_are_read(tmp_path: Path, name: str) -> None:
    sealed = seal(tmp_path / name)
    check_before_reading(tmp_path, [sealed])
    (tmp_path / name).write_bytes(b"Contenu")
    with pytest.raises(ArchiveDamagedError, match=name):
        check_before_reading(tmp_path, [sealed])


def test_a_missing_file_is_left_to_the_caller(tmp_path: Path) -> None:
    sealed = seal(tmp_path / "a.toc")
    os.remove(tmp_path / "a.toc")
    with pytest.raises(FileNotFoundError):
        check_before_reading(tmp_path, [sealed])
