"""The page on the index format says what the files are: its reader reads them, its tables name all that they hold."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from engines.articles import make_article
from whoosh import fields
from whoosh.filedb.filestore import FileStorage

from archive_search import Archive
from archive_search.analysis.tokenizing import tokenize
from archive_search.indexing.names_file import EXTRA_BITS, write_names
from archive_search.indexing.sections import MAGIC, PAGE, TYPES, VERSION, SectionFile
from archive_search.indexing.whoosh_face.codec import ArchiveCodec
from indexing.containers import flip
from indexing.named import NamePlace, make_names

PAGE_TEXT = Path(__file__).parents[3].joinpath("docs", "index-format.md").read_text(encoding="utf-8")
TEXTS = {
    "a": ["Le pont rouvre, les ponts ferment.", "Pêche, pêche, pèche, péché et péchés."],
    "b": ["mot " * 300 + "pont S-300 " + "mot " * 700 + "ponts"],
    "c": ["Pont"],
    "d": ["pont " * 3, "mairie", "pont"],
}
FAMILY = ["".join(letters) for letters in ("peche", "pêche", "pèche", "péche", "pechè", "pêchè", "pëche")]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Make an archive of several segments, of which some documents are deleted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive_search.indexing.writing.choose_segments", lambda _segments: [])
        with Archive.create(tmp_path_factory.mktemp("documented") / "archive") as archive:
            archive.add_articles(make_article(name, *texts) for name, texts in TEXTS.items())
            archive.add_articles([make_article("e", " ".join(FAMILY)), make_article("f", "Un pont.", "pont pont")])
            archive.remove(["c", "e"])
            archive.add_articles([make_article("e", "La gare. " + " ".join(FAMILY * 2))])
            yield archive


def files_of(archive: Archive, suffix: str) -> list[Path]:
    return sorted((archive.path / "whoosh").glob(f"*{suffix}"))


def expected(archive: Archive, word: str) -> list[tuple[int, int, int]]:
    with closing(sqlite3.connect(archive.path / "records.sqlite")) as connection:
        numbers = dict(connection.execute("select id, number from articles"))
    return sorted(
        (number, paragraph.number, token.position)
        for article_id, number in numbers.items()
        for paragraph in archive.fetch(article_id).paragraphs
        for token in tokenize(paragraph.text)
        if token.form == word
    )


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE_TEXT, re.MULTILINE | re.DOTALL)


def test_the_sample_has_segments_and_deletions(archive: Archive) -> None:
    assert len(files_of(archive, ".terms")) == len(files_of(archive, ".documents")) == 3
    assert len(files_of(archive, ".deleted")) == 2


@pytest.mark.parametrize("word", ["pont", "ponts", "mot", "s300", "300", "pêche", "pèche", "péchés", "gare", "absent"])
def test_the_reader_of_the_page_finds_the_occurrences(archive: Archive, tmp_path: Path, word: str) -> None:
    (program,) = blocks("py")
    (tmp_path / "occurrences.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "-I", str(tmp_path / "occurrences.py"), str(archive.path), word]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    found = [tuple(map(int, line.split())) for line in printed.splitlines()]
    assert sorted(found) == expected(archive, word)


def test_the_reader_of_the_page_notices_damage(archive: Archive, tmp_path: Path) -> None:
    (program,) = blocks("py")
    (tmp_path / "occurrences.py").write_text(program, encoding="utf-8")
    source = program.partition("\nfolder, word =")[0]
    reading: dict[str, object] = {}
    exec(compile(source, "occurrences.py", "exec"), reading)
    path = tmp_path / "a.terms"
    path.write_bytes(files_of(archive, ".terms")[0].read_bytes())
    flip(path, 20)
    with pytest.raises(AssertionError, match=r"a\.terms"):
        reading["read_sections"](path)  # type: ignore[operator]


def documented_names() -> set[str]:
    """Give the names of the sections that the page has."""
    names = set()
    for quoted in re.findall(r"`([\w.:]+)`", PAGE_TEXT):
        names.add(re.sub(r"\.[GF]$", ".N", quoted))
        if quoted.endswith(".bytes"):
            names.add(quoted.removesuffix(".bytes") + ".ends")
    return names


def assert_documented(path: Path) -> None:
    for name in SectionFile.open(path).names():
        plain = re.sub(r":\w+", ":FIELD", re.sub(r"^(entry|form)\.\d+$", r"\1.N", name))
        assert plain in documented_names(), name


@pytest.mark.parametrize("suffix", [".documents", ".terms", ".deleted"])
def test_every_section_of_an_archive_is_documented(archive: Archive, suffix: str) -> None:
    for path in files_of(archive, suffix):
        assert_documented(path)


def test_every_section_of_a_names_file_is_documented(tmp_path: Path) -> None:
    write_names(tmp_path / "a.names", {"person": make_names({"person:ada-lerno": [NamePlace(1, 1, 0)]})})
    assert_documented(tmp_path / "a.names")
    assert f"The place divided by {1 << EXTRA_BITS} is the position" in PAGE_TEXT


@pytest.mark.parametrize("suffix", [".documents", ".terms"])
def test_every_property_of_an_archive_is_documented(archive: Archive, suffix: str) -> None:
    for name in SectionFile.open(files_of(archive, suffix)[0]).properties:
        assert f"`{name}`" in PAGE_TEXT


def test_every_field_of_an_archive_is_documented(archive: Archive) -> None:
    for path in files_of(archive, ".terms"):
        for field, (_first, _end, positions) in SectionFile.open(path).properties["fields"].items():
            row = re.search(rf"^\| (?:`\w+`, )*`{field}`(?:, `\w+`)* \| (yes|no) \|", PAGE_TEXT, re.MULTILINE)
            assert row is not None, field
            assert (row[1] == "yes") == bool(positions)


def test_every_section_that_whoosh_writes_is_documented(tmp_path: Path) -> None:
    title = fields.TEXT(stored=True, sortable=True, vector=True)
    index = FileStorage(str(tmp_path)).create_index(fields.Schema(title=title))
    with index.writer(codec=ArchiveCodec()) as writer:
        writer.add_document(title="Le pont du pont de Doriac rouvre")
    index.close()
    for suffix in (".documents", ".terms"):
        (path,) = tmp_path.glob(f"*{suffix}")
        assert_documented(path)
        for name in SectionFile.open(path).properties:
            assert f"`{name}`" in PAGE_TEXT


def test_the_container_is_as_documented() -> None:
    assert f"`{MAGIC.decode()}`" in PAGE_TEXT
    assert f"A page is {PAGE:,} bytes" in PAGE_TEXT
    assert f"version {VERSION} of the container" in PAGE_TEXT
    assert set(re.findall(r'"(u1|<[uf]\d)"', PAGE_TEXT)) == set(TYPES)
