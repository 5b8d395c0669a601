"""The package says what it offers, and stays light until it is asked for more."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import archive_search
from archive_search import Archive
from archive_search.records import Article, Kind, Paragraph

HEAVY = ("whoosh", "numpy", "sqlite3", "trafilatura", "lxml", "click", "rich", "rapidfuzz", "charset_normalizer")
ONLY_FOR_READING = ("trafilatura", "lxml", "charset_normalizer", "rapidfuzz", "rich", "click")


def modules_after(program: str, *arguments: str) -> set[str]:
    """Give the names of the top packages that a program has imported."""
    tell = "import sys\nprint(*{name.partition('.')[0] for name in sys.modules})"
    command = [sys.executable, "-W", "ignore", "-c", f"{program}\n{tell}", *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert modules_after("import archive_search, archive_search.errors, archive_search.records") & set(HEAVY) == set()


def test_searching_imports_nothing_that_only_bringing_files_in_needs(tmp_path: Path) -> None:
    Archive.create(tmp_path / "archive").close()
    program = "import sys\nfrom archive_search import Archive\nArchive.open(sys.argv[1]).search('pont')"
    found = modules_after(program, str(tmp_path / "archive"))
    assert "numpy" in found
    assert found & {"whoosh", *ONLY_FOR_READING} == set()


def test_a_search_that_finds_something_imports_nothing_that_advises_explains_or_completes(tmp_path: Path) -> None:
    text = Paragraph(number=1, kind=Kind.BODY, text="Un pont.")
    with Archive.create(tmp_path / "archive") as archive:
        archive.add_articles([Article(id="a", paragraphs=(text,))])
    program = "import sys\nfrom archive_search import Archive\nassert Archive.open(sys.argv[1]).search('pont').total"
    told = "\nprint(*(name for name in sys.modules if name.startswith('archive_search.search.')))"
    command = [sys.executable, "-c", f"{program}{told}", str(tmp_path / "archive")]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "archive_search.search.resolving" in found
    assert {
        f"archive_search.search.{name}" for name in ("advice", "absent_words", "explaining", "completion")
    }.isdisjoint(found)


def test_what_is_offered_is_sorted_and_there() -> None:
    assert archive_search.__all__ == sorted(archive_search.__all__)
    assert all(hasattr(archive_search, name) for name in archive_search.__all__)


def test_nothing_public_is_left_out_of_what_is_offered() -> None:
    imported = {name for name, value in vars(archive_search).items() if isinstance(value, type) and name[0] != "_"}
    assert imported <= set(archive_search.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Autre"):
        archive_search.Autre  # noqa: B018


def test_the_package_is_typed() -> None:
    assert files(archive_search).joinpath("py.typed").is_file()
