"""Find the dossier or the saved search that a name or an id means, and refuse names that are taken."""

import sqlite3
from typing import TypedDict

from archive_search.archive.desk_texts import name_key
from archive_search.errors import DeskError, UnknownDossierError, UnknownSearchError
from archive_search.query.remarks import quote
from archive_search.store.desk.dossiers import Dossier, find_dossier
from archive_search.store.desk.searches import StoredSearch, find_search

# SQLite's integers have 64 bits; a larger number names nothing.
_MOST = (1 << 63) - 1


def require_dossier(connection: sqlite3.Connection, name_or_id: str | int) -> Dossier:
    """Give a dossier by its name, whatever its case and accents, or by its id.

    Raises:
        UnknownDossierError: There is none.
    """
    found = find_dossier(connection, **_asked(name_or_id))
    if found is None:
        message = f"pas de dossier {_shown(name_or_id)} : choisissez dans la liste des dossiers"
        raise UnknownDossierError(message, name=str(name_or_id))
    return found


def check_dossier_name(connection: sqlite3.Connection, name: str, *, owner: int | None = None) -> None:
    """Check that no dossier but its owner has a name, whatever its case and accents.

    Raises:
        DeskError: One has.
    """
    holder = find_dossier(connection, key=name_key(name))
    if holder and holder.id != owner:
        raise DeskError(f"il y a déjà un dossier {quote(holder.name)} : choisissez un autre nom", name=name)


def require_search(connection: sqlite3.Connection, name_or_id: str | int) -> StoredSearch:
    """Give a saved search by its name, whatever its case and accents, or by its id.

    Raises:
        UnknownSearchError: There is none.
    """
    found = find_search(connection, **_asked(name_or_id))
    if found is None:
        message = f"pas de recherche {_shown(name_or_id)} : choisissez dans la liste des recherches"
        raise UnknownSearchError(message, name=str(name_or_id))
    return found


def check_search_name(connection: sqlite3.Connection, name: str, *, owner: int | None = None) -> None:
    """Check that no saved search but its owner has a name, whatever its case and accents.

    Raises:
        DeskError: One has.
    """
    holder = find_search(connection, key=name_key(name))
    if holder and holder.number != owner:
        raise DeskError(f"il y a déjà une recherche {quote(holder.name)} : choisissez un autre nom", name=name)


class _Asked(TypedDict, total=False):
    key: str
    number: int


def _asked(name_or_id: str | int) -> _Asked:
    if isinstance(name_or_id, str):
        return {"key": name_key(name_or_id)}
    return {"number": min(max(name_or_id, 0), _MOST)}


def _shown(name_or_id: str | int) -> str:
    return quote(name_or_id) if isinstance(name_or_id, str) else f"n° {name_or_id}"
