"""Say on a page what has just happened to dossiers and saved searches: the address tells, by codes and numbers only.

>>> tell("/search?q=gu%C3%A9&told=saved#selection", Told.ADDED, count=2, dossier=7)
'/search?q=gu%C3%A9&told=added&count=2&dossier=7#selection'
"""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.requests import Request

from archive_search.archive.desk import Desk
from archive_search.archive.saved_searches import SavedSearch
from archive_search.errors import UnknownDossierError, UnknownSearchError
from archive_search.store.desk.dossiers import Dossier
from archive_search.web.removals import Removed
from archive_search.web.site import site_of

NAMES = ("told", "count", "there", "dossier", "search", "undo")
"""Parameters of an address that tell."""

_LARGEST = 10**9
_LONGEST_NUMBER = 10


class Told(StrEnum):
    """Name what has happened; the value is that of the parameter ``told``."""

    ADDED = "added"
    CREATED = "created"
    RENAMED = "renamed"
    DELETED = "deleted"
    REMOVED = "removed"
    RESTORED = "restored"
    NOTED = "noted"
    NOTHING = "nothing"
    SAVED = "saved"
    FORGOTTEN = "forgotten"
    SEEN = "seen"
    MORE = "more"


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """Hold what has just happened.

    Attributes:
        told: What.
        count: To how many articles.
        there: How many articles were in the dossier already.
        dossier: To which dossier; None where it is no more.
        search: To which saved search; None where it is no more.
        removed: What was taken away and can be put back; None where it cannot any more.
        undo: Key of that.
    """

    told: Told
    count: int
    there: int
    dossier: Dossier | None
    search: SavedSearch | None
    removed: Removed | None
    undo: str


def read_news(request: Request, desk: Desk) -> News | None:
    """Read from an address what has just happened; what is no code of ours tells nothing.

    Raises:
        ArchiveError: The desk cannot be read.
    """
    said = request.query_params
    try:
        told = Told(said.get("told", ""))
    except ValueError:
        return None
    undo = said.get("undo", "")
    return News(
        told=told,
        count=_read_number(said.get("count")),
        there=_read_number(said.get("there")),
        dossier=_find_dossier(desk, _read_number(said.get("dossier"))),
        search=_find_search(desk, _read_number(said.get("search"))),
        removed=site_of(request).removals.find(undo),
        undo=undo,
    )


def _read_number(text: str | None) -> int:
    is_number = text is not None and text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return min(int(text or 0), _LARGEST) if is_number else 0


def _find_dossier(desk: Desk, number: int) -> Dossier | None:
    try:
        return desk.dossier(number) if number else None
    except UnknownDossierError:
        return None


def _find_search(desk: Desk, number: int) -> SavedSearch | None:
    try:
        return desk.saved_search(number) if number else None
    except UnknownSearchError:
        return None


def tell(address: str, told: Told, **said: int | str) -> str:
    """Add to an address what has just happened, in place of what it told before.

    Args:
        address: Address of a page of ours.
        told: What has happened.
        said: The other `NAMES`.
    """
    parts = urlsplit(address)
    pairs = [*silence(parts.query), ("told", told.value), *((name, str(value)) for name, value in said.items())]
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def silence(query: str) -> list[tuple[str, str]]:
    """Give the parameters of an address but for what they tell."""
    return [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name not in NAMES]
