"""The index as one body of arrays, whatever the segments and the deletions."""

from pathlib import Path

import numpy as np
import pytest

from archive_search.analysis.stemming import stem_form
from archive_search.errors import ArchiveDamagedError
from archive_search.indexing import reading
from archive_search.indexing.deletions import write_deleted
from archive_search.indexing.documents import Column
from archive_search.indexing.names_file import write_names
from archive_search.indexing.reading import IndexReader
from archive_search.indexing.segment_files import DOCUMENTS, TERMS, SegmentName, deleted_name, names_name
from archive_search.indexing.segment_reading import SegmentReader
from indexing.named import NamePlace, make_names
from indexing.segments import build_segment, index_texts

FIRST = [index_texts(1, "Le pont.", "Pont et gare."), index_texts(2, "La gare. Un pont.")]
LERNO = "person:ada-lerno"
SECOND = [index_texts(3, "Ponts."), index_texts(4, "Une rive.", "Deux ponts.")]


def delete(folder: Path, segment: SegmentReader, *documents: int) -> SegmentName:
    name = deleted_name(segment.name.name, 2)
    write_deleted(folder / name, np.array(documents, np.int64))
    return SegmentName(segment.name.name, name)


def files(*names: SegmentName) -> list[str]:
    return [file for name in names for file in name.files()]


@pytest.fixture
def whole(tmp_path: Path) -> IndexReader:
    segments = [build_segment(tmp_path, articles) for articles in (SECOND, FIRST)]
    return IndexReader(tmp_path, files(*(segment.name for segment in segments)))


@pytest.fixture
def thinned(tmp_path: Path) -> IndexReader:
    first, second = (build_segment(tmp_path, articles) for articles in (FIRST, SECOND))
    return IndexReader(tmp_path, files(delete(tmp_path, first, 0, 1), delete(tmp_path, second, 0)))


def test_segments_follow_each_other_by_their_first_article(whole: IndexReader) -> None:
    assert whole.column(Column.NUMBER).tolist() == [1, 2, 3, 4]
    assert whole.article_of.tolist() == [0, 0, 1, 2, 3, 3]
    assert whole.first_document.tolist() == [0, 2, 3, 4, 6]


def test_ids_are_given_in_the_order_wanted(whole: IndexReader) -> None:
    assert whole.article_ids([3, 0, 2]) == ["a4", "a1", "a3"]


def test_occurrences_are_numbered_through_all_segments(whole: IndexReader) -> None:
    found = whole.read_term("pont")
    assert found.form is not None
    places = zip(found.document.tolist(), found.position.tolist(), found.form.tolist(), strict=True)
    assert [(document, position, found.forms[form]) for document, position, form in places] == [
        (0, 1, "pont"),
        (1, 0, "pont"),
        (2, 3, "pont"),
        (3, 0, "ponts"),
        (5, 1, "ponts"),
    ]


def test_a_term_of_one_form_in_all_segments_tells_none_apart(whole: IndexReader) -> None:
    found = whole.read_term(stem_form("gare"))
    assert (found.form, found.forms, found.document.tolist()) == (None, ("gare",), [1, 2])


def test_a_term_that_is_not_there_has_no_occurrences(whole: IndexReader) -> None:
    found = whole.read_term("absent")
    assert (len(found.document), len(found.position), len(found.last), found.forms) == (0, 0, 0, ())


def test_sentences_are_numbered_through_all_segments(whole: IndexReader) -> None:
    found = whole.read_sentence_starts()
    places = list(zip(found.document.tolist(), found.position.tolist(), strict=True))
    assert places == [(0, 0), (1, 0), (2, 0), (2, 2), (3, 0), (4, 0), (5, 0)]


def test_everything_lives_where_nothing_was_deleted(whole: IndexReader) -> None:
    assert (whole.document_count, whole.article_count, whole.living_count, whole.word_count) == (6, 4, 4, 14)
    assert whole.alive.all()


def test_what_was_deleted_keeps_its_numbers_and_is_not_counted(thinned: IndexReader) -> None:
    assert (thinned.document_count, thinned.article_count, thinned.living_count) == (6, 4, 2)
    assert thinned.alive.tolist() == [False, True, False, True]
    assert thinned.word_count == 4 + 4


def test_no_occurrence_stands_in_what_was_deleted(thinned: IndexReader) -> None:
    assert thinned.read_term("pont").document.tolist() == [2, 5]
    assert thinned.read_sentence_starts().document.tolist() == [2, 2, 4, 5]


def write_people(folder: Path, *places: NamePlace) -> str:
    write_names(folder / names_name(5), {"person": make_names({LERNO: places})})
    return names_name(5)


def test_names_are_numbered_through_all_segments(tmp_path: Path) -> None:
    names = write_people(tmp_path, NamePlace(1, 2, 0, 1), NamePlace(3, 1, 0), NamePlace(4, 2, 1))
    segments = [build_segment(tmp_path, articles).name for articles in (SECOND, FIRST)]
    reader = IndexReader(tmp_path, [*files(*segments), names])
    found = reader.read_name("person", LERNO)
    assert (found.document.tolist(), found.position.tolist(), found.last.tolist()) == ([1, 3, 5], [0, 0, 1], [1, 0, 1])
    assert (found.form, found.forms) == (None, ())
    assert [values.tolist() for values in reader.name_pairs("person")[1:]] == [[0, 0, 0], [0, 2, 3]]


