"""Group the names of an archive into entities, by rules and the librarian's corrections, for records and index."""

import sqlite3
from collections.abc import Sequence

import numpy as np

from archive_search.engines.naming.counting import AllMentions, Described, days_of_articles, variant_rows
from archive_search.engines.naming.settling import Settling
from archive_search.entities.aliases import Aliases
from archive_search.entities.resolution import EntityGroup, resolve_names
from archive_search.indexing.names_file import FieldNames
from archive_search.records import EntityType
from archive_search.store.entities import sync_entities, sync_owners, sync_variants
from archive_search.store.named import NamedArticles
from archive_search.store.surfaces import count_acronyms


def resolve_archive(connection: sqlite3.Connection, settling: Settling, aliases: Aliases) -> dict[str, FieldNames]:
    """Make the entities of an archive what its mentions and the librarian's corrections say.

    Args:
        connection: Writer's connection, inside a transaction.
        settling: Knows spellings and names by number.
        aliases: The corrections.

    Returns:
        The places of the entities, for the index.
    """
    named = NamedArticles(connection)
    keys = settling.names.keys
    counts = _count_names(named, max(keys, default=0) + 1)
    groups = resolve_names(
        {keys[number]: count for number, count in counts.items()},
        acronyms=count_acronyms(connection),
        aliases=aliases,
    )
    entities = [Described(group.id, group.type, group.name) for group in groups]
    owners = {settling.names.number(*member): rank for rank, group in enumerate(groups) for member in group.members}
    mentions = AllMentions(named, owners)
    sync_owners(connection, {number: _id_of(entities, owners.get(number)) for number in keys})
    sync_entities(connection, mentions.count(entities, days_of_articles(connection)))
    variants = mentions.count_variants(entities)
    for entity, spelling in _further_spellings(groups, aliases):
        variants.setdefault((entity, settling.surfaces.number(spelling)), 0)
    sync_variants(connection, variant_rows(variants))
    return mentions.lay_out(entities)


def read_layout(connection: sqlite3.Connection) -> dict[str, FieldNames]:
    """Give the places of the entities as they are in the records, for an index that is built anew."""
    rows = connection.execute("select id, type, name from entities order by id")
    entities = [Described(entity, EntityType(entity_type), name) for entity, entity_type, name in rows]
    rank_of = {entity.id: rank for rank, entity in enumerate(entities)}
    owners = {
        number: rank_of[entity]
        for number, entity in connection.execute("select number, entity from names where entity is not null")
    }
    return AllMentions(NamedArticles(connection), owners).lay_out(entities)


def _count_names(named: NamedArticles, numbers: int) -> dict[int, int]:
    """Count the mentions of each name, by its number below ``numbers``."""
    totals = np.zeros(numbers, np.int64)
    for _article, mentions in named.iterate_mentions():
        np.add.at(totals, mentions.name, 1)
    used = np.flatnonzero(totals)
    return dict(zip(used.tolist(), totals[used].tolist(), strict=True))


def _id_of(entities: Sequence[Described], rank: int | None) -> str | None:
    return None if rank is None else entities[rank].id


def _further_spellings(groups: Sequence[EntityGroup], aliases: Aliases) -> list[tuple[str, str]]:
    """List the spellings by which entities are found though no text has them: names, and what corrections say."""
    further = [
        (group.id, spelling) for group in groups for spelling in {group.name, *(name for _kind, name in group.members)}
    ]
    group_of = {(group.type, group.name): group.id for group in groups}
    for merge in aliases.merges:
        entity = group_of.get((merge.type, merge.name))
        if entity is not None:
            further += [(entity, variant) for variant in merge.variants]
    return further
