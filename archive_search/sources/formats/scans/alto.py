"""Read ALTO pages that no METS file gathers into an issue: one article a page, without title.

>>> import io
>>> from archive_search.sources.readers import ReadOptions
>>> from archive_search.sources.reading import read_stream
>>> line = '<TextLine><String CONTENT="Il"/><SP/><String CONTENT="a"/><SP/><String CONTENT="plu."/></TextLine>'
>>> page = f'<alto><Layout><Page PHYSICAL_IMG_NR="2"><TextBlock>{line}</TextBlock></Page></Layout></alto>'
>>> article = next(read_stream(io.BytesIO(page.encode()), name="1901-11-21/2.xml", options=ReadOptions()))
>>> article.page, str(article.date), article.paragraphs[0].text
('2', '1901-11-21', 'Il a plu.')
"""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from archive_search.records import Article, Failure, Skipped
from archive_search.sources.assembling import Origin
from archive_search.sources.days.file_days import read_file_day
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.scans.alto_pages import Page, read_pages
from archive_search.sources.formats.scans.alto_passages import passages_of_blocks
from archive_search.sources.formats.scans.mets_pages import CitedPages
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import XmlError

CITED = "page lue avec son fichier mets"
NO_TEXT = "page sans texte"

_cited = CitedPages()


def read_alto(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the pages of an ALTO file, unless a METS file beside it or in the folder above gathers them.

    Args:
        stream: Bytes of the file.
        reading: What a reader is given.

    Yields:
        One article a page, or why there is none.
    """
    origin = reading.origin
    if _cited.cites(origin.folder, origin.path.replace("\\", "/").rpartition("/")[2]):
        yield Skipped(path=origin.path, reason=CITED)
        return
    count = 0
    try:
        for count, page in enumerate(read_pages(stream), 1):
            yield read_page(page, number=count, origin=origin) or Skipped(path=origin.path, reason=NO_TEXT)
    except XmlError as error:
        yield Failure(path=origin.path, reason=str(error), line=error.line)
        return
    if count == 0:
        yield Skipped(path=origin.path, reason=NO_TEXT)


def read_page(page: Page, *, number: int, origin: Origin) -> Article | None:
    """Make an article of a page alone, or give None when it has no text.

    Args:
        page: The page.
        number: Its place in the file, from 1.
        origin: The file.
    """
    day = read_file_day(origin.name)
    languages = Counter(block.language for block in page.blocks if block.language is not None)
    draft = Draft(
        passages=passages_of_blocks(page.reading_order),
        date=day.date if day is not None else None,
        date_reason=day.reason if day is not None else None,
        language=languages.most_common(1)[0][0] if languages else None,
        page=page.number,
    )
    return finish_draft(draft, number=number, origin=origin)
