"""Make articles of the paragraphs of a word processor, whatever its format.

>>> from archive_search.sources.assembling import Origin
>>> from archive_search.sources.formats.office.documents import OfficeProperties, OfficeText, read_office_text
>>> texts = [OfficeText(text="La paix est signée", is_bold=True), OfficeText(text="Les deux camps ont signé la paix.")]
>>> article = next(read_office_text(texts, OfficeProperties(), origin=Origin(path="a.docx", name="a.docx")))
>>> article.title, len(article.paragraphs)
('La paix est signée', 2)
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date

from archive_search.records import Article, Failure, Kind
from archive_search.sources.assembling import NO_TEXT, Origin
from archive_search.sources.characters import clean_characters
from archive_search.sources.days.stated_days import find_day, lines_above_text
from archive_search.sources.drafts import Draft, finish_draft
from archive_search.sources.formats.press.databases import read_press_text
from archive_search.sources.passages.article_splitting import split_articles
from archive_search.sources.passages.captions import mark_captions
from archive_search.sources.passages.cleaning import mark_bylines, mark_removed
from archive_search.sources.passages.headings import (
    is_heading_like,
    is_paragraph_like,
    is_title_like,
    mark_headings,
    mark_title,
)
from archive_search.sources.passages.passage import Passage
from archive_search.sources.passages.stated_titles import is_real_title
from archive_search.sources.signatures.bylines import split_authors
from archive_search.sources.signatures.person_names import is_person_name

CONTENTS_RULE = "sommaire"

# In sizes of the letters of the text.
LARGER = 1.2
LINES_ABOVE_TITLE = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeText:
    """Hold a paragraph of a word processor.

    Attributes:
        text: Its text; an end of line in it is one of the author.
        kind: Part that its style says it plays.
        is_contents: Whether it is a line of a table of contents.
        is_bold: Whether all of it is bold.
        size: Size of its letters in points; 0 when the file does not say.
    """

    text: str
    kind: Kind = Kind.BODY
    is_contents: bool = False
    is_bold: bool = False
    size: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeProperties:
    """Hold what a document states of itself, as it states it.

    Attributes:
        title: Title.
        authors: Authors, in one line.
        keywords: Subjects.
        language: Language, by its code.
        made: Day on which the file was last saved: its text is not younger.
    """

    title: str | None = None
    authors: str | None = None
    keywords: Sequence[str] = ()
    language: str | None = None
    made: Date | None = None


def read_office_text(
    texts: Sequence[OfficeText], properties: OfficeProperties, *, origin: Origin
) -> Iterator[Article | Failure]:
    """Read the articles of a document: those of a press database, or its own, one for each title.

    Args:
        texts: Its paragraphs in order.
        properties: What it states of itself.
        origin: The document.
    """
    origin = replace(origin, modified=min(filter(None, (origin.modified, properties.made)), default=None))
    plain = clean_characters("\n".join(text.text for text in texts))
    exported = read_press_text(plain, origin=origin)
    if exported is not None:
        yield from exported
        return
    count = 0
    parts = _split(_mark_parts(texts))
    for part in parts:
        article = finish_draft(_draft(part, properties, is_alone=len(parts) == 1), number=count + 1, origin=origin)
        if article is not None:
            count += 1
            yield article
    if count == 0:
        yield Failure(path=origin.path, reason=NO_TEXT)


def _split(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Cut before each title that follows a text, then where a text without such titles shows another article."""
    parts: list[list[Passage]] = [[]]
    for passage in passages:
        if passage.kind is Kind.TITLE and any(map(_is_text, parts[-1])):
            parts.append([])
        parts[-1].append(passage)
    if len(parts) > 1 or not passages:
        return parts
    return split_articles(mark_captions(mark_bylines(mark_removed(passages))))


def _is_text(passage: Passage) -> bool:
    return passage.is_body and is_paragraph_like(passage.text)


def _mark_parts(texts: Sequence[OfficeText]) -> list[Passage]:
    body = _main_size(texts)
    is_bold = 2 * sum(len(text.text) for text in texts if text.is_bold) > sum(len(text.text) for text in texts)
    passages = []
    for index, text in enumerate(texts):
        is_marked = (text.is_bold and not is_bold) or text.size >= LARGER * body > 0
        following = texts[index + 1].text if index + 1 < len(texts) else ""
        kind = text.kind
        if kind is Kind.BODY and is_marked and is_heading_like(text.text):
            kind = Kind.HEADING if is_paragraph_like(following) or is_title_like(following) else kind
        rule = CONTENTS_RULE if text.is_contents else None
        passages.append(Passage(text=" ".join(text.text.split()), kind=kind, rule=rule))
    return _promote_title(passages)


def _main_size(texts: Sequence[OfficeText]) -> float:
    sizes: Counter[float] = Counter()
    for text in texts:
        sizes[text.size] += len(text.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _promote_title(passages: list[Passage]) -> list[Passage]:
    """Make a title of the first heading, where no style gives one and only short lines stand above it."""
    if any(passage.kind is Kind.TITLE for passage in passages):
        return passages
    for index, passage in enumerate(passages[:LINES_ABOVE_TITLE]):
        if passage.kind is Kind.HEADING:
            return [*passages[:index], replace(passage, kind=Kind.TITLE), *passages[index + 1 :]]
        if passage.rule is None and is_paragraph_like(passage.text):
            break
    return passages


def _draft(passages: Sequence[Passage], properties: OfficeProperties, *, is_alone: bool) -> Draft:
    stated = properties.title if is_alone and properties.title and is_real_title(properties.title) else None
    has_title = any(passage.kind is Kind.TITLE for passage in passages)
    if not has_title and stated is None:
        passages = mark_headings(mark_title(passages))
    title = next((passage.text for passage in passages if passage.kind is Kind.TITLE), None) or stated
    day = find_day(lines_above_text(passage.text for passage in passages if passage.kind is not Kind.TITLE))
    authors = split_authors(properties.authors or "") if is_alone else ()
    return Draft(
        title=title,
        passages=[passage for passage in passages if passage.kind is not Kind.TITLE],
        date=day.date if day is not None else None,
        time=day.time if day is not None else None,
        authors=_signed(passages) or tuple(filter(is_person_name, authors)),
        keywords=properties.keywords if is_alone else (),
        language=properties.language,
    )


def _signed(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Give the names in the paragraphs whose style is that of a signature."""
    lines = (passage.text for passage in passages if passage.kind is Kind.BYLINE)
    return tuple(name for line in lines for name in split_authors(line) if is_person_name(name))
