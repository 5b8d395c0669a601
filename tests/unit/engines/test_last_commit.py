"""Whether what is read is still the last commit of the folder."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.engines.layout import MANIFEST_NAME
from archive_search.engines.naming.report import NamingOptions
from archive_search.errors import ArchiveFormatError, ArchiveMissingError
from archive_search.store.connecting import RECORDS_NAME
from engines.articles import make_article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    make_archive(folder)
    return folder


def make_archive(folder: Path) -> None:
    with Archive.create(folder) as archive:
        archive.add_articles([make_article("a1"), make_article("a2")])


def write(folder: Path, change: Callable[[Archive], object]) -> None:
    with Archive.open(folder) as archive:
        change(archive)


def test_what_was_not_read_yet_is_current(folder: Path) -> None:
    with Archive.open(folder) as archive:
        write(folder, lambda other: other.add_articles([make_article("b")]))
        assert archive.is_current()


@pytest.mark.parametrize(
    "change",
    [
        lambda other: other.add_articles([make_article("b")]),
        lambda other: other.remove(["a1"]),
        lambda other: other.update_entities(options=NamingOptions(recognise=False, afresh=True)),
        lambda other: other.rebuild(),
    ],
    ids=["articles added", "article removed", "names worked out", "index built anew"],
)
def test_a_commit_makes_what_was_read_outdated(folder: Path, change: Callable[[Archive], object]) -> None:
    with Archive.open(folder) as archive:
        archive.search("pont")
        assert archive.is_current()
        write(folder, change)
        assert not archive.is_current()
        archive.refresh()
        archive.search("pont")
        assert archive.is_current()


def test_what_is_not_committed_changes_nothing(folder: Path) -> None:
    with Archive.open(folder) as archive, Archive.open(folder) as other:
        archive.search("pont")
        other._engine.add([make_article("b")])
        assert archive.is_current()


def test_asking_leaves_the_snapshot_as_it_is(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert archive.search("pont").total == 2
        write(folder, lambda other: other.add_articles([make_article("b")]))
        assert not archive.is_current()
        assert archive.search("pont").total == 2


def test_an_archive_that_writes_by_itself_is_current(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.search("pont")
        archive.add_articles([make_article("b")])
        assert archive.is_current()
        archive.search("pont")
        assert archive.is_current()


def test_another_archive_in_the_folder_makes_what_was_read_outdated(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.search("pont")
        shutil.rmtree(folder)
        make_archive(folder)
        assert not archive.is_current()
        archive.refresh()
        archive.search("pont")
        assert archive.is_current()


@pytest.mark.parametrize("reads", [True, False], ids=["read before", "not read yet"])
def test_a_folder_without_an_archive_any_more_is_told(folder: Path, reads: bool) -> None:
    with Archive.open(folder) as archive:
        if reads:
            archive.search("pont")
        shutil.rmtree(folder)
        with pytest.raises(ArchiveMissingError, match="pas d'archive dans"):
            archive.is_current()


def test_an_archive_in_the_making_is_none_yet(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.search("pont")
        shutil.rmtree(folder)
        make_archive(folder)
        (folder / MANIFEST_NAME).unlink()
        shutil.rmtree(folder / "whoosh")
        with pytest.raises(ArchiveMissingError):
            archive.is_current()


def test_an_archive_of_another_format_is_told(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.search("pont")
        (folder / RECORDS_NAME).unlink()
        (folder / RECORDS_NAME).touch()
        (folder / MANIFEST_NAME).write_text('{"format_version": 99}', encoding="utf-8")
        with pytest.raises(ArchiveFormatError, match="format 99"):
            archive.is_current()


def test_all_threads_get_the_same_answer(folder: Path) -> None:
    with Archive.open(folder) as archive, ThreadPoolExecutor(8) as threads:
        archive.search("pont")
        assert all(threads.map(lambda _number: archive.is_current(), range(200)))
        write(folder, lambda other: other.remove(["a1"]))
        assert not any(threads.map(lambda _number: archive.is_current(), range(200)))


def test_a_search_that_has_begun_ends_whatever_is_refreshed_meanwhile(folder: Path) -> None:
    with Archive.open(folder) as archive, ThreadPoolExecutor(4) as threads:
        totals = threads.map(lambda number: ask(archive, refreshes=number % 3 == 0), range(300))
        assert set(totals) == {2}


def ask(archive: Archive, *, refreshes: bool) -> int:
    if refreshes:
        archive.refresh()
    return archive.search("pont", limit=1).total


def test_an_archive_asked_after_it_was_closed_opens_again(folder: Path) -> None:
    archive = Archive.open(folder)
    archive.search("pont")
    archive.close()
    assert archive.is_current()
    archive.close()
