"""Read what a search page is asked for from its address, and write it back.

>>> asked = SearchParameters(q="gué", person=("person:aldo",), page=3)
>>> asked.to_address()
{'q': 'gué', 'person': ('person:aldo',), 'page': 3}
>>> asked.narrowing()["persons"]
('person:aldo',)
"""

from dataclasses import dataclass, fields, replace
from typing import Annotated, Any, TypeAlias

from fastapi import Depends, Query
from pydantic import Field

from archive_search.archive.asking import QueryOptions
from archive_search.query.syntax import Syntax
from archive_search.search.requests import Sort
from archive_search.web.addresses import Parameter

MOST_CHARACTERS = 100_000
"""Of a query; longer ones are refused by the language anyway."""

MOST_VALUES = 1_000
"""Of a facet in one address."""

PAGE_SIZES = (10, 20, 50, 100)
MOST_PAGE = 10**9

_Values: TypeAlias = Annotated[tuple[Annotated[str, Field(max_length=500)], ...], Query(max_length=MOST_VALUES)]


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchParameters:
    """Hold what the address of a search page asks for; the names are those of its parameters.

    Attributes:
        q: The query.
        syntax: Language of the query.
        any: Whether one word of it is enough.
        person: Ids of persons whom every article found names.
        place: The same for places.
        org: The same for organisations.
        source: Publications; an article of any of them is kept.
        agency: The same for agencies.
        section: The same for sections.
        date: Periods, as after ``date:`` in the language; an article of any of them is kept.
        sort: Order of the hits.
        all: Whether every article is a hit; otherwise of each family of reprints and versions one is.
        page: Number of the page, from 1.
        size: Hits a page.
    """

    q: Annotated[str, Query(max_length=MOST_CHARACTERS)] = ""
    syntax: Syntax = Syntax.STANDARD
    any: bool = False
    person: _Values = ()
    place: _Values = ()
    org: _Values = ()
    source: _Values = ()
    agency: _Values = ()
    section: _Values = ()
    date: _Values = ()
    sort: Sort = Sort.RELEVANCE
    all: bool = False
    page: Annotated[int, Query(ge=1, le=MOST_PAGE)] = 1
    size: Annotated[int, Query(ge=1, le=100)] = 10

    @property
    def asks(self) -> bool:
        """Whether anything is searched for."""
        names = (self.person, self.place, self.org, self.source, self.agency, self.section, self.date)
        return bool(self.q.strip() or any(names))

    def narrowing(self) -> QueryOptions:
        """Give how the query is read, as `Archive.search` takes it."""
        return {
            "any_word": self.any,
            "syntax": self.syntax,
            "persons": self.person,
            "places": self.place,
            "orgs": self.org,
            "sources": self.source,
            "agencies": self.agency,
            "sections": self.section,
            "dates": self.date,
        }

    def changed(self, **changes: Any) -> "SearchParameters":
        """Give this search with some parameters changed."""
        return replace(self, **changes)

    def to_address(self, **changes: Any) -> dict[str, Parameter]:
        """Give the parameters of the address of this search with some changes; what goes without saying is left out."""
        changed = self.changed(**changes)
        values = {each.name: getattr(changed, each.name) for each in fields(changed)}
        return {
            name: _written(value) for name, value in values.items() if value != getattr(_DEFAULTS, name) and value != ()
        }

    def marking(self) -> dict[str, Parameter]:
        """Give the parameters that an article's page needs to mark what this search found in it."""
        return self.to_address(sort=Sort.RELEVANCE, all=False, page=1, size=10)


_DEFAULTS = SearchParameters()


def _written(value: Any) -> Parameter:
    return int(value) if isinstance(value, bool) else value


SearchAsked: TypeAlias = Annotated[SearchParameters, Depends()]
"""What the address asks for, as an argument of a page."""
