"""Whatever happens to a file of the archive, what comes out is an answer or an error that says so."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from indexing.containers import checksums_of, directory_of, flip, forge
from indexing.hostile import NAMES, make_bombs

from archive_search import Archive
from archive_search.errors import ArchiveDamagedError, ArchiveError, ArchiveFormatError, StorageError
from archive_search.indexing.sealing import read_seal
from engines.articles import make_article

QUERIES = ("pont", '"habitants de"', "pon*", "dépêche ET rouvre", "pont DANS PHRASE rouvre", "titre:pont")
INDEX_FILES = ("*.documents", "*.terms", "*.deleted", "*.toc")


def answers(archive: Archive) -> dict[str, list[str]]:
    return {
        query: sorted(hit.article.id for hit in archive.search(query, facets=["source", "year"])) for query in QUERIES
    }


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles(make_article(f"a{number}", source="L'Écho de Brévanne") for number in range(150))
        # Many words make a file of several pages, of which a search touches some.
        archive.add_articles([make_article("liste", " ".join(f"mot{number}" for number in range(3000)))])
        archive.remove(["a3", "a4"])
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "archive"))


def find(folder: Path, pattern: str) -> Path:
    return next(iter(sorted(folder.rglob(pattern))))


def flips(size: int) -> Iterator[tuple[int, int]]:
    """Give places in a file, its ends among them, and a change for each."""
    places = random.Random(size)
    for place in {0, 1, 5, 13, size - 1, size - 5, *(places.randrange(size) for _ in range(30))}:
        if 0 <= place < size:
            yield place, places.randrange(1, 256)


def use_all(folder: Path) -> None:
    """Use everything of an archive; only errors of archives may come out."""
    try:
        with Archive.open(folder) as archive:
            answers(archive)
            archive.stats()
            for number in range(0, 150, 10):
                archive.fetch(f"a{number}")
    except (ArchiveDamagedError, ArchiveFormatError, StorageError):
        pass


def flipped(path: Path) -> Iterator[int]:
    """Change one byte of a file after the other, each time from what it was."""
    whole = path.read_bytes()
    for place, change in flips(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
        yield place


def answer_or_error(archive: Archive, query: str) -> list[str] | ArchiveDamagedError:
    try:
        return sorted(hit.article.id for hit in archive.search(query, facets=["source", "year"]))
    except ArchiveDamagedError as error:
        return error


@pytest.mark.parametrize("pattern", INDEX_FILES)
def test_a_changed_byte_is_named_by_a_search_that_meets_it_and_never_gives_a_wrong_answer(
    folder: Path, sound: Path, pattern: str
) -> None:
    with Archive.open(sound) as archive:
        right = answers(archive)
    path = find(folder, pattern)
    for place in flipped(path):
        with Archive.open(folder) as archive:
            for query in QUERIES:
                found = answer_or_error(archive, query)
                assert found == right[query] or path.name in str(found), (place, query)


def test_damage_does_no_harm_to_a_search_that_does_not_meet_it(folder: Path) -> None:
    path = find(folder, "*.terms")
    _kind, start, count = directory_of(path)["sections"]["term.rows"]
    flip(path, start + count * 2)
    with Archive.open(folder) as archive:
        assert archive.search("pont").total == 148
        assert any(path.name in finding for finding in archive.check())


@pytest.mark.parametrize("pattern", [*INDEX_FILES, "archive.json"])
def test_a_changed_byte_is_found_by_a_check_and_never_ends_in_a_foreign_error(folder: Path, pattern: str) -> None:
    path = find(folder, pattern)
    for place in flipped(path):
        use_all(folder)
        with Archive(folder) if pattern != "archive.json" else OpenOrNot(folder) as archive:
            assert any(path.name in finding for finding in archive.check()), place


class OpenOrNot:
    """Stand for an archive whose label may name another format."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def check(self) -> list[str]:
        try:
            with Archive.open(self._folder) as archive:
                return archive.check()
        except ArchiveFormatError:
            return ["archive.json"]

    def __enter__(self) -> "OpenOrNot":
        return self

    def __exit__(self, *_error: object) -> None:
        pass


def test_a_changed_byte_of_the_records_never_ends_in_a_foreign_error(folder: Path) -> None:
    for _place in flipped(folder / "records.sqlite"):
        use_all(folder)
        try:
            with Archive.open(folder) as archive:
                archive.check()
        except ArchiveError:
            continue


@pytest.mark.parametrize(
    "change",
    [
        "update articles set source = 'Le Phare' where id = 'a17'",
        "update articles set digest = x'00' where id = 'a17'",
        "update texts set body = (select body from texts where article = 2) "
        "where article = (select number from articles where id = 'a17')",
        "update texts set body = x'28b52ffd' where article = (select number from articles where id = 'a17')",
    ],
    ids=["a source", "a digest", "the text of another", "a text that is none"],
)
def test_a_changed_record_is_found_by_a_check(folder: Path, change: str) -> None:
    with closing(sqlite3.connect(folder / "records.sqlite")) as connection, connection:
        assert connection.execute(change).rowcount == 1
    with Archive.open(folder) as archive:
        assert any("records.sqlite est abîmé" in finding for finding in archive.check())


