"""Read the entities of one commit of an archive, and the names in an article."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from archive_search.analysis.name_keys import fold_name
from archive_search.engines.naming.lookup import RecordsLookup
from archive_search.entities.references import find_references
from archive_search.errors import UnknownEntityError
from archive_search.indexing.reading import IndexReader
from archive_search.query.tree import Named
from archive_search.records import Article, Entity, EntityType, Mention, Reference, Span
from archive_search.search.names import find_ids
from archive_search.search.neighbours import count_years, find_neighbours
from archive_search.search.requests import EntityRequest
from archive_search.store.entities import (
    count_chosen,
    describe_entities,
    entities_of_names,
    find_containing,
    list_entities,
    names_of,
    variants_of,
)
from archive_search.store.named import ORIGINS, ROLES, NamedArticles
from archive_search.store.references import find_dispatch

_ID_STARTS = tuple(f"{entity_type}:" for entity_type in EntityType)


class ArticleNames(NamedTuple):
    """Hold the names in an article.

    Attributes:
        mentions: Places that name an entity, in order.
        references: Places that refer to another dispatch, in order.
        is_settled: Whether its names are known; without that, it has no mentions yet.
    """

    mentions: tuple[Mention, ...]
    references: tuple[Reference, ...]
    is_settled: bool


class EntityList(NamedTuple):
    """Hold some of the entities asked for, those in the most articles first, and how many there are in all."""

    total: int
    entities: tuple[Entity, ...]


class Neighbour(NamedTuple):
    """Hold an entity that is named beside another.

    Attributes:
        entity: The entity, without its variants.
        paragraphs: Number of paragraphs that name both.
        association: How much more the two belong together than their frequencies say (`search.neighbours`).
    """

    entity: Entity
    paragraphs: int
    association: float


class Portrait(NamedTuple):
    """Hold what an archive knows of one entity.

    Attributes:
        entity: The entity, with its variants.
        years: Years of publication and the number of its articles in each, in order.
        neighbours: Entities that are named in the same paragraphs, the most strongly associated first.
        separable: Names that a correction can split off from it: those that articles settled on, but for the one under
            which it is shown.
    """

    entity: Entity
    years: tuple[tuple[int, int], ...]
    neighbours: tuple[Neighbour, ...]
    separable: tuple[str, ...]


def read_names(connection: sqlite3.Connection, number: int, article: Article) -> ArticleNames:
    """Read the names in an article, by its number and record."""
    named = NamedArticles(connection)
    mentions = named.read_mentions(number)
    rows = list(zip(*(column.tolist() for column in mentions), strict=True))
    owners = entities_of_names(connection, sorted(set(mentions.name.tolist())))
    texts = [paragraph.text for paragraph in article.paragraphs]
    found = [
        Mention(
            paragraph=paragraph,
            span=Span(start, end),
            surface=texts[paragraph - 1][start:end],
            entity=owner.id,
            name=owner.name,
            type=owner.type,
            role=ROLES[role],
            origin=ORIGINS[origin],
        )
        for paragraph, start, end, _first, _extra, _surface, name, role, origin in rows
        if (owner := owners.get(name)) is not None
    ]
    return ArticleNames(tuple(found), _read_references(connection, article), named.is_settled(number))


def _read_references(connection: sqlite3.Connection, article: Article) -> tuple[Reference, ...]:
    found = []
    for paragraph in article.paragraphs:
        for span, surface in find_references(paragraph.text):
            dispatch = find_dispatch(connection, surface)
            other = None if dispatch == article.id else dispatch
            found.append(Reference(paragraph=paragraph.number, span=span, surface=surface, article=other))
    return tuple(found)


def search_entities(connection: sqlite3.Connection, request: EntityRequest) -> EntityList:
    """List entities: all, or those that have a spelling which contains a text."""
    ids = None if request.text is None else find_containing(connection, fold_name(request.text))
    total = count_chosen(connection, entity_type=request.type, ids=ids)
    found = list_entities(connection, entity_type=request.type, ids=ids, limit=request.limit, offset=request.offset)
    return EntityList(total, tuple(found))


def is_id(text: str) -> bool:
    """Tell whether a text has the form of an id, be it that of an entity or not: no name has it."""
    return text.startswith(_ID_STARTS)


def find_entity(connection: sqlite3.Connection, text: str, entity_type: EntityType | None = None) -> Entity | None:
    """Give the entity of an id, or else the one that a name means, without its variants; None when there is none.

    Raises:
        UnknownEntityError: The name means several.
    """
    found = describe_entities(connection, [text])
    if not found and not is_id(text):
        found = describe_entities(connection, _called(connection, text, entity_type))
    if len(found) > 1:
        offers = ", ".join(f"{entity.id} ({entity.articles})" for entity in found[:5])
        message = f"« {text} » peut être {offers} : donnez l'un de ces identifiants"
        raise UnknownEntityError(message, name=text, choices=tuple(entity.id for entity in found))
    return found[0] if found else None


def fetch_entity(connection: sqlite3.Connection, text: str, entity_type: EntityType | None = None) -> Entity:
    """Give the entity of an id, or else the one that a name means, with its variants.

    Raises:
        UnknownEntityError: There is none, or the name means several.
    """
    found = find_entity(connection, text, entity_type)
    if found is None:
        message = f"aucun nom « {text} » dans l'archive : cherchez-le avec « archive-search entities list »"
        raise UnknownEntityError(message, name=text)
    return replace(found, variants=variants_of(connection, found.id))


def _called(connection: sqlite3.Connection, text: str, entity_type: EntityType | None) -> Sequence[str]:
    """Find the entities that are called so: those whose shown name it is, or else those that a query would find."""
    lookup = RecordsLookup(connection)
    types = (entity_type,) if entity_type else tuple(EntityType)
    found = [entity for each in types for entity in find_ids(Named(type=each, text=text), lookup)]
    folded = fold_name(text)
    shown = [entity.id for entity in describe_entities(connection, found) if fold_name(entity.name) == folded]
    return shown or found


def portray(
    connection: sqlite3.Connection, index: IndexReader, text: str, *, entity_type: EntityType | None, neighbours: int
) -> Portrait:
    """Gather what an archive knows of the entity of an id or name.

    Args:
        connection: Reader's connection.
        index: The index of the same commit.
        text: Id or name.
        entity_type: Type that it must have; None means any.
        neighbours: Most neighbours wanted.

    Raises:
        UnknownEntityError: There is none, or several.
    """
    entity = fetch_entity(connection, text, entity_type)
    found = find_neighbours(index, entity, limit=neighbours)
    names = {each.id: each for each in describe_entities(connection, [near.id for near in found])}
    described = [Neighbour(names[near.id], near.paragraphs, near.association) for near in found if near.id in names]
    return Portrait(entity, count_years(index, entity), tuple(described), find_separable(connection, entity))


def find_separable(connection: sqlite3.Connection, entity: Entity) -> tuple[str, ...]:
    """List the names of an entity that a correction can split off from it."""
    shown = fold_name(entity.name)
    return tuple(name for name in names_of(connection, entity.id) if fold_name(name) not in {"", shown})
