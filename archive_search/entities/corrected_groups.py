"""Let rules group names only as far as the librarian's corrections allow.

>>> from archive_search.entities.aliases import Aliases
>>> from archive_search.entities.corrected_groups import CorrectedGroups
>>> from archive_search.entities.corrections import Split
>>> from archive_search.records import EntityType
>>> apart = Split(type=EntityType.PERSON, name="Jean Dubois", variants=("Jean du Bois",))
>>> groups = CorrectedGroups(Aliases(splits=(apart,)))
>>> groups.suggest((EntityType.PERSON, "jean dubois"), (EntityType.PERSON, "jean du bois"))
>>> groups.find((EntityType.PERSON, "jean du bois"))
(<EntityType.PERSON: 'person'>, 'jean du bois')
"""

from archive_search.analysis.name_keys import fold_name
from archive_search.entities.aliases import Aliases
from archive_search.entities.corrections import NameKey, join_names, joined_keys, merge_targets


class CorrectedGroups:
    """Hold groups of names: first those of the corrections, then what rules suggest and no correction forbids."""

    def __init__(self, aliases: Aliases) -> None:
        self._sets = join_names([*aliases.merges, *aliases.splits])
        self._closed = {self._sets.find(key) for split in aliases.splits for key in joined_keys(split)}
        self._merged = {self._sets.find(key) for merge in aliases.merges for key in joined_keys(merge)}

    def find(self, key: NameKey) -> NameKey:
        """Give the key that stands for the group of a name."""
        return self._sets.find(key)

    def is_closed(self, key: NameKey) -> bool:
        """Tell whether a name is in a group that was split off, which no rule may join to another."""
        return self._sets.find(key) in self._closed

    def suggest(self, first: NameKey, second: NameKey) -> None:
        """Join the groups of two names, unless one was split off, or both were merged by the librarian into two."""
        if first == second:
            return
        one, other = self._sets.find(first), self._sets.find(second)
        if one == other or one in self._closed or other in self._closed or {one, other} <= self._merged:
            return
        if other in self._merged:
            one, other = other, one
        self._sets.join(one, other)


def find_shown_names(aliases: Aliases, groups: CorrectedGroups) -> dict[NameKey, str]:
    """Map the groups to the names under which the librarian wants them shown, as written."""
    targets = merge_targets(aliases.merges)
    shown: dict[NameKey, str] = {}
    for merge in aliases.merges:
        key = (merge.type, fold_name(merge.name))
        if key not in targets:
            shown.setdefault(groups.find(key), merge.name)
    for split in aliases.splits:
        if split.shown is not None:
            shown.setdefault(groups.find(joined_keys(split)[0]), split.shown)
    return shown
