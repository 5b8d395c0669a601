"""Shapes of the JSON of dossiers and saved searches."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from archive_search.query.syntax import Syntax
from archive_search.search.requests import Sort


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DossierShape(_Shape):
    """A named set of articles; those that have left the archive count too."""

    id: int
    name: str
    articles: int
    created: datetime
    changed: datetime


class DossiersAnswer(_Shape):
    """The dossiers, by name."""

    version: Literal[1]
    dossiers: list[DossierShape]


class NamedArticleShape(_Shape):
    """Which article it is; nothing more than its id is known of one that has left the archive."""

    article: str
    in_archive: bool
    title: str | None
    date: date | None
    source: str | None
    agency: str | None


class KeptArticleShape(NamedArticleShape):
    """An article of a dossier, since when it is in it, and the note of its reader."""

    added: datetime
    note: str


class DossierAnswer(_Shape):
    """A dossier with all its articles."""

    version: Literal[1]
    dossier: DossierShape
    articles: list[KeptArticleShape]


class SearchOptionsShape(_Shape):
    """How a saved search is read and narrowed."""

    any_word: bool
    syntax: Syntax
    persons: list[str]
    places: list[str]
    orgs: list[str]
    sources: list[str]
    agencies: list[str]
    sections: list[str]
    dates: list[str]


class SavedSearchShape(_Shape):
    """A saved search."""

    id: int
    name: str
    query: str
    options: SearchOptionsShape
    sort: Sort
    created: datetime
    visited: datetime | None


class SearchesAnswer(_Shape):
    """The saved searches, by name."""

    version: Literal[1]
    searches: list[SavedSearchShape]


class AlertShape(_Shape):
    """What a saved search finds, how much of it is new, and the newest of that."""

    search: SavedSearchShape
    total: int
    new: int
    fault: str | None
    articles: list[NamedArticleShape]


class AlertAnswer(AlertShape):
    """What one saved search finds of new."""

    version: Literal[1]


class AlertsAnswer(_Shape):
    """What every saved search finds of new, by name."""

    version: Literal[1]
    alerts: list[AlertShape]
