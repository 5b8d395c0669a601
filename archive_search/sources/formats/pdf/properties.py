"""Read what a PDF states of itself: title, author, subjects, language, the day on which it was made.

>>> from archive_search.sources.formats.pdf.properties import read_pdf_day
>>> str(read_pdf_day("D:20150303183600+01'00'"))
'2015-03-03'
"""

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

import pypdfium2.raw as pdfium

from archive_search.sources.days.dates import calendar_date
from archive_search.sources.passages.stated_titles import is_real_title
from archive_search.sources.signatures.bylines import split_authors
from archive_search.sources.signatures.person_names import is_person_name

# In bytes, two a letter.
LONGEST_PROPERTY = 8000
_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_BETWEEN_KEYWORDS = re.compile(r"[;,|\n]")


@dataclass(frozen=True, kw_only=True, slots=True)
class PdfProperties:
    """Hold what a PDF states of itself.

    Attributes:
        title: Title, when somebody wrote it.
        authors: Authors, when they are people.
        keywords: Subjects.
        language: Language, by its code.
        made: Day on which the file was made: its text is not younger.
    """

    title: str | None
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    language: str | None
    made: Date | None


def read_properties(document: Any) -> PdfProperties:
    """Read the properties of a document of pypdfium2."""
    title = " ".join(_property(document, "Title").split())
    days = (read_pdf_day(_property(document, name)) for name in ("CreationDate", "ModDate"))
    keywords = _BETWEEN_KEYWORDS.split(_property(document, "Keywords"))
    return PdfProperties(
        title=title if is_real_title(title) else None,
        authors=tuple(filter(is_person_name, split_authors(_property(document, "Author")))),
        keywords=tuple(filter(None, map(str.strip, keywords))),
        language=_language(document),
        made=max(filter(None, days), default=None),
    )


def read_pdf_day(text: str) -> Date | None:
    """Read the day of a date as PDF writes it; None for none that any calendar has."""
    found = _DAY.match(text)
    return None if found is None else calendar_date(*map(int, found.groups()))


def _property(document: Any, name: str) -> str:
    key = name.encode()
    return _read_wide(lambda buffer, size: pdfium.FPDF_GetMetaText(document, key, buffer, size))


def _language(document: Any) -> str | None:
    return _read_wide(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(document, buffer, size)) or None


def _read_wide(ask: Callable[[Any, int], int]) -> str:
    """Read a text in UTF-16 from a function of PDFium, which tells its bytes when it is asked without room for them."""
    size = ask(None, 0)
    if not 2 < size <= LONGEST_PROPERTY:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
