"""The names file gives back what was written, and nothing that was not."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.names_file import FieldNames, NameEntries, NamesFile, write_names
from archive_search.indexing.postings import MAX_EXTRA
from indexing.containers import checksums_of, directory_of, flip, forge
from indexing.named import NamePlace, make_names

SMALL = st.integers(0, 2**20)
PLACES = st.builds(NamePlace, SMALL, st.integers(0, 400), SMALL, st.integers(0, MAX_EXTRA))
IDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
NAMES = st.dictionaries(IDS, st.lists(PLACES, min_size=1, max_size=5), max_size=6)

LERNO, VASSY = "person:ada-lerno", "person:luc-vassy"
PEOPLE = make_names(
    {LERNO: [NamePlace(3, 1, 4, 1), NamePlace(3, 2, 0)], VASSY: [NamePlace(2, 1, 300, 1), NamePlace(70_000, 9, 0)]}
)


def open_names(path: Path, **fields: FieldNames) -> NamesFile:
    write_names(path, fields)
    return NamesFile.open(path)


def rows(entries: NameEntries) -> list[tuple[int, ...]]:
    return list(zip(*(values.tolist() for values in entries), strict=True))


@settings(max_examples=50)
@given(names=NAMES)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, names: dict[str, list[NamePlace]]
) -> None:
    laid_out = make_names({name.encode().decode(): places for name, places in names.items()})
    file = open_names(tmp_path_factory.mktemp("names") / "a.names", person=laid_out)
    assert file.ids("person") == sorted(names)
    assert file.counts("person").tolist() == [len(names[name]) for name in sorted(names)]
    for rank, name in enumerate(sorted(names)):
        assert file.find("person", name) == rank
        assert rows(file.read("person", rank)) == sorted(names[name])
    assert rows(file.read_all("person")) == [place for name in sorted(names) for place in sorted(names[name])]


def test_fields_are_kept_apart(tmp_path: Path) -> None:
    place = make_names({"place:doriac": [NamePlace(1, 1, 2)]})
    file = open_names(tmp_path / "a.names", person=PEOPLE, place=place)
    assert (file.ids("place"), file.ids("person")) == (["place:doriac"], [LERNO, VASSY])
    assert file.find("person", "place:doriac") is None


@pytest.mark.parametrize("field", ["place", "byline", ""])
def test_a_field_that_was_not_written_is_empty(tmp_path: Path, field: str) -> None:
    file = open_names(tmp_path / "a.names", person=PEOPLE, place=make_names({}))
    assert field not in file
    assert (file.ids(field), file.find(field, LERNO), len(file.counts(field))) == ([], None, 0)
    assert rows(file.read_all(field)) == []


@pytest.mark.parametrize("entity_id", ["person:ada", "person:zoe", "", "\udcff", "person:ada-lerno\0"])
def test_an_id_that_is_not_there_is_not_found(tmp_path: Path, entity_id: str) -> None:
    assert open_names(tmp_path / "a.names", person=PEOPLE).find("person", entity_id) is None


def test_a_name_is_recorded_to_cover_so_many_further_positions_at_most(tmp_path: Path) -> None:
    names = make_names({LERNO: [NamePlace(1, 1, 7, MAX_EXTRA + 1)]})
    assert rows(open_names(tmp_path / "a.names", person=names).read("person", 0)) == [(1, 1, 7, MAX_EXTRA)]


def test_an_entry_takes_seven_bytes_where_paragraphs_are_short(tmp_path: Path) -> None:
    count = 10_000
    places = [NamePlace(100_000 + number, number % 200, number % 4000, number % 3) for number in range(count)]
    open_names(tmp_path / "a.names", person=make_names({LERNO: places}))
    assert (tmp_path / "a.names").stat().st_size < 7 * count + 1000


def change(**parts: object) -> FieldNames:
    return PEOPLE._replace(**{name: np.array(part) if name != "ids" else part for name, part in parts.items()})


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (change(ids=[VASSY, LERNO]), "not sorted"),
        (change(ids=[LERNO, LERNO]), "not different"),
        (change(ids=[LERNO]), "for each id"),
        (change(counts=[0, 4]), "from 1"),
        (change(counts=[2, 3]), "as many as the counts say"),
        (change(extra=[0, 0, 0]), "as many as the counts say"),
        (change(position=[0, 0, 0, -1]), "below 0"),
        (change(article=[4, 3, 2, 2]), "not in order"),
        (change(paragraph=[2, 1, 1, 9]), "not in order"),
        (change(paragraph=[1, 1, 1, 9]), "not in order"),
        (change(ids=[LERNO, "\udcff"]), "surrogates"),
    ],
    ids=[
        "unsorted ids",
        "repeated id",
        "few ids",
        "id without entry",
        "few entries",
        "uneven",
        "negative",
        "articles",
        "paragraphs",
        "positions",
        "surrogate",
    ],
)
def test_names_that_do_not_hold_together_are_refused(tmp_path: Path, names: FieldNames, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        write_names(tmp_path / "a.names", {"person": names})
    assert not (tmp_path / "a.names").exists()


def test_the_order_of_articles_begins_anew_with_each_id(tmp_path: Path) -> None:
    file = open_names(tmp_path / "a.names", person=PEOPLE)
    assert file.read_all("person").article.tolist() == [3, 3, 2, 70_000]


def test_readers_outlive_the_file(tmp_path: Path) -> None:
    file = open_names(tmp_path / "a.names", person=PEOPLE)
    (tmp_path / "a.names").unlink()
    assert rows(file.read("person", 0)) == [(3, 1, 4, 1), (3, 2, 0, 0)]


def test_a_byte_that_changed_is_told(tmp_path: Path) -> None:
    file = open_names(tmp_path / "a.names", person=PEOPLE)
    flip(tmp_path / "a.names", 40)
    with pytest.raises(ArchiveDamagedError, match=r"a\.names"):
        NamesFile.open(tmp_path / "a.names").find("person", LERNO)
    file.close()


def test_ends_that_reach_too_far_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.names"
    write_names(path, {"person": PEOPLE})
    content = directory_of(path)
    content["sections"]["entry.article:person"][2] = 3
    forge(path, content, checksums=checksums_of(path))
    with pytest.raises(ArchiveDamagedError, match=r"a\.names"):
        NamesFile.open(path).read("person", 1)
