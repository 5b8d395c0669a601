"""Choose the names that stand under a hit: those of its snippets first, then those that its article names most."""

from collections import Counter
from typing import NamedTuple

from archive_search.archive.facade import Archive
from archive_search.records import EntityType, Mention
from archive_search.search.results import Hit

MOST_NAMES = 6


class HitName(NamedTuple):
    """Hold a person, place or organisation of a hit: its id, its name as shown, its type."""

    id: str
    name: str
    type: EntityType


def choose_names(archive: Archive, hit: Hit) -> tuple[HitName, ...]:
    """Choose at most `MOST_NAMES` names of an article; who signed it is not among them."""
    mentions = [each for each in archive.names(hit.article.id).mentions if not each.role.is_signature]
    shown = [_name(each) for each in mentions if _is_shown(each, hit)]
    frequent = Counter(map(_name, mentions)).most_common(MOST_NAMES + len(shown))
    return tuple(dict.fromkeys([*shown, *(name for name, _count in frequent)]))[:MOST_NAMES]


def _name(mention: Mention) -> HitName:
    return HitName(mention.entity, mention.name, mention.type)


def _is_shown(mention: Mention, hit: Hit) -> bool:
    return any(each.paragraph == mention.paragraph and mention.surface in each.text for each in hit.snippets)
