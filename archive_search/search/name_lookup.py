"""What resolving the names of a query needs to know of the entities of an archive, whoever keeps them."""

from collections.abc import Sequence
from typing import Protocol

from archive_search.records import Entity, EntityType


class NameLookup(Protocol):
    """Find entities by the keys of `archive_search.analysis.name_keys`; nothing is read before it is asked for."""

    @property
    def is_empty(self) -> bool:
        """Whether no entity is known yet."""

    def ids_of_fold(self, entity_type: EntityType, folded: str) -> tuple[str, ...]:
        """Find the entities one of whose names or spellings folds so."""

    def ids_of_key(self, entity_type: EntityType, key: str) -> tuple[str, ...]:
        """Find the entities one of whose full names has a transliteration key."""

    def ids_of_surname(self, entity_type: EntityType, key: str) -> tuple[str, ...]:
        """Find the persons whose surname has a key."""

    def described(self, ids: Sequence[str]) -> Sequence[Entity]:
        """Describe entities, in the order given, with their counts; their variants are not needed.

        Ids that none has are left out.
        """

    def folded_names(self, entity_type: EntityType) -> Sequence[tuple[str, str]]:
        """List every folded spelling with the id of its entity."""
