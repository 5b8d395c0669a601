"""The entities of some mentions given by hand, looked up as `archive_search.search.name_lookup.NameLookup` says."""

from collections.abc import Callable, Mapping, Sequence

from archive_search.analysis.name_keys import fold_name, is_full_name, surname_key, transliteration_key
from archive_search.records import Entity, EntityType, Mention


class KnownNames:
    """Answer by reading every mention; the mentions are given by article."""

    def __init__(self, mentions: Mapping[str, Sequence[Mention]]) -> None:
        self._mentions = [(article, mention) for article, some in mentions.items() for mention in some]

    @property
    def is_empty(self) -> bool:
        return not self._mentions

    def ids_of_fold(self, entity_type: EntityType, folded: str) -> tuple[str, ...]:
        return self._having(entity_type, lambda spelling: fold_name(spelling) == folded)

    def ids_of_key(self, entity_type: EntityType, key: str) -> tuple[str, ...]:
        return self._having(
            entity_type, lambda spelling: is_full_name(spelling) and transliteration_key(spelling) == key
        )

    def ids_of_surname(self, entity_type: EntityType, key: str) -> tuple[str, ...]:
        return self._having(entity_type, lambda spelling: surname_key(spelling) == key)

    def _having(self, entity_type: EntityType, fits: Callable[[str], bool]) -> tuple[str, ...]:
        found = (
            mention.entity
            for _article, mention in self._mentions
            if mention.type is entity_type and (fits(mention.surface) or fits(mention.name))
        )
        return tuple(dict.fromkeys(found))

    def described(self, ids: Sequence[str]) -> tuple[Entity, ...]:
        known = {mention.entity for _article, mention in self._mentions}
        return tuple(self._describe(each) for each in ids if each in known)

    def _describe(self, entity_id: str) -> Entity:
        own = [(article, mention) for article, mention in self._mentions if mention.entity == entity_id]
        written = [(article, mention) for article, mention in own if not mention.role.is_signature]
        return Entity(
            id=entity_id,
            type=own[0][1].type,
            name=own[0][1].name,
            mentions=len(written),
            paragraphs=len({(article, mention.paragraph) for article, mention in written}),
            articles=len({article for article, _mention in written}),
            signed=len(own) - len(written),
        )

    def folded_names(self, entity_type: EntityType) -> Sequence[tuple[str, str]]:
        of_type = [mention for _article, mention in self._mentions if mention.type is entity_type]
        return sorted({(fold_name(text), each.entity) for each in of_type for text in (each.surface, each.name)})
