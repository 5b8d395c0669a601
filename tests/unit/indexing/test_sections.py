"""A file of sections gives back what was written into it, or says that it cannot."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from archive_search.errors import ArchiveDamagedError
from archive_search.indexing.sections import ALIGNMENT, PAGE, TYPES, VERSION, GrowingSections, SectionFile
from indexing.containers import Directory, directory_of, flip, forge, open_sections, uint8, write_sections

ITEMS = {kind: np.dtype(kind).itemsize for kind in TYPES}


@st.composite
def arrays(draw: st.DrawFn) -> NDArray[Any]:
    kind = np.dtype(draw(st.sampled_from(TYPES)))
    count = draw(st.integers(0, 40) | st.sampled_from([PAGE // kind.itemsize + each for each in (-16, -1, 0, 1)]))
    seed = draw(st.binary(min_size=1, max_size=8))
    return np.frombuffer((seed * (count * kind.itemsize // len(seed) + 1))[: count * kind.itemsize], kind)


def cut(values: NDArray[Any], places: list[int]) -> list[NDArray[Any]]:
    return np.split(values, sorted(place % (len(values) + 1) for place in places))


@settings(max_examples=60)
@given(st.lists(arrays(), max_size=5), st.lists(st.integers(0, 10**6), max_size=3))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, written: list[NDArray[Any]], places: list[int]
) -> None:
    path = tmp_path_factory.mktemp("sections") / "a.terms"
    file = open_sections(
        path,
        lambda writer: [
            writer.add_pieces(f"s{rank}", values.dtype, cut(values, places)) for rank, values in enumerate(written)
        ],
    )
    assert file.names() == [f"s{rank}" for rank in range(len(written))]
    for rank, values in enumerate(written):
        read = file.read_all(f"s{rank}")
        assert (read.dtype, read.tobytes()) == (values.dtype, values.tobytes())


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.lists(st.integers(0, 2**16 - 1), max_size=9)), max_size=9))
def test_sections_that_grow_together_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, list[int]]]
) -> None:
    path = tmp_path_factory.mktemp("sections") / "a.terms"
    growing = GrowingSections(path.parent)
    expected: dict[str, list[int]] = {}
    for name, values in steps:
        growing.extend(name, np.array(values, np.uint16))
        expected.setdefault(name, []).extend(values)
    file = open_sections(path, growing.write_to)
    assert {name: file.read_all(name).tolist() for name in file.names()} == expected


def test_a_large_section_that_grows_passes_through_the_folder_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive_search.indexing.sections._SPOOLED", 100)
    growing = GrowingSections(tmp_path)
    for _ in range(30):
        growing.extend("a", np.arange(1000, dtype=np.uint32))
    file = open_sections(tmp_path / "a.terms", growing.write_to)
    assert file.read_all("a").tolist() == list(range(1000)) * 30
    assert [path.name for path in tmp_path.iterdir()] == ["a.terms"]


def test_numbers_are_stored_low_byte_first(tmp_path: Path) -> None:
    path = write_sections(tmp_path / "a.terms", a=np.array([0x01020304], ">u4"))
    assert directory_of(path)["sections"] == {"a": ["<u4", 16, 1]}
    assert path.read_bytes()[16:20] == bytes([4, 3, 2, 1])


@pytest.mark.parametrize("count", [0, 1, ALIGNMENT - 1, ALIGNMENT, ALIGNMENT + 1])
def test_sections_start_at_multiples_of_the_alignment(tmp_path: Path, count: int) -> None:
    path = write_sections(tmp_path / "a.terms", a=np.zeros(count, np.uint8), b=uint8(7))
    assert all(offset % ALIGNMENT == 0 for _kind, offset, _count in directory_of(path)["sections"].values())
    assert SectionFile.open(path).read_all("b").tolist() == [7]


def test_properties_are_read_back(tmp_path: Path) -> None:
    path = write_sections(tmp_path / "a.terms")
    forge(path, {"sections": {}, "properties": {"fields": {"é": [0, 1]}}})
    assert SectionFile.open(path).properties == {"fields": {"é": [0, 1]}}


def test_a_part_of_a_section_is_read(tmp_path: Path) -> None:
    section = SectionFile.open(write_sections(tmp_path / "a.terms", a=np.arange(9, dtype=np.uint16))).section("a")
    assert (len(section), section.dtype, section.read(2, 5).tolist()) == (9, np.uint16, [2, 3, 4])


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2), (0, 10), (10, 10)])
def test_places_that_a_section_has_not_are_refused(tmp_path: Path, start: int, stop: int) -> None:
    section = SectionFile.open(write_sections(tmp_path / "a.terms", a=np.zeros(9, np.uint16))).section("a")
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
        section.read(start, stop)


def test_a_section_that_is_missing_is_named(tmp_path: Path) -> None:
    file = SectionFile.open(write_sections(tmp_path / "a.terms", a=uint8(1)))
    assert "a" in file
    assert "b" not in file
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms.*section b"):
        file.section("b")


PAGES = 4


@pytest.fixture
def paged(tmp_path: Path) -> Path:
    """Write a section that fills several pages, and a small one before it."""
    return write_sections(tmp_path / "a.terms", small=uint8(1, 2), large=np.zeros(PAGES * PAGE, np.uint8))


@pytest.mark.parametrize("page", range(PAGES))
def test_a_page_that_changed_is_found_when_it_is_touched(paged: Path, page: int) -> None:
    place = page * PAGE + 5_000
    flip(paged, place)
    section = SectionFile.open(paged).section("large")
    touched = place - directory_of(paged)["sections"]["large"][1]
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms.*somme de contrôle"):
        section.read(touched, touched + 1)


@pytest.mark.parametrize("page", range(1, PAGES))
def test_a_page_that_changed_does_no_harm_to_the_others(paged: Path, page: int) -> None:
    flip(paged, page * PAGE + 5_000)
    file = SectionFile.open(paged)
    assert file.read_all("small").tolist() == [1, 2]
    assert not file.section("large").read(0, page * PAGE - 1000).any()


def test_a_page_that_changed_is_found_again_and_again(paged: Path) -> None:
    flip(paged, PAGE + 1)
    section = SectionFile.open(paged).section("large")
    for _ in range(2):
        with pytest.raises(ArchiveDamagedError):
            section.read_all()


@pytest.mark.parametrize("place", [0, 8, 15, 16, 31], ids=lambda place: f"byte {place}")
def test_the_header_and_what_fills_gaps_are_covered_by_the_first_page(paged: Path, place: int) -> None:
    flip(paged, place)
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
        SectionFile.open(paged).read_all("small")


def test_a_change_in_what_describes_the_file_is_found_on_opening(paged: Path) -> None:
    data = paged.read_bytes()
    start = data.rindex(b'{"sections"')
    for place in range(start, len(data)):
        paged.write_bytes(data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :])
        with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
            SectionFile.open(paged)


def test_a_file_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    path = write_sections(tmp_path / "a.terms", a=np.arange(70, dtype=np.uint16), b=uint8(1))
    data = path.read_bytes()
    for length in range(len(data)):
        path.write_bytes(data[:length])
        with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
            SectionFile.open(path)


def test_a_file_that_is_gone_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        SectionFile.open(tmp_path / "a.terms")


def test_another_version_is_told_by_its_number(paged: Path) -> None:
    forge(paged, directory_of(paged), version=VERSION + 1)
    with pytest.raises(ArchiveDamagedError, match=f"version {VERSION + 1} au lieu de {VERSION}"):
        SectionFile.open(paged)


@pytest.mark.parametrize("place", [0, -1], ids=["at the start", "at the end"])
def test_a_file_of_another_kind_is_refused(paged: Path, place: int) -> None:
    flip(paged, place)
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms.*fin de fichier manquante"):
        SectionFile.open(paged)


def describe(kind: object = "u1", offset: object = 16, count: object = 2) -> Callable[[Directory], object]:
    return lambda content: {**content, "sections": {"small": [kind, offset, count]}}


LIES: dict[str, Callable[[Directory], object]] = {
    "no sections": lambda content: {"properties": {}},
    "no properties": lambda content: {"sections": {}},
    "a list": lambda content: [content],
    "a number": lambda content: 7,
    "sections that are a list": lambda content: {**content, "sections": ["small"]},
    "sections that are nothing": lambda content: {**content, "sections": None},
    "a section that is a number": lambda content: {**content, "sections": {"small": 5}},
    "a section of two": lambda content: {**content, "sections": {"small": ["u1", 16]}},
    "objects": describe("O"),
    "an unknown type": describe("<u3"),
    "a type that is a list": describe([1]),
    "numbers high byte first": describe(">u4"),
    "an offset below 0": describe(offset=-1),
    "an offset beyond the end": describe(offset=1 << 40),
    "an offset beyond any file": describe(offset=1 << 80),
    "an offset that is a text": describe(offset="16"),
    "an offset that is broken": describe(offset=16.5),
    "a count below 0": describe(count=-1),
    "a count of too many": describe(count=1 << 40),
    "a count of too many by one type": describe("<f8", count=PAGES * PAGE),
    "a count that is nothing": describe(count=None),
    "a section in the directory": describe(offset=32 + PAGES * PAGE, count=20),
}


@pytest.mark.parametrize("name", LIES)
def test_a_directory_that_lies_is_refused(paged: Path, name: str) -> None:
    forge(paged, LIES[name](directory_of(paged)))
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
        SectionFile.open(paged).read_all("small")


@pytest.mark.parametrize("size", [0, 1, 4, 4 * (PAGES + 2)], ids=lambda size: f"{size} bytes")
def test_checksums_that_are_not_those_of_the_pages_are_refused(paged: Path, size: int) -> None:
    forge(paged, directory_of(paged), checksums=bytes(size))
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
        SectionFile.open(paged).read_all("large")


def test_a_directory_nested_without_end_is_refused(paged: Path) -> None:
    forge(paged, "x" * 10)
    data = paged.read_bytes().replace(b'"xxxxxxxxxx"', b"[" * 12)
    paged.write_bytes(data)
    with pytest.raises(ArchiveDamagedError, match=r"a\.terms"):
        SectionFile.open(paged)


def test_what_was_read_outlives_the_file(tmp_path: Path) -> None:
    path = write_sections(tmp_path / "a.terms", a=np.arange(9, dtype=np.uint16))
    file = SectionFile.open(path)
    values = file.read_all("a")
    path.unlink()
    file.close()
    assert values.tolist() == list(range(9))
