"""Gather what pages of articles show of the reader's desk: what is kept, where more can be, what was just done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from archive_search.archive.facade import Archive
from archive_search.errors import ArchiveError
from archive_search.store.desk.dossiers import Dossier
from archive_search.web.desk_news import News, read_news, silence


@dataclass(frozen=True, kw_only=True, slots=True)
class Keeping:
    """Hold what a page shows of the desk.

    Attributes:
        dossiers: All dossiers, by name.
        kept: Those of each article of the page, by its id.
        news: What has just happened, if anything.
        back: Address of the page, to come back to.
        fault: Why the desk cannot be read, in French; None where it can.
    """

    back: str
    dossiers: tuple[Dossier, ...] = ()
    kept: Mapping[str, tuple[Dossier, ...]]
    news: News | None = None
    fault: str | None = None

    @property
    def latest(self) -> Dossier | None:
        """The dossier that changed last: the one in which the next article most likely belongs."""
        return max(self.dossiers, key=lambda dossier: dossier.changed, default=None)


def read_keeping(request: Request, archive: Archive, article_ids: Sequence[str]) -> Keeping:
    """Read what a page shows of the desk; where that cannot be read, the page is shown all the same, and says so.

    Args:
        request: What asks for the page.
        archive: The archive.
        article_ids: Articles of the page.
    """
    back, desk = address_of(request), archive.desk
    try:
        dossiers = desk.dossiers()
        kept = desk.dossiers_of(article_ids) if dossiers else dict.fromkeys(article_ids, ())
        news = read_news(request, desk)
    except ArchiveError as error:
        return Keeping(back=back, kept=dict.fromkeys(article_ids, ()), fault=str(error))
    return Keeping(back=back, dossiers=dossiers, kept=kept, news=news)


def address_of(request: Request) -> str:
    """Give the address of a page, without what it tells."""
    query = urlencode(silence(request.url.query))
    path: str = request.scope["raw_path"].decode("latin-1")
    return f"{path}?{query}" if query else path
