r"""Say what a press review shows of an article, whatever document it becomes.

>>> from datetime import date
>>> from archive_search.exports.exported import ExportedArticle
>>> from archive_search.exports.review.setting import set_article
>>> from archive_search.records import Article
>>> article = Article(id="a1", paragraphs=(), title="La digue", date=date(2017, 3, 2), source="Le Phare", page="3")
>>> set_article(ExportedArticle(article=article), number=1).facts
('Le Phare', '2 mars 2017', 'p.\xa03')
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive_search.exports.citations.iso690 import ReferencePart, list_parts
from archive_search.exports.exported import ExportedArticle
from archive_search.exports.french_dates import spell_day
from archive_search.exports.plain_text import flatten
from archive_search.exports.review.marked_text import Piece, cut_at_marks
from archive_search.records import Article, Kind

UNTITLED = "Sans titre"
UNDATED = "sans date"
UNKNOWN_SOURCE = "source inconnue"
NARROW_SPACE = "\u202f"


class SetParagraph(NamedTuple):
    """Hold one paragraph to show: the part that it plays, and its text in pieces."""

    kind: Kind
    pieces: tuple[Piece, ...]


class SetArticle(NamedTuple):
    """Hold what is shown of an article.

    Attributes:
        number: Its place in the review, from 1.
        heading: Its title on one line, or else its first words.
        title: Its title in pieces.
        publication: Where it was published, on one line.
        day: Day of publication.
        facts: Where and when it was published, and what else is known of that, each on one line.
        signature: Who signed it, on one line; empty where nobody did.
        language: Code of its language; None where that is French or unknown.
        paragraphs: Its paragraphs, without the title.
        rights: Its notice of rights, on one line; empty where it has none.
        reference: How it is cited.
    """

    number: int
    heading: str
    title: tuple[Piece, ...]
    publication: str
    day: str
    facts: tuple[str, ...]
    signature: str
    language: str | None
    paragraphs: tuple[SetParagraph, ...]
    rights: str
    reference: tuple[ReferencePart, ...]


def set_article(exported: ExportedArticle, *, number: int) -> SetArticle:
    """Choose what is shown of an article.

    Args:
        exported: The article and its marks.
        number: Its place in the review, from 1.
    """
    article = exported.article
    has_title = article.title is not None and bool(article.paragraphs)
    shown = [
        SetParagraph(each.kind, cut_at_marks(each.text, exported.marks.get(each.number, ())))
        for each in article.paragraphs
    ]
    return SetArticle(
        number=number,
        heading=flatten(article.heading) or UNTITLED,
        title=shown[0].pieces if has_title else (Piece(flatten(article.title or "") or UNTITLED, False),),
        publication=_publication(article),
        day=_day(article),
        facts=tuple(_facts(article)),
        signature=_sign(article.authors),
        language=None if article.language in (None, "fr") else article.language,
        paragraphs=tuple(shown[1:] if has_title else shown),
        rights=flatten(article.rights or ""),
        reference=list_parts(article),
    )


def _publication(article: Article) -> str:
    return flatten(article.source or "") or flatten(article.agency or "") or UNKNOWN_SOURCE


def _day(article: Article) -> str:
    return spell_day(article.date) if article.date else UNDATED


def _facts(article: Article) -> Iterator[str]:
    publication, agency = _publication(article), flatten(article.agency or "")
    yield publication
    yield _moment(article)
    if agency.lower() not in publication.lower():
        yield agency
    if article.page:
        yield f"p.\u00a0{flatten(article.page)}"
    if article.section:
        yield flatten(article.section)


def _moment(article: Article) -> str:
    hour = flatten(article.time or "").replace(":", "\u00a0h\u00a0", 1)
    time = f" à {hour}" if article.date and hour else ""
    return f"{_day(article)}{time}{' (date déduite)' if article.date_reason else ''}"


def _sign(authors: Sequence[str]) -> str:
    *others, last = [flatten(author) for author in authors] or [""]
    return f"{', '.join(others)} et {last}" if others else last


def count_articles(number: int) -> str:
    """Count articles in French."""
    return f"{number:,} article{'s' if number > 1 else ''}".replace(",", NARROW_SPACE)
