"""Gather what the page of an article shows of it: one part of its text, marked, and what is known of the whole."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from archive_search.archive.facade import Archive
from archive_search.errors import QueryError
from archive_search.family_records import Family, FamilyMember
from archive_search.records import Article, Span
from archive_search.web.article.blocks import Block, Link, make_blocks
from archive_search.web.article.matches import Match, Tick, number_matches, place_ticks
from archive_search.web.article.parameters import ShowParameters
from archive_search.web.article.parts import Part, PartFinder, cut_parts
from archive_search.web.parameters import SearchParameters

if TYPE_CHECKING:
    from archive_search.engines.naming.reading import ArticleNames


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Hold an article as it is read.

    Attributes:
        article: The article.
        names: Names in it.
        family: Its family, if any.
        matches: What the search found in it.
        fault: Why the query could not be run, if so; then nothing is marked.
        asked_part: Number of the part asked for, if any.
        with_names: Whether names are links.
    """

    article: Article
    names: "ArticleNames"
    family: Family | None
    matches: tuple[Match, ...]
    fault: str | None
    asked_part: int | None
    with_names: bool

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Parts of the article."""
        return cut_parts(self.article)

    @cached_property
    def _finder(self) -> PartFinder:
        return PartFinder(self.parts)

    @cached_property
    def part(self) -> int:
        """Number of the part that is shown: that of the first match where none is asked for."""
        if self.asked_part is not None or not self.matches:
            return min(self.asked_part or 1, len(self.parts))
        return self.part_of(self.matches[0])

    def part_of(self, match: Match) -> int:
        """Give the number of the part where a match begins."""
        return self._finder.find(match.paragraph, match.start)

    @property
    def first_paragraphs(self) -> list[int]:
        """Number of the first paragraph of each part."""
        return self._finder.first_paragraphs

    @cached_property
    def shown_numbers(self) -> range:
        """Numbers of the matches that begin in the part that is shown; where there is none, of none after the last."""
        before = bisect_left(self.matches, self.part, key=self.part_of)
        until = bisect_right(self.matches, self.part, key=self.part_of)
        return range(before + 1, until + 1)

    @property
    def match_before(self) -> Match | None:
        """Last match of the parts before."""
        number = self.shown_numbers.start - 1
        return self.matches[number - 1] if number else None

    @property
    def match_after(self) -> Match | None:
        """First match of the parts that follow."""
        return next(iter(self.matches[self.shown_numbers.stop - 1 :][:1]), None)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Text of the part that is shown."""
        links: tuple[Link, ...] = tuple(each for each in self.names.references if each.article is not None)
        links = (*self.names.mentions, *links) if self.with_names else links
        return make_blocks(self.parts[self.part - 1], matches=self.matches, links=links)

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """Lines of the map of matches."""
        return tuple(place_ticks(self.article, self.matches))

    @cached_property
    def marked_paragraphs(self) -> tuple[Match, ...]:
        """First match of each paragraph that has any."""
        return tuple({match.paragraph: match for match in reversed(self.matches)}.values())[::-1]

    @cached_property
    def member(self) -> FamilyMember | None:
        """What the article is in its family."""
        members = self.family.members if self.family else ()
        return next((member for member in members if member.id == self.article.id), None)


def read_article(archive: Archive, article_id: str, *, asked: SearchParameters, shown: ShowParameters) -> Reading:
    """Read an article with its names, its family, and what a search finds in it.

    Args:
        archive: The archive.
        article_id: Id of the article.
        asked: The search.
        shown: How the article is shown.

    Raises:
        UnknownArticleError: There is none of that id.
    """
    article = archive.fetch(article_id)
    marks, fault = _mark(archive, article_id, asked)
    return Reading(
        article=article,
        names=archive.names(article_id),
        family=archive.family(article_id),
        matches=number_matches(marks),
        fault=fault,
        asked_part=shown.part,
        with_names=shown.names,
    )


def _mark(archive: Archive, article_id: str, asked: SearchParameters) -> tuple[dict[int, tuple[Span, ...]], str | None]:
    """Find what to mark; a query that cannot be run marks nothing, and the article is shown all the same."""
    if not asked.asks:
        return {}, None
    try:
        return archive.mark(article_id, asked.q, **asked.narrowing()), None
    except QueryError as error:
        return {}, str(error)
