import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date as Date

import pytest

from archive_search.exports.export_format import ExportFormat
from archive_search.exports.exported import ExportedArticle, Heading
from archive_search.exports.writing import write_articles
from exports.making_articles import make_article
from exports.reading_bibtex import read_bibtex

HEADING = Heading(title="La digue\ud800", subject=None, made=Date(2017, 3, 4))
TWO = [ExportedArticle(article=make_article(id=name)) for name in ("a", "b")]
STREAMED = [each for each in ExportFormat if each not in (ExportFormat.HTML, ExportFormat.DOCX)]


def write(output_format: ExportFormat) -> str:
    return b"".join(write_articles(TWO, output_format, heading=HEADING)).decode()


def test_a_file_of_bibtex_has_an_entry_an_article_each_with_its_key() -> None:
    keys = [key for _kind, key, _fields in read_bibtex(write(ExportFormat.BIBTEX))]
    assert len(set(keys)) == 2


def test_a_file_of_ris_has_a_record_an_article() -> None:
    assert write(ExportFormat.RIS).count("TY  - NEWS\r\n") == 2


def test_a_file_of_csl_is_a_list_of_items() -> None:
    assert [item["id"] for item in json.loads(write(ExportFormat.CSL))] == ["a", "b"]


def test_a_title_with_half_a_pair_of_surrogates_can_be_written() -> None:
    assert "<title>La digue?</title>" in write(ExportFormat.HTML)


@pytest.mark.parametrize("output_format", ExportFormat, ids=str)
def test_no_articles_give_a_document_without_any(output_format: ExportFormat) -> None:
    written = b"".join(write_articles([], output_format, heading=HEADING))
    assert (written == b"") is (output_format in (ExportFormat.RIS, ExportFormat.BIBTEX))
    if output_format in (ExportFormat.JSON, ExportFormat.CSL):
        json.loads(written)


@pytest.mark.parametrize("output_format", STREAMED, ids=str)
def test_an_article_is_written_before_the_next_is_read(output_format: ExportFormat) -> None:
    read: list[str] = []

    def articles() -> Iterator[ExportedArticle]:
        for exported in TWO:
            read.append(exported.article.id)
            yield exported

    blocks = write_articles(articles(), output_format, heading=HEADING)
    while "Le Phare" not in next(blocks).decode():
        pass
    assert read == ["a"]


def test_writing_references_loads_no_library_for_documents() -> None:
    program = "import sys, archive_search.exports.writing\nprint(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"jinja2", "docx", "lxml", "numpy"}.isdisjoint(found)
