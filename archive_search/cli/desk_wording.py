"""Say the articles of dossiers and what saved searches ask, in French."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from archive_search.cli.lines import one_line
from archive_search.records import Article

# A desk takes what searches, which is not needed to read a command line.
if TYPE_CHECKING:
    from archive_search.archive.saved_searches import SavedSearch

_OPTIONS = {
    "any_word": "un seul mot suffit",
    "syntax": "langage",
    "persons": "personnes",
    "places": "lieux",
    "orgs": "organisations",
    "sources": "sources",
    "agencies": "agences",
    "sections": "rubriques",
    "dates": "dates",
}


def describe_day(moment: datetime) -> str:
    """Give the day of a moment where the reader is, in ISO 8601."""
    return moment.astimezone().date().isoformat()


def describe_article(article_id: str, article: Article | None) -> str:
    """Name an article on one line, its id last."""
    if article is None:
        return one_line(f"n'est plus dans l'archive · {article_id}")
    date = article.date.isoformat() if article.date else "sans date"
    return one_line(" · ".join(filter(None, (date, article.source or article.agency, article.heading, article_id))))


def describe_options(search: "SavedSearch") -> list[str]:
    """Say how a search is read and narrowed."""
    options: dict[str, Any] = dict(search.options)
    return [_describe_option(said, options[name]) for name, said in _OPTIONS.items() if name in options]


def _describe_option(said: str, value: bool | str | Sequence[str]) -> str:
    match value:
        case bool():
            return said
        case str():
            return f"{said} : {value}"
        case _:
            return f"{said} : {', '.join(value)}"
