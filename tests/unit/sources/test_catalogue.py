"""Every format has a reader, and says what to install where that cannot be imported."""

import io
import subprocess
import sys

import pytest

from archive_search.records import Failure
from archive_search.sources.catalogue import CATALOGUE, find_entry, load_reader
from archive_search.sources.readers import ReadOptions
from archive_search.sources.reading import read_stream
from archive_search.sources.recognition.format_names import Format

UNREAD = {Format.XML, Format.ASSET, Format.BINARY, Format.EMPTY}


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.format.name)
def test_each_reader_is_there(entry):
    reader = load_reader(entry.format)
    assert callable(reader) == entry.is_available


def test_every_format_is_in_the_catalogue_or_is_not_read():
    assert {entry.format for entry in CATALOGUE} == set(Format) - UNREAD


def test_a_format_that_is_not_read_has_no_reader():
    assert [load_reader(each) for each in UNREAD] == [None] * len(UNREAD)


def test_a_missing_library_is_a_failure_that_names_the_extra(monkeypatch):
    monkeypatch.setattr("archive_search.sources.catalogue.find_spec", lambda _name: None)
    (failure,) = read_stream(io.BytesIO(b"%PDF-1.4\n"), name="a.pdf", options=ReadOptions())
    assert isinstance(failure, Failure)
    assert failure.reason == "pdf : module pypdfium2 absent, installez « archive-search[pdf] »"
    assert find_entry(Format.TEXT).is_available


def test_readers_of_texts_tables_mail_and_packed_files_import_no_parser_of_mark_up():
    formats = ("TEXT", "CSV", "JSON", "MAIL", "ZIP", "TAR", "WARC")
    program = (
        "import sys\n"
        "from archive_search.sources.catalogue import load_reader\n"
        "from archive_search.sources.recognition.format_names import Format\n"
        f"readers = [load_reader(Format[name]) for name in {formats}]\n"
        "print(*{'lxml', 'trafilatura', 'feedparser', 'warcio', 'pypdfium2', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
