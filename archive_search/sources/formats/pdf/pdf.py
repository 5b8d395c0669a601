"""Read the text of a PDF as one article, or as those of a press database where it is an export of one.

Columns are read one after the other, words cut at the ends of lines are whole again, and what pages repeat at their
edges is set apart under the rule « titre-courant ».
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date as Date
from itertools import takewhile
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

from archive_search.records import Failure, Skipped
from archive_search.sources.addresses import host_of
from archive_search.sources.assembling import NO_TEXT, Origin
from archive_search.sources.days.printed_days import PrintedDay
from archive_search.sources.days.stated_days import find_day, lines_above_text
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.pdf.clippings import read_clippings
from archive_search.sources.formats.pdf.page_lists import list_pages
from archive_search.sources.formats.pdf.parts import find_title, mark_parts
from archive_search.sources.formats.pdf.printed_addresses import find_address, is_print_stamp
from archive_search.sources.formats.pdf.printed_text import PdfText, Printed, read_text
from archive_search.sources.formats.pdf.properties import PdfProperties, read_properties
from archive_search.sources.formats.pdf.unreadable_text import is_unreadable
from archive_search.sources.readers import Found, Reading
from archive_search.sources.seekable import open_seekable

DAMAGED = "pdf abîmé ou incomplet : retéléchargez le fichier"
PROTECTED = "pdf protégé par un mot de passe : ouvrez-le et enregistrez-le sans protection"
UNKNOWN_PROTECTION = "pdf chiffré d'une façon qui n'est pas lue : ouvrez-le et enregistrez-le sans protection"
SCANNED = "pdf sans texte (pages numérisées) : passez-le par ocrmypdf -l fra"
UNREADABLE = "pdf dont les polices ne disent pas les lettres : passez-le par ocrmypdf --force-ocr -l fra"
TOO_MANY_PAGES = "pdf de plus de {most} pages : découpez-le"
WITHOUT_TEXT = "pages sans texte : {pages}"
DAMAGED_PAGES = "pages abîmées : {pages}, retéléchargez le fichier"
CUT_PAGES = "pages trop chargées, lues en partie : {pages}"
MOST_PAGES = 20_000
MOST_HEADS = 40
_REASONS = {pdfium.FPDF_ERR_PASSWORD: PROTECTED, pdfium.FPDF_ERR_SECURITY: UNKNOWN_PROTECTION}


def read_pdf(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the article of a PDF."""
    path = reading.origin.path
    with ExitStack() as stack:
        file = stack.enter_context(open_seekable(stream, reading))
        try:
            document = stack.enter_context(pypdfium2.PdfDocument(file))
        except pypdfium2.PdfiumError as error:
            yield Failure(path=path, reason=_REASONS.get(error.err_code, DAMAGED))
            return
        if len(document) > MOST_PAGES:
            yield Failure(path=path, reason=TOO_MANY_PAGES.format(most=MOST_PAGES))
            return
        properties, text = read_properties(document), read_text(document)
    yield from _read_articles(text, properties, reading.origin)


def _read_articles(text: PdfText, properties: PdfProperties, origin: Origin) -> Iterator[Found]:
    reason = _fault(text)
    if reason is not None:
        yield Failure(path=origin.path, reason=reason)
        return
    origin = replace(origin, modified=_earliest(origin.modified, properties.made))
    clippings = read_clippings(text, origin=origin)
    if clippings is not None:
        yield from clippings
    else:
        article = finish_draft(_draft(text, properties), number=1, origin=origin)
        yield article or Failure(path=origin.path, reason=NO_TEXT)
    yield from _report_pages(text, path=origin.path)


def _fault(text: PdfText) -> str | None:
    if text.page_count == 0 or len(text.damaged) == text.page_count:
        return DAMAGED
    lines = [line for printed in text.paragraphs if printed.rule is None for line in printed.lines]
    if not any(map(str.isalnum, "".join(lines[:1000]))):
        return SCANNED
    return UNREADABLE if is_unreadable(lines) else None


def _draft(text: PdfText, properties: PdfProperties) -> Draft:
    title = find_title(text.paragraphs, stated=properties.title, forms=text.forms)
    heads = [line for printed in text.paragraphs if printed.rule is not None for line in printed.lines][:MOST_HEADS]
    day, url = _find_day(text.paragraphs, heads), find_address(heads)
    return Draft(
        title=title,
        passages=mark_parts(text.paragraphs, forms=text.forms, title=title),
        date=day.date if day is not None else None,
        time=day.time if day is not None else None,
        url=url,
        source=_find_site(url, title=title, stated=properties.title),
        authors=properties.authors,
        keywords=properties.keywords,
        language=properties.language,
    )


def _find_day(paragraphs: Sequence[Printed], heads: Sequence[str]) -> PrintedDay | None:
    texts = (printed for printed in paragraphs if printed.rule is None)
    first_page = takewhile(lambda printed: printed.page == paragraphs[0].page, texts)
    top = lines_above_text(" ".join(printed.lines) for printed in first_page)
    # A browser prints the day of printing, which is no day of publication.
    return find_day(top) or find_day(line for line in heads if not is_print_stamp(line))


def _find_site(url: str | None, *, title: str | None, stated: str | None) -> str | None:
    """Name the site of a printed page, as its title does after the one of the article, or else by its address."""
    if url is None:
        return None
    if title and stated and stated.startswith(title):
        name = stated.removeprefix(title).strip(" -–—|:·•")
        if name:
            return name
    return host_of(url)


def _earliest(*days: Date | None) -> Date | None:
    return min(filter(None, days), default=None)


def _report_pages(text: PdfText, *, path: str) -> Iterator[Found]:
    if text.without_text:
        yield Skipped(path=path, reason=WITHOUT_TEXT.format(pages=list_pages(text.without_text)))
    if text.damaged:
        yield Failure(path=path, reason=DAMAGED_PAGES.format(pages=list_pages(text.damaged)))
    if text.cut:
        yield Failure(path=path, reason=CUT_PAGES.format(pages=list_pages(text.cut)))
