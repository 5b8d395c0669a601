"""Offer the names that may be meant by one that means none, or several."""

from archive_search.archive.facade import Archive
from archive_search.errors import UnknownEntityError
from archive_search.records import Entity, EntityType

MOST = 20


def find_choices(
    archive: Archive, error: UnknownEntityError, *, entity_type: EntityType | None = None
) -> tuple[Entity, ...]:
    """Give the names that may be meant, those in the most articles first.

    Args:
        archive: The archive.
        error: What was raised for the name that was asked for.
        entity_type: Type that they must have; None means any.
    """
    if error.choices:
        found = (archive.entity(each, neighbours=0).entity for each in error.choices[:MOST])
        return tuple(entity for entity in found if entity_type in (None, entity.type))
    # An id that is no more still says the name that it was made of.
    name = error.name.partition(":")[2].replace("-", " ") or error.name
    return archive.entities(name, entity_type=entity_type, limit=MOST).entities
