"""Write the librarian's corrections into `aliases.toml`, with names and ids as the reader sees them."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archive_search.engines.layout import ALIASES_NAME
from archive_search.engines.naming.reading import find_entity
from archive_search.entities.alias_editing import add_hide, add_merge, add_retype, add_split, remove_hide
from archive_search.errors import UnknownEntityError
from archive_search.records import Entity, EntityType


class Action(StrEnum):
    """Name what a correction does."""

    MERGE = "merge"
    SPLIT = "split"
    HIDE = "hide"
    UNHIDE = "unhide"
    RETYPE = "retype"


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """Hold one correction.

    Attributes:
        action: What it does.
        name: Id or name of the entity.
        type: Type of the entity, where its name alone does not tell; for `Action.RETYPE` the one that it has now.
        variants: Ids or names that are merged into it or split from it.
        shown: For `Action.SPLIT`, the name of the entity that the variants become; None leaves that to the program.
        wanted: For `Action.RETYPE`, the type that it gets.
    """

    action: Action
    name: str
    type: EntityType | None = None
    variants: tuple[str, ...] = ()
    shown: str | None = None
    wanted: EntityType | None = None


def write_correction(connection: sqlite3.Connection, archive_path: Path, correction: Correction) -> None:
    """Add a correction to `aliases.toml`.

    Args:
        connection: Connection to the records.
        archive_path: The archive.
        correction: What to write.

    Raises:
        UnknownEntityError: A name means several entities, or the type of one that the archive lacks is not given.
        AliasError: The file cannot be read, or the correction contradicts what stands in it.
    """
    path = archive_path / ALIASES_NAME
    entity = find_entity(connection, correction.name, correction.type)
    name = entity.name if entity else correction.name
    entity_type = entity.type if entity else correction.type
    variants = [_variant_name(connection, each, entity_type) for each in correction.variants]
    if entity_type is None:
        entity_type = _common_type(connection, correction)
    match correction.action:
        case Action.MERGE:
            add_merge(path, entity_type, name, variants)
        case Action.SPLIT:
            add_split(path, entity_type, name, variants, shown=correction.shown)
        case Action.HIDE:
            add_hide(path, entity_type, name)
        case Action.UNHIDE:
            remove_hide(path, entity_type, name)
        case Action.RETYPE:
            add_retype(path, name, entity_type, correction.wanted or entity_type)


def _variant_name(connection: sqlite3.Connection, text: str, entity_type: EntityType | None) -> str:
    """Give the name of a variant; one that the archive does not have yet may be written too."""
    entity = find_entity(connection, text, entity_type)
    return entity.name if entity and (entity.id == text) else text


def _common_type(connection: sqlite3.Connection, correction: Correction) -> EntityType:
    for text in correction.variants:
        entity: Entity | None = find_entity(connection, text, None)
        if entity is not None:
            return entity.type
    message = f"aucun nom « {correction.name} » dans l'archive : dites avec --type si c'est person, place ou org"
    raise UnknownEntityError(message, name=correction.name)
