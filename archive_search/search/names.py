"""Find the entities that a name of the query means in one archive, and say what the reader should know of them."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from archive_search.analysis.name_keys import fold_name, is_full_name, surname_key, transliteration_key
from archive_search.indexing.names_file import BYLINE
from archive_search.query.printing import print_query
from archive_search.query.remarks import quote
from archive_search.query.tree import Named
from archive_search.records import Entity, EntityType
from archive_search.search.name_lookup import NameLookup
from archive_search.search.name_suggestions import suggest_names
from archive_search.search.terms import EntityTerm, TermSet
from archive_search.search.wording import count_things, tell_suggestions

MOST_LISTED = 5
"""Entities that a warning names, of all that a name may mean."""

NOT_RECORDED = "les noms de cette archive ne sont pas encore relevés : lancez « archive-search entities update »"

_NONE_OF = {
    EntityType.PERSON: "aucune personne",
    EntityType.PLACE: "aucun lieu",
    EntityType.ORG: "aucune organisation",
}
_SEVERAL_OF = {
    EntityType.PERSON: "personnes, toutes cherchées",
    EntityType.PLACE: "lieux, tous cherchés",
    EntityType.ORG: "organisations, toutes cherchées",
}


class ResolvedName(NamedTuple):
    """Hold what a name stands for in an archive, and one French sentence for each thing that the reader should know."""

    terms: TermSet
    warnings: tuple[str, ...] = ()


def resolve_name(leaf: Named, lookup: NameLookup | None, *, suggests: bool = True) -> ResolvedName:
    """Find the entities that a name means.

    All of them are searched where they are several. Those that only sign articles are searched, in their signatures,
    when there are no others.

    Args:
        leaf: The name.
        lookup: The entities of the archive; None when it has none.
        suggests: Whether to look for close spellings when no entity has the name, which takes long.
    """
    if lookup is None:
        return ResolvedName((), (NOT_RECORDED,))
    entities = lookup.described(find_ids(leaf, lookup))
    if named := [entity for entity in entities if entity.articles]:
        return ResolvedName(_terms_of(leaf.type.value, named), tuple(_tell_several(leaf, named)))
    if signing := [entity for entity in entities if entity.signed]:
        warning = f"{quote(leaf.text)} ne figure que dans des signatures : ce sont elles qui sont cherchées"
        return ResolvedName(_terms_of(BYLINE, signing), (warning, *_tell_several(leaf, signing)))
    if not entities and lookup.is_empty:
        return ResolvedName((), (NOT_RECORDED,))
    return ResolvedName((), (_tell_unknown(leaf, lookup, suggests=suggests),))


def find_ids(leaf: Named, lookup: NameLookup) -> Sequence[str]:
    """Find the ids of the entities that a name means: of that very id, or else of that spelling, or of that sound.

    What may be a surname alone also means every person of that surname.
    """
    name = without_type(leaf)
    entity_id = f"{leaf.type.value}:{name.lower()}"
    if name != leaf.text and lookup.described([entity_id]):
        return [entity_id]
    # An id that no entity has any more is still a name.
    found = (
        lookup.ids_of_fold(leaf.type, fold_name(name))
        or [entity.id for entity in lookup.described([entity_id])]
        or lookup.ids_of_key(leaf.type, transliteration_key(name))
    )
    if leaf.type is not EntityType.PERSON or is_full_name(name):
        return found
    return list(dict.fromkeys([*found, *lookup.ids_of_surname(leaf.type, surname_key(name))]))


def without_type(leaf: Named) -> str:
    """Give what is typed without the "person:" of an id."""
    return leaf.text.removeprefix(f"{leaf.type.value}:")


def _terms_of(field: str, entities: Sequence[Entity]) -> TermSet:
    return tuple(EntityTerm(field, entity_id) for entity_id in sorted(entity.id for entity in entities))


def _tell_several(leaf: Named, entities: Sequence[Entity]) -> list[str]:
    """Name the entities that a name covers, where there are several."""
    if len(entities) < 2:
        return []
    namesakes = Counter(entity.name for entity in entities)
    ordered = sorted(entities, key=lambda entity: (-(entity.articles or entity.signed), entity.name, entity.id))
    listed = [_describe(entity, by_id=namesakes[entity.name] > 1) for entity in islice(ordered, MOST_LISTED)]
    others = len(entities) - len(listed)
    if others:
        listed.append(count_things(others, "autre"))
    told = f"{', '.join(listed[:-1])} et {listed[-1]}"
    return [
        f"{quote(leaf.text)} désigne {len(entities)} {_SEVERAL_OF[leaf.type]} : {told} ; "
        "pour restreindre, écrivez un nom entier"
    ]


def _describe(entity: Entity, *, by_id: bool) -> str:
    count = entity.articles or entity.signed
    unit = "article" if entity.articles else "signature"
    return f"{entity.id if by_id else entity.name} ({count_things(count, unit)})"


def _tell_unknown(leaf: Named, lookup: NameLookup, *, suggests: bool) -> str:
    """Say that nothing has the name, and what to ask for instead: the same name of another type, or a close one."""
    unknown = f"{_NONE_OF[leaf.type]} {quote(leaf.text)} dans l'archive"
    name = without_type(leaf)
    types = [each for each in EntityType if each is not leaf.type and lookup.ids_of_fold(each, fold_name(name))]
    others = [Named(type=each, text=name) for each in types]
    if others:
        return f"{unknown} ; essayez {' ou '.join(map(print_query, others))}"
    close = suggest_names(leaf.type, name, lookup) if suggests else []
    return f"{unknown}{tell_suggestions(close)}"
