"""Read an export of Europresse: one article a document, in its mark-up of before 2013 and in the present one.

Certificates, legal notices and the list of other publications that printed the same are no part of the text.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.press.europresse import read_europresse
>>> page = '''<span class="DocPublicationName">La Gazette, no. 12</span><br><span class="DocHeader">Monde, </span>
... <span class="DocHeader">4 octobre 2012</span><br><br><span class="TitreArticleVisu">La paix</span><br><br>
... Jeanne Dupont<br><p></p>Elle est signée.<p></p>Numéro de document : news·20121004·GAZ·1'''
>>> article = next(read_europresse(page, origin=Origin(path="a.html", name="a.html")))
>>> article.source, article.section, str(article.date), article.title, article.authors
('La Gazette', 'Monde', '2012-10-04', 'La paix', ('Jeanne Dupont',))
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import Origin
from archive_search.sources.drafts import Draft
from archive_search.sources.formats.press.authors import is_signature_line, read_press_authors
from archive_search.sources.formats.press.documents import cut_documents, passages_of_lines, read_documents
from archive_search.sources.formats.press.europresse_header import (
    IN_NUMBER,
    Header,
    day_of_number,
    find_document_number,
    read_header,
    read_publication_name,
)
from archive_search.sources.formats.press.europresse_notes import is_legal_notice, read_notes, read_rights
from archive_search.sources.formats.press.fields import europresse_label
from archive_search.sources.html.markup_lines import MarkedLine, lines_of_markup
from archive_search.sources.passages.passage import Passage
from archive_search.sources.signatures.agencies import find_agency

# A line above the title that is longer is no section.
LONGEST_SECTION = 40
LONGEST_SIGNATURE = 120

EUROPRESSE_MARK = "DocPublicationName"
_NEW_DOCUMENT = re.compile(r"<article\b", re.IGNORECASE)
_OLD_DOCUMENT = re.compile(rf"<(?:span|div|p|td)\s[^<>]{{0,300}}?\b{EUROPRESSE_MARK}\b", re.IGNORECASE)
_END_OF_DOCUMENT = re.compile(r"</article\s*>", re.IGNORECASE)
_ADDRESS_LINE = re.compile(
    r"cet article est paru (?:dans|sur)\b|this article (?:was published|appeared) (?:in|on)\b", re.I
)

_TITLE_MARKS = frozenset({"titrearticlevisu", "rdp__articletitle", "grandtitre"})
_TITLE_BLOCK_MARKS = frozenset({"titrearticle"})
_TEXT_MARKS = frozenset({"dococurrcontainer", "doctext"})
_BESIDE_MARKS = frozenset({"aside", "rdp__newsdoc"})
_BELOW_MARKS = frozenset({"footer", "doc-legalinfo", "public-lblnodoc", "txtcertificat"})
_REPRINTS_MARKS = frozenset({"apd-wrapper", "source-name-apd", "apd-sources-date"})
_SIGNATURE_MARK = "sm-margin-bottomnews"


@dataclass(kw_only=True)
class _Parts:
    """Gather the lines of a document by the part that they play, and what is known of its mark-up."""

    has_title: bool
    has_container: bool
    publication: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    standfirst: list[str] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    text: list[MarkedLine] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    address: str | None = None
    has_notes: bool = False
    is_over: bool = False


def read_europresse(text: str, *, origin: Origin) -> Iterator[Article | Failure]:
    """Read the articles of an export that was decoded by `decode_html`."""
    opening = _NEW_DOCUMENT if _NEW_DOCUMENT.search(text) else _OLD_DOCUMENT
    return read_documents(cut_documents(text, opening=opening), read=_read_document, origin=origin)


def is_europresse(text: str) -> bool:
    """Tell whether a page is an export of Europresse."""
    return EUROPRESSE_MARK in text and _OLD_DOCUMENT.search(text) is not None


def _read_document(markup: str) -> Draft | None:
    parts = _part(lines_of_markup(_END_OF_DOCUMENT.split(markup, maxsplit=1)[0]))
    passages = [*_standfirsts(parts), *passages_of_lines(parts.text)]
    notes = read_notes(parts.beside)
    passages += notes.passages
    if not any(passage.kind is Kind.BODY for passage in passages):
        return None
    header, number = _header(parts), find_document_number(" ".join(parts.below))
    deduced = day_of_number(number) if header.date is None and number is not None else None
    signature = " ; ".join(parts.signatures)
    return Draft(
        passages=passages,
        id=number,
        title=" ".join(parts.title),
        date=header.date or deduced,
        date_reason=IN_NUMBER if deduced is not None else None,
        time=header.time,
        source=read_publication_name(parts.publication[0]) if parts.publication else None,
        agency=find_agency(signature),
        section=header.section or _section_above(parts),
        authors=read_press_authors(signature),
        url=parts.address,
        page=header.page,
        rights=read_rights(parts.below),
        keywords=notes.keywords,
        identifiers=(number,) if number is not None else (),
    )


def _part(lines: Sequence[MarkedLine]) -> _Parts:
    title_marks = _TITLE_MARKS if any(line.marks & _TITLE_MARKS for line in lines) else _TITLE_BLOCK_MARKS
    parts = _Parts(
        has_title=any(line.marks & title_marks for line in lines),
        has_container=any(line.marks & _TEXT_MARKS for line in lines),
    )
    for line in lines:
        if line.marks & _REPRINTS_MARKS:
            continue
        if line.marks & title_marks and _SIGNATURE_MARK not in line.marks:
            parts.title.append(line.text)
        elif not _part_by_class(parts, line):
            _part_by_place(parts, line)
    return parts


def _part_by_class(parts: _Parts, line: MarkedLine) -> bool:
    """Find the part of a line by its classes, and tell whether there was one."""
    text, marks = line.text, line.marks
    if EUROPRESSE_MARK.lower() in marks:
        parts.publication.append(text)
    elif "docheader" in marks:
        parts.header.append(text)
    elif "rdp__subtitle" in marks:
        parts.standfirst.append(text)
    elif "docauthors" in marks or (_SIGNATURE_MARK in marks and parts.title):
        _sign(parts, text)
    elif marks & _BELOW_MARKS or is_legal_notice(text) or (parts.is_over and not marks & _TEXT_MARKS):
        # Below the number of the document stand its certificate, then what the page has.
        parts.is_over = parts.is_over or find_document_number(text) is not None
        parts.below.append(text)
    elif marks & _BESIDE_MARKS:
        parts.beside.append(text)
    else:
        return False
    return True


def _part_by_place(parts: _Parts, line: MarkedLine) -> None:
    """Find the part of a line that no class tells: all lines of the text, in the old mark-up."""
    is_contained = bool(line.marks & _TEXT_MARKS)
    parts.has_notes = parts.has_notes or _begins_notes(parts, line.text)
    if _ADDRESS_LINE.match(line.text):
        parts.address = line.address if (line.address or "").startswith("http") else None
    elif parts.has_notes or (parts.beside and not is_contained):
        parts.beside.append(line.text)
    elif not is_contained and not parts.text and not parts.title and (parts.has_title or not parts.header):
        parts.above.append(line.text)
    elif parts.has_container and not is_contained:
        # What the header has below the title, and what the page has below the text.
        if not parts.text:
            _sign(parts, line.text)
    elif not parts.has_container and not parts.text and not parts.signatures and _is_signed(line):
        parts.signatures.append(line.text)
    else:
        parts.text.append(line)


def _begins_notes(parts: _Parts, text: str) -> bool:
    return bool(parts.text) and "(s)" in text[:40] and europresse_label(text) is not None


def _is_signed(line: MarkedLine) -> bool:
    is_line_apart = (
        line.ends_with_break and len(line.text) <= LONGEST_SIGNATURE and not line.text.endswith((".", "!", "?", "…"))
    )
    return is_signature_line(line.text) or is_line_apart


def _sign(parts: _Parts, text: str) -> None:
    """Take a line below the title for a signature, or for a standfirst when it is a sentence."""
    is_signature = len(text) <= LONGEST_SIGNATURE and not text.endswith((".", "!", "?", "…"))
    (parts.signatures if is_signature else parts.standfirst).append(text)


def _header(parts: _Parts) -> Header:
    """Read the header; documents that are no articles of a newspaper print their day on a line without a class."""
    candidates = (" ".join(parts.header), *parts.above)
    return next((header for text in candidates if (header := read_header(text)) is not None), Header())


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_SECTION and not text.endswith((".", "!", "?", "…"))


def _section_above(parts: _Parts) -> str | None:
    stated = (text for text in parts.above if _is_short(text) and read_header(text) is None)
    return next(stated, None)


def _standfirsts(parts: _Parts) -> list[Passage]:
    """Keep what stands above the title, unless it is all that says the section, and what stands below it."""
    section = None if _header(parts).section else _section_above(parts)
    above = [text for text in parts.above if text != section and read_header(text) is None]
    return [Passage(text=text, kind=Kind.LEAD) for text in (*above, *parts.standfirst)]
