r"""Read an RTF file: as an export of a press database where its text is one, else as any text.

The title that the file states is taken where its text prints none, and its author where he is a person.

>>> import io
>>> from archive_search.sources.readers import ReadOptions
>>> from archive_search.sources.reading import read_stream
>>> data = rb"{\rtf1\ansi{\info{\title La paix sign\'e9e}}ROME, 3 mars 2015 (AFP) - Elle est sign\'e9e.\par}"
>>> article = next(read_stream(io.BytesIO(data), name="a.rtf", options=ReadOptions()))
>>> article.title, article.agency, str(article.date)
('La paix signée', 'AFP', '2015-03-03')
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from archive_search.records import Article, Failure
from archive_search.sources.assembling import Origin
from archive_search.sources.characters import clean_characters
from archive_search.sources.formats.office.rtf_groups import without_pictures
from archive_search.sources.formats.office.rtf_properties import RtfProperties, read_properties
from archive_search.sources.formats.office.rtf_text import LINE_END, text_of_rtf
from archive_search.sources.formats.press.databases import read_press_text
from archive_search.sources.formats.text.plain_text import read_plain_text
from archive_search.sources.passages.text_splitting import column_width, split_blocks
from archive_search.sources.readers import Found, Reading
from archive_search.sources.streams import read_bounded

# Most of a large file is its pictures.
LARGEST_FILE = 1 << 27
LARGEST_TEXT = 1 << 25
TOO_LARGE = "rtf de plus de 128 Mo, ou de plus de 32 Mo sans ses images : découpez le fichier"
BROKEN = "rtf mal formé : réenregistrez-le depuis un traitement de texte"


def read_rtf(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of an RTF file."""
    origin = reading.origin
    whole = read_bounded(stream, limit=LARGEST_FILE)
    data = without_pictures(whole) if whole is not None else None
    if data is None or len(data) > LARGEST_TEXT:
        yield Failure(path=origin.path, reason=TOO_LARGE)
        return
    try:
        lines, properties = text_of_rtf(data), read_properties(data)
    except ValueError:
        yield Failure(path=origin.path, reason=BROKEN)
        return
    text = clean_characters(lines.replace(LINE_END, "\n"))
    yield from read_press_text(text, origin=origin) or _read_text(lines, properties, origin)


def _read_text(lines: str, properties: RtfProperties, origin: Origin) -> Iterator[Article | Failure]:
    text = _separate_paragraphs(lines)
    origin = replace(origin, modified=properties.made or origin.modified)
    articles = list(read_plain_text(text, origin=origin))
    if len(articles) == 1 and _has_no_title(articles[0]) and properties.title is not None:
        articles = list(read_plain_text(f"{properties.title}\n\n{text}", origin=origin))
    for article in articles:
        is_alone = len(articles) == 1 and isinstance(article, Article)
        yield _with_author(article, properties.author) if is_alone else article


def _separate_paragraphs(lines: str) -> str:
    """Put a blank line between paragraphs, unless what the file calls paragraphs are lines cut at a width."""
    text = clean_characters(lines.replace(LINE_END, "\n"))
    if column_width(split_blocks(text)) is not None:
        return text
    return clean_characters(lines.replace("\n", "\n\n").replace(LINE_END, "\n"))


def _has_no_title(found: Article | Failure) -> bool:
    return isinstance(found, Article) and found.title is None


def _with_author(found: Article | Failure, author: str | None) -> Article | Failure:
    if isinstance(found, Article) and author is not None and not found.authors:
        return replace(found, authors=(author,))
    return found