@pytest.mark.parametrize("part", [0.0, 0.5, 0.99])
@pytest.mark.parametrize("pattern", INDEX_FILES)
def test_a_truncated_file_is_named_on_opening_and_by_a_check(folder: Path, pattern: str, part: float) -> None:
    path = find(folder, pattern)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveDamagedError, match=path.name):
            archive.search("pont")
        assert any(path.name in finding for finding in archive.check())


@pytest.mark.parametrize("pattern", INDEX_FILES)
def test_a_file_that_is_gone_is_named(folder: Path, pattern: str) -> None:
    path = find(folder, pattern)
    path.unlink()
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError, match=path.name):
        archive.search("pont")


@pytest.mark.parametrize("pattern", INDEX_FILES)
def test_a_rebuild_gives_a_damaged_archive_its_answers_back(folder: Path, sound: Path, pattern: str) -> None:
    path = find(folder, pattern)
    path.write_bytes(b"abime")
    with Archive.open(folder) as archive, Archive.open(sound) as model:
        assert archive.rebuild() == 149
        assert archive.check() == []
        assert answers(archive) == answers(model)


@pytest.mark.parametrize("part", [0, 50, 5000])
def test_records_cut_short_say_so(folder: Path, part: int) -> None:
    path = folder / "records.sqlite"
    path.write_bytes(path.read_bytes()[:part])
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveDamagedError, match="abîmé"):
            archive.search("pont")
        with pytest.raises(ArchiveDamagedError):
            archive.check()


@pytest.mark.parametrize("content", ["", "{", "[]", "7", "null", '{"a"', "[" * 100_000, "\udcff"])
def test_a_damaged_label_does_not_keep_the_archive_from_working(folder: Path, content: str) -> None:
    label = folder / "archive.json"
    label.write_bytes(content.encode("utf-8", "surrogateescape"))
    with Archive.open(folder) as archive:
        assert archive.search("pont").total == 148
        assert any("archive.json" in finding for finding in archive.check())
        archive.add_articles([make_article("neuf")])
        assert archive.check() == []


def test_a_lost_label_costs_nothing(folder: Path) -> None:
    (folder / "archive.json").unlink()
    with pytest.raises(ArchiveError, match="n'est pas vide"):
        Archive.create(folder)
    with Archive.open(folder) as archive:
        archive.remove(["a1"])
        assert archive.check() == []


def test_another_format_is_refused_by_its_number(folder: Path) -> None:
    label = folder / "archive.json"
    label.write_text(
        json.dumps(json.loads(label.read_text(encoding="utf-8")) | {"format_version": 99}), encoding="utf-8"
    )
    with pytest.raises(ArchiveFormatError, match="format 99"):
        Archive.open(folder)


def test_a_merge_refuses_to_vouch_for_a_damaged_segment(folder: Path) -> None:
    path = find(folder, "*.terms")
    flip(path, path.stat().st_size // 2)
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveDamagedError, match=path.name):
            archive.remove([f"a{number}" for number in range(100)])
        assert any(path.name in finding for finding in archive.check())


def test_a_merge_refuses_a_segment_that_is_whole_and_not_the_one_that_was_written(folder: Path) -> None:
    path = find(folder, "*.terms")
    flip(path, 16)
    forge(path, directory_of(path), checksums=checksums_of(path))
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError, match=path.name):
        archive.remove([f"a{number}" for number in range(100)])


@pytest.mark.parametrize("pattern", ["*.documents", "*.terms", "*.deleted"])
def test_a_file_of_another_version_is_told_by_its_number(folder: Path, pattern: str) -> None:
    path = find(folder, pattern)
    data = path.read_bytes()
    # The version stands before the last eight bytes.
    path.write_bytes(data[:-12] + (99).to_bytes(4, "little") + data[-8:])
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError, match=f"{path.name}.*version 99"):
        archive.search("pont")


@pytest.mark.parametrize("bomb", NAMES)
def test_a_table_of_contents_that_names_a_program_is_named_and_never_runs(
    folder: Path, tmp_path: Path, bomb: str
) -> None:
    path, target = find(folder, "*.toc"), tmp_path / "run"
    plant_bomb(path, make_bombs(target)[bomb])
    seal_again(folder, path)
    with Archive.open(folder) as archive:
        assert any(path.name in finding for finding in archive.check())
        assert archive.search("pont").total == 148
        archive.add_articles([make_article("neuf")])
        assert archive.check() == []
    assert not target.exists()


@pytest.mark.parametrize("bomb", NAMES)
def test_a_table_of_contents_that_was_replaced_is_named_on_opening(folder: Path, tmp_path: Path, bomb: str) -> None:
    path, target = find(folder, "*.toc"), tmp_path / "run"
    plant_bomb(path, make_bombs(target)[bomb])
    with Archive.open(folder) as archive, pytest.raises(ArchiveDamagedError, match=path.name):
        archive.search("pont")
    assert not target.exists()


def plant_bomb(path: Path, bomb: bytes) -> None:
    """Put a pickle in the place of the last one of a table of contents, the list of segments."""
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"\x80")] + bomb)


def seal_again(folder: Path, path: Path) -> None:
    """Make the records vouch for a file, as somebody can who sends an archive."""
    seal = read_seal(path)
    with closing(sqlite3.connect(folder / "records.sqlite")) as connection, connection:
        connection.execute(
            "update sealed set bytes = ?, digest = ? where name = ?", (seal.size, seal.digest, seal.name)
        )
