"""Give what an archive knows of names as JSON version 1 has it.

>>> from archive_search.records import Entity, EntityType
>>> entity = Entity(id="place:alep", type=EntityType.PLACE, name="Alep", mentions=3, paragraphs=2, articles=1)
>>> entity_to_dict(entity)["articles"]
1
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from archive_search.records import Entity

if TYPE_CHECKING:
    from archive_search.engines.naming.made_corrections import MadeCorrection
    from archive_search.engines.naming.reading import EntityList, Neighbour, Portrait

VERSION: Final = 1

ENTITY_COLUMNS: Final = (
    "id",
    "type",
    "name",
    "mentions",
    "paragraphs",
    "articles",
    "signed",
    "first_date",
    "last_date",
)
"""Fields of an entity, in the order of tables."""


CORRECTION_COLUMNS: Final = (
    "id",
    "made",
    "entity",
    "action",
    "type",
    "name",
    "variants",
    "shown",
    "wanted",
    "can_be_undone",
)
"""Fields of a correction, in the order of tables."""


def entity_to_dict(entity: Entity) -> dict[str, Any]:
    """Give an entity, without its spellings."""
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "mentions": entity.mentions,
        "paragraphs": entity.paragraphs,
        "articles": entity.articles,
        "signed": entity.signed,
        "first_date": entity.first_date.isoformat() if entity.first_date else None,
        "last_date": entity.last_date.isoformat() if entity.last_date else None,
    }


def entities_to_dict(found: "EntityList", *, offset: int) -> dict[str, Any]:
    """Give a list of entities, of which ``offset`` others come first."""
    rows = [entity_to_dict(entity) for entity in found.entities]
    return {"version": VERSION, "total": found.total, "offset": offset, "entities": rows}


def portrait_to_dict(portrait: "Portrait") -> dict[str, Any]:
    """Give what an archive knows of an entity."""
    entity = portrait.entity
    variants = [{"surface": variant.surface, "mentions": variant.mentions} for variant in entity.variants]
    return {
        "version": VERSION,
        "entity": {**entity_to_dict(entity), "variants": variants},
        "years": [{"year": year, "articles": articles} for year, articles in portrait.years],
        "neighbours": [_neighbour_to_dict(near) for near in portrait.neighbours],
    }


def _neighbour_to_dict(near: "Neighbour") -> dict[str, Any]:
    return {
        "id": near.entity.id,
        "type": near.entity.type.value,
        "name": near.entity.name,
        "paragraphs": near.paragraphs,
        "association": round(near.association, 2),
    }


def corrections_to_dict(corrections: Sequence["MadeCorrection"]) -> dict[str, Any]:
    """Give corrections that were made."""
    return {"version": VERSION, "corrections": [_correction_to_dict(made) for made in corrections]}


def _correction_to_dict(made: "MadeCorrection") -> dict[str, Any]:
    correction = made.correction
    return {
        "id": made.id,
        "made": made.made.isoformat(),
        "entity": made.entity,
        "action": correction.action.value,
        "type": correction.type.value if correction.type else None,
        "name": correction.name,
        "variants": list(correction.variants),
        "shown": correction.shown,
        "wanted": correction.wanted.value if correction.wanted else None,
        "can_be_undone": made.can_be_undone,
    }
