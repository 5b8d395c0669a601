"""Read an EPUB: each of its chapters with a text is an article, whose source is the book or the issue of the paper.

Covers and tables of contents are left aside. A chapter cut into several documents is put together again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Date
from typing import BinaryIO
from zipfile import ZipFile

from archive_search.records import Failure, Kind, Skipped
from archive_search.sources.days.dates import read_date
from archive_search.sources.days.months import MONTH, WEEKDAY
from archive_search.sources.decoding import decode_html
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.office.epub_package import Chapter, EpubPackage, is_protected, read_package
from archive_search.sources.html.fragments import passages_of_html
from archive_search.sources.packed.budget import PackedError
from archive_search.sources.packed.zip_members import open_zip, read_member
from archive_search.sources.passages.headings import is_paragraph_like
from archive_search.sources.passages.passage import Passage
from archive_search.sources.readers import Found, Reading
from archive_search.sources.xml.documents import Element, XmlError, attribute, children, text_of

LARGEST_CHAPTER = 1 << 25
PROTECTED = "epub protégé (drm) : demandez-en une version sans protection"
BROKEN = "epub : {reason}"
NO_TEXT = "epub sans texte : vérifiez qu'il n'est pas fait d'images"
BROKEN_CHAPTER = "chapitre « {name} » : {reason}"
NAVIGATION = "page de couverture ou de sommaire"

# The titles of issues hold their day: "Le Courrier [mar. 3 mars 2015]", "Le Courrier du 3 mars 2015".
_DAY_IN_TITLE = re.compile(
    rf" ?[\[(](?=[^\[\]()]{{0,60}}\d)[^\[\]()]{{0,60}}[\])]$"
    rf"|(?:,| [-–—])?(?: du)?(?: (?:{WEEKDAY}))? \d\d?(?:er)? (?:{MONTH}) \d{{4}}$",
    re.IGNORECASE,
)

# What they put around each article to move about in the issue.
_LINKS = re.compile(
    r"\W*(?:(?:suivant|précédent|menu (?:de )?(?:la )?section|menu principal|next|previous|section menu|main menu)\W*)+"
    r"|(?:this article was downloaded by|cet article a été téléchargé par) calibre.*",
    re.IGNORECASE,
)
LINKS_RULE = "navigation"


@dataclass(kw_only=True, slots=True)
class _Part:
    title: str | None
    passages: list[Passage] = field(default_factory=list)


def read_epub(stream: BinaryIO, reading: Reading) -> Iterator[Found]:
    """Read the articles of an EPUB."""
    path = reading.origin.path
    with open_zip(stream, reading) as archive:
        try:
            if is_protected(archive, reading.budget):
                yield Failure(path=path, reason=PROTECTED)
                return
            package = read_package(archive, reading.budget)
        except XmlError as error:
            yield Failure(path=path, reason=BROKEN.format(reason=error))
            return
        number = 0
        for found in _read_parts(archive, package, reading):
            if isinstance(found, _Part):
                article = finish_draft(_draft(found, package.metadata), number=number + 1, origin=reading.origin)
                number += article is not None
                yield article or Skipped(path=path, reason=NAVIGATION)
            else:
                yield found
        if number == 0:
            yield Failure(path=path, reason=NO_TEXT)


def _read_parts(archive: ZipFile, package: EpubPackage, reading: Reading) -> Iterator[_Part | Failure | Skipped]:
    """Give the chapters, each with the documents that go on with it."""
    path, part = reading.origin.path, None
    has_contents = any(chapter.title for chapter in package.chapters)
    for chapter in package.chapters:
        passages = _read_chapter(archive, chapter, reading)
        if isinstance(passages, Failure):
            yield passages
            continue
        title, rest = _split_title(passages)
        if part is not None and has_contents and chapter.title is None and title is None:
            part.passages += rest
            continue
        if part is not None:
            yield part
        part = None
        if chapter.is_navigation or not any(is_paragraph_like(passage.text) for passage in rest):
            yield Skipped(path=path, reason=NAVIGATION)
        else:
            part = _Part(title=title or chapter.title, passages=rest)
    if part is not None:
        yield part


def _read_chapter(archive: ZipFile, chapter: Chapter, reading: Reading) -> list[Passage] | Failure:
    try:
        data = read_member(archive, chapter.name, limit=LARGEST_CHAPTER, budget=reading.budget)
    except PackedError as error:
        if reading.budget.is_spent:
            raise
        return Failure(path=reading.origin.path, reason=BROKEN_CHAPTER.format(name=chapter.name, reason=error))
    return [
        Passage(text=passage.text, kind=passage.kind, rule=LINKS_RULE if _LINKS.fullmatch(passage.text) else None)
        for passage in passages_of_html(decode_html(data))
    ]


def _split_title(passages: list[Passage]) -> tuple[str | None, list[Passage]]:
    """Take the heading that stands before the text."""
    for index, passage in enumerate(passages):
        if passage.kind in (Kind.TITLE, Kind.HEADING):
            return passage.text, [*passages[:index], *passages[index + 1 :]]
        if passage.rule is None and is_paragraph_like(passage.text):
            break
    return None, passages


def _draft(part: _Part, metadata: Element | None) -> Draft:
    return Draft(
        title=part.title,
        passages=part.passages,
        source=_DAY_IN_TITLE.sub("", next(iter(_values(metadata, "title")), "")) or None,
        date=_date(metadata),
        authors=_values(metadata, "creator"),
        language=next(iter(_values(metadata, "language")), None),
        rights=next(iter(_values(metadata, "rights")), None),
        keywords=_values(metadata, "subject"),
    )


def _values(metadata: Element | None, name: str) -> list[str]:
    return list(filter(None, map(text_of, children(metadata, name))))


def _date(metadata: Element | None) -> Date | None:
    """Give the day of publication: the one said to be, else the one that is said to be nothing else."""
    by_event = {attribute(element, "event"): text_of(element) for element in reversed(children(metadata, "date"))}
    return read_date(by_event.get("publication") or by_event.get(None) or "")
