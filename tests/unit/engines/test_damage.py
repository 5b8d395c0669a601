"""Whatever happens to a file of the archive, what comes out is an answer or an error that says so."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.errors import ArchiveDamagedError, ArchiveError, ArchiveFormatError, StorageError
from engines.articles import make_article

QUERIES = ("pont", '"habitants de"', "pon*", "dépêche ET rouvre", "pont DANS PHRASE rouvre", "titre:pont")
INDEX_FILES = ("*.trm", "*.pst", "*.article_number.col", "*.words.col", "*.part.col", "*.toc")


def answers(archive: Archive) -> dict[str, list[str]]:
    return {
        query: sorted(hit.article.id for hit in archive.search(query, facets=["source", "year"])) for query in QUERIES
    }


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles(make_article(f"a{number}", source="L'Écho de Brévanne") for number in range(150))
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
    for place in {0, 1, 5, 13, size - 1, size - 5, *(places.randrange(size) for _ in range(40))}:
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


@pytest.mark.parametrize("pattern", [*INDEX_FILES, "archive.json"])
def test_a_changed_byte_is_found_by_a_check_and_never_ends_in_a_foreign_error(folder: Path, pattern: str) -> None:
    path = find(folder, pattern)
    whole = path.read_bytes()
    for place, change in flips(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
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
    path = folder / "records.sqlite"
    whole = path.read_bytes()
    for place, change in flips(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
        use_all(folder)
        try:
            with Archive.open(folder) as archive:
                archive.check()
        except ArchiveError:
            continue


def test_a_changed_word_of_the_records_is_found_by_a_check(folder: Path) -> None:
    path = folder / "records.sqlite"
    path.write_bytes(path.read_bytes().replace("Dépêche a17".encode(), "Dépêche b17".encode()))
    with Archive.open(folder) as archive:
        assert any("records.sqlite" in finding and "a17" in finding for finding in archive.check())


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
        assert archive.rebuild() == 148
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
    path = find(folder, "*.pst")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveDamagedError, match=path.name):
            archive.remove([f"a{number}" for number in range(100)])
        assert any(path.name in finding for finding in archive.check())
