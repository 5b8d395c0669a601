r"""The `Desk` of an archive: dossiers, in which a reader keeps articles, and saved searches, which tell what is new.

>>> import tempfile
>>> from pathlib import Path
>>> from archive_search import Archive
>>> folder = Path(tempfile.mkdtemp())
>>> _ = (folder / "bac.txt").write_text("Le bac de Brévan\n\nIl passe à nouveau.", encoding="utf-8")
>>> with Archive.create(folder / "archive") as archive:
...     report = archive.add([folder / "bac.txt"])
...     dossier = archive.desk.create_dossier("Traversées")
...     added = archive.desk.add_to_dossier(dossier.id, archive.find("bac"))
...     search = archive.desk.save_search("Le bac", "bac")
...     _ = (folder / "pont.txt").write_text("Le pont de Brévan\n\nIl fait oublier le bac.", encoding="utf-8")
...     report = archive.add([folder / "pont.txt"])
...     visit = archive.desk.look(search.id)
>>> added, visit.total, len(visit.new)
(1, 2, 1)
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from archive_search.archive.asking import QueryOptions
from archive_search.archive.desk_lookup import (
    check_dossier_name,
    check_search_name,
    require_dossier,
    require_search,
)
from archive_search.archive.desk_texts import name_key, read_name, read_note, read_query_text
from archive_search.archive.saved_searches import SavedSearch, Visit, as_saved_search, find_newest, write_options
from archive_search.engines.local import LocalEngine
from archive_search.errors import QueryError, UnknownArticleError
from archive_search.query.remarks import quote
from archive_search.search.requests import Sort
from archive_search.store.desk import dossiers as stored_dossiers
from archive_search.store.desk import searches as stored_searches
from archive_search.store.desk.dossiers import Dossier, DossierArticle, RemovedDossier
from archive_search.store.desk.opening import reading, writing
from archive_search.store.desk.seen import Hashes, find_unseen


class Desk:
    """Keep what readers of an archive work with: dossiers and saved searches.

    They lie in `desk.sqlite`, apart from the records: a reader keeps an article while an indexing run goes on, and
    nothing that is done to the archive touches them. The file is made when something is first kept. Every change is on
    the disk when its method returns. A desk may be used by several threads and processes at once.

    Whatever it does may also raise `ArchiveFormatError`, where another version of the program made the file,
    `ArchiveDamagedError`, `ArchiveLockedError`, where another process writes for more than ten seconds, and
    `StorageError`, where the disk refuses.
    """

    def __init__(self, path: Path, engine: LocalEngine) -> None:
        """Take the folder of the archive, and what searches it."""
        self._path = path
        self._engine = engine

    def dossiers(self) -> tuple[Dossier, ...]:
        """List the dossiers, by name."""
        with reading(self._path) as connection:
            return stored_dossiers.list_dossiers(connection)

    def dossier(self, name_or_id: str | int) -> Dossier:
        """Give a dossier by its name, whatever its case and accents, or by its id.

        Raises:
            UnknownDossierError: There is none.
        """
        with reading(self._path) as connection:
            return require_dossier(connection, name_or_id)

    def create_dossier(self, name: str) -> Dossier:
        """Make an empty dossier.

        Raises:
            DeskError: The name is empty, longer than 200 characters, has control characters, or is taken, whatever its
                case and accents.
        """
        clean = read_name(name)
        with writing(self._path, making=True) as connection:
            check_dossier_name(connection, clean)
            number = stored_dossiers.insert_dossier(connection, clean, key=name_key(clean), at=_now())
            return require_dossier(connection, number)

    def rename_dossier(self, dossier_id: int, name: str) -> Dossier:
        """Give a dossier another name.

        Raises:
            UnknownDossierError: There is none of that id.
            DeskError: As `create_dossier`.
        """
        clean = read_name(name)
        with writing(self._path) as connection:
            dossier = require_dossier(connection, dossier_id)
            check_dossier_name(connection, clean, owner=dossier.id)
            stored_dossiers.rename_dossier(connection, dossier.id, name=clean, key=name_key(clean), at=_now())
            return require_dossier(connection, dossier.id)

    def delete_dossier(self, dossier_id: int) -> RemovedDossier:
        """Delete a dossier; its articles stay in the archive.

        Returns:
            The dossier and its articles, for `restore_dossier`.

        Raises:
            UnknownDossierError: There is none of that id.
        """
        with writing(self._path) as connection:
            dossier = require_dossier(connection, dossier_id)
            articles = stored_dossiers.list_articles(connection, dossier.id)
            stored_dossiers.delete_dossier(connection, dossier.id)
        return RemovedDossier(dossier=dossier, articles=articles)

    def restore_dossier(self, removed: RemovedDossier) -> Dossier:
        """Bring back a deleted dossier with its articles and their notes.

        Raises:
            DeskError: Another dossier has its name by now.
        """
        with writing(self._path, making=True) as connection:
            check_dossier_name(connection, removed.dossier.name)
            key = name_key(removed.dossier.name)
            return require_dossier(connection, stored_dossiers.restore_dossier(connection, removed, key=key))

    def articles_in(self, dossier_id: int) -> tuple[DossierArticle, ...]:
        """List the articles of a dossier, the last added last; some may have left the archive.

        Raises:
            UnknownDossierError: There is none of that id.
        """
        with reading(self._path) as connection:
            return stored_dossiers.list_articles(connection, require_dossier(connection, dossier_id).id)

    def add_to_dossier(self, dossier_id: int, article_ids: Sequence[str]) -> int:
        """Put articles into a dossier, all or none, and count those that were not in it.

        Raises:
            UnknownDossierError: There is no dossier of that id.
            UnknownArticleError: The archive has no article of one of the ids.
        """
        for missing in self._engine.find_missing(article_ids):
            message = f"pas d'article « {missing} » dans l'archive : vérifiez l'identifiant"
            raise UnknownArticleError(message, article_id=missing)
        with writing(self._path) as connection:
            dossier = require_dossier(connection, dossier_id)
            return stored_dossiers.add_articles(connection, dossier.id, article_ids, at=_now())

    def remove_from_dossier(self, dossier_id: int, article_ids: Sequence[str]) -> int:
        """Take articles out of a dossier, and count those that were in it.

        Raises:
            UnknownDossierError: There is none of that id.
        """
        with writing(self._path) as connection:
            dossier = require_dossier(connection, dossier_id)
            return stored_dossiers.remove_articles(connection, dossier.id, article_ids, at=_now())

    def restore_articles(self, dossier_id: int, articles: Sequence[DossierArticle]) -> int:
        """Put articles that were taken out of a dossier back into it with their notes, and count them.

        They come where they were; those that are in it again by now are left as they are. The archive need not have
        them any more.

        Raises:
            UnknownDossierError: There is no dossier of that id.
        """
        with writing(self._path) as connection:
            dossier = require_dossier(connection, dossier_id)
            return stored_dossiers.restore_articles(connection, dossier.id, articles, at=_now())

    def find_gone(self, dossier_id: int) -> tuple[str, ...]:
        """List the ids of the articles of a dossier that have left the archive.

        Raises:
            UnknownDossierError: There is none of that id.
        """
        return self._engine.find_missing([each.article_id for each in self.articles_in(dossier_id)])

    def set_note(self, dossier_id: int, article_id: str, note: str) -> None:
        """Write what a reader notes of an article of a dossier; an empty note takes away the one there was.

        Raises:
            UnknownDossierError: There is no dossier of that id.
            UnknownArticleError: The article is not in it.
            DeskError: The note is longer than 10,000 characters.
        """
        with writing(self._path) as connection:
            dossier = require_dossier(connection, dossier_id)
            clean = read_note(note, dossier=dossier.name)
            if not stored_dossiers.set_note(connection, dossier.id, article_id, note=clean, at=_now()):
                message = f"l'article « {article_id} » n'est pas dans le dossier {quote(dossier.name)} : ajoutez-l'y"
                raise UnknownArticleError(message, article_id=article_id)

    def dossiers_of(self, article_ids: Sequence[str]) -> dict[str, tuple[Dossier, ...]]:
        """Tell for each of some articles the dossiers that it is in, by name; an empty tuple where it is in none."""
        with reading(self._path) as connection:
            return stored_dossiers.find_dossiers_of(connection, article_ids)

    def save_search(
        self, name: str, query: str, options: QueryOptions | None = None, *, sort: Sort | str = Sort.RELEVANCE
    ) -> SavedSearch:
        """Keep a search under a name; what it finds now counts as seen.

        Args:
            name: As for `create_dossier`; a dossier may have the same.
            query: As for `Archive.search`; ``depuis:7j`` is read anew each time that it is run.
            options: As for `Archive.search`.
            sort: Order in which its answer is to be shown.

        Raises:
            DeskError: As `create_dossier`.
            QueryError: The query cannot be run; the error has the position.
            TypeError: An option is not what it may be.
            ValueError: The sort or the syntax is not what it may be.
        """
        clean, text, given = read_name(name), read_query_text(query), options or {}
        found = find_newest(self._engine, text, given)
        search = stored_searches.NewSearch(
            name=clean, key=name_key(clean), query=text, options=write_options(given), sort=Sort(sort).value
        )
        with writing(self._path, making=True) as connection:
            check_search_name(connection, clean)
            number = stored_searches.insert_search(connection, search, article_ids=found, at=_now())
            return as_saved_search(require_search(connection, number))

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """List the saved searches, by name."""
        with reading(self._path) as connection:
            return tuple(map(as_saved_search, stored_searches.list_searches(connection)))

    def saved_search(self, name_or_id: str | int) -> SavedSearch:
        """Give a saved search by its name, whatever its case and accents, or by its id.

        Raises:
            UnknownSearchError: There is none.
        """
        with reading(self._path) as connection:
            return as_saved_search(require_search(connection, name_or_id))

    def rename_search(self, search_id: int, name: str) -> SavedSearch:
        """Give a saved search another name.

        Raises:
            UnknownSearchError: There is none of that id.
            DeskError: As `create_dossier`.
        """
        clean = read_name(name)
        with writing(self._path) as connection:
            number = require_search(connection, search_id).number
            check_search_name(connection, clean, owner=number)
            stored_searches.rename_search(connection, number, name=clean, key=name_key(clean))
            return as_saved_search(require_search(connection, number))

    def delete_search(self, search_id: int) -> SavedSearch:
        """Forget a saved search, and give it as it was.

        Raises:
            UnknownSearchError: There is none of that id.
        """
        with writing(self._path) as connection:
            search = as_saved_search(require_search(connection, search_id))
            stored_searches.delete_search(connection, search.id)
        return search

    def look(self, search_id: int) -> Visit:
        """Tell what a saved search finds, and what of that is new since the last visit; nothing is marked as seen.

        Raises:
            UnknownSearchError: There is none of that id.
        """
        with reading(self._path) as connection:
            stored = require_search(connection, search_id)
            search, seen = as_saved_search(stored), stored_searches.read_seen(connection, stored.number)
        return self._visit(search, seen)

    def mark_visited(self, search_id: int) -> None:
        """Mark all that a saved search finds now as seen.

        Raises:
            UnknownSearchError: There is none of that id.
            QueryError: It can no longer be run.
        """
        search = self.saved_search(search_id)
        found = find_newest(self._engine, search.query, search.options)
        with writing(self._path) as connection:
            stored_searches.note_seen(connection, search.id, found, at=_now())

    def alerts(self) -> tuple[Visit, ...]:
        """Tell of every saved search what `look` tells, by name; one that can no longer be run stops no other."""
        with reading(self._path) as connection:
            kept = [
                (as_saved_search(stored), stored_searches.read_seen(connection, stored.number))
                for stored in stored_searches.list_searches(connection)
            ]
        return tuple(self._visit(search, seen) for search, seen in kept)

    def _visit(self, search: SavedSearch, seen: Hashes) -> Visit:
        try:
            found = find_newest(self._engine, search.query, search.options)
        except QueryError as error:
            return Visit(search=search, total=0, new=(), fault=str(error))
        return Visit(search=search, total=len(found), new=find_unseen(found, seen))


def _now() -> datetime:
    return datetime.now(UTC)
