"""Find the entities that a typed name may mean, in the records of one commit."""

import sqlite3
from collections.abc import Sequence

from archive_search.records import Entity, EntityType
from archive_search.store.entities import describe_entities, find_by_key, has_entities, iterate_folded


class RecordsLookup:
    """Answer from one reader's connection; see `archive_search.search.names.NameLookup`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection; nothing is read before it is asked for."""
        self._connection = connection
        self._names: dict[str, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether no name is known yet."""
        return not has_entities(self._connection)

    def ids_of_fold(self, entity_type: EntityType, folded: str) -> tuple[str, ...]:
        """Find the entities one of whose spellings folds so."""
        return find_by_key(self._connection, "folded", entity_type, folded)

    def ids_of_key(self, entity_type: EntityType, key: str) -> tuple[str, ...]:
        """Find the entities one of whose full names has a transliteration key."""
        return find_by_key(self._connection, "sound", entity_type, key)

    def ids_of_surname(self, entity_type: EntityType, key: str) -> tuple[str, ...]:
        """Find the persons whose surname has a key."""
        return find_by_key(self._connection, "surname", entity_type, key)

    def described(self, ids: Sequence[str]) -> tuple[Entity, ...]:
        """Read entities, in the order given; ids that none has are left out."""
        return tuple(describe_entities(self._connection, ids))

    def display_names(self, ids: Sequence[str]) -> dict[str, str]:
        """Give the names under which entities are shown, by id; one answer after another asks for many of the same."""
        unknown = [each for each in ids if each not in self._names]
        if unknown:
            self._names |= {entity.id: entity.name for entity in describe_entities(self._connection, unknown)}
        return {each: self._names[each] for each in ids if each in self._names}

    def folded_names(self, entity_type: EntityType) -> Sequence[tuple[str, str]]:
        """List every folded spelling with the id of its entity."""
        return list(iterate_folded(self._connection, entity_type))
