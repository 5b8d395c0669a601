"""Find the dossier or the saved search that a name or an id means, and refuse names that are taken."""

import sqlite3

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
    if isinstance(name_or_id, str):
        found, shown = find_dossier(connection, key=name_key(name_or_id)), quote(name_or_id)
    else:
        found, shown = find_dossier(connection, number=_bounded(name_or_id)), f"n° {name_or_id}"
    if found is None:
        raise UnknownDossierError(
            f"pas de dossier {shown} : choisissez dans la liste des dossiers", name=str(name_or_id)
        )
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
    if isinstance(name_or_id, str):
        found, shown = find_search(connection, key=name_key(name_or_id)), quote(name_or_id)
    else:
        found, shown = find_search(connection, number=_bounded(name_or_id)), f"n° {name_or_id}"
    if found is None:
        raise UnknownSearchError(
            f"pas de recherche {shown} : choisissez dans la liste des recherches", name=str(name_or_id)
        )
    return found


def check_search_name(connection: sqlite3.Connection, name: str, *, owner: int | None = None) -> None:
    """Check that no saved search but its owner has a name, whatever its case and accents.

    Raises:
        DeskError: One has.
    """
    holder = find_search(connection, key=name_key(name))
    if holder and holder.number != owner:
        raise DeskError(f"il y a déjà une recherche {quote(holder.name)} : choisissez un autre nom", name=name)


def _bounded(number: int) -> int:
    return min(max(number, 0), _MOST)
