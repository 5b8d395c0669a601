"""Write the librarian's corrections into `aliases.toml`, with names and ids as the reader sees them."""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from archive_search.engines.naming.reading import find_entity, is_id
from archive_search.entities.alias_editing import add_hide, add_merge, add_retype, add_split, remove_hide
from archive_search.errors import UnknownEntityError
from archive_search.records import Entity, EntityType
from archive_search.store.entities import describe_entities, variants_of


class Action(StrEnum):
    """Name what a correction does."""

    MERGE = "merge"
    SPLIT = "split"
    HIDE = "hide"
    UNHIDE = "unhide"
    RETYPE = "retype"


class Seen(NamedTuple):
    """Hold the id of an entity, and what `summarise_entity` gave of it when a reader saw it."""

    id: str
    summary: str


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
        seen: Entities that must be as the reader saw them: another correction may have changed them meanwhile.
    """

    action: Action
    name: str
    type: EntityType | None = None
    variants: tuple[str, ...] = ()
    shown: str | None = None
    wanted: EntityType | None = None
    seen: tuple[Seen, ...] = ()

    def __post_init__(self) -> None:
        """Check that a type is wanted where one is changed, and nowhere else.

        Raises:
            ValueError: It is not so.
        """
        if (self.action is Action.RETYPE) != (self.wanted is not None):
            raise ValueError(f"{self.action} with the type {self.wanted}")


def summarise_entity(entity: Entity) -> str:
    """Sum up what a reader corrects of an entity: its type, name and spellings, whatever their counts."""
    seen = [entity.type.value, entity.name, *sorted(variant.surface for variant in entity.variants)]
    return hashlib.blake2b("\0".join(seen).encode("utf-8", "replace"), digest_size=8).hexdigest()


def name_correction(connection: sqlite3.Connection, correction: Correction) -> tuple[Correction, Entity | None]:
    """Put the names under which entities are shown in the place of ids, and give the type.

    Args:
        connection: Connection to the records.
        correction: As the reader asks for it.

    Returns:
        The correction as it is to be written, and the entity that it corrects, where the archive has it.

    Raises:
        UnknownEntityError: A name means several entities; an id none; an entity is not as it was seen; or the type of
            one that the archive lacks is not given.
    """
    _check_seen(connection, correction.seen)
    entity = find_entity(connection, correction.name, correction.type)
    name = entity.name if entity else _check_name(correction.name)
    entity_type = entity.type if entity else correction.type
    variants = tuple(_variant_name(connection, each, entity_type) for each in correction.variants)
    if entity_type is None:
        entity_type = _common_type(connection, correction)
    return replace(correction, name=name, type=entity_type, variants=variants, seen=()), entity


def write_correction(path: Path, correction: Correction) -> bool:
    """Add a correction to `aliases.toml`, and tell whether that changed the file.

    Args:
        path: The file.
        correction: With names and type, as `name_correction` gives it.

    Raises:
        AliasError: The file cannot be read, or the correction contradicts what stands in it.
    """
    name, entity_type = correction.name, correction.type
    assert entity_type is not None
    match correction.action:
        case Action.MERGE:
            return add_merge(path, entity_type, name, correction.variants)
        case Action.SPLIT:
            return add_split(path, entity_type, name, correction.variants, shown=correction.shown)
        case Action.HIDE:
            return add_hide(path, entity_type, name)
        case Action.UNHIDE:
            return remove_hide(path, entity_type, name)
        case Action.RETYPE:
            assert correction.wanted is not None
            return add_retype(path, name, entity_type, correction.wanted)


def _check_seen(connection: sqlite3.Connection, seen: Sequence[Seen]) -> None:
    for entity_id, summary in seen:
        described = describe_entities(connection, [entity_id])
        found = [replace(each, variants=variants_of(connection, entity_id)) for each in described]
        if [summarise_entity(each) for each in found] != [summary]:
            message = f"« {entity_id} » n'est plus tel que vous l'avez vu : regardez-le avant de le corriger"
            raise UnknownEntityError(message, name=entity_id)


def _check_name(text: str) -> str:
    """Refuse an id that no entity has: written into the file, it would be a name."""
    if is_id(text):
        raise UnknownEntityError(f"aucun nom « {text} » dans l'archive : donnez une de ses écritures", name=text)
    return text


def _variant_name(connection: sqlite3.Connection, text: str, entity_type: EntityType | None) -> str:
    """Give the name of a variant; one that the archive does not have yet may be written too."""
    entity = find_entity(connection, text, entity_type)
    return entity.name if entity and entity.id == text else _check_name(text)


def _common_type(connection: sqlite3.Connection, correction: Correction) -> EntityType:
    for text in correction.variants:
        entity: Entity | None = find_entity(connection, text, None)
        if entity is not None:
            return entity.type
    message = f"aucun nom « {correction.name} » dans l'archive : dites avec --type si c'est person, place ou org"
    raise UnknownEntityError(message, name=correction.name)
