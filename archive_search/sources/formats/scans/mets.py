"""Read scanned issues that METS files describe, with the ALTO pages that they cite.

Each article of the structure of the issue is an article, advertisements too, under the section « publicité »; without
such a structure each page is one. Pages that are not there are told in one line, and what is on the others is read.
"""

from collections.abc import Iterator
from typing import BinaryIO

from archive_search.records import Failure, Skipped
from archive_search.sources.formats.scans.mets_articles import IssueReader
from archive_search.sources.formats.scans.mets_document import Document, read_document
from archive_search.sources.formats.scans.mets_pages import IssuePages
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import XmlError

NO_PAGES = "fichier mets sans page alto"
NO_TEXT = "fichier mets dont les pages n'ont pas de texte"


def read_mets(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of an issue.

    Args:
        stream: Bytes of the METS file.
        reading: What a reader is given; the pages are opened through the folder of its origin.

    Yields:
        The articles in order, then what is wrong with pages.
    """
    origin = reading.origin
    try:
        document = read_document(stream)
    except XmlError as error:
        yield Failure(path=origin.path, reason=str(error), line=error.line)
        return
    if not document.files:
        yield Skipped(path=origin.path, reason=NO_PAGES)
        return
    yield from _read_issue(document, reading)


def _read_issue(document: Document, reading: Reading) -> Iterator[Found]:
    origin, is_empty = reading.origin, True
    pages = IssuePages(document.files, origin.folder, path=origin.path)
    for found in IssueReader(document, pages, origin).read():
        is_empty = False
        yield found
    for failure in pages.failures():
        is_empty = False
        yield failure
    if is_empty:
        yield Skipped(path=origin.path, reason=NO_TEXT)
