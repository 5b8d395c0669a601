"""Judge which entities a name of a query means, by looking at every mention that the archive has."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive_search.analysis.name_keys import fold_name, is_full_name, surname_key, transliteration_key
from archive_search.query.tree import Named
from archive_search.records import EntityType, Mention


@dataclass(frozen=True)
class Meaning:
    """Hold what a name means: mentions of these entities, those in signatures or those elsewhere."""

    entities: frozenset[str]
    in_signatures: bool

    def covers(self, mention: Mention) -> bool:
        """Tell whether a mention is one that the name asks for."""
        return mention.entity in self.entities and mention.role.is_signature == self.in_signatures


def find_meaning(leaf: Named, mentions: Iterable[Mention]) -> Meaning:
    """Find what a name means where an archive has these mentions."""
    known = [mention for mention in mentions if mention.type is leaf.type]
    chosen = [mention for mention in known if mention.entity == leaf.text] or _spelled(leaf, known)
    entities = frozenset(mention.entity for mention in chosen)
    written_of = frozenset(
        mention.entity for mention in known if mention.entity in entities and not mention.role.is_signature
    )
    return Meaning(written_of or entities, in_signatures=not written_of)


def _spelled(leaf: Named, known: list[Mention]) -> list[Mention]:
    typed = leaf.text.removeprefix(f"{leaf.type}:")
    alike = [each for each in known if any(fold_name(typed) == fold_name(text) for text in _spellings(each))]
    if not alike:
        key = transliteration_key(typed)
        alike = [
            each
            for each in known
            if any(key == transliteration_key(text) for text in _spellings(each) if is_full_name(text))
        ]
    if leaf.type is not EntityType.PERSON or is_full_name(typed):
        return alike
    surname = surname_key(typed)
    return alike + [each for each in known if any(surname == surname_key(text) for text in _spellings(each))]


def _spellings(mention: Mention) -> tuple[str, str]:
    return mention.surface, mention.name
