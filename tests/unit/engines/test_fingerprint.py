"""An archive that other rules of analysis built can be read, and asks to be rebuilt before it is written to."""

import sqlite3
from pathlib import Path

import pytest
import zstandard

from archive_search import Archive
from archive_search.errors import ArchiveFormatError
from archive_search.store.texts import encode_texts
from engines.articles import make_article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.add_articles([make_article("a1")])
    connection = sqlite3.connect(folder / "records.sqlite")
    connection.execute("update state set value = 'autres règles' where name = 'analyzer_fingerprint'")
    connection.commit()
    connection.close()
    return folder


def test_a_stale_archive_is_searched_with_a_warning(folder: Path) -> None:
    with Archive.open(folder) as archive:
        page = archive.search("pont")
    assert page.total == 1
    assert any("archive-search rebuild" in warning for warning in page.warnings)


def test_a_stale_archive_is_marked_by_its_texts_and_not_by_the_places_of_its_index(folder: Path) -> None:
    changed = make_article("a1", "Voici, dit-on, un pont.")
    connection = sqlite3.connect(folder / "records.sqlite")
    connection.execute("update texts set dictionary = 0, body = ?", (zstandard.compress(encode_texts(changed)),))
    connection.commit()
    connection.close()
    with Archive.open(folder) as archive:
        ((snippet,),) = [hit.snippets for hit in archive.search("pont")]
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["pont"]


def test_a_check_tells_that_an_archive_is_stale(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert any("règles d'analyse" in finding for finding in archive.check())


def test_writing_to_a_stale_archive_is_refused_with_advice(folder: Path, tmp_path: Path) -> None:
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveFormatError, match="archive-search rebuild"):
            archive.add([tmp_path])
        with pytest.raises(ArchiveFormatError):
            archive.remove(["a1"])
        assert archive.search("pont").total == 1


def test_a_rebuild_mends_a_stale_archive(folder: Path) -> None:
    with Archive.open(folder) as archive:
        assert archive.rebuild() == 1
        assert archive.check() == []
        assert archive.search("pont").warnings == ()
        assert archive.add_articles([make_article("a2")]) == 1
