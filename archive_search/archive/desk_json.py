"""Give dossiers, their articles and saved searches as JSON version 1 has them.

>>> from archive_search.archive.desk_json import listed_article_to_dict
>>> listed_article_to_dict("bac-1", None)["in_archive"]
False
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from archive_search.errors import UnknownArticleError
from archive_search.query.syntax import Syntax
from archive_search.records import Article

# A desk takes what searches, which is not needed to read a command line.
if TYPE_CHECKING:
    from archive_search.archive.facade import Archive
    from archive_search.archive.saved_searches import SavedSearch, Visit
    from archive_search.store.desk.dossiers import Dossier, DossierArticle

VERSION: Final = 1

DOSSIER_COLUMNS: Final = ("id", "name", "articles", "created", "changed")
"""Fields of a dossier, in the order of tables."""

KEPT_COLUMNS: Final = ("article", "in_archive", "title", "date", "source", "agency", "added", "note")
"""Fields of an article of a dossier, in the order of tables."""

OPTION_LISTS: Final = ("persons", "places", "orgs", "sources", "agencies", "sections", "dates")
"""Options of a saved search that are lists."""


def fetch_if_there(archive: "Archive", article_id: str) -> Article | None:
    """Give an article, or None where it has left the archive."""
    try:
        return archive.fetch(article_id)
    except UnknownArticleError:
        return None


def listed_article_to_dict(article_id: str, article: Article | None) -> dict[str, Any]:
    """Tell which article it is; what is not known of one that has left the archive is None."""
    return {
        "article": article_id,
        "in_archive": article is not None,
        "title": article.heading if article else None,
        "date": article.date.isoformat() if article and article.date else None,
        "source": article.source if article else None,
        "agency": article.agency if article else None,
    }


def kept_to_dict(kept: "DossierArticle", article: Article | None) -> dict[str, Any]:
    """Give an article of a dossier."""
    return {**listed_article_to_dict(kept.article_id, article), "added": _moment(kept.added), "note": kept.note}


def dossier_to_dict(dossier: "Dossier") -> dict[str, Any]:
    """Give a dossier, without its articles."""
    return {
        "id": dossier.id,
        "name": dossier.name,
        "articles": dossier.articles,
        "created": _moment(dossier.created),
        "changed": _moment(dossier.changed),
    }


def search_to_dict(search: "SavedSearch") -> dict[str, Any]:
    """Give a saved search with all its options, those included that say nothing."""
    options: dict[str, Any] = dict(search.options)
    return {
        "id": search.id,
        "name": search.name,
        "query": search.query,
        "options": {
            "any_word": options.get("any_word", False),
            "syntax": options.get("syntax", Syntax.STANDARD.value),
            **{name: list(options.get(name, ())) for name in OPTION_LISTS},
        },
        "sort": search.sort.value,
        "created": _moment(search.created),
        "visited": _moment(search.visited) if search.visited else None,
    }


def visit_to_dict(visit: "Visit") -> dict[str, Any]:
    """Give what a saved search finds now, and how much of it is new."""
    return {
        "search": search_to_dict(visit.search),
        "total": visit.total,
        "new": len(visit.new),
        "fault": visit.fault,
    }


def alert_to_dict(archive: "Archive", visit: "Visit", *, limit: int) -> dict[str, Any]:
    """Give what a saved search finds now, and the newest articles that are new.

    Args:
        archive: Where the articles are.
        visit: What the search finds.
        limit: Most articles wanted.
    """
    articles = [listed_article_to_dict(each, fetch_if_there(archive, each)) for each in visit.new[:limit]]
    return {**visit_to_dict(visit), "articles": articles}


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