def test_names_are_in_order_where_segments_share_the_numbers_out(tmp_path: Path) -> None:
    names = write_people(tmp_path, *(NamePlace(number, 1, 0) for number in range(1, 7)))
    odd, even = (
        build_segment(tmp_path, [index_texts(number, "Un pont.") for number in numbers])
        for numbers in ((1, 3, 5), (2, 4, 6))
    )
    reader = IndexReader(tmp_path, [*files(odd.name, even.name), names])
    assert reader.column(Column.NUMBER).tolist() == [1, 3, 5, 2, 4, 6]
    assert reader.read_name("person", LERNO).document.tolist() == [0, 1, 2, 3, 4, 5]
    assert reader.name_pairs("person").article.tolist() == [0, 1, 2, 3, 4, 5]


def test_names_in_what_was_deleted_or_never_there_are_not_found(tmp_path: Path) -> None:
    names = write_people(tmp_path, NamePlace(1, 9, 99), NamePlace(2, 1, 3), NamePlace(77, 1, 0))
    thinned = delete(tmp_path, build_segment(tmp_path, FIRST), 0, 1)
    reader = IndexReader(tmp_path, [*thinned.files(), names])
    assert reader.read_name("person", LERNO).document.tolist() == [2]
    assert reader.name_pairs("person").article.tolist() == [1]


@pytest.mark.parametrize(("field", "entity_id"), [("person", "person:luc-vassy"), ("place", LERNO), ("text", "pont")])
def test_a_name_that_is_not_there_has_no_occurrences(tmp_path: Path, field: str, entity_id: str) -> None:
    names = write_people(tmp_path, NamePlace(1, 1, 0))
    reader = IndexReader(tmp_path, [*build_segment(tmp_path, FIRST).name.files(), names])
    assert [len(values) for values in reader.read_name(field, entity_id)[:3]] == [0, 0, 0]


def test_an_index_without_names_names_nothing(whole: IndexReader) -> None:
    assert len(whole.read_name("person", LERNO).document) == 0
    ids, entity, article = whole.name_pairs("person")
    assert (len(ids), len(entity), len(article)) == (0, 0, 0)


def test_names_of_an_empty_index_are_found_nowhere(tmp_path: Path) -> None:
    reader = IndexReader(tmp_path, [write_people(tmp_path, NamePlace(1, 1, 0))])
    assert len(reader.read_name("person", LERNO).document) == 0
    assert list(reader.name_pairs("person").ids) == [LERNO]


def test_names_that_were_read_are_kept_beside_terms(tmp_path: Path) -> None:
    names = write_people(tmp_path, NamePlace(1, 1, 0))
    reader = IndexReader(tmp_path, [*build_segment(tmp_path, FIRST).name.files(), names])
    assert reader.read_name("person", LERNO) is reader.read_name("person", LERNO)
    assert reader.name_pairs("person") is reader.name_pairs("person")


def test_names_of_another_index_are_told(tmp_path: Path) -> None:
    names = write_people(tmp_path, NamePlace(1, 1, 2))
    reader = IndexReader(tmp_path, [*build_segment(tmp_path, FIRST).name.files(), names])
    with pytest.raises(ArchiveDamagedError, match=names):
        reader.read_name("person", LERNO)


def test_a_names_file_that_is_gone_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        IndexReader(tmp_path, [names_name(5)])


def test_an_empty_index_has_nothing(tmp_path: Path) -> None:
    empty = IndexReader(tmp_path, [])
    assert (empty.document_count, empty.living_count, empty.word_count) == (0, 0, 0)
    assert (len(empty.alive), len(empty.column(Column.DATE)), empty.first_document.tolist()) == (0, 0, [0])
    assert len(empty.read_sentence_starts().document) == 0


def test_readers_outlive_the_files(tmp_path: Path) -> None:
    reader = IndexReader(tmp_path, build_segment(tmp_path, FIRST).name.files())
    for path in tmp_path.iterdir():
        path.unlink()
    assert reader.read_term("pont").document.tolist() == [0, 1, 2]
    assert reader.document_words.tolist() == [2, 3, 4]


def test_occurrences_are_kept_up_to_a_limit(whole: IndexReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CACHED_OCCURRENCES", 6)
    pont = whole.read_term("pont")
    assert whole.read_term("pont") is pont
    whole.read_term(stem_form("gare"))
    assert whole.read_term("pont") is not pont


def test_segments_that_do_not_belong_together_are_told(tmp_path: Path) -> None:
    first, second = (build_segment(tmp_path, articles) for articles in (FIRST, SECOND[:1]))
    (tmp_path / (second.name.name + TERMS)).write_bytes((tmp_path / (first.name.name + TERMS)).read_bytes())
    reader = IndexReader(tmp_path, second.name.files())
    with pytest.raises(ArchiveDamagedError, match=second.name.name):
        reader.read_term("pont")


def test_a_segment_of_which_a_file_describes_another_thing_is_told(tmp_path: Path) -> None:
    segment = build_segment(tmp_path, FIRST).name
    (tmp_path / (segment.name + DOCUMENTS)).write_bytes((tmp_path / (segment.name + TERMS)).read_bytes())
    with pytest.raises(ArchiveDamagedError, match="archive-search rebuild"):
        IndexReader(tmp_path, segment.files())
