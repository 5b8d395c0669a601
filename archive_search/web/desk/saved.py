"""Turn saved searches into what pages ask for, and look at what they find.

>>> from datetime import UTC, datetime
>>> from archive_search.archive.saved_searches import SavedSearch
>>> from archive_search.search.requests import Sort
>>> search = SavedSearch(id=1, name="Crues", query="crue", options={"sources": ("Le Lien",)}, sort=Sort.NEWEST,
...     created=datetime(2026, 11, 22, tzinfo=UTC))
>>> asked_of(search).to_address()
{'q': 'crue', 'source': ('Le Lien',), 'sort': <Sort.NEWEST: 'newest'>}
"""

import time
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

from archive_search.archive.desk_json import OPTION_LISTS, fetch_if_there
from archive_search.archive.facade import Archive
from archive_search.archive.saved_searches import SavedSearch, Visit
from archive_search.errors import UnknownSearchError
from archive_search.query.syntax import Syntax
from archive_search.records import Article
from archive_search.web.parameters import SearchParameters

SECONDS_TO_LOOK = 3.0
"""Time after which the page of saved searches looks at no further ones."""

NEWEST_SHOWN = 3

_PARAMETERS = dict(zip(OPTION_LISTS, ("person", "place", "org", "source", "agency", "section", "date"), strict=True))


def asked_of(search: SavedSearch) -> SearchParameters:
    """Give what the address of the search page asks for, to show a saved search."""
    options: dict[str, Any] = dict(search.options)
    lists: dict[str, Any] = {parameter: tuple(options.get(name, ())) for name, parameter in _PARAMETERS.items()}
    syntax, is_any = Syntax(options.get("syntax", Syntax.STANDARD)), options.get("any_word", False)
    return SearchParameters(q=search.query, syntax=syntax, any=is_any, sort=search.sort, **lists)


class LookedAt(NamedTuple):
    """Hold a saved search as the list shows it.

    Attributes:
        search: The search.
        asked: What shows it on the search page.
        visit: What it finds now; None where there was no time to look.
        newest: The newest articles that are new.
    """

    search: SavedSearch
    asked: SearchParameters
    visit: Visit | None
    newest: tuple[Article, ...]

    @property
    def has_news(self) -> bool:
        """Whether it is known to find something new."""
        return self.visit is not None and bool(self.visit.new)


def look_at_all(archive: Archive, *, seconds: float = SECONDS_TO_LOOK) -> Iterator[LookedAt]:
    """Look at the saved searches by name, as long as there is time; one that cannot be run says so itself.

    Args:
        archive: The archive.
        seconds: Time after which no further one is looked at; they are given all the same.
    """
    end = time.monotonic() + seconds
    for search in archive.desk.saved_searches():
        try:
            visit = archive.desk.look(search.id) if time.monotonic() < end else None
        except UnknownSearchError:
            # Another window has deleted it this instant.
            continue
        newest = [fetch_if_there(archive, each) for each in visit.new[:NEWEST_SHOWN]] if visit else []
        yield LookedAt(search, asked_of(search), visit, tuple(filter(None, newest)))


def summarise_new(visit: Visit) -> str:
    """Sum up what is new in a few letters, so that a form can say what it showed."""
    return blake2b("\n".join(visit.new).encode(), digest_size=8).hexdigest()
