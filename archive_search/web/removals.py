"""Remember what was just taken off the desk, so that it can be put back; the last few things, until the desktop ends.

>>> from datetime import UTC, datetime
>>> from archive_search.store.desk.dossiers import Dossier
>>> moment = datetime(2026, 11, 22, tzinfo=UTC)
>>> removals = Removals()
>>> key = removals.keep(Removed(Dossier(id=1, name="Syrie", articles=0, created=moment, changed=moment), (), True))
>>> removals.find(key).dossier.name, removals.find("une autre")
('Syrie', None)
"""

import secrets
import threading
from collections.abc import Sequence
from typing import NamedTuple

from archive_search.store.desk.dossiers import Dossier, DossierArticle

MOST_KEPT = 20


class Removed(NamedTuple):
    """Hold a dossier that was deleted, or articles that were taken out of one.

    Attributes:
        dossier: The dossier as it was.
        articles: Its articles, or those that were taken out of it.
        is_whole: Whether the dossier itself was deleted.
    """

    dossier: Dossier
    articles: Sequence[DossierArticle]
    is_whole: bool


class Removals:
    """Keep the last `MOST_KEPT` removals, each under a key that nobody can guess."""

    def __init__(self) -> None:
        self._kept: dict[str, Removed] = {}
        self._lock = threading.Lock()

    def keep(self, removed: Removed) -> str:
        """Remember a removal, and give its key."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._kept[key] = removed
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return key

    def find(self, key: str) -> Removed | None:
        """Give a removal; None where it has been put back, or is too long ago."""
        with self._lock:
            return self._kept.get(key)

    def forget(self, key: str) -> None:
        """Forget a removal, which has been put back."""
        with self._lock:
            self._kept.pop(key, None)
