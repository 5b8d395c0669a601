"""Write a press review as a Word document, with styles, contents, marks and references that Word and LibreOffice know.

The text is written piece by piece into the document that `word_styles` makes: none of it is held in memory.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from archive_search.exports.citations.iso690 import ReferencePart
from archive_search.exports.exported import USUAL_TITLE, ExportedArticle, Heading
from archive_search.exports.french_dates import spell_day
from archive_search.exports.review import word_styles
from archive_search.exports.review.gathering import Entry, Gathered, gather
from archive_search.exports.review.marked_text import Piece
from archive_search.exports.review.setting import SetArticle, count_articles
from archive_search.exports.review.wordml import (
    FIELD_END,
    bookmark,
    field_start,
    inner_link,
    paragraph,
    run,
    web_link,
)
from archive_search.records import Kind

_MAIN_PART = "word/document.xml"
_BODY_START = b"<w:body>"
_BLOCK = 1 << 16
_STYLES = {
    Kind.LEAD: word_styles.STANDFIRST,
    Kind.HEADING: word_styles.ARTICLE_HEADING,
    Kind.CAPTION: word_styles.CAPTION,
    Kind.BYLINE: word_styles.FACTS,
}


def write_docx(articles: Iterable[ExportedArticle], *, heading: Heading) -> Iterator[bytes]:
    """Yield the document, once all articles are read.

    Args:
        articles: What to show, in order.
        heading: What stands above.

    Raises:
        InstallationError: The extra ``docx`` is not installed.
        OSError: The disk has no room for what waits to be written.
    """
    empty = word_styles.make_document(heading)
    with (
        gather(articles, write_article=_write_article, write_reference=_write_reference) as gathered,
        TemporaryFile() as packed,
    ):
        _fill(empty, _write_body(gathered, heading), packed)
        packed.seek(0)
        yield from iter(lambda: packed.read(_BLOCK), b"")


def _fill(empty: bytes, body: Iterable[str], packed: IO[bytes]) -> None:
    """Pack a document anew, with text in its body."""
    with ZipFile(io.BytesIO(empty)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            # Without a time of packing: the same articles give the same file.
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            before, start, after = source.read(name).partition(_BODY_START if name == _MAIN_PART else b"\0")
            # A long document is larger than what a ZIP of the first kind holds.
            with target.open(part, "w", force_zip64=True) as stream:
                stream.write(before + start)
                if start:
                    stream.writelines(text.encode() for text in body)
                stream.write(after)


def _write_body(gathered: Gathered, heading: Heading) -> Iterator[str]:
    if heading.title != USUAL_TITLE:
        yield paragraph(word_styles.FACTS, run(USUAL_TITLE))
    yield paragraph(word_styles.TITLE, run(heading.title))
    if heading.subject:
        yield paragraph(word_styles.SUBJECT, run(heading.subject))
    counts = ", ".join(filter(None, (count_articles(len(gathered.entries)), gathered.period)))
    yield paragraph(word_styles.FACTS, run(counts))
    yield paragraph(word_styles.FACTS, run(f"Document établi le {spell_day(heading.made)}"))
    yield from _write_contents(gathered.entries)
    yield from gathered.read_body()
    yield paragraph(word_styles.ARTICLE_TITLE, run("Références"), on_new_page=True)
    yield from (paragraph(word_styles.REFERENCES, entry.reference) for entry in gathered.entries)


def _write_contents(entries: Sequence[Entry]) -> Iterator[str]:
    """Write the table of contents: Word puts page numbers in place of days when it is told to bring it up to date."""
    yield paragraph(word_styles.CONTENTS_TITLE, run("Sommaire"))
    for entry in entries:
        start = field_start(r'TOC \o "1-1" \h \z \u') if entry.number == 1 else ""
        end = FIELD_END if entry.number == len(entries) else ""
        link = inner_link(_bookmark_of(entry.number), run(f"{entry.heading}\t{entry.day}"))
        yield paragraph(word_styles.CONTENTS, start, link, end)


def _bookmark_of(number: int) -> str:
    return f"article_{number}"


def _write_article(shown: SetArticle) -> str:
    title = bookmark(_bookmark_of(shown.number), shown.number, _write_pieces(shown.title))
    lines = [
        paragraph(word_styles.ARTICLE_TITLE, title, on_new_page=shown.number == 1),
        paragraph(word_styles.FACTS, run(" · ".join(shown.facts))),
    ]
    if shown.signature:
        lines.append(paragraph(word_styles.FACTS, run(f"Par {shown.signature}")))
    lines += [
        paragraph(_STYLES.get(each.kind, word_styles.NORMAL), _write_pieces(each.pieces)) for each in shown.paragraphs
    ]
    if shown.rights:
        lines.append(paragraph(word_styles.REFERENCE, run(shown.rights)))
    return "".join([*lines, paragraph(word_styles.REFERENCE, _write_reference(shown))])


def _write_pieces(pieces: Iterable[Piece]) -> str:
    return "".join(run(piece.text, style=word_styles.MARK if piece.is_marked else None) for piece in pieces)


def _write_reference(shown: SetArticle) -> str:
    return "".join(map(_write_part, shown.reference))


def _write_part(part: ReferencePart) -> str:
    if part.address is not None:
        return web_link(part.address, run(part.text, style=word_styles.LINK))
    return run(part.text, italic=part.is_title)
