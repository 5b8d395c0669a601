"""Names that are damaged, or not those of the records, are told and mended by what the message says."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive_search import Archive
from archive_search.engines.naming.report import NamingOptions
from archive_search.errors import ArchiveDamagedError


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "records.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()


def test_names_of_the_index_that_the_records_lack_are_told_and_mended(named_folder: Path) -> None:
    change(named_folder, "update names set entity = null where text = 'Kremlin'")
    with Archive.open(named_folder) as archive:
        [problem] = archive.check()
        assert "rebuild" in problem
        archive.rebuild()
        assert archive.check() == []


def test_a_names_file_that_is_damaged_is_told_when_it_is_searched(named_folder: Path) -> None:
    [path] = (named_folder / "whoosh").glob("*.names")
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 1
    path.write_bytes(content)
    with Archive.open(named_folder) as archive:
        assert archive.search("Choïgou").total == 1
        assert any(path.name in problem for problem in archive.check())
        with pytest.raises(ArchiveDamagedError, match=path.name):
            [archive.search(query) for query in ("personne:Choïgou", "lieu:Moscou", "organisation:Kremlin")]


@pytest.mark.parametrize("column", ["candidates", "mentions"])
def test_damaged_names_of_articles_are_told_and_worked_out_afresh(named_folder: Path, column: str) -> None:
    change(named_folder, f"update named set {column} = x'00'")
    with Archive.open(named_folder, workers=1) as archive:
        with pytest.raises(ArchiveDamagedError, match="update --afresh"):
            archive.remove(["a2"])
        archive.update_entities(options=NamingOptions(afresh=True))
        assert archive.entity("Sergueï Choïgou").entity.articles == 1
        assert archive.check() == []


def test_a_lost_model_is_not_needed_to_search(named: Archive) -> None:
    assert named.search("personne:Shoigu").total == 2
